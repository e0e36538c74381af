import { CannotStart } from './cannot-start.ts';
import { checkFile, writeTemplate } from './check-file.ts';
import { readCheckOptions } from './check-options.ts';

// npm run check -- <file.xlsx | file.csv> --dry-run [--zone <id>] [--mapping <file>] [--keep-mapping <file>] [--en]
// npm run check -- --template <file.xlsx>
//
// Needs no server. 0: every cell was read. 1: some were not. 2: nothing was read.
try {
  const options = readCheckOptions(process.argv.slice(2));
  process.exitCode =
    options.template === null ? await checkFile(options) : await writeTemplate(options.template);
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exitCode = 2;
}
