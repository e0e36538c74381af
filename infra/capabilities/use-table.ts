import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { TABLE } from '../../services/store/table.ts';

/**
 * Lets a function read the table and add to it: `TABLE_NAME` together with the permissions that it needs.
 *
 * INVARIANT: nobody who serves requests may change or delete an item. The store is append-only, and this is where
 * it is enforced rather than promised.
 */
export function useTable(lambda: LambdaFunction, table: ITable, key: IKey | null): void {
  lambda.addEnvironment('TABLE_NAME', table.tableName);
  lambda.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:PutItem'],
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
  if (key === null) return;
  lambda.addToRolePolicy(
    new PolicyStatement({
      // What DynamoDB does with a customer-managed key in the name of who uses the table, spelled out.
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources: [key.keyArn],
      // Through DynamoDB of whatever region and partition: the function itself has nothing to decrypt.
      conditions: { StringLike: { 'kms:ViaService': 'dynamodb.*' } },
    }),
  );
}
