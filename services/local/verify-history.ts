import { CannotStart } from './cannot-start.ts';
import { verifyFile } from './verify-file.ts';
import { readVerifyHistoryOptions } from './verify-history-options.ts';

// npm run verify-history -- <file.jsonl> [--head <revision>:<hash>] … [--decision <file.json>] …
//   [--seal <file.json> … --key <file.pem>]
//
// Needs nothing but the files: no server, no network, no credentials. 0: whole. 1: not whole. 2: nothing was checked.
try {
  process.exitCode = await verifyFile(readVerifyHistoryOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exitCode = 2;
}
