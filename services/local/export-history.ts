import { createAsk } from './ask.ts';
import { run } from './cannot-start.ts';
import { readExportHistoryOptions } from './export-history-options.ts';
import { exportedLines } from './exported-lines.ts';

// npm run -s export-history -- [--url URL] [--token TOKEN] (--catalog <id> | --register |
//   --decisions <zone> | --decision <id> | --proof <id>) > file
await run(async () => {
  const { url, token, what } = readExportHistoryOptions(process.argv.slice(2), process.env);
  for await (const line of exportedLines(createAsk(url), what, token)) await print(line);
});

/** Waits while the reader of the output is slower than the service. */
function print(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
