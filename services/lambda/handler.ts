import { createRequestLog } from './request-log.ts';
import { start } from './start.ts';

const log = createRequestLog({
  serviceName: process.env.SERVICE_NAME || 'park-admission',
  clock: () => new Date(),
  metrics: true,
});

/** The entry point of the function behind API Gateway. */
export const handler = await start(process.env, log);
