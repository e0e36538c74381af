import { Duration, Validations } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { serviceName } from './api-function.ts';
import type { Bundle } from './bundle.ts';
import type { Stage } from './stages.ts';

/** The function that links decisions every minute, seals every hour and verifies everything every night. */
export class SealSchedules extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, stage: Stage, bundle: Bundle, log: LogGroup) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      description: 'What links, seals and verifies the histories of park-admission may do',
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    log.grantWrite(role);
    this.lambda = new LambdaFunction(this, 'Lambda', {
      description: 'Links, seals and verifies the histories of park-admission',
      code: Code.fromAsset(bundle.package),
      handler: bundle.handler,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 1024,
      timeout: Duration.minutes(15),
      logGroup: log,
      role,
      environment: { NODE_ENV: 'production', SERVICE_NAME: serviceName(stage) },
    });
    Validations.of(this.lambda).acknowledge(
      { id: 'Serverless-LambdaDLQ', reason: NOTHING_LOST },
      {
        id: 'Serverless-LambdaTracing',
        reason:
          'X-Ray is not to be had for functions in the China regions, and its permissions cannot be narrowed to a resource; what a schedule came to is in the log.',
      },
    );
    for (const [task, schedule] of Object.entries(SCHEDULES)) {
      const rule = new Rule(this, task, {
        description: `${task} of park-admission, ${stage.name}`,
        schedule,
        targets: [new LambdaTarget(this.lambda, { event: RuleTargetInput.fromObject({ task }) })],
      });
      Validations.of(rule).acknowledge({ id: 'Serverless-EventBusDLQ', reason: NOTHING_LOST });
    }
  }
}

const NOTHING_LOST =
  'A run that fails loses nothing: the next does all that it left undone, and the alarms seals-failing and seals-stopped tell of it. A queue of old runs would say no more.';

const SCHEDULES = {
  LINK: Schedule.rate(Duration.minutes(1)),
  SEAL: Schedule.rate(Duration.hours(1)),
  // Night in China.
  VERIFY: Schedule.cron({ minute: '30', hour: '18' }),
} as const;
