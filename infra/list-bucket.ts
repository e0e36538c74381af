import { Aws, CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { CHUNKS, INCOMING, RESULTS } from '../services/lists/bucket/places.ts';
import { REDRIVE_DAYS, type Stage } from './stages.ts';

/**
 * Where officers hand in lists as files and find what they came to. What lies here is on its way: rows and results are kept
 * in the table, and each place is emptied by the clock.
 */
export class ListBucket extends Construct {
  readonly bucket: Bucket;
  /** Written out, so that what is allowed to it can be read. */
  readonly bucketName: string;
  /** That of the table: projects lie in both. */
  readonly key: IKey | null;

  constructor(scope: Construct, id: string, { name, lists, origins }: Stage, key: IKey | null) {
    super(scope, id);
    this.key = key;
    this.bucketName = `park-admission-${name}-lists-${Aws.ACCOUNT_ID}`;
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: this.bucketName,
      encryption: key ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
      ...(key && { encryptionKey: key, bucketKeyEnabled: true }),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { prefix: INCOMING, expiration: Duration.days(lists.keepDays) },
        { prefix: CHUNKS, expiration: Duration.days(REDRIVE_DAYS) },
        { prefix: RESULTS, expiration: Duration.days(lists.keepDays) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      ...(origins.length > 0 && {
        cors: [
          {
            allowedOrigins: [...origins],
            allowedMethods: [HttpMethods.POST, HttpMethods.GET],
            allowedHeaders: ['content-type'],
          },
        ],
      }),
    });
    // The construct's own switch for it would bring a function with permissions of its own.
    (this.bucket.node.defaultChild as CfnBucket).addPropertyOverride('NotificationConfiguration', {
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Who asked for a form or for results is in the log of the API, by pseudonym; nobody else comes to the bucket but the steps of a run, whose history names every object. A log of S3 would put the addresses of people beside it.',
    });
    new CfnOutput(this, 'Name', { value: this.bucketName });
  }
}
