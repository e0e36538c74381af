import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterFile } from './after-file.ts';

/** What becomes of a request: its answer may be lost on the way back. */
export type Fate = 'PASSED' | 'THROTTLED' | 'FAILED' | 'LOST';

/** A gateway in front of an API: it stays where it is, whatever becomes of the service behind it. */
export interface FaultyGateway {
  readonly url: string;
  /** Where the service is from now on; requests wait until it is somewhere. */
  readonly leadsTo: (service: Promise<string>) => void;
  /** Decides about every request from now on, and may do what it likes while that is on its way. */
  readonly judges: (judge: (body: string) => Fate) => void;
  /** Requests that had their answers since then. */
  readonly answered: () => number;
}

export async function faultyGateway(): Promise<FaultyGateway> {
  let service = Promise.resolve('');
  let judge: (body: string) => Fate = () => 'PASSED';
  let answered = 0;
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const fate = judge(body.toString());
    if (fate === 'THROTTLED' || fate === 'FAILED')
      return void response.writeHead(fate === 'FAILED' ? 503 : 429, { 'retry-after': '0' }).end();
    const { 'content-type': type = '', authorization = '' } = request.headers;
    const found = await fetch(new URL(request.url!, await service), {
      method: 'POST',
      headers: { 'content-type': type, authorization },
      body,
    });
    const said = new Uint8Array(await found.arrayBuffer());
    if (fate === 'LOST') return void response.destroy();
    answered++;
    response.writeHead(found.status, { 'content-type': 'application/json' }).end(said);
  }
  afterFile(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadsTo: (to) => {
      service = to;
    },
    judges: (each) => {
      [judge, answered] = [each, 0];
    },
    answered: () => answered,
  };
}
