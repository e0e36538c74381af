import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Authenticate } from '../../services/auth/authenticator.ts';
import { createAuthenticator } from '../../services/auth/authenticator.ts';
import type { DevelopmentIssuer } from '../../services/local/development-issuer.ts';
import { DEVELOPMENT_IDENTITY, openDevelopmentIssuer } from '../../services/local/development-issuer.ts';
import type { HttpServer } from '../../services/local/http-server.ts';
import { listen } from '../../services/local/http-server.ts';
import { createRoutes } from '../../services/local/routes.ts';

let folder: string;
let file: string;
let issuer: DevelopmentIssuer;
let server: HttpServer;
let authenticate: Authenticate;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'park-admission-issuer-'));
  file = join(folder, 'keys.json');
  issuer = await openDevelopmentIssuer(file);
  server = await listen(0, createRoutes({ issuer, handler: () => null, pages: async () => null }));
  authenticate = createAuthenticator({
    ...DEVELOPMENT_IDENTITY,
    jwks: new URL('/.well-known/jwks.json', server.url),
  });
});

afterEach(async () => {
  vi.useRealTimers();
  await server.stop();
  await rm(folder, { recursive: true });
});

describe('the development issuer', () => {
  it('is believed over HTTP as any issuer is', async () => {
    const token = await issuer.token('李夏', ['officer:zone_140881', 'editor:region_140000']);
    expect(await authenticate(`Bearer ${token}`)).toEqual({
      subject: '李夏',
      name: '李夏',
      roles: [
        { role: 'officer', jurisdiction: 'zone_140881' },
        { role: 'editor', jurisdiction: 'region_140000' },
      ],
    });
  });

  it('gives tokens for twelve hours', async () => {
    const token = await issuer.token('li', []);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 3600_000 });
    expect(await authenticate(`Bearer ${token}`)).toMatchObject({ subject: 'li' });
    vi.setSystemTime(Date.now() + 2 * 3600_000);
    await expect(authenticate(`Bearer ${token}`)).rejects.toMatchObject({ details: { reason: 'EXPIRED' } });
  });

  it('publishes no private key', async () => {
    const response = await fetch(`${server.url}/.well-known/jwks.json`);
    const { keys } = (await response.json()) as { keys: Record<string, unknown>[] };
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('keeps its key where only the owner can read it, and leaves nothing else behind', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['keys.json']);
  });

  it('closes its key to others where somebody opened it', async () => {
    await chmod(file, 0o644);
    await openDevelopmentIssuer(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('keeps its key over a restart', async () => {
    const token = await (await openDevelopmentIssuer(file)).token('li', []);
    expect(await authenticate(`Bearer ${token}`)).toMatchObject({ subject: 'li' });
  });

  it('has one key though many commands make it at once', async () => {
    await rm(file);
    await Promise.all(Array.from({ length: 10 }, () => openDevelopmentIssuer(file)));
    expect(await readdir(folder)).toEqual(['keys.json']);
    expect(JSON.parse(await readFile(file, 'utf8')).kty).toBe('EC');
  });

  it('is not believed by the server of another folder', async () => {
    const other = await openDevelopmentIssuer(join(folder, 'other.json'));
    await expect(authenticate(`Bearer ${await other.token('li', [])}`)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('gets a new key while the server runs, when the old one is deleted', async () => {
    await authenticate(`Bearer ${await issuer.token('li', [])}`);
    await rm(file);
    const token = await (await openDevelopmentIssuer(file)).token('li', []);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 });
    expect(await authenticate(`Bearer ${token}`)).toMatchObject({ subject: 'li' });
  });

  it('says in one line that its key file is damaged', async () => {
    await writeFile(file, '{"kty":');
    await expect(openDevelopmentIssuer(file)).rejects.toMatchObject({
      name: 'CannotStart',
      message: expect.stringMatching(/^The key file .*keys\.json is damaged[^\n]*$/),
    });
  });
});
