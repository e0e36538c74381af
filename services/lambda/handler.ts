import { createRequestLog } from './request-log.ts';
import { start } from './start.ts';

const log = createRequestLog({
  serviceName: process.env.POWERTOOLS_SERVICE_NAME || 'park-admission',
  clock: () => new Date(),
  metrics: true,
});

/** The entry point of the functions behind API Gateway and, where seals are kept, of the one behind the schedules. */
export const handler =
  process.env.SEAL_BUCKET === undefined
    ? await start(process.env, log)
    : (await import('./start-scheduled.ts')).startScheduled(process.env, log);
