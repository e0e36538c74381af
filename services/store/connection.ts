import {
  ConditionalCheckFailedException,
  type ConsumedCapacity,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import type { Key } from './keys.ts';
import { textOf } from './keys.ts';
import { consumedNow, whileAsking } from './request-budget.ts';
import type { Waiting } from './retry.ts';
import { isThrottling, Unprocessed, withRetry } from './retry.ts';
import type { IndexName } from './table.ts';

/** An item as it came back, unread: zod reads it. */
export type Item = Readonly<Record<string, unknown>>;

/** The five things the store asks of the table, each retried under one deadline. */
export interface Connection {
  /** False where an item with that key is there already. */
  putIfAbsent(item: Key & Item): Promise<boolean>;
  get(key: Key, consistent: boolean): Promise<Item | undefined>;
  /** Any number of items, by `textOf` their keys; those that are not there are left out. */
  getMany(keys: readonly Key[], consistent: boolean): Promise<ReadonlyMap<string, Item>>;
  /** One page: as many rows as fit into the limit and into 1 MB. */
  query(range: Range): Promise<Rows>;
}
/** Rows of one partition, of the table or of an index, between two sort keys, both inclusive. */
export interface Range {
  readonly index?: IndexName;
  readonly partition: readonly [attribute: string, value: string];
  readonly sort: readonly [attribute: string, from: string, to: string];
  readonly descending: boolean;
  readonly limit: number;
  readonly consistent: boolean;
  /** Where the page before ended. */
  readonly startAfter?: Item | undefined;
}
export interface Rows {
  readonly items: readonly Item[];
  /** Undefined where nothing follows. Something set does not promise that something follows. */
  readonly endedAt: Item | undefined;
}

export function connect(
  client: DynamoDBClient,
  tableName: string,
  deadlineMs: number,
  waiting?: Waiting,
): Connection {
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });

  const run = <T extends Charged>(units: Units, send: (abortSignal: AbortSignal) => Promise<T>): Promise<T> =>
    withRetry(
      (abortSignal) => counted(units, () => whileAsking(() => send(abortSignal))),
      deadlineMs,
      waiting,
    );

  async function putIfAbsent(item: Key & Item): Promise<boolean> {
    const command = new PutCommand({
      TableName: tableName,
      Item: item,
      ConditionExpression: 'attribute_not_exists(PK)',
      ReturnConsumedCapacity: 'TOTAL',
    });
    try {
      await run('writeUnits', (abortSignal) => documents.send(command, { abortSignal }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async function get(key: Key, consistent: boolean): Promise<Item | undefined> {
    const command = new GetCommand({
      TableName: tableName,
      Key: { PK: key.PK, SK: key.SK },
      ConsistentRead: consistent,
      ReturnConsumedCapacity: 'TOTAL',
    });
    const answer = await run('readUnits', (abortSignal) => documents.send(command, { abortSignal }));
    return answer.Item;
  }

  async function getMany(keys: readonly Key[], consistent: boolean): Promise<ReadonlyMap<string, Item>> {
    const found = new Map<string, Item>();
    // A key that stands twice in a batch makes DynamoDB refuse all of it.
    const distinct = [...new Map(keys.map((key) => [textOf(key), key])).values()];
    await pMap(batches(distinct), (batch) => getBatch(batch, consistent, found), CONCURRENTLY);
    return found;
  }

  async function getBatch(
    keys: readonly Key[],
    consistent: boolean,
    found: Map<string, Item>,
  ): Promise<void> {
    let open: Record<string, unknown>[] = keys.map(({ PK, SK }) => ({ PK, SK }));
    await withRetry(
      async (abortSignal) => {
        const command = new BatchGetCommand({
          RequestItems: { [tableName]: { Keys: open, ConsistentRead: consistent } },
          ReturnConsumedCapacity: 'TOTAL',
        });
        const answer = await counted('readUnits', () =>
          whileAsking(() => documents.send(command, { abortSignal })),
        );
        for (const item of answer.Responses?.[tableName] ?? [])
          found.set(textOf(item as unknown as Key), item);
        const undone = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
        const progress = undone.length < open.length;
        open = undone;
        if (open.length > 0) throw new Unprocessed(progress);
      },
      deadlineMs,
      waiting,
    );
  }

  async function query(range: Range): Promise<Rows> {
    const command = new QueryCommand({
      TableName: tableName,
      IndexName: range.index,
      KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#partition': range.partition[0], '#sort': range.sort[0] },
      ExpressionAttributeValues: {
        ':partition': range.partition[1],
        ':from': range.sort[1],
        ':to': range.sort[2],
      },
      ScanIndexForward: !range.descending,
      Limit: range.limit,
      ConsistentRead: range.consistent,
      ExclusiveStartKey: range.startAfter,
      ReturnConsumedCapacity: 'TOTAL',
    });
    const answer = await run('readUnits', (abortSignal) => documents.send(command, { abortSignal }));
    return { items: answer.Items ?? [], endedAt: answer.LastEvaluatedKey };
  }

  return { putIfAbsent, get, getMany, query };
}

/** Of one operation, so many commands are under way at a time. */
export const CONCURRENTLY = { concurrency: 16 } as const;

/** DynamoDB takes no more keys in one BatchGetItem. */
const MAX_BATCH = 100;

const batches = (keys: readonly Key[]): readonly (readonly Key[])[] =>
  Array.from({ length: Math.ceil(keys.length / MAX_BATCH) }, (_, at) =>
    keys.slice(at * MAX_BATCH, (at + 1) * MAX_BATCH),
  );

/** Sends a command, and notes for the request on whose behalf it is sent what it cost. */
async function counted<T extends Charged>(units: Units, send: () => Promise<T>): Promise<T> {
  const consumed = consumedNow();
  if (!consumed) return send();
  consumed.requests++;
  try {
    const answer = await send();
    for (const { CapacityUnits = 0 } of [answer.ConsumedCapacity ?? []].flat())
      consumed[units] += CapacityUnits;
    return answer;
  } catch (error) {
    if (isThrottling(error)) consumed.throttled++;
    throw error;
  }
}

type Units = 'readUnits' | 'writeUnits';

/** One table, or the several of a batch. */
interface Charged {
  readonly ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] | undefined;
}
