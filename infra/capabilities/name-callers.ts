import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';

/**
 * Lets a function say in the log who asked, by a pseudonym: where the key of the pseudonyms lies, and the permission to
 * read it. The key itself is in no variable, which everybody sees who may look at a function.
 */
export function nameCallers(lambda: LambdaFunction, logKey: ISecret): void {
  lambda.addEnvironment('LOG_KEY_SECRET', logKey.secretArn);
  lambda.addToRolePolicy(
    new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [logKey.secretArn] }),
  );
}
