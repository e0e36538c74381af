import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBStreamEvent, ScheduledEvent } from 'aws-lambda';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { afterFile } from '../testkit/after-file.ts';
import { START } from '../testkit/api.ts';
import { type RunningFunction, startFunction } from './runtime-host.ts';

// A put without a condition replaces an item, and IAM cannot forbid it: whoever has the role of a function can rewrite a
// decision. What is looked for is that it is seen. The bundle runs as Lambda runs it; only what AWS says is ours.

const STREAM = 'arn:aws:dynamodb:local:000000000000:table/park/stream/2026-11-23T00:00:00.000';
const GUARDED = {
  TableStatus: 'ACTIVE',
  DeletionProtectionEnabled: true,
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
  LatestStreamArn: STREAM,
  SSEDescription: { Status: 'ENABLED', SSEType: 'KMS' },
};
let table: object = GUARDED;
let recovery = 'ENABLED';
let running: RunningFunction;

beforeAll(async () => {
  const aws = createServer((request, response) => {
    request.resume();
    const of = String(request.headers['x-amz-target']).split('.')[1];
    const said =
      of === 'DescribeTable'
        ? { Table: table }
        : {
            ContinuousBackupsDescription: {
              ContinuousBackupsStatus: 'ENABLED',
              PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: recovery },
            },
          };
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(said));
  });
  await once(aws.listen(0, '127.0.0.1'), 'listening');
  const folder = mkdtempSync(join(tmpdir(), 'park-admission-watch-'));
  afterFile(() => {
    aws.close();
    aws.closeAllConnections();
    rmSync(folder, { recursive: true });
  });
  running = await startFunction(await bundle(folder, 'services/lambda/watch-table.ts'), {
    TABLE_NAME: 'park',
    STREAM_ARN: STREAM,
    DYNAMODB_ENDPOINT: `http://127.0.0.1:${(aws.address() as AddressInfo).port}`,
  });
}, 60_000);
afterEach(() => {
  table = GUARDED;
  recovery = 'ENABLED';
});

async function linesOf(event: DynamoDBStreamEvent | ScheduledEvent) {
  const before = running.stdout().length;
  await running.invoke(event, { clock: new Date(START) });
  const printed = running.stdout().slice(before).trimEnd();
  return printed === '' ? [] : printed.split('\n').map((line) => JSON.parse(line));
}
const SCHEDULED = { source: 'aws.events', 'detail-type': 'Scheduled Event' } as unknown as ScheduledEvent;

describe('the watch over the table', () => {
  it('names every item that was replaced or deleted, and when; never one that was added', async () => {
    const record = (eventName: 'INSERT' | 'MODIFY' | 'REMOVE', PK: string, SK: string) => ({
      eventName,
      dynamodb: {
        Keys: { PK: { S: PK }, SK: { S: SK } },
        ApproximateCreationDateTime: Date.parse(START) / 1000,
      },
    });
    const Records = [
      record('INSERT', 'CHAIN#register', 'REV#000000000001'),
      record('MODIFY', 'DECISION#decision_1', 'META'),
      record('REMOVE', 'CHAIN#catalog_park', 'REV#000000000007'),
    ];
    const line = { level: 'ERROR', message: 'table', timestamp: START, at: START };
    expect(await linesOf({ Records })).toEqual([
      { ...line, code: 'ITEM_REPLACED', key: ['DECISION#decision_1', 'META'] },
      { ...line, code: 'ITEM_DELETED', key: ['CHAIN#catalog_park', 'REV#000000000007'] },
    ]);
  });

  it('says nothing of a table that is guarded as it was deployed', async () => {
    expect(await linesOf(SCHEDULED)).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    [
      'whose key was disabled',
      { SSEDescription: { Status: 'ENABLED', InaccessibleEncryptionDateTime: 1_795_000_000 } },
      ['KEY_UNUSABLE'],
    ],
    ['that is noise', { TableStatus: 'INACCESSIBLE_ENCRYPTION_CREDENTIALS' }, ['KEY_UNUSABLE']],
    ['that is being deleted', { TableStatus: 'DELETING' }, ['TABLE_NOT_ACTIVE']],
    ['whose stream was turned off', { StreamSpecification: undefined }, ['STREAM_OFF']],
    ['whose stream is another, to which nobody listens', { LatestStreamArn: `${STREAM}x` }, ['STREAM_OFF']],
    ['that may be deleted', { DeletionProtectionEnabled: false }, ['DELETION_PROTECTION_OFF']],
  ])('says of a table %s what is wrong', async (_, changed, codes) => {
    table = { ...GUARDED, ...changed };
    expect((await linesOf(SCHEDULED)).map(({ code }) => code)).toEqual(codes);
  });

  it('says that nothing can be restored any more', async () => {
    recovery = 'DISABLED';
    expect((await linesOf(SCHEDULED)).map(({ code }) => code)).toEqual(['RECOVERY_OFF']);
  });
});
