import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/** The key by which the log makes pseudonyms of subjects. Nobody chooses it, and it outlives every deployment. */
export class LogKey extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { name }: Stage) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      secretName: `park-admission-${name}-log-key`,
      description: 'Makes pseudonyms of the subjects in the log of park-admission',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'With another key the same person has another pseudonym, and what he did in a year could not be put together. Whoever must break with the past puts a new value by hand (docs/runbook.md).',
    });
  }
}
