import { CannotStart } from './cannot-start.ts';
import { parseOptions } from './parse-options.ts';
import { verifyProofFile } from './verify-proof-file.ts';

// npm run verify-receipt -- <proof.json> --key <public-key.pem> [--receipt <hash>]
//
// Needs nothing but the files: no server, no network, no credentials. 0: proven. 1: not proven. 2: nothing was checked.
const USAGE = 'npm run verify-receipt -- <proof.json> --key <public-key.pem> [--receipt <hash>]';
try {
  const { values, positionals } = parseOptions(
    {
      args: process.argv.slice(2),
      allowPositionals: true,
      options: { key: { type: 'string' }, receipt: { type: 'string' } },
    },
    USAGE,
  );
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.key === undefined)
    throw new CannotStart('请写明一个回执证明文件和 --key。', `Name one proof and --key. Usage: ${USAGE}`);
  process.exitCode = await verifyProofFile(file, values.key, values.receipt);
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exitCode = 2;
}
