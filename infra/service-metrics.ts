import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { METRIC_NAMESPACE, METRICS } from '../services/lambda/metric-names.ts';
import { serviceName } from './api-function.ts';
import type { Stage } from './stages.ts';

/** A figure that the service itself gives with every request, summed up. */
export const ofService = (stage: Stage, name: keyof typeof METRICS, period = Duration.minutes(5)): IMetric =>
  new Metric({
    namespace: METRIC_NAMESPACE,
    metricName: METRICS[name],
    statistic: 'Sum',
    period,
    dimensionsMap: { service: serviceName(stage) },
  });
