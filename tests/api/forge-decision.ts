import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Shanxi } from './seed.ts';

/** Changes what lies in the table of a decision, behind the service's back. */
export async function forgeDecision({ client, tableName: TableName }: Shanxi, id: string): Promise<void> {
  const Key = { PK: { S: `DECISION#${id}` }, SK: { S: 'META' } };
  const { Item } = await client.send(new GetItemCommand({ TableName, Key }));
  await client.send(new PutItemCommand({ TableName, Item: { ...Item!, body: { S: 'f'.repeat(64) } } }));
}
