import { Aws, Validations } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CHUNKS, INCOMING, RESULTS } from '../../services/lists/bucket/places.ts';
import type { ListBucket } from '../list-bucket.ts';

type Place = typeof INCOMING | typeof CHUNKS | typeof RESULTS;
interface Uses {
  readonly reads: readonly Place[];
  readonly writes: readonly Place[];
  /** Where it looks what there is. */
  readonly lists?: Place;
}

/** Lets a function sign forms for what is handed in and addresses of results: it can sign what it could do itself. */
export function takeLists(lambda: LambdaFunction, lists: ListBucket): void {
  useLists(lambda, lists, { reads: [RESULTS], writes: [INCOMING] });
}
/** Lets a function read what was handed in, and write the rows of it, or why there are none. */
export function readLists(lambda: LambdaFunction, lists: ListBucket): void {
  useLists(lambda, lists, { reads: [INCOMING, CHUNKS], writes: [CHUNKS, RESULTS] });
}
/** Lets a function read rows and write what they came to. */
export function checkLists(lambda: LambdaFunction, lists: ListBucket): void {
  useLists(lambda, lists, { reads: [CHUNKS], writes: [RESULTS], lists: RESULTS });
}
/** Lets a function put together what a list came to. */
export function gatherLists(lambda: LambdaFunction, lists: ListBucket): void {
  useLists(lambda, lists, { reads: [INCOMING, CHUNKS, RESULTS], writes: [CHUNKS, RESULTS], lists: RESULTS });
}
/** Lets a state machine read which portions there are. */
export function readPortions(role: IRole, lists: ListBucket): void {
  allow(role, lists, { reads: [CHUNKS], writes: [] });
}

function useLists(lambda: LambdaFunction, lists: ListBucket, uses: Uses): void {
  lambda.addEnvironment('LIST_BUCKET', lists.bucketName);
  allow(lambda.role!, lists, uses);
}

/** Nobody deletes: that is done by the clock. */
function allow(role: IRole, { bucketName, key }: ListBucket, { reads, writes, lists }: Uses): void {
  const bucket = `arn:${Aws.PARTITION}:s3:::${bucketName}`;
  const below = (places: readonly Place[]) => places.map((place) => `${bucket}/${place}*`);
  const may = (actions: string[], resources: string[], conditions?: Record<string, unknown>) =>
    role.addToPrincipalPolicy(new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }));
  may(['s3:GetObject'], below(reads));
  if (writes.length > 0) may(['s3:PutObject'], below(writes));
  if (lists) may(['s3:ListBucket'], [bucket], { StringLike: { 's3:prefix': `${lists}*` } });
  if (key)
    may(['kms:Decrypt', ...(writes.length > 0 ? ['kms:GenerateDataKey'] : [])], [key.keyArn], {
      StringLike: { 'kms:ViaService': 's3.*' },
    });
  for (const place of new Set([...reads, ...writes]))
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${bucketName.replace(Aws.ACCOUNT_ID, '<AWS::AccountId>')}/${place}*]`,
      reason:
        'Objects of S3 can be named by a pattern alone: this one is of one place in the bucket of lists, and nobody may delete there.',
    });
}
