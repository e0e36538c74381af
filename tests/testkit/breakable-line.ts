import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { afterFile } from './after-file.ts';

/** A line to a server that can break in the ways in which lines break. */
export interface BreakableLine {
  /** Where to connect to instead of to the server. */
  readonly endpoint: string;
  /** What becomes of everything sent from now on, over connections that are open as well. */
  readonly is: (state: LineState) => void;
  /** Lets this many more requests through, whatever their answers, and is dead after them. */
  readonly diesAfter: (requests: number, state: LineState) => void;
  /** Requests that came in since the last change of state. */
  readonly requests: () => number;
}
/** `SILENT` takes everything and answers nothing; `DEAF` hands requests on, of which no answer comes back. */
export type LineState = 'WHOLE' | 'SILENT' | 'DEAF' | 'REFUSING';

/** @param to the address of an HTTP server on this machine */
export async function breakableLine(to: string): Promise<BreakableLine> {
  const { port } = new URL(to);
  let state: LineState = 'WHOLE';
  let next: { readonly after: number; readonly state: LineState } | undefined;
  let requests = 0;

  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    if (state === 'REFUSING') return socket.destroy();
    const beyond = createConnection({ host: '127.0.0.1', port: Number(port) });
    beyond.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.on('close', () => beyond.destroy());
    socket.on('data', (chunk) => {
      if (REQUEST.test(chunk.toString('latin1'))) arrived();
      if (state === 'REFUSING') return socket.destroy();
      if (state === 'WHOLE' || state === 'DEAF') beyond.write(chunk);
    });
    beyond.on('data', (chunk) => {
      if (state === 'WHOLE') socket.write(chunk);
    });
  });
  const open = new Set<Socket>();
  afterFile(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');

  function arrived(): void {
    requests++;
    if (next && requests > next.after) ({ state, next } = { state: next.state, next: undefined });
  }

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    is: (changed) => {
      [state, next, requests] = [changed, undefined, 0];
    },
    diesAfter: (after, changed) => {
      [state, next, requests] = ['WHOLE', { after, state: changed }, 0];
    },
    requests: () => requests,
  };
}

/** The line on which a request begins; the SDK sends head and body of a command in pieces. */
const REQUEST = /^POST \S+ HTTP\/1\.1\r\n/;
