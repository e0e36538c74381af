import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/**
 * Hands the requests of a client to a server in this process without the network between them, which takes half the
 * time. What the network itself does is the matter of the tests of the function, of the local server and of retries.
 */
export function atHand(server: Server): DynamoDBClientConfig {
  const handle = (
    { method, path, headers, body }: Request,
    { abortSignal: signal }: { readonly abortSignal?: AbortSignal } = {},
  ) =>
    new Promise((resolve, reject) => {
      const giveUp = () => reject(Object.assign(new Error('Request aborted'), { name: 'AbortError' }));
      if (signal?.aborted) return giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      const request = new EventEmitter();
      Object.assign(request, { method, url: path, headers: { ...headers, ...SIGNATURE } });
      const answered: Record<string, string> = {};
      const response = {
        statusCode: 200,
        setHeader: (name: string, value: unknown) => {
          answered[name.toLowerCase()] = String(value);
        },
        end: (text: string) => {
          signal?.removeEventListener('abort', giveUp);
          const { statusCode } = response;
          resolve({ response: { statusCode, headers: answered, body: Buffer.from(text) } });
        },
      };
      server.emit('request', request, response);
      request.emit('data', Buffer.from(body.buffer, body.byteOffset, body.byteLength));
      request.emit('end');
    });
  return {
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    // Dynalite wants a signature but checks none.
    signer: { sign: async (request) => request },
    requestHandler: { metadata: { handlerProtocol: 'http/1.1' }, handle } as never,
  };
}

/** As the SDK has it ready for the wire. */
interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const SIGNATURE = {
  authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=local',
  'x-amz-date': '20261123T020000Z',
};
