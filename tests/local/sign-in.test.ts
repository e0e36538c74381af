import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDevelopmentIssuer } from '../../services/local/development-issuer.ts';
import { createSignIn, type SignIn } from '../../services/local/sign-in.ts';
import { temporaryFolder } from './local-server.ts';

const ORIGIN = 'http://127.0.0.1:4000';
const VERIFIER = 'a-verifier-that-only-the-page-knows-and-tells-nobody';
const ASKED = {
  client_id: 'park-admission',
  redirect_uri: `${ORIGIN}/`,
  response_type: 'code',
  scope: 'openid profile',
  state: 'state-1',
  nonce: 'nonce-1',
  code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
  code_challenge_method: 'S256',
};

describe('signing in at the development issuer', () => {
  let issuer: Awaited<ReturnType<typeof openDevelopmentIssuer>>;
  let signIn: SignIn;
  let now = 0;
  beforeAll(async () => {
    issuer = await openDevelopmentIssuer(join(await temporaryFolder(), 'keys.json'));
  });
  beforeEach(() => {
    now = 0;
    signIn = createSignIn(issuer, () => now);
  });

  const request = (method: string, url: string, body = '') =>
    signIn({ method, url, headers: { host: '127.0.0.1:4000' } } as IncomingMessage, body);
  const authorize = async (asked: Record<string, string>) =>
    (await request('GET', `/authorize?${new URLSearchParams(asked)}`))!;
  const sentBack = async (asked: Record<string, string>) =>
    new URL(String((await authorize(asked)).headers?.location)).searchParams;
  const exchange = async (body: Record<string, string>) => {
    const { statusCode, body: answer } = (await request(
      'POST',
      '/token',
      String(new URLSearchParams(body)),
    ))!;
    return { statusCode, ...JSON.parse(answer) };
  };
  const codeFor = async (as: string) => (await sentBack({ ...ASKED, as })).get('code')!;
  const exchanged = (code: string, changed: Record<string, string> = {}) =>
    exchange({
      grant_type: 'authorization_code',
      client_id: 'park-admission',
      redirect_uri: ASKED.redirect_uri,
      code,
      code_verifier: VERIFIER,
      ...changed,
    });

  it('asks who one wants to be, and answers state and nonce', async () => {
    const { statusCode, body } = await authorize(ASKED);
    expect([statusCode, body]).toEqual([200, expect.stringMatching(/李夏.*审批人员/)]);
    const back = await sentBack({ ...ASKED, as: '李夏' });
    expect(back.get('state')).toBe('state-1');
    const { statusCode: status, id_token: token } = await exchanged(back.get('code')!);
    expect(status).toBe(200);
    expect(decodeJwt(token)).toMatchObject({
      iss: 'urn:park-admission:development',
      aud: 'park-admission',
      sub: '李夏',
      nonce: 'nonce-1',
      roles: ['officer:region_156'],
    });
  });

  it('exchanges a code once', async () => {
    const code = await codeFor('李夏');
    expect(await exchanged(code)).toMatchObject({ statusCode: 200 });
    expect(await exchanged(code)).toEqual({ statusCode: 400, error: 'invalid_grant' });
  });

  it.each([
    ['without the verifier of its challenge', { code_verifier: 'another' }],
    ['for another address', { redirect_uri: `${ORIGIN}/elsewhere` }],
    ['that it never gave', { code: 'made-up' }],
  ])('exchanges no code %s', async (_, changed) => {
    expect(await exchanged(await codeFor('李夏'), changed)).toEqual({
      statusCode: 400,
      error: 'invalid_grant',
    });
  });

  it('exchanges no code after a minute', async () => {
    const code = await codeFor('李夏');
    now = 61_000;
    expect(await exchanged(code)).toEqual({ statusCode: 400, error: 'invalid_grant' });
  });

  it.each([
    ['https://evil.example/', 400],
    ['http://127.0.0.1:4001/', 400],
    ['nothing', 400],
  ])('sends nobody to %s', async (redirect_uri, status) => {
    const answer = await authorize({ ...ASKED, as: '李夏', redirect_uri });
    expect([answer.statusCode, answer.headers?.location]).toEqual([status, undefined]);
  });

  it.each([
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ code_challenge: '' }, 'invalid_request'],
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ client_id: 'other' }, 'unauthorized_client'],
  ])('refuses %j', async (changed, error) => {
    const back = await sentBack({ ...ASKED, as: '李夏', ...changed });
    expect([back.get('error'), back.get('code')]).toEqual([error, null]);
  });

  it('renews by a refresh token, each of which is good once', async () => {
    const { refresh_token } = await exchanged(await codeFor('钱进'));
    const renewing = { grant_type: 'refresh_token', client_id: 'park-admission', refresh_token };
    const renewed = await exchange(renewing);
    expect(decodeJwt(renewed.id_token)).toMatchObject({ sub: '钱进', roles: ['editor:region_156'] });
    expect(await exchange(renewing)).toEqual({ statusCode: 400, error: 'invalid_grant' });
  });

  it('writes nothing of the address into its page as markup', async () => {
    const { body } = await authorize({ ...ASKED, state: '"><script>alert(1)</script>' });
    expect(body).not.toContain('<script');
  });
});
