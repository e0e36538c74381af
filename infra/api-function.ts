import { Duration, Validations } from 'aws-cdk-lib';
import { type IRole, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Alias, Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Callers } from '../services/auth/callers.ts';
import type { Bundle } from './bundle.ts';
import type { Stage } from './stages.ts';

/**
 * The API, for those who come by one address: each address has a function of its own, so that a flood at one takes
 * nothing from the others. It can write the log and nothing else: what more it may do comes with the variable that
 * names it (`capabilities/`).
 */
export class ApiFunction extends Construct {
  readonly lambda: LambdaFunction;
  /** What the gateway asks: the version that is let in, step by step (canary.ts). */
  readonly live: Alias;

  constructor(scope: Construct, id: string, stage: Stage, { callers, bundle, log }: ApiFunctionParts) {
    super(scope, id);
    this.lambda = new LambdaFunction(this, 'Lambda', {
      description: `The GraphQL API of park-admission: ${callers}`,
      code: Code.fromAsset(bundle.package),
      handler: bundle.handler,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: MEMORY_MB,
      // Ends before API Gateway does at 29 s, so that what took too long is in the log of the function.
      timeout: Duration.seconds(28),
      reservedConcurrentExecutions: stage.concurrency?.[callers],
      logGroup: log,
      role: this.roleThatLogs(callers, log),
      environment: {
        NODE_ENV: 'production',
        // The name under which this stage stands in its log and its metrics.
        SERVICE_NAME: serviceName(stage),
        CALLERS: callers,
        // Portals ask from their servers.
        ...(stage.origins.length > 0 && callers !== 'portal' ? { ORIGINS: stage.origins.join(',') } : {}),
      },
    });
    this.live = this.lambda.addAlias('live');
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
  private roleThatLogs(callers: Callers, log: LogGroup): IRole {
    const role = new Role(this, 'Role', {
      description: `What the API of park-admission may do: ${callers}`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    log.grantWrite(role);
    return role;
  }
}

interface ApiFunctionParts {
  readonly callers: Callers;
  readonly bundle: Bundle;
  /** One for all of them. */
  readonly log: LogGroup;
}

export const serviceName = ({ name }: Stage): string => `park-admission-${name}`;

/** With 1 769 MB a function has one whole processor; assessing is processor time (docs/deploy.md has the figures). */
const MEMORY_MB = 1769;
