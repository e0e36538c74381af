import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  BackupPlan,
  type BackupPlanCopyActionProps,
  BackupPlanRule,
  BackupResource,
  BackupVault,
} from 'aws-cdk-lib/aws-backup';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { DAYS_OF_DAILY_BACKUPS, type Stage } from './stages.ts';

/**
 * Backups that outlive the table: a vault under a lock, from which nobody takes a backup before its time, and copies of
 * all in a second region or account where the stage names one. What point-in-time recovery keeps goes with the table.
 */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, stage: Stage, table: ITable, key: IKey | null) {
    super(scope, id);
    const { keepDays, lockIsFinalAfterDays, copyTo } = stage.backup;
    const vault = new BackupVault(this, 'Vault', {
      backupVaultName: vaultName(stage),
      encryptionKey: key ?? undefined,
      lockConfiguration: {
        minRetention: Duration.days(DAYS_OF_DAILY_BACKUPS),
        changeableFor: lockIsFinalAfterDays === undefined ? undefined : Duration.days(lockIsFinalAfterDays),
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const plan = new BackupPlan(this, 'Plan', {
      backupPlanName: `park-admission-${stage.name}`,
      backupVault: vault,
    });
    const rule = (ruleName: string, days: number, day: string) =>
      plan.addRule(
        new BackupPlanRule({
          ruleName,
          // Two in the morning in China.
          scheduleExpression: Schedule.cron({ minute: '0', hour: '18', day }),
          deleteAfter: Duration.days(days),
          copyActions: copyTo === undefined ? [] : [this.copy(copyTo, days)],
        }),
      );
    rule('daily', DAYS_OF_DAILY_BACKUPS, '*');
    rule('monthly', keepDays, '1');
    plan.addSelection('Tables', {
      role: this.roleThatBacksUp(),
      resources: [BackupResource.fromDynamoDbTable(table), ...this.restored(stage)],
    });
  }

  private copy(vaultArn: string, days: number): BackupPlanCopyActionProps {
    return {
      destinationBackupVault: BackupVault.fromBackupVaultArn(this, `Copy${days}`, vaultArn),
      deleteAfter: Duration.days(days),
    };
  }

  /** The table that serves after a restore is backed up as its predecessor is. */
  private restored({ restoredTable }: Stage): readonly BackupResource[] {
    if (restoredTable === undefined) return [];
    const resource = `table/${restoredTable.name}`;
    return [BackupResource.fromArn(Stack.of(this).formatArn({ service: 'dynamodb', resource }))];
  }

  private roleThatBacksUp(): Role {
    const role = new Role(this, 'Role', {
      description: 'AWS Backup copies the table into the vault',
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
      reason:
        'What AWS Backup needs for a backup and its copies AWS keeps in this policy and extends with the service; one of our own would be found wanting in the night in which a backup is needed. Only the service can assume the role, and it takes from tables what is theirs and gives nothing back.',
    });
    return role;
  }
}

export const vaultName = ({ name }: Stage): string => `park-admission-${name}`;
