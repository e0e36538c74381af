import { Duration, Validations } from 'aws-cdk-lib';
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  Function as LambdaFunction,
  Runtime,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SnsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { METRIC_NAMESPACE } from '../services/lambda/metric-names.ts';
import type { TableFault } from '../services/lambda/table-watch.ts';
import type { Bundle } from './bundle.ts';
import type { Stage } from './stages.ts';

/**
 * A small function beside the service that sees what IAM cannot forbid: a put that replaces. It is woken by the table's
 * stream for items that were replaced or deleted, and for nothing else, and four times an hour to see whether stream,
 * key, deletion protection and recovery are as they were deployed.
 */
export class TableWatch extends Construct {
  readonly lambda: LambdaFunction;
  private readonly stage: Stage;
  private readonly log: LogGroup;

  constructor(scope: Construct, id: string, stage: Stage, { table, key, bundle, topic }: TableWatchParts) {
    super(scope, id);
    this.stage = stage;
    this.log = new LogGroup(this, 'Log', { retention: stage.logRetention });
    const role = new Role(this, 'Role', {
      description: 'What the watch over the table of park-admission may do',
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    this.log.grantWrite(role);
    this.lambda = new LambdaFunction(this, 'Lambda', {
      description: 'Watches the table of park-admission',
      code: Code.fromAsset(bundle.package),
      handler: bundle.handler,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 256,
      timeout: Duration.seconds(30),
      logGroup: this.log,
      role,
      // What could not be looked at is told to whoever hears the alarms.
      deadLetterTopic: topic,
      environment: {
        NODE_ENV: 'production',
        TABLE_NAME: table.tableName,
        STREAM_ARN: table.tableStreamArn!,
      },
    });
    this.mayLook(table, key);
    new EventSourceMapping(this, 'Stream', {
      target: this.lambda,
      eventSourceArn: table.tableStreamArn!,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [FilterCriteria.filter({ eventName: FilterRule.or('MODIFY', 'REMOVE') })],
      retryAttempts: 10,
      onFailure: new SnsDlq(topic),
    }).node.addDependency(role);
    const rule = new Rule(this, 'Schedule', {
      description: 'Is the table of park-admission guarded as it was deployed?',
      schedule: Schedule.rate(Duration.minutes(15)),
      targets: [new LambdaTarget(this.lambda)],
    });
    Validations.of(rule).acknowledge({
      id: 'Serverless-EventBusDLQ',
      reason:
        'What comes too late to be delivered is a look at the table that the next one makes good in a quarter of an hour; that none comes at all raises an alarm.',
    });
    Validations.of(this.lambda).acknowledge({
      id: 'Serverless-LambdaTracing',
      reason:
        'X-Ray is not to be had for functions in the China regions, and its permissions cannot be narrowed to a resource. The function makes two calls; its log says what they found.',
    });
  }

  /** The stream, and what DynamoDB says of the table: not one item of it. */
  private mayLook(table: ITable, key: IKey | null): void {
    const allow = (actions: string[], resources: string[], conditions?: Record<string, unknown>) =>
      this.lambda.addToRolePolicy(
        new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }),
      );
    allow(['dynamodb:DescribeTable', 'dynamodb:DescribeContinuousBackups'], [table.tableArn]);
    allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      [table.tableStreamArn!],
    );
    allow(['dynamodb:ListStreams'], ['*']);
    if (key) allow(['kms:Decrypt'], [key.keyArn], { StringLike: { 'kms:ViaService': 'dynamodb.*' } });
    Validations.of(this.lambda.role!).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'Lambda asks for the permission to list streams before it connects one, and DynamoDB knows no resource for it: it tells which streams there are, and nothing that is in them.',
    });
  }

  /** How often one of these was found. */
  found(name: string, codes: readonly TableFault[], period: Duration): IMetric {
    return new MetricFilter(this, name, {
      logGroup: this.log,
      filterPattern: FilterPattern.any(
        ...codes.map((code) => FilterPattern.stringValue('$.code', '=', code)),
      ),
      metricNamespace: METRIC_NAMESPACE,
      metricName: `${name}-${this.stage.name}`,
      metricValue: '1',
      defaultValue: 0,
    }).metric({ period, statistic: 'Sum' });
  }

  /** Looks that came to an end. None at all is as bad as one that failed. */
  looks(period: Duration): IMetric {
    return new MathExpression({
      expression: 'invocations - FILL(errors, 0)',
      usingMetrics: { invocations: this.lambda.metricInvocations(), errors: this.lambda.metricErrors() },
      period,
    });
  }
}

interface TableWatchParts {
  /** With its stream. */
  readonly table: ITable;
  readonly key: IKey | null;
  readonly bundle: Bundle;
  readonly topic: ITopic;
}
