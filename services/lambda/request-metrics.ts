import { METRIC_NAMESPACE, METRICS } from './metric-names.ts';
import type { AnsweredRequest } from './request-line.ts';

/**
 * The figures of a request in CloudWatch's embedded metric format, to be written in the same line as what the log says
 * of it, so that a figure and the requests behind it are one thing. The line itself names the service, their dimension.
 */
export function requestMetrics(
  clock: () => Date,
): (request: AnsweredRequest) => Readonly<Record<string, unknown>> {
  return (request) => {
    const values = valuesOf(request);
    const Metrics = Object.keys(values).map((Name) => ({
      Name,
      Unit: Name === METRICS.duration ? 'Milliseconds' : 'Count',
    }));
    const figures = { Namespace: METRIC_NAMESPACE, Dimensions: [['service']], Metrics };
    return { _aws: { Timestamp: clock().getTime(), CloudWatchMetrics: [figures] }, ...values };
  };
}

/** By the names of the metrics. Zeros too: an alarm must be able to tell quiet from well. */
function valuesOf({
  status,
  durationMs,
  coldStart,
  sum,
  consumed,
}: AnsweredRequest): Readonly<Record<string, number>> {
  return {
    [METRICS.requests]: 1,
    [METRICS.faults]: sum.faults > 0 || status >= 500 ? 1 : 0,
    [METRICS.badRequests]: status >= 400 && status < 500 ? 1 : 0,
    [METRICS.duration]: durationMs,
    [METRICS.coldStarts]: coldStart ? 1 : 0,
    [METRICS.storeRequests]: consumed.requests,
    [METRICS.storeThrottles]: consumed.throttled,
    [METRICS.storeReadUnits]: consumed.readUnits,
    [METRICS.storeWriteUnits]: consumed.writeUnits,
    ...Object.fromEntries([...sum.outcomes].map(([outcome, projects]) => [METRICS[outcome], projects])),
  };
}
