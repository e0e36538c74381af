import { createClient } from '../store/client.ts';
import { createTableWatch } from './table-watch.ts';

const { TABLE_NAME = '', STREAM_ARN = '', DYNAMODB_ENDPOINT: endpoint } = process.env;

/** The entry point of the function that watches the table. */
export const handler = createTableWatch({
  client: createClient({ endpoint }),
  tableName: TABLE_NAME,
  streamArn: STREAM_ARN,
  clock: () => new Date(),
});
