import { createHash } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { Sealing } from '../operations/seals/seal-heads.ts';

/** A bucket with object lock that keeps the seals, and a key of KMS that signs them and can do nothing else. */
export function sealBucket(s3: S3Client, Bucket: string, kms: KMSClient, KeyId: string): Sealing {
  let publicKey: Promise<string> | undefined;

  async function readPublicKey(): Promise<string> {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    const lines = Buffer.from(PublicKey!)
      .toString('base64')
      .match(/.{1,64}/g)!;
    return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
  }

  return {
    vault: {
      async newest() {
        let name: string | undefined;
        // In the order of their names, which is that of their numbers.
        for await (const { Contents = [] } of paginateListObjectsV2(
          { client: s3 },
          { Bucket, Prefix: 'seal-' },
        ))
          name = Contents.at(-1)?.Key ?? name;
        if (name === undefined) return null;
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: name }));
        return { name, text: await Body!.transformToString() };
      },
      async keep(Key, Body) {
        const ContentType = 'application/json';
        try {
          await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, IfNoneMatch: '*' }));
          return true;
        } catch (error) {
          if (TAKEN.includes((error as Error).name)) return false;
          throw error;
        }
      },
    },
    signer: {
      publicKey: () => {
        publicKey ??= readPublicKey();
        return publicKey;
      },
      async sign(text) {
        const Message = createHash('sha256').update(text).digest();
        const of = { KeyId, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' } as const;
        const { Signature } = await kms.send(new SignCommand({ ...of, Message }));
        return Buffer.from(Signature!).toString('base64');
      },
    },
  };
}

/** Another keeps a seal under this name, or is just doing so. */
const TAKEN: readonly string[] = ['PreconditionFailed', 'ConditionalRequestConflict'];
