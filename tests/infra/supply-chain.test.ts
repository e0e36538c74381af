import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { afterFile } from '../testkit/after-file.ts';

const PATIENCE_MS = 240_000;

/** A registry that knows of these weaknesses; `null` is one that has no service for them. */
async function registry(advisories: object | null): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    const knows = advisories !== null && request.url === '/-/npm/v1/security/advisories/bulk';
    response.writeHead(knows ? 200 : 405, { 'content-type': 'application/json' });
    response.end(JSON.stringify(knows ? advisories : {}));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  afterFile(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** npm remembers what a registry said of a weakness; each answer here is the first. */
const newCache = () => {
  const folder = mkdtempSync(join(tmpdir(), 'park-admission-npm-'));
  afterFile(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const ran = (file: string, ...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const options = { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, npm_config_cache: newCache() } };
    execFile(file, args, options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
const audit = (url: string) => ran('.ci/audit', `--registry=${url}`);

const weakness = (severity: string) => ({
  id: 1,
  url: 'https://example.org/1',
  title: 'a weakness',
  severity,
  vulnerable_versions: '*',
});

describe('the audit of what is deployed', { timeout: PATIENCE_MS }, () => {
  test('stops a build with a grave weakness, and names the package', async () => {
    const { code, said } = await audit(await registry({ graphql: [weakness('high')] }));
    expect(said).toContain('high: graphql ');
    expect(code).toBe(1);
  });

  test('is not stopped by a weakness that is small, nor by one of what is never deployed', async () => {
    const known = { graphql: [weakness('low')], vitest: [weakness('critical')] };
    const { code, said } = await audit(await registry(known));
    expect([code, said]).toEqual([0, expect.stringContaining('audited: nothing grave is known')]);
  });

  test('says that nothing is known where the registry has no such service, and goes on', async () => {
    const { code, said } = await audit(await registry(null));
    expect([code, said]).toEqual([0, expect.stringContaining('not audited')]);
  });

  test('says the same without a network', async () => {
    const { code, said } = await audit('http://127.0.0.1:9');
    expect([code, said]).toEqual([0, expect.stringContaining('not audited')]);
  });

  test('is a part of CI', () => {
    expect(readFileSync('.ci/run', 'utf8')).toMatch(/^beside Audit \.ci\/audit$/m);
  });
});

test('the bill of materials names every package that is in the bundle', {
  timeout: PATIENCE_MS,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'park-admission-sbom-'));
  const { artefacts } = await bundle(folder);
  const { sources } = JSON.parse(readFileSync(join(artefacts, 'handler.mjs.map'), 'utf8'));
  rmSync(folder, { recursive: true });
  const { said } = await ran('npm', 'run', '--silent', 'sbom');
  const sbom = JSON.parse(said);
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { type: 'application' } } });
  const named = new Set(sbom.components.map(({ purl }: { purl: string }) => decodeURIComponent(purl)));
  const packages = new Set<string>(
    (sources as string[]).flatMap((source) => {
      // Of a package inside a package, the inner one.
      const folder = /(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1];
      if (!folder) return [];
      const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      return version === undefined ? [] : [`pkg:npm/${name}@${version}`];
    }),
  );
  expect(packages.size).toBeGreaterThan(20);
  expect([...packages].filter((one) => !named.has(one))).toEqual([]);
});
