import { setFlagsFromString } from 'node:v8';
import { batchApi } from '../lists/batches.ts';
import { isTold } from './cannot-start.ts';
import { patience, requestTo } from './check/api.ts';
import { checkList, EXIT } from './check/check-list.ts';
import { connectionFrom } from './check/connection.ts';
import { dryRun } from './check/dry-run.ts';
import { readCheckOptions } from './check/options.ts';
import { writeTemplate } from './check/write-template.ts';

// npm run check -- <file.xlsx | file.csv | file.jsonl | -> [--zone <id>] …
// npm run check -- --template <file.xlsx> [--zone <id>]
//
// With --dry-run, and for the general template, no server is needed. What the exit codes mean stands at `EXIT`.
// A list of a hundred thousand rows is read row by row: what is let go of need not wait until the heap has doubled.
setFlagsFromString('--heap-growing-percent=30');
try {
  process.exitCode = await run();
} catch (error) {
  console.error(isTold(error) ? error.message : error);
  process.exitCode = EXIT.NOTHING;
}

async function run(): Promise<number> {
  const options = readCheckOptions(process.argv.slice(2));
  const stop = new AbortController();
  const api = async (locale: 'zh' | 'en') => {
    const asSomebody = options.template === null;
    const connection = await connectionFrom(options.config, process.env, { asSomebody });
    return batchApi(requestTo(connection, patience(stop.signal)), locale);
  };
  if (options.template !== null)
    return await writeTemplate(
      options.template,
      options.zone === null ? null : { id: options.zone, api: await api('zh') },
      options.force,
    );
  if (options.isDryRun) return await dryRun(options);
  // The second time the process ends at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  return await checkList(options, {
    api: await api(options.locale),
    screen: process.stderr,
    clock: () => new Date(),
    signal: stop.signal,
  });
}
