import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Dynalite } from '../../services/local/dynalite.ts';

/** Lets another process reach a database of this one over HTTP, as it would DynamoDB. */
export async function listenFor(dynalite: Dynalite) {
  const server = createServer(async (request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const { statusCode, body } = await dynalite.answer(operation, await text(request));
    response.writeHead(statusCode, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      await once(server, 'close');
      await dynalite.close();
    },
  };
}
