import { Aws, CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/**
 * Where seals are kept apart from the table, and the key that signs them. For as long as the lock says nobody replaces or
 * deletes what is there, the account's owner included.
 */
export class SealVault extends Construct {
  readonly bucket: Bucket;
  /** Written out, so that what is allowed to it can be read. */
  readonly bucketName: string;
  readonly key: Key;

  constructor(scope: Construct, id: string, { name, sealsLockedDays }: Stage) {
    super(scope, id);
    this.bucketName = `park-admission-${name}-seals-${Aws.ACCOUNT_ID}`;
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: this.bucketName,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(sealsLockedDays)),
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Hashes and signatures alone lie here, nothing that reading could give away, and the lock lets nobody change them: a log of who looked would need a second bucket to say nothing of use.',
    });
    this.key = new Key(this, 'Key', {
      description: `Signs the seals of park-admission, ${name}`,
      alias: `park-admission-${name}-seals`,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      // Without its key no seal could be verified by KMS any more; the public key is with whoever has taken it.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new CfnOutput(this, 'BucketName', { value: this.bucketName });
    new CfnOutput(this, 'KeyArn', { value: this.key.keyArn });
  }
}
