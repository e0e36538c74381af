import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { createClient } from '../store/client.ts';
import { createDeps } from './deps.ts';
import type { RequestLog } from './request-log.ts';
import type { ScheduledHandler } from './scheduled.ts';
import { createScheduled } from './scheduled.ts';
import { sealBucket } from './seal-bucket.ts';

/** The function behind the schedules, started as its environment says. */
export function startScheduled(environment: NodeJS.ProcessEnv, log: RequestLog): ScheduledHandler {
  const { TABLE_NAME, DYNAMODB_ENDPOINT: endpoint, SEAL_BUCKET, SEAL_KEY } = Environment.parse(environment);
  const deps = createDeps({ client: createClient({ endpoint }), tableName: TABLE_NAME });
  return createScheduled(deps, sealBucket(new S3Client(), SEAL_BUCKET, new KMSClient(), SEAL_KEY), log);
}

const Environment = z.object({
  TABLE_NAME: z.string().min(1),
  DYNAMODB_ENDPOINT: z.url().optional(),
  SEAL_BUCKET: z.string().min(1),
  SEAL_KEY: z.string().min(1),
});
