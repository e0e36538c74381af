import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { createGraphqlServer } from '../../graphql/server.ts';
import { createClient } from '../store/client.ts';
import { createDeps } from './deps.ts';
import { listBucket } from './list-bucket.ts';
import { createListSteps } from './list-steps.ts';
import { createRequestLog } from './request-log.ts';

const { TABLE_NAME, DYNAMODB_ENDPOINT, LIST_BUCKET, SERVICE_NAME } = z
  .object({
    TABLE_NAME: z.string().min(1),
    DYNAMODB_ENDPOINT: z.url().optional(),
    LIST_BUCKET: z.string().min(1),
    SERVICE_NAME: z.string().default('park-admission'),
  })
  .parse(process.env);

/** The entry points of the functions that check lists, step by step (infra/list-runs.ts). */
export const { read, check, gather } = createListSteps({
  deps: createDeps({ client: createClient({ endpoint: DYNAMODB_ENDPOINT }), tableName: TABLE_NAME }),
  objects: listBucket(new S3Client(), LIST_BUCKET),
  answerGraphql: createGraphqlServer(),
  log: createRequestLog({ serviceName: SERVICE_NAME, clock: () => new Date(), metrics: true }),
});
