import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FAULTS_OF_STORED_DATA } from '../../infra/alarms.ts';
import { STAGES } from '../../infra/stages.ts';
import { MESSAGE_CODES } from '../../services/domain/messages.ts';
import * as faults from '../../services/store/faults.ts';
import { deploy } from './deployment.ts';

const runbook = readFileSync('docs/runbook.md', 'utf8');
/** As GitHub makes them of headings. */
const anchors = [...runbook.matchAll(/^#{2,4} (.+)$/gm)].map(([, heading]) =>
  heading!
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-'),
);

const alarms = deploy(STAGES.prod!)
  .resources.filter(({ type }) => type === 'AWS::CloudWatch::Alarm')
  .map(({ properties }) => properties);

describe('every alarm', () => {
  test.each(alarms.map((alarm) => [alarm.AlarmName as string, alarm]))(
    '%s leads to its article of the runbook',
    (_, alarm) => {
      const [, anchor] = /What to do: docs\/runbook\.md#([a-z-]+)$/.exec(alarm.AlarmDescription) ?? [];
      expect(anchors).toContain(anchor);
      expect(alarm.AlarmName).toBe(`park-admission-prod-${anchor}`);
    },
  );

  test('tells somebody when it begins and when it is over', () => {
    expect(
      alarms.filter(({ AlarmActions, OKActions }) => !AlarmActions?.length || !OKActions?.length),
    ).toEqual([]);
  });

  test('is one of those that were asked for: errors, throttles, latency, the table, stored data', () => {
    expect(alarms.map(({ AlarmName }) => AlarmName.replace('park-admission-prod-', '')).sort()).toEqual([
      'api-latency',
      'api-server-errors',
      'function-errors',
      'function-throttles',
      'stored-data',
      'table-errors',
      'table-throttled',
    ]);
  });
});

test('throttling is watched at the table and at every index, reading and writing', () => {
  const { Metrics } = alarms.find(({ AlarmName }) => AlarmName.endsWith('table-throttled'))!;
  const watched = Metrics.flatMap(({ MetricStat }: MetricQuery) =>
    MetricStat
      ? [
          `${MetricStat.Metric.Dimensions.find(({ Name }) => Name === 'GlobalSecondaryIndexName')?.Value ?? 'table'} ${MetricStat.Metric.MetricName}`,
        ]
      : [],
  );
  const places = ['table', 'byZone', 'byProjectCode'];
  expect(watched).toEqual(
    places.flatMap((place) => [`${place} ReadThrottleEvents`, `${place} WriteThrottleEvents`]),
  );
});

test('the alarm on stored data looks for codes that there are, of every fault that time does not heal', () => {
  const codes = Object.values(faults)
    .filter((fault) => fault.prototype instanceof faults.StoreFault)
    .map((Fault) => new (Fault as new (...parts: string[]) => faults.StoreFault)('', '', '').code);
  const healing = ['STALE_HEAD', 'STORE_UNAVAILABLE'];
  const lasting = codes.filter((code) => !healing.includes(code));
  expect([...FAULTS_OF_STORED_DATA].sort()).toEqual([...lasting, 'ENTRY_UNREADABLE'].sort());
  expect(MESSAGE_CODES).toContain('ENTRY_UNREADABLE');
});

interface MetricQuery {
  readonly MetricStat?: {
    readonly Metric: {
      readonly MetricName: string;
      readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[];
    };
  };
}
