import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DAMAGED_DECISION, FAULTS_OF_STORED_DATA, UNREADABLE_ENTRY } from '../../infra/alarms.ts';
import { STAGES } from '../../infra/stages.ts';
import { MESSAGE_CODES } from '../../services/domain/messages/messages.ts';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { METRICS } from '../../services/lambda/metric-names.ts';
import type { AnsweredRequest } from '../../services/lambda/request-line.ts';
import { createRequestLog, type RequestLog } from '../../services/lambda/request-log.ts';
import * as faults from '../../services/store/faults.ts';
import {
  BlobCorrupt,
  BlobMissing,
  RevisionTampered,
  StaleHead,
  StoredDataUnreadable,
  StoreUnavailable,
} from '../../services/store/faults.ts';
import { nothingConsumed } from '../../services/store/request-budget.ts';
import { deploy, PROD } from './deployment.ts';

const runbook = readFileSync('docs/runbook.md', 'utf8');
/** As GitHub makes them of headings. */
const anchors = [...runbook.matchAll(/^#{2,4} (.+)$/gm)].map(([, heading]) =>
  heading!
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-'),
);

const { resources } = deploy(PROD);
const all = (wanted: string) =>
  resources.filter(({ type }) => type === wanted).map(({ properties }) => properties);
const alarms = all('AWS::CloudWatch::Alarm');

describe('every alarm', () => {
  test.each(alarms.map((alarm) => [alarm.AlarmName as string, alarm]))(
    '%s leads to its article of the runbook',
    (_, alarm) => {
      const [, anchor] = /What to do: docs\/runbook\.md#([a-z-]+)$/.exec(alarm.AlarmDescription) ?? [];
      expect(anchors).toContain(anchor);
      expect(alarm.AlarmName).toBe(`park-admission-prod-${anchor}`);
    },
  );

  test('of cost leads to its article too: a budget is called by it', () => {
    const [{ Budget }] = all('AWS::Budgets::Budget');
    expect(anchors).toContain(Budget.BudgetName.replace('park-admission-prod-', ''));
  });

  test('links to it where the stage says where it is', () => {
    const runbook = 'https://git.example.gov.cn/park-admission/docs/runbook.md';
    const linked = deploy({ ...STAGES.dev!, runbook }).resources.filter(
      ({ type }) => type === 'AWS::CloudWatch::Alarm',
    );
    for (const { properties } of linked) expect(properties.AlarmDescription).toContain(` ${runbook}#`);
    expect(linked.length).toBe(alarms.length);
  });

  test('tells somebody when it begins and when it is over', () => {
    expect(
      alarms.filter(({ AlarmActions, OKActions }) => !AlarmActions?.length || !OKActions?.length),
    ).toEqual([]);
  });

  test('is one of those that were asked for: errors, throttles, latency, the table, stored data', () => {
    expect(alarms.map(({ AlarmName }) => AlarmName.replace('park-admission-prod-', '')).sort()).toEqual([
      'api-latency',
      'api-server-errors',
      'backup-missing',
      'firewall-blocks',
      'function-errors',
      'function-throttles',
      'history-rewritten',
      'lists-failing',
      'lists-lost',
      'refused-callers',
      'seals-failing',
      'seals-stopped',
      'service-faults',
      'stored-data',
      'table-errors',
      'table-throttled',
      'table-unguarded',
      'table-unwatched',
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
  const places = ['table', 'byZone', 'byProjectCode', 'byCreditCode'];
  expect(watched).toEqual(
    places.flatMap((place) => [`${place} ReadThrottleEvents`, `${place} WriteThrottleEvents`]),
  );
});

test('faults are watched under the name by which the function of this very stage counts them', () => {
  const { MetricName, Namespace, Dimensions } = alarms.find(({ AlarmName }) =>
    AlarmName.endsWith('service-faults'),
  )!;
  const { Environment } = all('AWS::Lambda::Function').find(
    ({ Environment: { Variables } }) => Variables.CALLERS,
  )!;
  expect({ MetricName, Namespace, Dimensions }).toEqual({
    MetricName: METRICS.faults,
    Namespace: 'park-admission',
    Dimensions: [{ Name: 'service', Value: Environment.Variables.SERVICE_NAME }],
  });
});

test('who tries doors is heard of, whoever turned him away', () => {
  const { FilterPattern, LogGroupName } = all('AWS::Logs::MetricFilter').find(({ MetricTransformations }) =>
    MetricTransformations[0].MetricName.startsWith('RefusedCallers'),
  )!;
  expect(FilterPattern).toBe('{ ($.status = "401") || ($.status = "403") }');
  // Of the gateway: what it, the firewall and the functions refuse is in one log.
  expect(JSON.stringify(all('AWS::ApiGateway::Stage')[0]!.AccessLogSetting.DestinationArn)).toContain(
    LogGroupName.Ref,
  );
  const { MetricName, Dimensions } = alarms.find(({ AlarmName }) => AlarmName.endsWith('firewall-blocks'))!;
  expect([MetricName, Dimensions]).toEqual([
    'BlockedRequests',
    [
      { Name: 'Region', Value: 'ap-southeast-1' },
      { Name: 'Rule', Value: 'ALL' },
      { Name: 'WebACL', Value: 'park-admission-prod' },
    ],
  ]);
});

describe('the alarm on stored data', () => {
  const filter = all('AWS::Logs::MetricFilter').find(({ MetricTransformations }) =>
    MetricTransformations[0].MetricName.startsWith('FaultsOfStoredData'),
  )!.FilterPattern as string;
  /** Whether a line of the log is one that the filter counts, by the rules for JSON lines. */
  const counts = (line: string): boolean => {
    const terms = filter.replace(/^\{ | \}$/g, '').split(' || ');
    return terms.some((term) => {
      const [, path, wanted] = /^\(\$\.([\w.]+) (= "\w+"|> 0)\)$/.exec(term)!;
      // biome-ignore lint/suspicious/noExplicitAny: a line may have anything anywhere
      const value = path!.split('.').reduce((at: any, name) => at?.[name], JSON.parse(line));
      return wanted === '> 0' ? value > 0 : `= ${JSON.stringify(value)}` === wanted;
    });
  };
  const linesOf = (write: (log: RequestLog) => void): readonly string[] => {
    const lines: string[] = [];
    const clock = () => new Date('2026-11-23T02:00:00Z');
    write(
      createRequestLog({ serviceName: 's', clock, metrics: true, write: (line) => void lines.push(line) }),
    );
    return lines;
  };
  const request = (refusals: object, operation: string): AnsweredRequest => ({
    requestId: 'r',
    coldStart: false,
    status: 200,
    durationMs: 1,
    sum: {
      operation: { type: 'query', name: operation, fields: [] },
      accessed: new Set(),
      outcomes: new Map(),
      refusals: new Map(Object.entries(refusals)),
      faults: 0,
    },
    consumed: nothingConsumed(),
  });

  test.each([
    new BlobMissing('0'),
    new BlobCorrupt('0'),
    new RevisionTampered('register', 7),
    new StoredDataUnreadable('an item'),
  ])('counts $code, as the log has it', (fault) => {
    const [line] = linesOf((log) => log.fault(fault, { requestId: 'r', field: 'assess' }));
    expect(counts(line!)).toBe(true);
  });

  test('counts a decision that is damaged', () => {
    const damaged = new Refusal(DAMAGED_DECISION, { value: 'decision_1', fault: 'BLOB_MISSING' });
    const [line] = linesOf((log) => log.fault(damaged, { requestId: 'r', field: 'node' }));
    expect(counts(line!)).toBe(true);
  });

  test('counts an entry that could not be read', () => {
    expect(MESSAGE_CODES).toContain(UNREADABLE_ENTRY);
    const [line] = linesOf((log) => log.request(request({ [UNREADABLE_ENTRY]: 2, UNKNOWN_ZONE: 1 }, 'q')));
    expect(counts(line!)).toBe(true);
  });

  test('is not raised by what time heals, nor by a caller who names his operation so', () => {
    const lines = linesOf((log) => {
      log.fault(new StoreUnavailable('no answer'), { requestId: 'r' });
      log.fault(new StaleHead('register', null), { requestId: 'r' });
      log.request(request({ UNKNOWN_ZONE: 1 }, 'BLOB_MISSING'));
    });
    expect(lines).toHaveLength(3);
    expect(lines.filter(counts)).toEqual([]);
  });

  test('knows every fault of the store that there is', () => {
    const codes = Object.values(faults)
      .filter((fault) => fault.prototype instanceof faults.StoreFault)
      .map((Fault) => new (Fault as new (...parts: string[]) => faults.StoreFault)('', '', '').code);
    const healing = ['STALE_HEAD', 'STORE_UNAVAILABLE'];
    expect([...FAULTS_OF_STORED_DATA].sort()).toEqual(codes.filter((code) => !healing.includes(code)).sort());
  });
});

interface MetricQuery {
  readonly MetricStat?: {
    readonly Metric: {
      readonly MetricName: string;
      readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[];
    };
  };
}
