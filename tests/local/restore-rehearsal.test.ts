import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { BatchWriteItemCommand, DeleteItemCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { ensureTable } from '../../services/local/embedded-dynamodb.ts';
import { rehearseRestore } from '../../services/local/restore-rehearsal.ts';
import { createClient } from '../../services/store/client.ts';
import { prohibited, type Shanxi, startShanxi } from '../api/seed.ts';
import { afterFile } from '../testkit/after-file.ts';
import { START } from '../testkit/api.ts';
import { contentOf } from '../testkit/store.ts';

let api: Shanxi;
beforeEach(async () => {
  api = await startShanxi();
  await api.publish({ key: 'park', entries: [prohibited('1')] });
});

/**
 * DynamoDB as AWS has it: the embedded one, and what it lacks, a restore, played by a copy.
 *
 * @param lost an item that does not come back
 */
async function restoringEndpoint(lost?: { readonly PK: string; readonly SK: string }): Promise<string> {
  const server = createServer(async (incoming, response) => {
    if (String(incoming.headers['x-amz-target']).endsWith('RestoreTableToPointInTime')) {
      const { TargetTableName } = (await json(incoming)) as { TargetTableName: string };
      await ensureTable(api.client, TargetTableName);
      const content = await contentOf(api);
      for (let at = 0; at < content.length; at += 25)
        await api.client.send(
          new BatchWriteItemCommand({ RequestItems: { [TargetTableName]: content.slice(at, at + 25) } }),
        );
      if (lost)
        await api.client.send(
          new DeleteItemCommand({
            TableName: TargetTableName,
            Key: { PK: { S: lost.PK }, SK: { S: lost.SK } },
          }),
        );
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}');
      return;
    }
    const onward = forward(new URL(api.endpoint), { method: 'POST', headers: incoming.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(onward);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  afterFile(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function rehearsed(lost?: { readonly PK: string; readonly SK: string }) {
  const said: string[] = [];
  const whole = await rehearseRestore({
    client: createClient({
      endpoint: await restoringEndpoint(lost),
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
    table: api.tableName,
    now: new Date(START),
    pause: async () => {},
    say: (line) => said.push(line),
  });
  // A table goes step by step: one that is on its way is as good as gone.
  const left = await api.client
    .send(new DescribeTableCommand({ TableName: `${api.tableName}-rehearsal-${Date.parse(START)}` }))
    .then(({ Table }) => Table?.TableStatus)
    .catch(({ name }) => name);
  return { whole, said: said.at(-1), isGone: ['DELETING', 'ResourceNotFoundException'].includes(left) };
}

describe('the rehearsal of a restore', { timeout: 120_000 }, () => {
  it('restores beside the table that serves, verifies every history, and takes its own table away', async () => {
    const said = expect.stringContaining('2 / 2');
    expect(await rehearsed()).toEqual({ whole: true, said, isGone: true });
    expect((await api.ask('{ catalogs { totalCount } }')).data).toEqual({ catalogs: { totalCount: 1 } });
  });

  it('finds a revision that did not come back, and takes its own table away all the same', async () => {
    const found = await rehearsed({ PK: 'CHAIN#catalog_park', SK: 'REV#000000000002' });
    expect(found).toEqual({ whole: false, said: expect.stringContaining('1 / 2'), isGone: true });
  });
});
