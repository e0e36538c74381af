import { createHash } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import { putEntries } from '../../services/operations/catalog/put-entries.ts';
import { createStore } from '../../services/store/create-store.ts';
import { intercept, itemBytes } from '../testkit/dynamodb-faults.ts';
import { amended, EDITOR, largeContent, largeEntry, startLargeCatalog } from './large-catalog.ts';
import { shown, timed } from './measure.ts';

// What an edit of one entry of a draft of 5 000 costs in DynamoDB: requests, bytes and write units, over the real
// operation and store. To stay within 64 KB written. The alternative beside it keeps a draft as one item, or as items
// of 350 KB where it does not fit, and writes them anew with every edit.

await edits('entries alike, as those of one authority are', (entry) => entry);
await edits('300 characters at random in every entry, the hardest to compress', (entry) => ({
  ...entry,
  remark: { zh: randomText(entry.code, 300) },
}));

async function edits(kind: string, said: (entry: Entry) => Entry): Promise<void> {
  const plain = largeContent(5_000);
  const content = { ...plain, entries: plain.entries.map(said) };
  const { server, deps, stop } = await startLargeCatalog([content]);
  const { tableName, client } = server;
  const asked = counted(client);
  const store = createStore({ client, tableName });
  let { head } = (await store.readCatalog('large', { consistent: true }))!;
  const put = async (name: string, entries: readonly Entry[]) => {
    asked.length = 0;
    const input = { catalog: 'catalog_large', expectedRevision: head.seq, entries, reason: '测量' };
    const { clock, result } = await timed(() => putEntries({ ...deps, store }, EDITOR, input));
    head = result.head!;
    tell(name, clock, asked);
  };

  console.log(kind);
  const entry = (number: number) => said(largeEntry(number));
  await put('the first edit of a process that has read nothing yet', [amended(entry(1_234))]);
  await put('the next edit, of another entry', [amended(entry(2_345))]);
  await put(
    '100 entries at once',
    Array.from({ length: 100 }, (_, n) => amended(entry(n * 49))),
  );
  const whole = Buffer.byteLength(JSON.stringify(content));
  const items = Math.ceil(whole / (350 * 1024));
  console.log(
    `  beside it, the draft written whole: ${items} puts, ${kilobytes(whole)}, ${Math.ceil(whole / 1024)} write units`,
  );
  await stop();
}

interface Asked {
  readonly name: string;
  readonly bytes: number;
}

/** Keeps every request with the bytes it puts, as DynamoDB counts them. */
function counted(of: DynamoDBClient): Asked[] {
  const requests: Asked[] = [];
  intercept(of, ({ name, input }, send) => {
    requests.push({ name, bytes: name === 'PutItemCommand' ? itemBytes(input.Item) : 0 });
    return send();
  });
  return requests;
}

function tell(name: string, clock: number, asked: readonly Asked[]): void {
  const puts = asked.filter((one) => one.name === 'PutItemCommand');
  const bytes = puts.reduce((sum, one) => sum + one.bytes, 0);
  // A put takes a write unit for every kilobyte begun.
  const units = puts.reduce((sum, one) => sum + Math.ceil(one.bytes / 1024), 0);
  const kinds = [...new Set(asked.map((one) => one.name))].map(
    (kind) => `${asked.filter((one) => one.name === kind).length} ${kind.replace('Command', '')}`,
  );
  console.log(`  ${name}: ${asked.length} requests (${kinds.join(', ')})`);
  console.log(
    `    ${kilobytes(bytes)} written in ${puts.length} items, ${units} write units; ${shown(clock)}`,
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

/** The same for the same seed. */
function randomText(seed: string, length: number): string {
  let text = '';
  for (let block = 0; text.length < length; block++)
    for (const byte of createHash('sha512').update(`${seed} ${block}`).digest())
      text += String.fromCharCode(0x4e00 + ((byte * 79 + block * 257 + text.length * 31) % 20_000));
  return text.slice(0, length);
}
