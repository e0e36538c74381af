/** Run as a process of its own: fills and decides a batch, from wherever the one before it was killed, and prints what was answered. */
import { randomUUID } from 'node:crypto';
import { reference } from '../../services/data/reference.ts';
import { startEmbeddedDynamoDb } from '../../services/local/embedded-dynamodb.ts';
import { createStore } from '../../services/store/create-store.ts';
import { fillBatch } from './fill-batch.ts';

const [folder, chunks, rows] = process.argv.slice(2);
const { client, tableName, stop } = await startEmbeddedDynamoDb({ folder: folder! });
const deps = {
  store: createStore({ client, tableName }),
  reference,
  clock: () => new Date('2026-11-23T02:00:00.000Z'),
  newId: randomUUID,
};
await fillBatch(deps, { chunks: Number(chunks), rows: Number(rows) }, (answered) =>
  process.stdout.write(`${answered}\n`),
);
await stop();
