import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAuthenticator } from '../../services/auth/authenticator.ts';
import { DEVELOPMENT_IDENTITY, openDevelopmentIssuer } from '../../services/local/development-issuer.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'park-admission-token-'));
});
afterEach(() => rm(data, { recursive: true }));

describe('npm run token', () => {
  it('prints a token for that person and nothing else', async () => {
    const { code, stdout, stderr } = await token(
      '--data',
      data,
      '--as',
      '李夏',
      'officer:zone_140881',
      'editor:region_140000',
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(await actorOf(stdout.trim())).toEqual({
      subject: '李夏',
      name: '李夏',
      roles: [
        { role: 'officer', jurisdiction: 'zone_140881' },
        { role: 'editor', jurisdiction: 'region_140000' },
      ],
    });
  });

  it('makes the data folder where there is none yet, so that it may come before the first start', async () => {
    const { code } = await token('--data', join(data, 'new'), 'admin:region_156');
    expect(code).toBe(0);
  });

  it.each([
    ['no role', [], /Name at least one role\. Usage: npm run token/],
    [
      'a role that does not exist',
      ['boss:region_140000'],
      /"boss:region_140000" is not a role\. Write <role>:/,
    ],
    ['a jurisdiction without its kind', ['officer:140881'], /"officer:140881" is not a role/],
    ['a person without a name', ['--as', ' ', 'officer:zone_1'], /--as takes the name of a person/],
    ['an option that does not exist', ['--role', 'x'], /Unknown option '--role'.* Usage: npm run token/],
    ['an option without its value', ['officer:zone_1', '--as'], /Usage: npm run token/],
    [
      'a folder that cannot be written',
      ['--data', '/dev/null/data', 'officer:zone_1'],
      /Cannot write to the folder \/dev\/null\/data/,
    ],
  ])('says in one line what is wrong with %s', async (_, args, line) => {
    const { code, stdout, stderr } = await token('--data', data, ...args);
    expect([code, stdout, stderr.trimEnd().split('\n')]).toEqual([1, '', [expect.stringMatching(line)]]);
    expect(stderr).toMatch(/[\u4e00-\u9fff]/);
  });
});

async function actorOf(token: string) {
  const issuer = await openDevelopmentIssuer(join(data, 'development-keys.json'));
  return createAuthenticator({ ...DEVELOPMENT_IDENTITY, jwks: await issuer.publicKeys() })(`Bearer ${token}`);
}

const token = (...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...TYPESCRIPT, 'services/local/token.ts', ...args], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
