import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { readSeal } from '../../services/domain/chain/seal.ts';
import { createRequestLog } from '../../services/lambda/request-log.ts';
import { createScheduled } from '../../services/lambda/scheduled.ts';
import { sealBucket } from '../../services/lambda/seal-bucket.ts';
import { decideAdmission } from '../../services/operations/decisions/decide.ts';
import { receiptStanding } from '../../services/operations/seals/receipt-standing.ts';
import { OFFICER, world } from '../operations/world.ts';
import { afterFile } from '../testkit/after-file.ts';

/** S3 and KMS as far as seals need them, on the wire: the clients are the real ones. */
async function amazon() {
  const objects = new Map<string, string>();
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const { pathname } = new URL(request.url!, 'http://localhost');
    const key = pathname.replace('/bucket/', '').replace('/bucket', '');
    const answer = (status: number, text: string) => response.writeHead(status).end(text);
    switch (request.headers['x-amz-target'] ?? `${request.method} ${key === '' ? 'LIST' : ''}`) {
      case 'TrentService.GetPublicKey': {
        const PublicKey = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
        return answer(200, JSON.stringify({ PublicKey }));
      }
      case 'TrentService.Sign': {
        const { Message, MessageType, SigningAlgorithm } = JSON.parse(body);
        expect([MessageType, SigningAlgorithm]).toEqual(['DIGEST', 'ECDSA_SHA_256']);
        return answer(200, JSON.stringify({ Signature: signDigest(Buffer.from(Message, 'base64')) }));
      }
      case 'GET LIST': {
        const keys = [...objects.keys()].sort().map((name) => `<Contents><Key>${name}</Key></Contents>`);
        return answer(
          200,
          `<ListBucketResult><IsTruncated>false</IsTruncated>${keys.join('')}</ListBucketResult>`,
        );
      }
      case 'GET ':
        return answer(200, objects.get(key)!);
      default: {
        expect(request.headers['if-none-match']).toBe('*');
        if (objects.has(key)) return answer(412, '<Error><Code>PreconditionFailed</Code></Error>');
        // The SDK sends a body in chunks with a checksum behind it.
        objects.set(key, /\{.*\}/s.exec(body)?.[0] ?? '');
        return answer(200, '');
      }
    }
  });
  const texts = new Map<string, string>();
  /** KMS signs a digest; Node signs a text, which the test's own vault has. */
  const signDigest = (digest: Buffer) => texts.get(digest.toString('hex')) ?? '';
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterFile(async () => void server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options = {
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  };
  const s3 = new S3Client({ ...options, forcePathStyle: true });
  const sealing = sealBucket(s3, 'bucket', new KMSClient(options), 'key');
  const { createHash } = await import('node:crypto');
  const signer = {
    publicKey: sealing.signer.publicKey,
    sign: (text: string) => {
      const digest = createHash('sha256').update(text).digest('hex');
      texts.set(digest, sign('sha256', Buffer.from(text), privateKey).toString('base64'));
      return sealing.signer.sign(text);
    },
  };
  return { objects, sealing: { vault: sealing.vault, signer }, publicKey };
}

test('schedules link, seal into the bucket with the key of KMS, and put what is broken into the log', async () => {
  const { deps, testStore, another } = await world();
  const { objects, sealing, publicKey } = await amazon();
  const pem = createPublicKey(await sealing.signer.publicKey()).export({ type: 'spki', format: 'pem' });
  expect(pem).toBe(publicKey.export({ type: 'spki', format: 'pem' }));
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const log = createRequestLog({ serviceName: 's', clock: deps.clock, metrics: true, write });
  const run = (task: string) =>
    createScheduled({ ...deps, store: testStore.another() }, sealing, log)({ task }, { awsRequestId: 'r' });

  const decision = await decideAdmission(deps, OFFICER, {
    project: { zone: 'zone_kfq' },
    idempotencyKey: 'k',
  });
  await run('LINK');
  await run('SEAL');
  await run('VERIFY');
  expect(lines).toEqual([]);
  expect([...objects.keys()]).toEqual(['seal-000000000001.json']);
  expect(readSeal([...objects.values()][0]!, String(pem))).toBeDefined();
  expect(await sealing.vault.keep('seal-000000000001.json', '{}')).toBe(false);
  expect(await receiptStanding(another(), decision)).toMatchObject({ state: 'SEALED' });

  const Key = { PK: { S: `DECISION#${decision.id}` }, SK: { S: 'META' } };
  await testStore.client.send(new DeleteItemCommand({ TableName: testStore.tableName, Key }));
  await run('SEAL');
  expect(lines).toEqual([]);
  await run('VERIFY');
  const link = { PK: { S: 'CHAIN#decisions_zone_kfq' }, SK: { S: 'REV#000000000001' } };
  await testStore.client.send(new DeleteItemCommand({ TableName: testStore.tableName, Key: link }));
  await run('SEAL');
  await run('VERIFY');
  expect(
    lines
      .map((line) => JSON.parse(line))
      .map(({ level, requestId, error }) => [level, requestId, error.code, error.message]),
  ).toEqual([
    ['ERROR', 'r', 'CHAIN_BROKEN', 'chain decisions_zone_kfq: DECISION at revision 1'],
    ['ERROR', 'r', 'CHAIN_BROKEN', 'chain decisions_zone_kfq: GAP at revision 1'],
    ['ERROR', 'r', 'CHAIN_BROKEN', 'chain decisions_zone_kfq: GAP at revision 1'],
  ]);
  expect(objects.size).toBe(1);
  await expect(run('ELSE')).rejects.toThrow();
});
