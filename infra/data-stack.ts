import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AdmissionTable } from './admission-table.ts';
import { Backups } from './backups.ts';
import { ListBucket } from './list-bucket.ts';
import { LogKey } from './log-key.ts';
import { OfficersPool } from './officers-pool.ts';
import { SealVault } from './seal-vault.ts';
import type { Stage } from './stages.ts';

/**
 * What must outlive every deployment: the table with catalogs and decisions, its key, that of the log, the seals, the lists on their way, the user pool.
 *
 * INVARIANT: the logical ids in this stack never change (tests/infra pins them); CloudFormation would take another
 * id for another resource and leave the data behind.
 */
export class DataStack extends Stack {
  readonly data: AdmissionTable;
  readonly logKey: LogKey;
  readonly seals: SealVault;
  readonly lists: ListBucket;
  readonly officers: OfficersPool | null;

  constructor(scope: Construct, id: string, stage: Stage, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.data = new AdmissionTable(this, 'Data', stage);
    new Backups(this, 'Backups', stage, this.data.table, this.data.key);
    this.logKey = new LogKey(this, 'LogKey', stage);
    this.seals = new SealVault(this, 'Seals', stage);
    this.lists = new ListBucket(this, 'Lists', stage, this.data.key);
    this.officers =
      stage.identity.kind === 'USER_POOL' ? new OfficersPool(this, 'Officers', stage, stage.identity) : null;
  }
}
