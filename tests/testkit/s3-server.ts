import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { afterFile } from './after-file.ts';
import { CREDENTIALS, REGION } from './list-desk.ts';

/** One bucket of S3 on the wire, as far as lists need it: the clients are the real ones. */
export interface TestBucket {
  readonly name: string;
  readonly endpoint: string;
  readonly client: S3Client;
  readonly objects: Map<string, TestObject>;
  /** Of every object that is stored by a form. */
  readonly handedIn: { readonly key: string; readonly etag: string }[];
}
interface TestObject {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** @param clock by which forms and addresses expire */
export async function startBucket(name: string, clock: () => Date): Promise<TestBucket> {
  const objects = new Map<string, TestObject>();
  const handedIn: TestBucket['handedIn'] = [];
  const server = createServer(async (request, response) => {
    const {
      status,
      body = '',
      headers = {},
    } = await answered(request).catch((error: unknown) =>
      error instanceof S3Fault ? error.answer() : { status: 500, body: String(error) },
    );
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  });

  async function answered(request: IncomingMessage): Promise<S3Answer> {
    const body = await bodyOf(request);
    const url = new URL(request.url!, 'http://localhost');
    const [, bucket, ...path] = url.pathname.split('/');
    if (request.method === 'POST') return posted(request, body);
    const isSigned = url.searchParams.has('X-Amz-Signature');
    if (isSigned) checkAddress(request, url, clock());
    const key = decodeURIComponent((isSigned ? [bucket, ...path] : path).join('/'));
    if (!isSigned && bucket !== name) throw new S3Fault(404, 'NoSuchBucket');
    const there = objects.get(key);
    switch (request.method) {
      case 'PUT': {
        if (request.headers['if-none-match'] === '*' && there) throw new S3Fault(412, 'PreconditionFailed');
        checkMatch(request, there);
        const headers = {
          'content-type': request.headers['content-type'] ?? '',
          ...aboutIn(request.headers),
        };
        objects.set(key, { body, headers });
        return { status: 200, headers: { etag: etagOf(body) } };
      }
      case 'DELETE':
        objects.delete(key);
        return { status: 204 };
      default: {
        if (key === '') return listed(url.searchParams);
        if (!there) throw new S3Fault(404, 'NoSuchKey');
        checkMatch(request, there);
        const [, from = 0, to = there.body.length - 1] =
          /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')?.map(Number) ?? [];
        const part = there.body.subarray(from, to + 1);
        return {
          status: part.length < there.body.length ? 206 : 200,
          body: part,
          headers: { ...there.headers, etag: etagOf(there.body), 'content-length': String(part.length) },
        };
      }
    }
  }

  /** A page of names, few enough that every reader has to ask for the next. */
  function listed(query: URLSearchParams): S3Answer {
    const after = query.get('continuation-token') ?? '';
    const keys = [...objects.keys()]
      .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
      .sort();
    const page = keys.slice(0, 2);
    const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
    const next = keys.length > 2 ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    const body = `<ListBucketResult><IsTruncated>${keys.length > 2}</IsTruncated>${contents}${next}</ListBucketResult>`;
    return { status: 200, body };
  }

  /** A form, held against its policy as S3 does: all that is in it must be in the policy, and hold. */
  async function posted(request: IncomingMessage, body: Buffer): Promise<S3Answer> {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': request.headers['content-type']! },
    }).formData();
    const { file, ...fields } = Object.fromEntries(form) as Record<string, string | Blob>;
    const bytes = Buffer.from(await (file as Blob).arrayBuffer());
    const { Policy, 'X-Amz-Signature': signature, ...stated } = fields as Record<string, string>;
    const day = stated['X-Amz-Date']!.slice(0, 8);
    if (signature !== hmac(signingKey(day), Policy!).toString('hex'))
      throw new S3Fault(403, 'SignatureDoesNotMatch');
    const { expiration, conditions } = JSON.parse(Buffer.from(Policy!, 'base64').toString()) as FormPolicy;
    if (clock() > new Date(expiration)) throw new S3Fault(403, 'AccessDenied');
    const equal = Object.assign({}, ...conditions.filter((one) => !Array.isArray(one))) as Record<
      string,
      string
    >;
    const [, least, most] = conditions.find((one) => Array.isArray(one)) as [string, number, number];
    if (bytes.length > most) throw new S3Fault(400, 'EntityTooLarge');
    if (bytes.length < least) throw new S3Fault(400, 'EntityTooSmall');
    const { bucket, ...mustBe } = equal;
    const names = new Set([...Object.keys(stated), ...Object.keys(mustBe)]);
    if (bucket !== name || [...names].some((one) => stated[one] !== mustBe[one]))
      throw new S3Fault(403, 'AccessDenied');
    const key = stated.key!;
    objects.set(key, {
      body: bytes,
      headers: { 'content-type': stated['Content-Type']!, ...aboutIn(stated) },
    });
    handedIn.push({ key, etag: etagOf(bytes).slice(1, -1) });
    return { status: 204 };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterFile(() => {
    server.close();
    server.closeAllConnections();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new S3Client({
    endpoint,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
    maxAttempts: 1,
  });
  return { name, endpoint, client, objects, handedIn };
}

interface S3Answer {
  readonly status: number;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}
interface FormPolicy {
  readonly expiration: string;
  readonly conditions: readonly (Readonly<Record<string, string>> | readonly [string, number, number])[];
}

class S3Fault extends Error {
  readonly #status: number;
  readonly #code: string;
  constructor(status: number, code: string) {
    super(code);
    this.#status = status;
    this.#code = code;
  }
  answer = (): S3Answer => ({
    status: this.#status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0"?><Error><Code>${this.#code}</Code></Error>`,
  });
}

function checkMatch({ headers }: IncomingMessage, there: TestObject | undefined): void {
  const wanted = headers['if-match'];
  if (wanted !== undefined && (!there || etagOf(there.body) !== wanted))
    throw new S3Fault(412, 'PreconditionFailed');
}

const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;

const aboutIn = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      /^x-amz-meta-/i.test(name) ? [[name.toLowerCase(), String(value)]] : [],
    ),
  );

