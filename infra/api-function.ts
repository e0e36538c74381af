import { Duration, Validations } from 'aws-cdk-lib';
import { type IRole, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Bundle } from './bundle.ts';
import type { Stage } from './stages.ts';

/**
 * The function that is the API. It can write its own log and nothing else: what more it may do comes with the
 * variable that names it (`capabilities/`).
 */
export class ApiFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly log: LogGroup;

  constructor(scope: Construct, id: string, stage: Stage, bundle: Bundle) {
    super(scope, id);
    this.log = new LogGroup(this, 'Log', { retention: stage.logRetention });
    this.lambda = new LambdaFunction(this, 'Lambda', {
      description: 'The GraphQL API of park-admission',
      code: Code.fromAsset(bundle.package),
      handler: bundle.handler,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: MEMORY_MB,
      // Ends before API Gateway does at 29 s, so that what took too long is in the log of the function.
      timeout: Duration.seconds(28),
      reservedConcurrentExecutions: stage.concurrency,
      logGroup: this.log,
      role: this.roleThatLogs(),
      environment: {
        NODE_ENV: 'production',
        // The name under which this stage stands in its log and its metrics.
        POWERTOOLS_SERVICE_NAME: serviceName(stage),
      },
    });
    Validations.of(this.lambda).acknowledge(
      {
        id: 'Serverless-LambdaDLQ',
        reason:
          'API Gateway alone invokes the function, and waits for the answer: there are no asynchronous events whose failure a queue could catch.',
      },
      {
        id: 'Serverless-LambdaTracing',
        reason:
          'X-Ray is not to be had for functions in the China regions, its permissions cannot be narrowed to a resource, and its segments keep the address and user agent of applicants. The structured log has duration, reads and writes of every request.',
      },
    );
  }

  /** The managed policy for this would let the function write into every log of the account. */
  private roleThatLogs(): IRole {
    const role = new Role(this, 'Role', {
      description: 'What the API of park-admission may do',
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    this.log.grantWrite(role);
    return role;
  }
}

export const serviceName = ({ name }: Stage): string => `park-admission-${name}`;

/** With 1 769 MB a function has one whole processor; assessing is processor time (docs/deploy.md has the figures). */
const MEMORY_MB = 1769;
