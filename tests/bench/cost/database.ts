import { createDynalite, within } from '../../../services/local/dynalite.ts';
import { ensureTable } from '../../../services/local/embedded-dynamodb.ts';
import { createClient } from '../../../services/store/client.ts';
import { listenFor } from '../../testkit/dynamodb-endpoint.ts';

// A DynamoDB in a process of its own, so that its work does not count as the function's. It says where it is on one
// line, and ends when it is killed.

const tableName = 'park-admission';
const dynalite = createDynalite();
await ensureTable(createClient(within(dynalite)), tableName);
console.log(JSON.stringify({ endpoint: (await listenFor(dynalite)).endpoint, tableName }));
