import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamEvent, ScheduledEvent } from 'aws-lambda';

/** What became of the table past the service, which only ever adds to it. */
export type TableFault =
  | 'ITEM_REPLACED'
  | 'ITEM_DELETED'
  | 'TABLE_NOT_ACTIVE'
  | 'KEY_UNUSABLE'
  | 'STREAM_OFF'
  | 'DELETION_PROTECTION_OFF'
  | 'RECOVERY_OFF';

interface WatchParts {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** The stream by which it hears of replaced and deleted items. */
  readonly streamArn: string;
  readonly clock: () => Date;
  readonly write?: (line: string) => void;
}

/**
 * Looks at what the table's stream says of changes, and, on a schedule, at what guards the table: one line of the log
 * for everything that is not as it should be.
 *
 * INVARIANT: the store puts new items only (docs/data-model.md), so every item that is replaced or deleted is somebody's
 * work past the service. A put of the same item once more changes nothing, and the stream does not speak of it.
 */
export function createTableWatch({ client, tableName, streamArn, clock, write = toStdout }: WatchParts) {
  const report = (code: TableFault, more: object = {}): void =>
    write(
      JSON.stringify({ level: 'ERROR', message: 'table', timestamp: clock().toISOString(), code, ...more }),
    );

  return async (event: DynamoDBStreamEvent | ScheduledEvent): Promise<void> => {
    if ('Records' in event) {
      for (const { eventName, dynamodb } of event.Records) {
        if (eventName === 'INSERT') continue;
        const seconds = dynamodb?.ApproximateCreationDateTime;
        report(eventName === 'REMOVE' ? 'ITEM_DELETED' : 'ITEM_REPLACED', {
          key: [dynamodb?.Keys?.PK?.S, dynamodb?.Keys?.SK?.S].map((part) => part?.slice(0, MAX_CHARACTERS)),
          at: seconds === undefined ? undefined : new Date(seconds * 1000).toISOString(),
        });
      }
      return;
    }
    const { Table = {} } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    for (const code of unguarded(Table, streamArn)) report(code);
    const { ContinuousBackupsDescription: backups } = await client.send(
      new DescribeContinuousBackupsCommand({ TableName: tableName }),
    );
    if (backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus !== 'ENABLED')
      report('RECOVERY_OFF');
  };
}

function* unguarded(table: TableDescription, streamArn: string): Iterable<TableFault> {
  const { TableStatus, SSEDescription, StreamSpecification, LatestStreamArn } = table;
  if (
    TableStatus === 'INACCESSIBLE_ENCRYPTION_CREDENTIALS' ||
    SSEDescription?.InaccessibleEncryptionDateTime !== undefined
  )
    yield 'KEY_UNUSABLE';
  else if (TableStatus !== 'ACTIVE' && TableStatus !== 'UPDATING') yield 'TABLE_NOT_ACTIVE';
  // One that was turned off and on again is another, and nobody listens to it.
  if (!StreamSpecification?.StreamEnabled || LatestStreamArn !== streamArn) yield 'STREAM_OFF';
  if (!table.DeletionProtectionEnabled) yield 'DELETION_PROTECTION_OFF';
}

const toStdout = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Keys of ours are shorter; what somebody else put may be anything. */
const MAX_CHARACTERS = 200;
