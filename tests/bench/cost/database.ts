import { startEmbeddedDynamoDb } from '../../../services/local/embedded-dynamodb.ts';

// An embedded DynamoDB in a process of its own, so that its work does not count as the function's. It says where it
// is on one line, and ends when it is killed.

const { endpoint, tableName } = await startEmbeddedDynamoDb();
console.log(JSON.stringify({ endpoint, tableName }));
