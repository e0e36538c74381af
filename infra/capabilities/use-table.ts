import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { TABLE } from '../../services/store/table.ts';

/**
 * Lets a function read the table: `TABLE_NAME` together with the permissions that it needs. Whoever asks without a token
 * changes nothing, and his function could not.
 */
export function readTable(lambda: LambdaFunction, table: ITable, key: IKey | null): void {
  lambda.addEnvironment('TABLE_NAME', table.tableName);
  lambda.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
      resources: [table.tableArn],
    }),
  );
  lambda.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      // By name: `index/*` would do, and would be a wildcard.
      resources: TABLE.indexes.map(({ name }) => `${table.tableArn}/index/${name}`),
    }),
  );
  useKey(lambda, key, ['kms:Decrypt', 'kms:DescribeKey']);
}

/**
 * Lets a function read the table and add to it.
 *
 * INVARIANT: nobody who serves requests may update or delete an item. IAM knows no put that only adds: that a put
 * replaces nothing, its condition says (services/store/connection.ts), and what gets past it is seen (table-watch.ts).
 */
export function useTable(lambda: LambdaFunction, table: ITable, key: IKey | null): void {
  readTable(lambda, table, key);
  lambda.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [table.tableArn] }));
  useKey(lambda, key, [
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:GenerateDataKeyWithoutPlaintext',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ]);
}

/** What DynamoDB does with a customer-managed key in the name of who uses the table, spelled out. */
function useKey(lambda: LambdaFunction, key: IKey | null, actions: string[]): void {
  if (key === null) return;
  lambda.addToRolePolicy(
    new PolicyStatement({
      actions,
      resources: [key.keyArn],
      // Through DynamoDB of whatever region and partition: the function itself has nothing to decrypt.
      conditions: { StringLike: { 'kms:ViaService': 'dynamodb.*' } },
    }),
  );
}
