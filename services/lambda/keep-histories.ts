import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { createClient } from '../store/client.ts';
import { createDeps } from './deps.ts';
import { createRequestLog } from './request-log.ts';
import { createScheduled } from './scheduled.ts';
import { sealBucket } from './seal-bucket.ts';

const { TABLE_NAME, DYNAMODB_ENDPOINT, SEAL_BUCKET, SEAL_KEY, SERVICE_NAME } = z
  .object({
    TABLE_NAME: z.string().min(1),
    DYNAMODB_ENDPOINT: z.url().optional(),
    SEAL_BUCKET: z.string().min(1),
    SEAL_KEY: z.string().min(1),
    SERVICE_NAME: z.string().default('park-admission'),
  })
  .parse(process.env);

/** The entry point of the function behind the schedules (infra/seal-schedules.ts). */
export const handler = createScheduled(
  createDeps({ client: createClient({ endpoint: DYNAMODB_ENDPOINT }), tableName: TABLE_NAME }),
  sealBucket(new S3Client(), SEAL_BUCKET, new KMSClient(), SEAL_KEY),
  createRequestLog({ serviceName: SERVICE_NAME, clock: () => new Date(), metrics: true }),
);
