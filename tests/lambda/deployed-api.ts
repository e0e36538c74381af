import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../infra/bundle.ts';
import { afterFile } from '../testkit/after-file.ts';
import type { FunctionPackage } from './runtime-host.ts';

/** The package, built once for a test file, outside the project: what it lacks is not found beside it either. */
export function functionPackage(): Promise<FunctionPackage> {
  built ??= mkdtemp(join(tmpdir(), 'park-admission-bundle-')).then((folder) => {
    afterFile(() => {
      built = undefined;
      return rm(folder, { recursive: true, force: true });
    });
    return bundle(folder);
  });
  return built;
}

/** Publishes an issuer's keys on this machine, as issuers do; gives their address. */
export async function publishKeys(keys: object): Promise<string> {
  const server = createServer((_, response) => response.end(JSON.stringify(keys)));
  afterFile(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
}

let built: Promise<FunctionPackage> | undefined;
