import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { Content, Objects } from '../lists/bucket/objects.ts';
import { ObjectReplaced } from '../lists/bucket/objects.ts';

/** The bucket of lists (infra/list-bucket.ts). */
export function listBucket(s3: S3Client, Bucket: string): Objects {
  const put = (Key: string, Body: Content, ContentType: string, condition: { readonly IfNoneMatch?: '*' }) =>
    s3.send(
      // Of an empty body the library says no length.
      new PutObjectCommand({
        Bucket,
        Key,
        Body,
        ContentType,
        ContentLength: Buffer.byteLength(Body),
        ...condition,
      }),
    );
  return {
    async read(Key, etag) {
      const condition = etag === undefined ? {} : { IfMatch: `"${etag}"` };
      try {
        const { Body, Metadata = {} } = await s3.send(new GetObjectCommand({ Bucket, Key, ...condition }));
        return { bytes: await Body!.transformToByteArray(), about: Metadata };
      } catch (error) {
        if ((error as Error).name === 'PreconditionFailed') throw new ObjectReplaced();
        throw error;
      }
    },
    async add(name, content, type) {
      try {
        await put(name, content, type, { IfNoneMatch: '*' });
        return true;
      } catch (error) {
        if ((error as Error).name === 'PreconditionFailed') return false;
        throw error;
      }
    },
    async replace(name, content, type) {
      await put(name, content, type, {});
    },
    async names(Prefix) {
      const names: string[] = [];
      for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix }))
        for (const { Key } of Contents) names.push(Key!);
      return names;
    },
  };
}
