import { randomUUID } from 'node:crypto';
import type { DynamoDBClient, WriteRequest } from '@aws-sdk/client-dynamodb';
import { BatchWriteItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { createDynalite, within } from '../../services/local/dynalite.ts';
import { ensureTable } from '../../services/local/embedded-dynamodb.ts';
import { createClient } from '../../services/store/client.ts';
import type { Store } from '../../services/store/create-store.ts';
import { createStore, type StoreOptions } from '../../services/store/create-store.ts';
import { afterFile } from './after-file.ts';
import { listenFor } from './dynamodb-endpoint.ts';

export interface TestStore {
  readonly store: Store;
  readonly client: DynamoDBClient;
  /** For another process. */
  readonly endpoint: string;
  readonly tableName: string;
  /** A second store on the same table, as another process would have it: with caches and, where given, a client of its own. */
  another(options?: Partial<StoreOptions>): Store;
  /** A client that nobody else uses, so that faults can be put into it. */
  ownClient(): DynamoDBClient;
}

// The SDK says at every start that its support for Node 20 ends in 2027; here nobody needs telling.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** So that a busy machine fails no test: what the deadline does is the matter of tests that set their own. */
const PATIENCE_MS = 60_000;

/**
 * A store on a fresh table: one server in memory for the test file, stopped after it.
 *
 * @param content what `contentOf` found in another
 */
export async function startStore(
  options: Partial<StoreOptions> = {},
  content: Content = [],
): Promise<TestStore> {
  server ??= startServer();
  const { client, ownClient, endpoint } = await server;
  const tableName = `test-${randomUUID()}`;
  await ensureTable(client, tableName);
  for (let at = 0; at < content.length; at += 25)
    await client.send(
      new BatchWriteItemCommand({ RequestItems: { [tableName]: content.slice(at, at + 25) } }),
    );
  const another = (changed: Partial<StoreOptions> = {}) =>
    createStore({ client, tableName, deadlineMs: PATIENCE_MS, ...options, ...changed });
  return { store: another(), client, endpoint, tableName, another, ownClient };
}

/** All that is in a table, as another can start with it. */
export async function contentOf({ client, tableName }: TestStore): Promise<Content> {
  const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName: tableName }));
  if (LastEvaluatedKey) throw new Error('more than a test should have to begin with');
  return Items.map((Item) => ({ PutRequest: { Item } }));
}
export type Content = WriteRequest[];

let server: ReturnType<typeof startServer> | undefined;

async function startServer() {
  const dynalite = createDynalite();
  const { endpoint, stop } = await listenFor(dynalite);
  afterFile(async () => {
    server = undefined;
    await stop();
  });
  const ownClient = () => createClient({ endpoint, ...within(dynalite) });
  return { client: ownClient(), ownClient, endpoint };
}
