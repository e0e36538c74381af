import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import type { FunctionPackage } from './runtime-host.ts';

/** The package, built once for a test file, outside the project: what it lacks is not found beside it either. */
export function functionPackage(): Promise<FunctionPackage> {
  built ??= mkdtemp(join(tmpdir(), 'park-admission-bundle-')).then((made) => {
    folder = made;
    return bundle(made);
  });
  return built;
}

/** Publishes an issuer's keys on this machine, as issuers do; gives their address. */
export async function publishKeys(keys: object): Promise<string> {
  const server = createServer((_, response) => response.end(JSON.stringify(keys)));
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
}

let built: Promise<FunctionPackage> | undefined;
let folder: string | undefined;
const servers: Server[] = [];

afterAll(async () => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  if (folder) await rm(folder, { recursive: true, force: true });
});
