import { setFlagsFromString } from 'node:v8';
import type { Locale } from '../domain/values/text.ts';
import { batchApi } from '../lists/batches.ts';
import { isTold } from './cannot-start.ts';
import { type Patience, patience, requestTo } from './check/api.ts';
import { checkList, EXIT } from './check/check-list.ts';
import { connectionFrom } from './check/connection.ts';
import { dryRun } from './check/dry-run.ts';
import { readCheckOptions } from './check/options.ts';
import { writeTemplate } from './check/write-template.ts';

// npm run check -- <file.xlsx | file.csv | file.jsonl | -> [--zone <id>] …
// npm run check -- --template <file.xlsx> [--zone <id>]
//
// For the general template no server is needed, and with --dry-run only for what catalogs define. What the exit codes mean
// stands at `EXIT`.
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
  const api = async (locale: Locale, asSomebody: boolean, more: Partial<Patience> = {}) => {
    const connection = await connectionFrom(options.config, process.env, { asSomebody });
    return batchApi(requestTo(connection, { ...patience(stop.signal), ...more }), locale);
  };
  if (options.template !== null)
    return await writeTemplate(
      options.template,
      options.zone === null ? null : { id: options.zone, api: await api('zh', false) },
      options.force,
    );
  const clock = () => new Date();
  // It can do without an answer, and does not wait for one.
  if (options.isDryRun)
    return await dryRun(
      options,
      await api(options.locale, false, { attempts: { first: 1, later: 1 } }),
      clock,
    );
  // The second time the process ends at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  return await checkList(options, {
    api: await api(options.locale, true),
    screen: process.stderr,
    clock,
    signal: stop.signal,
  });
}
