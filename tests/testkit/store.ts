import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll } from 'vitest';
import {
  type EmbeddedDynamoDb,
  ensureTable,
  startEmbeddedDynamoDb,
} from '../../services/local/embedded-dynamodb.ts';
import { createStore, type Store, type StoreOptions } from '../../services/store/store.ts';

export interface TestStore {
  readonly store: Store;
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** A second store on the same table, as another process would have it: with caches of its own. */
  another(options?: Partial<StoreOptions>): Store;
}

/** A store on a fresh table: one server in memory for the test file, stopped after it. */
export async function startStore(options: Partial<StoreOptions> = {}): Promise<TestStore> {
  server ??= startEmbeddedDynamoDb();
  const { client } = await server;
  const tableName = `test-${randomUUID()}`;
  await ensureTable(client, tableName);
  const another = (changed: Partial<StoreOptions> = {}) =>
    createStore({ client, tableName, ...options, ...changed });
  return { store: another(), client, tableName, another };
}

let server: Promise<EmbeddedDynamoDb> | undefined;

afterAll(async () => {
  await (await server)?.stop();
});