/** What was sent: in pieces with a checksum behind them, as the SDK does, or as it is. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  let rest = Buffer.concat(chunks);
  if (!String(request.headers['content-encoding'] ?? '').includes('aws-chunked')) return rest;
  const pieces: Buffer[] = [];
  for (;;) {
    const line = rest.indexOf('\r\n');
    const size = Number.parseInt(rest.subarray(0, line).toString(), 16);
    if (size === 0) return Buffer.concat(pieces);
    pieces.push(rest.subarray(line + 2, line + 2 + size));
    rest = rest.subarray(line + 2 + size + 2);
  }
}

// Signature Version 4, once more and from its description, so that a signer with a fault is found out.

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const signingKey = (day: string): Buffer =>
  [day, REGION, 's3', 'aws4_request'].reduce<string | Buffer>(
    (key, part) => hmac(key, part),
    `AWS4${CREDENTIALS.secretAccessKey}`,
  ) as Buffer;

function checkAddress(request: IncomingMessage, url: URL, now: Date): void {
  const of = (name: string) => url.searchParams.get(`X-Amz-${name}`)!;
  const time = of('Date');
  const began = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (now.getTime() > began + Number(of('Expires')) * 1000) throw new S3Fault(403, 'AccessDenied');
  const encoded = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const headers = of('SignedHeaders').split(';');
  const canonical = [
    'GET',
    url.pathname,
    query,
    ...headers.map((name) => `${name}:${request.headers[name]}`),
    '',
    headers.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const day = time.slice(0, 8);
  const scope = `${day}/${REGION}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, createHash('sha256').update(canonical).digest('hex')].join(
    '\n',
  );
  if (of('Signature') !== hmac(signingKey(day), toSign).toString('hex'))
    throw new S3Fault(403, 'SignatureDoesNotMatch');
}
