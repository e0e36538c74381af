import { Aws, CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { INCOMING } from '../services/lists/bucket/places.ts';
import { serviceName } from './api-function.ts';
import type { Bundle } from './bundle.ts';
import { checkLists, gatherLists, readLists, readPortions } from './capabilities/use-lists.ts';
import { readTable, useTable } from './capabilities/use-table.ts';
import type { ListBucket } from './list-bucket.ts';
import { listStates } from './list-states.ts';
import type { Stage } from './stages.ts';

/** Three functions and the state machine that calls them for every list that is handed in. */
export class ListRuns extends Construct {
  readonly states: StateMachine;
  readonly lambdas: readonly LambdaFunction[];
  /** What EventBridge could not start. */
  private readonly lost: Queue;

  constructor(scope: Construct, id: string, stage: Stage, parts: ListRunsParts) {
    super(scope, id);
    const { lists, table, key } = parts;
    const read = this.step('Read', stage, parts, { memory: WHOLE_LIST_MB, timeout: Duration.minutes(15) });
    const check = this.step('Check', stage, parts, { memory: PORTION_MB, timeout: Duration.minutes(5) });
    const gather = this.step('Gather', stage, parts, {
      memory: WHOLE_LIST_MB,
      timeout: Duration.minutes(15),
    });
    this.lambdas = [read, check, gather];
    readTable(read, table, key);
    for (const lambda of [check, gather]) useTable(lambda, table, key);
    readLists(read, lists);
    checkLists(check, lists);
    gatherLists(gather, lists);

    const name = `park-admission-${stage.name}-lists`;
    const role = this.roleOf(name, lists);
    const definition = listStates({
      partition: Aws.PARTITION,
      bucket: lists.bucketName,
      read: read.functionArn,
      check: check.functionArn,
      gather: gather.functionArn,
      workers: stage.lists.workers,
    });
    this.states = new StateMachine(this, 'States', {
      stateMachineName: name,
      definitionBody: DefinitionBody.fromString(Stack.of(this).toJsonString(definition)),
      role,
    });
    Validations.of(this.states).acknowledge(
      {
        id: 'AwsSolutions-SF1',
        reason:
          'Step Functions keeps the history of every run for ninety days by itself, with names of objects and no word of what is in them; to copy it into a log takes permissions that cannot be narrowed to one.',
      },
      ...['AwsSolutions-SF2', 'Serverless-StepFunctionStateMachineXray'].map((rule) => ({
        id: rule,
        reason:
          'X-Ray is not to be had for functions in the China regions, and its permissions cannot be narrowed to a resource. The history of a run says how long each of its steps took.',
      })),
    );

    this.lost = new Queue(this, 'Lost', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.lost).acknowledge(
      ...['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'].map((id) => ({
        id,
        reason:
          'This is the queue for what could not be delivered. Nothing takes from it but whoever starts a run by hand, after the alarm lists-lost.',
      })),
    );
    new Rule(this, 'HandedIn', {
      description: `A list was handed in at park-admission, ${stage.name}`,
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [lists.bucketName] }, object: { key: [{ prefix: INCOMING }] } },
      },
      targets: [new SfnStateMachine(this.states, { deadLetterQueue: this.lost })],
    });
    new CfnOutput(this, 'StatesArn', { value: this.states.stateMachineArn });
  }

  /**
   * Runs that broke off, and steps that failed again and again: one that passes at the second attempt is nobody's business,
   * and what an office has to mend in its list is its own.
   */
  broken(period: Duration): IMetric {
    const errors = this.lambdas.map((lambda) => lambda.metricErrors({ period, statistic: 'Sum' }));
    const ends = [
      this.states.metricTimedOut({ period, statistic: 'Sum' }),
      this.states.metricAborted({ period, statistic: 'Sum' }),
      this.states.metricThrottled({ period, statistic: 'Sum' }),
    ];
    const usingMetrics = Object.fromEntries([...errors, ...ends].map((metric, at) => [`m${at}`, metric]));
    const sum = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => `FILL(m${from + at}, 0)`).join(' + ');
    return new MathExpression({
      expression: `(${sum(0, errors.length)}) / ${FAILED_AGAIN} + ${sum(errors.length, errors.length + ends.length)}`,
      usingMetrics,
      period,
      label: 'runs of lists that broke off',
    });
  }

  /** Lists that nobody began to check. */
  notStarted(period: Duration): IMetric {
    return this.lost.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });
  }

  private step(
    name: 'Read' | 'Check' | 'Gather',
    stage: Stage,
    { bundle, log }: ListRunsParts,
    { memory, timeout }: { readonly memory: number; readonly timeout: Duration },
  ): LambdaFunction {
    const role = new Role(this, `${name}Role`, {
      description: `What a step of the check of lists of park-admission may do: ${name}`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    log.grantWrite(role);
    const lambda = new LambdaFunction(this, name, {
      description: `Checks lists of park-admission: ${name}`,
      code: Code.fromAsset(bundle.package),
      handler: `handler.${name.toLowerCase()}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout,
      // Lists have their share as callers have theirs.
      ...(name === 'Check' && stage.concurrency && { reservedConcurrentExecutions: stage.lists.workers }),
      logGroup: log,
      role,
      environment: { NODE_ENV: 'production', SERVICE_NAME: serviceName(stage) },
    });
    Validations.of(lambda).acknowledge(
      {
        id: 'Serverless-LambdaDLQ',
        reason:
          'The state machine alone invokes the function, waits for the answer and tries again: there are no asynchronous events whose failure a queue could catch.',
      },
      {
        id: 'Serverless-LambdaTracing',
        reason:
          'X-Ray is not to be had for functions in the China regions, and its permissions cannot be narrowed to a resource. The history of a run says how long each of its steps took.',
      },
    );
    return lambda;
  }

  /** Functions by their names, its own children, and the list of portions: nothing else. */
  private roleOf(name: string, lists: ListBucket): Role {
    const role = new Role(this, 'StatesRole', {
      description: 'What the run of a list of park-admission may do',
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
    });
    const ofStates = (resource: string) =>
      `arn:${Aws.PARTITION}:states:${Stack.of(this).region}:${Aws.ACCOUNT_ID}:${resource}`;
    const allow = (actions: string[], resources: string[]) =>
      role.addToPolicy(new PolicyStatement({ actions, resources }));
    allow(
      ['lambda:InvokeFunction'],
      this.lambdas.map(({ functionArn }) => functionArn),
    );
    // A distributed map runs as executions of the same state machine, which are begun, stopped and redriven.
    allow(['states:StartExecution'], [ofStates(`stateMachine:${name}`)]);
    allow(
      ['states:DescribeExecution', 'states:RedriveExecution', 'states:StopExecution'],
      [ofStates(`execution:${name}/*`)],
    );
    readPortions(role, lists);
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:${Stack.of(this).region}:<AWS::AccountId>:execution:${name}/*]`,
      reason:
        'Step Functions names the executions of a distributed map by itself, after the state machine whose they are: this pattern is of that one alone.',
    });
    return role;
  }
}

interface ListRunsParts {
  readonly bundle: Bundle;
  readonly lists: ListBucket;
  readonly table: ITable;
  readonly key: IKey | null;
  /** One for all of them. */
  readonly log: LogGroup;
}

/** As much as a new account may have: a list of 200,000 rows is held as a whole (docs/scale.md has the figures). */
const WHOLE_LIST_MB = 3008;
/** With 1 769 MB a function has one whole processor. */
const PORTION_MB = 1769;
/** Errors within a period that are no hiccup: after four a step has been given up. */
const FAILED_AGAIN = 4;
