import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { TABLE } from '../services/store/table.ts';
import type { Stage } from './stages.ts';

/**
 * The one table, from the store's own definition: retained, protected, with every second of the last 35 days to
 * go back to, and under a key of the operator's where the stage says so.
 */
export class AdmissionTable extends Construct {
  readonly table: Table;
  readonly key: IKey | null;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.key = stage.customerManagedKey ? this.keyOf(stage) : null;
    this.table = new Table(this, 'Table', {
      tableName: `park-admission-${stage.name}`,
      partitionKey: keyAttribute(TABLE.partitionKey),
      sortKey: keyAttribute(TABLE.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      // Tells of what is replaced or deleted (table-watch.ts): by its keys, never by what was in it.
      stream: StreamViewType.KEYS_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      encryption: this.key ? TableEncryption.CUSTOMER_MANAGED : TableEncryption.DEFAULT,
      encryptionKey: this.key ?? undefined,
    });
    for (const index of TABLE.indexes)
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: keyAttribute(index.partitionKey),
        sortKey: keyAttribute(index.sortKey),
        projectionType: ProjectionType.KEYS_ONLY,
      });
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
  }

  private keyOf(stage: Stage): Key {
    return new Key(this, 'Key', {
      description: `Catalogs and decisions of park-admission, ${stage.name}`,
      alias: `park-admission-${stage.name}`,
      enableKeyRotation: true,
      // Without its key the table is noise: it goes no sooner than the table.
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

const keyAttribute = (name: string) => ({ name, type: AttributeType.STRING });
