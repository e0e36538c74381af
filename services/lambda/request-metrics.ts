import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { METRIC_NAMESPACE, METRICS } from './metric-names.ts';
import type { AnsweredRequest } from './request-line.ts';

/**
 * The figures of a request in CloudWatch's embedded metric format, to be written in the same line as what the log says
 * of it, so that a figure and the requests behind it are one thing.
 */
export function createRequestMetrics(
  serviceName: string,
  clock: () => Date,
): (request: AnsweredRequest) => Readonly<Record<string, unknown>> {
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName });

  return ({ status, durationMs, coldStart, sum, consumed }) => {
    const count = (name: string, value: number): void => {
      metrics.addMetric(name, MetricUnit.Count, value);
    };
    count(METRICS.requests, 1);
    // Zeros too: an alarm must be able to tell quiet from well.
    count(METRICS.faults, sum.faults > 0 || status >= 500 ? 1 : 0);
    count(METRICS.badRequests, status >= 400 && status < 500 ? 1 : 0);
    metrics.addMetric(METRICS.duration, MetricUnit.Milliseconds, durationMs);
    count(METRICS.coldStarts, coldStart ? 1 : 0);
    count(METRICS.storeRequests, consumed.requests);
    count(METRICS.storeThrottles, consumed.throttled);
    count(METRICS.storeReadUnits, consumed.readUnits);
    count(METRICS.storeWriteUnits, consumed.writeUnits);
    for (const [outcome, projects] of sum.outcomes) count(METRICS[outcome], projects);
    // The line itself says which service it is of, under the same name.
    const { service: _, _aws, ...values } = metrics.serializeMetrics();
    metrics.clearMetrics();
    return { _aws: { ..._aws, Timestamp: clock().getTime() }, ...values };
  };
}
