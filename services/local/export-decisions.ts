import { CannotStart, isTold } from './cannot-start.ts';
import { patience, requestTo } from './check/api.ts';
import { connectionFrom } from './check/connection.ts';
import { exportDecisions, verifyFolder } from './decisions-export.ts';
import { parseOptions } from './parse-options.ts';

// npm run -s export-decisions -- --zone <id> --year <year> --out <folder> [--config <file>]
// npm run -s export-decisions -- --verify <folder>
//
// 0: written, or as it was written. 1: something is damaged. 2: nothing was written or verified.
const USAGE =
  'npm run -s export-decisions -- (--zone <id> --year <year> --out <folder> [--config <file>] | --verify <folder>)';

try {
  const { values } = parseOptions(
    {
      args: process.argv.slice(2),
      options: {
        zone: { type: 'string' },
        year: { type: 'string' },
        out: { type: 'string' },
        config: { type: 'string' },
        verify: { type: 'string' },
      },
    },
    USAGE,
  );
  const { zone, year, out, config = null, verify } = values;
  if (verify !== undefined) process.exitCode = await verifyFolder(verify, console.log);
  else if (zone && out && /^\d{4}$/.test(year ?? '')) {
    const connection = await connectionFrom(config, process.env, { asSomebody: true });
    const request = requestTo(connection, patience(new AbortController().signal));
    process.exitCode = await exportDecisions(request, { zone, year: year!, folder: out }, console.log);
  } else
    throw new CannotStart(
      '请写明 --zone、--year（四位年份）和 --out，或 --verify。',
      `Name --zone, --year (four digits) and --out, or --verify. Usage: ${USAGE}`,
    );
} catch (error) {
  console.error(isTold(error) ? error.message : error);
  process.exitCode = 2;
}
