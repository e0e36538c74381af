import type { CreateTableCommandInput, KeySchemaElement } from '@aws-sdk/client-dynamodb';
import { TABLE } from './table.ts';

/** The table definition as a CreateTable request, for servers that no CDK stack deploys to. */
export function createTableInput(tableName: string): CreateTableCommandInput {
  const keys = [TABLE, ...TABLE.indexes].flatMap((schema) => [schema.partitionKey, schema.sortKey]);
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...new Set(keys)].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: keySchema(TABLE),
    GlobalSecondaryIndexes: TABLE.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    })),
  };
}

const keySchema = (schema: { partitionKey: string; sortKey: string }): KeySchemaElement[] => [
  { AttributeName: schema.partitionKey, KeyType: 'HASH' },
  { AttributeName: schema.sortKey, KeyType: 'RANGE' },
];
