import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll } from 'vitest';
import {
  type EmbeddedDynamoDb,
  ensureTable,
  startEmbeddedDynamoDb,
} from '../../services/local/embedded-dynamodb.ts';
import { createClient } from '../../services/store/client.ts';
import type { Store } from '../../services/store/create-store.ts';
import { createStore, type StoreOptions } from '../../services/store/create-store.ts';

export interface TestStore {
  readonly store: Store;
  readonly client: DynamoDBClient;
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

/** A store on a fresh table: one server in memory for the test file, stopped after it. */
export async function startStore(options: Partial<StoreOptions> = {}): Promise<TestStore> {
  server ??= startEmbeddedDynamoDb();
  const { client } = await server;
  const tableName = `test-${randomUUID()}`;
  await ensureTable(client, tableName);
  const another = (changed: Partial<StoreOptions> = {}) =>
    createStore({ client, tableName, deadlineMs: PATIENCE_MS, ...options, ...changed });
  const ownClient = () => {
    const { endpoint, region, credentials } = client.config;
    const own = createClient({ endpoint: endpoint!, region, credentials });
    clients.push(own);
    return own;
  };
  return { store: another(), client, tableName, another, ownClient };
}

let server: Promise<EmbeddedDynamoDb> | undefined;
const clients: DynamoDBClient[] = [];

afterAll(async () => {
  for (const client of clients) client.destroy();
  await (await server)?.stop();
});
