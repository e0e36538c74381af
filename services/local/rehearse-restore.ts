import './quiet-sdk.ts';
import { parseArgs } from 'node:util';
import { createClient } from '../store/client.ts';
import { CannotStart } from './cannot-start.ts';
import { rehearseRestore } from './restore-rehearsal.ts';

// npm run rehearse-restore -- --table NAME [--restored NAME]
//
// 0: what was restored is whole. 1: it is not. 2: nothing was rehearsed.
const { values } = parseArgs({ options: { table: { type: 'string' }, restored: { type: 'string' } } });
try {
  if (!values.table)
    throw new CannotStart(
      '请用 --table 写明正在服务的表。',
      'Name the table that serves: npm run rehearse-restore -- --table NAME [--restored NAME]',
    );
  process.exitCode = (await rehearseRestore({
    client: createClient({ endpoint: process.env.DYNAMODB_ENDPOINT }),
    table: values.table,
    restored: values.restored,
    now: new Date(),
    pause: () => new Promise((resolve) => setTimeout(resolve, 15_000)),
    say: (line) => console.log(line),
  }))
    ? 0
    : 1;
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exitCode = 2;
}
