import { Sha256 } from '@smithy/core/checksum';
import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import type { ListFormat } from '../domain/assessment/batch.ts';
import { MAX_BYTES } from '../files/limits.ts';
import { faultsAt, incomingAt, manifestAt, workbookAt } from '../lists/bucket/places.ts';
import type { ListDesk } from '../operations/list-desk.ts';

/** What a file says it is; whether it is, the guard finds out (services/files/guard.ts). */
const TYPES: Readonly<Record<ListFormat, string>> = {
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  CSV: 'text/csv',
  JSON_LINES: 'application/jsonl',
};

const MINUTES = 60;
const HANDING_IN_SECONDS = 15 * MINUTES;
const READING_SECONDS = 15 * MINUTES;

/**
 * Signs forms and addresses for the bucket of lists. Nothing is asked of S3: what is signed holds as far as the function's
 * own permissions go, and for no longer than the credentials that it has.
 *
 * The library for it brings a whole client of S3; these are its steps, with the signer that the function has already.
 */
export function listDesk(
  bucket: string,
  region: string,
  credentials: () => Credentials = inEnvironment,
): ListDesk {
  const hostname = `${bucket}.s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
  const signer = new SignatureV4({
    credentials: async () => credentials(),
    region,
    service: 's3',
    sha256: Sha256,
    uriEscapePath: false,
  });

  async function addressOf(key: string, signingDate: Date): Promise<string> {
    const { query, path } = await signer.presign(
      new HttpRequest({
        hostname,
        path: `/${key}`,
        headers: { host: hostname, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
      }),
      { signingDate, expiresIn: READING_SECONDS },
    );
    return `https://${hostname}${path}?${new URLSearchParams(query as Record<string, string>)}`;
  }

  return {
    maxBytes: MAX_BYTES,

    async form({ batch, id, format, bytes, officer, locale }, signingDate) {
      const { accessKeyId, sessionToken } = credentials();
      const time = signingDate.toISOString().replace(/[-:]|\.\d+/g, '');
      const expiresAt = new Date(signingDate.getTime() + HANDING_IN_SECONDS * 1000);
      const fixed = {
        key: incomingAt(batch, id, format),
        'Content-Type': TYPES[format],
        'x-amz-meta-officer': encodeURIComponent(officer),
        'x-amz-meta-locale': locale,
        'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
        'X-Amz-Credential': `${accessKeyId}/${time.slice(0, 8)}/${region}/s3/aws4_request`,
        'X-Amz-Date': time,
        ...(sessionToken !== undefined && { 'X-Amz-Security-Token': sessionToken }),
      };
      const policy = {
        expiration: expiresAt.toISOString(),
        conditions: [
          { bucket },
          ...Object.entries(fixed).map(([name, value]) => ({ [name]: value })),
          ['content-length-range', bytes, bytes],
        ],
      };
      const Policy = Buffer.from(JSON.stringify(policy)).toString('base64');
      const signature = await signer.sign(Policy, { signingDate });
      return {
        url: `https://${hostname}/`,
        fields: { ...fixed, Policy, 'X-Amz-Signature': signature },
        expiresAt,
      };
    },

    async results({ batch, id }, at) {
      const upload = `${batch}/${id}`;
      const [manifest, workbook, faults] = await Promise.all(
        [manifestAt, workbookAt, faultsAt].map((place) => addressOf(place(upload), at)),
      );
      const expiresAt = new Date(at.getTime() + READING_SECONDS * 1000);
      return { manifest: manifest!, workbook: workbook!, faults: faults!, expiresAt };
    },
  };
}

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}
/** Where Lambda puts those of a function. */
const inEnvironment = (): Credentials => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? '',
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? '',
  sessionToken: process.env.AWS_SESSION_TOKEN,
});
