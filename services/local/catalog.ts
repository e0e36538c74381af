import { createInterface } from 'node:readline/promises';
import { isTold } from './cannot-start.ts';
import { catalogApi } from './catalog/catalog-api.ts';
import { readCatalogOptions } from './catalog/options.ts';
import { EXIT, runCatalog } from './catalog/run-catalog.ts';
import { patience, requestTo } from './check/api.ts';
import { connectionFrom } from './check/connection.ts';

// npm run catalog -- template <file.xlsx>
// npm run catalog -- export <file> --catalog <id> [--version <number | draft>]
// npm run catalog -- check <file> [--catalog <id>]
// npm run catalog -- import <file> --catalog <id> [--yes] …
//
// What the exit codes mean stands at `EXIT`.
try {
  process.exitCode = await runCatalog(readCatalogOptions(process.argv.slice(2)), {
    async api({ kind, config, locale }) {
      const connection = await connectionFrom(config, process.env, { asSomebody: kind === 'import' });
      return catalogApi(requestTo(connection, patience(new AbortController().signal)), locale);
    },
    print: (line) => console.log(line),
    progress(done, of) {
      if (process.stderr.isTTY) process.stderr.write(`\r${done}/${of}${done === of ? '\n' : ''}`);
    },
    confirm,
  });
} catch (error) {
  console.error(isTold(error) ? error.message : error);
  process.exitCode = EXIT.NOTHING;
}

async function confirm(question: string): Promise<boolean | null> {
  if (!process.stdin.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(?:y|yes|是)$/i.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}
