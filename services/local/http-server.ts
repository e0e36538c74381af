import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { jsonError } from '../lambda/json-error.ts';
import { RESPONSE_HEADERS } from '../lambda/response-headers.ts';
import { CannotStart } from './cannot-start.ts';

/** Answers one request, in the form in which Lambda answers. */
export type Answer = (request: IncomingMessage) => Promise<APIGatewayProxyResult>;

export interface HttpServer {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  readonly url: string;
  /** Takes no new requests, waits for those under way, and closes. */
  readonly stop: () => Promise<void>;
}

/** Listens on this machine only. */
export async function listen(port: number, answer: Answer): Promise<HttpServer> {
  const server = createServer(async (request, response) => {
    const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = await answered(request);
    for (const [name, value] of Object.entries({ ...RESPONSE_HEADERS, ...headers, ...multiValueHeaders })) {
      response.setHeader(name, typeof value === 'object' ? value.map(String) : String(value));
    }
    // What was not read of the request would be taken for the next one.
    if (!request.complete) response.setHeader('connection', 'close');
    response.writeHead(statusCode);
    response.end(
      request.method === 'HEAD' ? undefined : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    );
    response.on('close', () => {
      if (!server.listening) server.closeIdleConnections();
    });
  });
  // What is no HTTP at all never becomes a request.
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    socket.end(NOT_HTTP);
  });
  server.keepAliveTimeout = KEPT_MILLISECONDS;
  await bound(server, port);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => stop(server) };

  async function answered(request: IncomingMessage): Promise<APIGatewayProxyResult> {
    try {
      return await answer(request);
    } catch (error) {
      // A client that went away in the middle of its request is no fault of ours, and reads no answer.
      if (!request.destroyed) console.error(error);
      return jsonError(500, 'INTERNAL_SERVER_ERROR', {
        zh: '服务内部错误，请查看启动服务的终端。',
        en: 'Something went wrong; the terminal of the server says what.',
      });
    }
  }
}

const { headers, body } = jsonError(400, 'NOT_HTTP', {
  zh: '收到的不是有效的 HTTP 请求。',
  en: 'What was sent is not a valid HTTP request.',
});
const NOT_HTTP = [
  'HTTP/1.1 400 Bad Request',
  ...Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  ),
  '',
  body,
].join('\r\n');

async function bound(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new CannotStart(
        `端口 ${port} 已被占用，请用 --port 另选一个（0 为任意空闲端口）。`,
        `Port ${port} is in use; choose another with --port (0 takes any free one).`,
      );
    }
    if (code === 'EACCES') {
      throw new CannotStart(
        `无权使用端口 ${port}，请用 --port 选 1024 以上的端口。`,
        `Port ${port} may not be opened by this user; choose one above 1023 with --port.`,
      );
    }
    throw error;
  }
}

function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MILLISECONDS);
  return closed.finally(() => clearTimeout(patience));
}

/** As long as a Lambda behind API Gateway may take. */
const PATIENCE_MILLISECONDS = 29_000;

/** A connection is kept for longer than clients keep theirs: none sends into one that is being closed just then. */
const KEPT_MILLISECONDS = 75_000;
