import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { TABLE } from '../../../services/store/table.ts';
import { intercept, itemBytes } from '../../testkit/dynamodb-faults.ts';

/** What DynamoDB bills, and how often it is asked. */
export interface Usage {
  readonly requests: number;
  /** How often something was asked while nothing else was under way: round trips that add up. */
  readonly rounds: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Bytes of the items that were put, without those that were there already. */
  readonly storedBytes: number;
}

/**
 * Counts everything that goes through a client, by the rules of on-demand billing: 4 KB a read unit, half of it where
 * an eventually consistent read will do; 1 KB a write unit, and again for every index that the item is in.
 */
export function metered(client: DynamoDBClient): { take: () => Usage } {
  let usage = NOTHING;
  let underWay = 0;
  const add = (more: Partial<Usage>): void => {
    usage = Object.fromEntries(
      Object.entries(usage).map(([name, value]) => [name, value + (more[name as keyof Usage] ?? 0)]),
    ) as unknown as Usage;
  };

  intercept(client, async ({ name, input }, send) => {
    add({ requests: 1, rounds: underWay === 0 ? 1 : 0 });
    underWay += 1;
    try {
      const output = await send();
      if (name === 'GetItemCommand')
        add({ readUnits: readUnits(output.Item ? readBytes(output.Item) : 0, input.ConsistentRead) });
      else if (name === 'QueryCommand') {
        // The items of a page are added up first, and an index of keys holds less than they do.
        const bytes = (output.Items ?? []).reduce((sum: number, item: Read) => sum + readBytes(item), 0);
        add({ readUnits: readUnits(bytes, input.ConsistentRead) });
      } else if (name === 'BatchGetItemCommand')
        for (const [table, { Keys, ConsistentRead }] of Object.entries(input.RequestItems as Batch)) {
          const found: readonly Read[] = output.Responses?.[table] ?? [];
          for (const item of found) add({ readUnits: readUnits(readBytes(item), ConsistentRead) });
          add({ readUnits: (Keys.length - found.length) * readUnits(0, ConsistentRead) });
        }
      else if (name === 'PutItemCommand')
        add({ writeUnits: writeUnits(input.Item), storedBytes: itemBytes(input.Item) });
      else throw new Error(`nobody has said what ${name} costs`);
      return output;
    } catch (error) {
      // A condition that fails costs a write all the same.
      if (name === 'PutItemCommand') add({ writeUnits: Math.ceil(itemBytes(input.Item) / 1024) });
      throw error;
    } finally {
      underWay -= 1;
    }
  });

  return {
    take() {
      const taken = usage;
      usage = NOTHING;
      return taken;
    },
  };
}

const NOTHING: Usage = { requests: 0, rounds: 0, readUnits: 0, writeUnits: 0, storedBytes: 0 };

/** An item on its way back is in the forms of JavaScript already. */
type Read = Readonly<Record<string, unknown>>;
const readBytes = (item: Read): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);

function valueBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return 3 + value.reduce((sum: number, part) => sum + 1 + valueBytes(part), 0);
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (typeof value === 'object')
    return (
      3 +
      Object.entries(value).reduce(
        (sum, [name, part]) => sum + 1 + Buffer.byteLength(name) + valueBytes(part),
        0,
      )
    );
  throw new Error(`nobody has said how many bytes ${JSON.stringify(value)} has`);
}

type Item = Parameters<typeof itemBytes>[0];
type Batch = Readonly<Record<string, { readonly Keys: readonly Item[]; readonly ConsistentRead?: boolean }>>;

const readUnits = (bytes: number, consistent = false): number =>
  Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);

function writeUnits(item: Item): number {
  const indexes = TABLE.indexes.filter(({ partitionKey }) => item[partitionKey] !== undefined);
  return Math.ceil(itemBytes(item) / 1024) + indexes.length;
}
