import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { reference } from '../data/reference.ts';
import type { Deps } from '../operations/deps.ts';
import { keepAssessments } from '../operations/keep-assessments.ts';
import type { ListDesk } from '../operations/list-desk.ts';
import { createStore } from '../store/create-store.ts';

/** What the operations work with, over one table: the same in Lambda and on a developer's machine. */
export function createDeps(
  table: { readonly client: DynamoDBClient; readonly tableName: string },
  lists?: ListDesk,
): Deps {
  const here = { reference, clock: () => new Date(), newId: randomUUID };
  return { store: createStore(table), ...here, kept: keepAssessments(), ...(lists && { lists }) };
}
