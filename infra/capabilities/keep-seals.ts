import { Aws, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { SealVault } from '../seal-vault.ts';

/** Lets a function sign seals, add them to their bucket and read those that are there; it can change and delete none. */
export function keepSeals(lambda: LambdaFunction, { bucketName, key }: SealVault): void {
  lambda.addEnvironment('SEAL_BUCKET', bucketName);
  lambda.addEnvironment('SEAL_KEY', key.keyArn);
  const bucket = `arn:${Aws.PARTITION}:s3:::${bucketName}`;
  const allow = (actions: string[], resource: string) =>
    lambda.addToRolePolicy(new PolicyStatement({ actions, resources: [resource] }));
  allow(['s3:ListBucket'], bucket);
  allow(['s3:GetObject', 's3:PutObject'], `${bucket}/seal-*`);
  allow(['kms:GetPublicKey', 'kms:Sign'], key.keyArn);
  Validations.of(lambda.role!).acknowledge({
    id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${bucketName.replace(Aws.ACCOUNT_ID, '<AWS::AccountId>')}/seal-*]`,
    reason:
      'Objects of S3 can be named by a pattern alone: this one is of the seals in their own bucket, where the lock lets nobody replace or delete any.',
  });
}
