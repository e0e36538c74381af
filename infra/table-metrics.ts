import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { TABLE } from '../services/store/table.ts';

/**
 * Reads and writes that DynamoDB turned away, at the table and at every index: counted item by item, because of a
 * batch that is throttled in part no request counts as throttled.
 */
export function throttledRequests(table: ITable, period: Duration): IMetric {
  const places = [{}, ...TABLE.indexes.map(({ name }) => ({ GlobalSecondaryIndexName: name }))];
  return sumOf(
    'throttled',
    places.flatMap((place) =>
      ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) => metricOf(table, name, place)),
    ),
    period,
  );
}

/** Requests that failed by a fault of DynamoDB. */
export function systemErrors(table: ITable, period: Duration): IMetric {
  return sumOf(
    'faults',
    ['GetItem', 'BatchGetItem', 'Query', 'PutItem'].map((Operation) =>
      metricOf(table, 'SystemErrors', { Operation }),
    ),
    period,
  );
}

/** What the table's reads or writes come to, as it is billed. */
export const consumed = (table: ITable, what: 'Read' | 'Write', label: string): IMetric =>
  metricOf(table, `Consumed${what}CapacityUnits`, {}, label);

const metricOf = (
  table: ITable,
  metricName: string,
  dimensions: Readonly<Record<string, string>>,
  label?: string,
): Metric =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    statistic: 'Sum',
    dimensionsMap: { TableName: table.tableName, ...dimensions },
    label,
  });

/** A metric that has no values counts as zero, or one quiet index would silence the whole sum. */
function sumOf(label: string, metrics: readonly Metric[], period: Duration): IMetric {
  return new MathExpression({
    expression: metrics.map((_, at) => `FILL(${label}${at}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(metrics.map((metric, at) => [`${label}${at}`, metric])),
    label,
    period,
  });
}
