import { Duration } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { METRIC_NAMESPACE } from '../services/lambda/metric-names.ts';
import { alarmName } from './alarm-receiver.ts';
import { vaultName } from './backups.ts';
import type { ListRuns } from './list-runs.ts';
import { ofService } from './service-metrics.ts';
import type { Stage } from './stages.ts';
import { systemErrors, throttledRequests } from './table-metrics.ts';
import type { TableWatch } from './table-watch.ts';
import type { WebFirewall } from './web-firewall.ts';

/** What is watched. */
export interface Watched {
  readonly api: RestApi;
  /** Of every status that was answered, those of gateway and firewall too. */
  readonly accessLog: LogGroup;
  readonly lambdas: readonly LambdaFunction[];
  /** What links, seals and verifies. */
  readonly keeper: LambdaFunction;
  readonly log: LogGroup;
  readonly table: ITable;
  readonly watch: TableWatch;
  readonly firewall: WebFirewall;
  readonly runs: ListRuns;
}

/** Everything that somebody must be told of, each with the article of the runbook that says what to do. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];
  /** What a faulty version raises within minutes: one that does so is taken back (canary.ts). */
  readonly ofVersions: readonly Alarm[];

  constructor(scope: Construct, id: string, stage: Stage, watched: Watched, topic: ITopic) {
    super(scope, id);
    this.all = Object.entries(this.conditions(stage, watched)).map(([name, condition]) =>
      this.alarm(stage, name, condition, topic),
    );
    this.ofVersions = this.all.filter(({ node }) => OF_VERSIONS.includes(node.id));
  }

  private conditions(
    stage: Stage,
    { api, accessLog, lambdas, keeper, log, table, watch, firewall, runs }: Watched,
  ): Readonly<Record<string, Condition>> {
    return {
      'function-errors': {
        says: 'A function did not start, crashed or ran out of time.',
        metric: sumOf([...lambdas, watch.lambda].map((lambda) => lambda.metricErrors())),
        threshold: 1,
      },
      'function-throttles': {
        says: 'More requests at once than functions may run.',
        metric: sumOf(lambdas.map((lambda) => lambda.metricThrottles())),
        threshold: 1,
        periods: 2,
      },
      'api-latency': {
        says: 'One request in a hundred took longer than five seconds.',
        metric: api.metricLatency({ period: FIVE_MINUTES, statistic: 'p99' }),
        threshold: 5_000,
        periods: 3,
      },
      'api-server-errors': {
        says: 'Requests were answered with a fault of ours.',
        metric: api.metricServerError({ period: FIVE_MINUTES, statistic: 'Sum' }),
        threshold: 5,
      },
      'service-faults': {
        // A fault in one field leaves the rest of a GraphQL answer whole, and its status 200.
        says: 'A bug or an outage struck requests, in part or as a whole.',
        metric: ofService(stage, 'faults', FIVE_MINUTES),
        threshold: 3,
      },
      'table-throttled': {
        says: 'DynamoDB turned requests away, at the table or at an index.',
        metric: throttledRequests(table, FIVE_MINUTES),
        threshold: 10,
        periods: 2,
      },
      'table-errors': {
        says: 'DynamoDB had faults of its own.',
        metric: systemErrors(table, FIVE_MINUTES),
        threshold: 5,
      },
      'refused-callers': {
        says: 'Many requests were refused for want of a token, a role or a key: somebody tries doors.',
        metric: this.refusedCallers(stage, accessLog),
        threshold: 100,
      },
      'firewall-blocks': {
        says: 'The firewall turned many requests away: a flood, a scan, or a proper caller that it takes for one.',
        metric: firewall.blocked(FIVE_MINUTES),
        threshold: 500,
      },
      'seals-failing': {
        says: 'Decisions are not linked, heads are not sealed, or nothing is verified.',
        metric: keeper.metricErrors({ period: FIVE_MINUTES, statistic: 'Sum' }),
        threshold: 1,
      },
      'seals-stopped': {
        says: 'The schedules that link, seal and verify do not run.',
        metric: keeper.metricInvocations({ period: FIVE_MINUTES, statistic: 'Sum' }),
        threshold: 1,
        periods: 3,
        below: true,
      },
      'history-rewritten': {
        says: 'Items of the table were replaced or deleted, which the service never does.',
        metric: watch.found('ItemsRewritten', ['ITEM_REPLACED', 'ITEM_DELETED'], FIVE_MINUTES),
        threshold: 1,
      },
      'table-unguarded': {
        says: 'The key, the stream, the protection or the recovery of the table is not as it was deployed.',
        metric: watch.found(
          'TableUnguarded',
          ['TABLE_NOT_ACTIVE', 'KEY_UNUSABLE', 'STREAM_OFF', 'DELETION_PROTECTION_OFF', 'RECOVERY_OFF'],
          // Two looks, so that it stays raised from one to the next.
          Duration.minutes(30),
        ),
        threshold: 1,
      },
      'table-unwatched': {
        says: 'Nobody has looked for an hour whether the table is as it should be.',
        metric: watch.looks(Duration.hours(1)),
        threshold: 1,
        below: true,
      },
      'backup-missing': {
        says: 'For two days no backup has come into the vault.',
        metric: new Metric({
          namespace: 'AWS/Backup',
          metricName: 'NumberOfBackupJobsCompleted',
          statistic: 'Sum',
          period: Duration.days(1),
          dimensionsMap: { BackupVaultName: vaultName(stage) },
        }),
        threshold: 1,
        periods: 2,
        below: true,
      },
      'lists-failing': {
        says: 'The check of a list broke off, or one of its steps fails again and again.',
        metric: runs.broken(FIVE_MINUTES),
        threshold: 1,
      },
      'lists-lost': {
        says: 'A list was handed in, and nothing began to check it.',
        metric: runs.notStarted(FIVE_MINUTES),
        threshold: 1,
      },
      'stored-data': {
        says: 'Something stored is missing, changed behind our back, or cannot be read.',
        metric: this.faultsOfStoredData(stage, log),
        threshold: 1,
      },
    };
  }

  /**
   * The log says by a code which fault of the store struck, and how often an entry could not be read. Looked for where
   * the log puts codes and nowhere else: callers choose some words of a line too.
   */
  private faultsOfStoredData(stage: Stage, log: LogGroup): IMetric {
    return new MetricFilter(this, 'StoredData', {
      logGroup: log,
      filterPattern: FilterPattern.any(
        ...FAULTS_OF_STORED_DATA.map((code) => FilterPattern.stringValue('$.error.code', '=', code)),
        FilterPattern.stringValue('$.error.code', '=', DAMAGED_DECISION),
        FilterPattern.numberValue(`$.refusals.${UNREADABLE_ENTRY}`, '>', 0),
      ),
      metricNamespace: METRIC_NAMESPACE,
      metricName: `FaultsOfStoredData-${stage.name}`,
      metricValue: '1',
      defaultValue: 0,
    }).metric({ period: FIVE_MINUTES, statistic: 'Sum' });
  }

  /** 401 and 403 as they were answered, by whomever: in the access log a status is text. */
  private refusedCallers(stage: Stage, accessLog: LogGroup): IMetric {
    return new MetricFilter(this, 'RefusedCallers', {
      logGroup: accessLog,
      filterPattern: FilterPattern.any(
        ...REFUSED_STATUS.map((status) => FilterPattern.stringValue('$.status', '=', status)),
      ),
      metricNamespace: METRIC_NAMESPACE,
      metricName: `RefusedCallers-${stage.name}`,
      metricValue: '1',
      defaultValue: 0,
    }).metric({ period: FIVE_MINUTES, statistic: 'Sum' });
  }

  private alarm(
    stage: Stage,
    name: string,
    { says, metric, threshold, periods = 1, below = false }: Condition,
    topic: ITopic,
  ): Alarm {
    const alarm = new Alarm(this, name, {
      alarmName: alarmName(stage.name, name),
      alarmDescription: `${says} What to do: ${stage.runbook ?? 'docs/runbook.md'}#${name}`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // No requests, no trouble: a quiet night is no alarm. What comes by the clock and does not come is one.
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    alarm.addOkAction(new SnsAction(topic));
    return alarm;
  }
}

interface Condition {
  readonly says: string;
  readonly metric: IMetric;
  /** Reached or passed is an alarm. */
  readonly threshold: number;
  /** Less than the threshold is one, and nothing at all too. */
  readonly below?: boolean;
  /** For as many periods of the metric on end. */
  readonly periods?: number;
}

/** A function that nobody asked has no values, and one silent summand would silence the sum. */
const sumOf = (metrics: readonly IMetric[]): IMetric =>
  new MathExpression({
    expression: metrics.map((_, at) => `FILL(m${at}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(metrics.map((metric, at) => [`m${at}`, metric])),
    period: FIVE_MINUTES,
  });

const OF_VERSIONS = ['function-errors', 'api-server-errors', 'service-faults', 'stored-data'];

const REFUSED_STATUS = ['401', '403'] as const;

const FIVE_MINUTES = Duration.minutes(5);

/** Codes of services/store/faults.ts that time does not heal. */
export const FAULTS_OF_STORED_DATA = [
  'BLOB_MISSING',
  'BLOB_CORRUPT',
  'REVISION_TAMPERED',
  'STORED_DATA_UNREADABLE',
  'DECISION_TAMPERED',
  'CHAIN_BROKEN',
] as const;

/** The code of the error in the place of a decision that is damaged. */
export const DAMAGED_DECISION = 'DECISION_DAMAGED';

/** The code with which a project is refused because an entry that applies to it cannot be read. */
export const UNREADABLE_ENTRY = 'ENTRY_UNREADABLE';
