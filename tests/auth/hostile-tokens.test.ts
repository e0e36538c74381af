import { createHmac, createPublicKey, KeyObject, randomBytes, sign } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { CompactEncrypt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createAuthenticator } from '../../services/auth/authenticator.ts';
import { createHandler } from '../../services/lambda/create-handler.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { keptLog } from '../testkit/kept-log.ts';

const ISSUER = 'https://issuer.test';
const AUDIENCE = 'park-admission';
const NOW = new Date('2026-11-23T02:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const GOOD_CLAIMS = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'wang',
  exp: SECONDS + 3600,
  roles: ['officer:zone_140881'],
};

const ec = await keyPair('ES256', 'ec-1');
const rsa = await keyPair('RS256', 'rsa-1');
const stranger = await keyPair('ES256', 'ec-1');
const authenticate = createAuthenticator({
  issuer: ISSUER,
  audience: AUDIENCE,
  jwks: { keys: [ec.jwk, rsa.jwk] },
  rolesClaim: 'roles',
  clock: () => NOW,
});

const handler = createHandler({ deps: { clock: () => NOW } as Deps, authenticate, log: keptLog().log });
/** Who the API takes the bearer of this header for. */
const viewer = (authorization: string, more: object = {}) =>
  handler({
    httpMethod: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', authorization },
    body: '{"query":"{ viewer { subject } }"}',
    isBase64Encoded: false,
    requestContext: { requestId: 'token' },
    ...more,
  } as unknown as APIGatewayProxyEvent);

describe('a token that holds', () => {
  const wang = {
    subject: 'wang',
    name: null,
    roles: [{ role: 'officer', jurisdiction: 'zone_140881' }],
  };
  const good: Record<string, () => Promise<string> | string> = {
    'signed with an elliptic curve': () => jwt(),
    'signed with RSA': () => jwt({}, { alg: 'RS256', kid: 'rsa-1' }, rsa.privateKey),
    'put together by hand, as the forged ones below are': async () =>
      (await raw('{"alg":"ES256","kid":"ec-1"}', JSON.stringify(GOOD_CLAIMS))).slice('Bearer '.length),
    'marked as an access token': () => jwt({}, { alg: 'ES256', kid: 'ec-1', typ: 'application/at+JWT' }),
    'of a user pool, which says what it is for': () => jwt({ token_use: 'id' }),
    'for several audiences, ours among them': () => jwt({ aud: ['another', AUDIENCE] }),
    'that becomes valid this very second': () => jwt({ nbf: SECONDS }),
    'with claims of other systems beside ours': () =>
      jwt({ scope: 'openid', roles: ['uma_authorization', 'officer:zone_140881', 'root:zone_140881'] }),
  };
  it.each(Object.entries(good))('%s says who asks', async (_, token) => {
    expect(await authenticate(`Bearer ${await token()}`)).toEqual(wang);
    const { statusCode, body } = await viewer(`Bearer ${await token()}`);
    expect([statusCode, JSON.parse(body)]).toEqual([200, { data: { viewer: { subject: 'wang' } } }]);
  });

  it('is believed whatever the case of "bearer" and however many spaces follow', async () => {
    expect(await authenticate(`bearer  ${await jwt()}`)).toEqual(wang);
  });
});

describe('a subject', () => {
  const subjectOf = async (sub: string, subjects?: 'names' | 'ids') => {
    const config = { issuer: ISSUER, audience: AUDIENCE, jwks: { keys: [ec.jwk] }, rolesClaim: 'roles' };
    const believing = createAuthenticator({ ...config, subjects, clock: () => NOW });
    return (await believing(bearer(await jwt({ sub }))))?.subject;
  };

  it.each([
    ['Wang', 'wang'],
    ['WANG', 'wang'],
    ['\uff57\uff41\uff4e\uff47', 'wang'],
    ['\u{1d430}ang', 'wang'],
    ['Li.Si@Example.cn', 'li.si@example.cn'],
    ['张三', '张三'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
    ['René', 'rené'],
  ])('that is a name, %s, is one person however it is written: %s', async (written, subject) => {
    expect(await subjectOf(written)).toBe(subject);
  });

  it('that is an id of the issuer is taken to the letter', async () => {
    expect(await subjectOf('aB-9', 'ids')).toBe('aB-9');
    expect(await subjectOf('\u0430-9', 'ids')).toBe('\u0430-9');
  });
});

it('somebody without a header is anonymous', async () => {
  expect(await authenticate(undefined)).toBeNull();
});

describe('no token is better than one', () => {
  /** Headers as an attacker would send them. */
  const hostile: Record<string, () => Promise<string> | string> = {
    // the header
    'an empty header': () => '',
    'a header with the scheme alone': () => 'Bearer',
    'a password': () => `Basic ${Buffer.from('admin:admin').toString('base64')}`,
    'a token without scheme': () => jwt(),
    'two tokens in one header': async () => `Bearer ${await jwt()}, Bearer ${await jwt()}`,
    // the shape
    'a token with a line break at its end': async () => `Bearer ${await jwt()}\n`,
    'a token with a space at its end': async () => `Bearer ${await jwt()} `,
    'a token padded with "="': async () => `Bearer ${await jwt()}=`,
    'a token in the other Base64 alphabet': async () => `Bearer ${(await jwt()).replace(/[-_]|.$/, '+')}`,
    'one part': () => 'Bearer abcdef',
    'two parts': async () => `Bearer ${(await jwt()).split('.').slice(0, 2).join('.')}`,
    'an empty signature': async () => `Bearer ${(await jwt()).split('.').slice(0, 2).join('.')}.`,
    'four parts': async () => `Bearer ${await jwt()}.AAAA`,
    'an encrypted token': async () => `Bearer ${await encrypted()}`,
    'a token of ten megabytes': () => `Bearer a.${'A'.repeat(10_000_000)}.a`,
    'a true token, but longer than any gateway lets through': async () =>
      `Bearer ${await jwt({ padding: 'x'.repeat(8_000) })}`,
    'a header that is not JSON': () => raw('not json', JSON.stringify(GOOD_CLAIMS)),
    'a header that is a list': () => raw('[]', JSON.stringify(GOOD_CLAIMS)),
    'claims that are not JSON': () => raw('{"alg":"ES256","kid":"ec-1"}', 'not json'),
    'claims that are a list': () => raw('{"alg":"ES256","kid":"ec-1"}', '[]'),
    'claims that are null': () => raw('{"alg":"ES256","kid":"ec-1"}', 'null'),
    // the algorithm
    'algorithm none': () => `Bearer ${part({ alg: 'none' })}.${part(GOOD_CLAIMS)}.AAAA`,
    'algorithm None, spelled to slip by': () =>
      `Bearer ${part({ alg: 'nOnE', kid: 'ec-1' })}.${part(GOOD_CLAIMS)}.AAAA`,
    'no algorithm': () => `Bearer ${part({ kid: 'ec-1' })}.${part(GOOD_CLAIMS)}.AAAA`,
    'HS256 with the RSA public key as secret': () => hmacWithPublicKey('HS256', 'sha256'),
    'HS512 with the RSA public key as secret': () => hmacWithPublicKey('HS512', 'sha512'),
    'HS256 with an empty secret': () => {
      const signed = `${part({ alg: 'HS256', kid: 'ec-1' })}.${part(GOOD_CLAIMS)}`;
      return `Bearer ${signed}.${createHmac('sha256', '').update(signed).digest('base64url')}`;
    },
    'an Ed25519 key that nobody published': () => ed25519(),
    'the algorithm of the other key': () =>
      jwt({}, { alg: 'RS256', kid: 'ec-1' }, rsa.privateKey).then(bearer),
    'an RSA signature under an elliptic curve header': async () => {
      const [, , signature] = (await jwt({}, { alg: 'RS256', kid: 'rsa-1' }, rsa.privateKey)).split('.');
      return `Bearer ${part({ alg: 'ES256', kid: 'ec-1' })}.${part(GOOD_CLAIMS)}.${signature}`;
    },
    // the signature
    'claims changed after signing': async () => {
      const [header, , signature] = (await jwt()).split('.');
      return `Bearer ${header}.${part({ ...GOOD_CLAIMS, roles: ['admin:region_100000'] })}.${signature}`;
    },
    'a header changed after signing': async () => {
      const [, claims, signature] = (await jwt()).split('.');
      return `Bearer ${part({ alg: 'ES256', kid: 'ec-1', typ: 'at+jwt' })}.${claims}.${signature}`;
    },
    'a signature of zeros': async () => {
      const [header, claims] = (await jwt()).split('.');
      return `Bearer ${header}.${claims}.${Buffer.alloc(64).toString('base64url')}`;
    },
    'a signature in DER instead of its plain form': () => {
      const signed = `${part({ alg: 'ES256', kid: 'ec-1' })}.${part(GOOD_CLAIMS)}`;
      return `Bearer ${signed}.${sign('sha256', Buffer.from(signed), KeyObject.from(ec.privateKey)).toString('base64url')}`;
    },
    "a stranger's key under our key id": () => jwt({}, undefined, stranger.privateKey).then(bearer),
    'an unknown key id': () => jwt({}, { alg: 'ES256', kid: 'ec-9' }, stranger.privateKey).then(bearer),
    'a key id that is a path': () =>
      jwt({}, { alg: 'ES256', kid: '../../../../dev/null' }, stranger.privateKey).then(bearer),
    'its own key in the header': () =>
      jwt({}, { alg: 'ES256', jwk: stranger.jwk }, stranger.privateKey).then(bearer),
    'an address of its own key set in the header': () =>
      jwt({}, { alg: 'ES256', jku: 'https://evil.test/jwks.json' }, stranger.privateKey).then(bearer),
    'an address of its own certificate in the header': () =>
      jwt({}, { alg: 'ES256', x5u: 'https://evil.test/cert.pem' }, stranger.privateKey).then(bearer),
    'its own certificate in the header': () =>
      jwt({}, { alg: 'ES256', x5c: [randomBytes(64).toString('base64')] }, stranger.privateKey).then(bearer),
    'a critical extension nobody knows': () => unsafeCritical(),
    'a payload that is signed unencoded': () => unencoded(),
    // the claims
    'another issuer': () => jwt({ iss: 'https://issuer.test.evil' }).then(bearer),
    'our issuer with a slash at its end': () => jwt({ iss: `${ISSUER}/` }).then(bearer),
    'a list of issuers': () => jwt({ iss: [ISSUER] as never }).then(bearer),
    'no issuer': () => jwt({ iss: undefined }).then(bearer),
    'another audience': () => jwt({ aud: 'another' }).then(bearer),
    'an audience that starts like ours': () => jwt({ aud: `${AUDIENCE}-test` }).then(bearer),
    'an empty list of audiences': () => jwt({ aud: [] }).then(bearer),
    'our audience inside a list of a list': () => jwt({ aud: [[AUDIENCE]] as never }).then(bearer),
    'no audience': () => jwt({ aud: undefined }).then(bearer),
    'a minute past its end': () => jwt({ exp: SECONDS - 60 }).then(bearer),
    'no end': () => jwt({ exp: undefined }).then(bearer),
    'an end that is a text': () => jwt({ exp: '9999999999' as never }).then(bearer),
    'an hour before its start': () => jwt({ nbf: SECONDS + 3600 }).then(bearer),
    'a start that is a text': () => jwt({ nbf: '0' as never }).then(bearer),
    // the kind
    'a logout token by its header': () =>
      jwt({}, { alg: 'ES256', kid: 'ec-1', typ: 'logout+jwt' }).then(bearer),
    'a logout token by its claims': () =>
      jwt({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }).then(bearer),
    'a proof of possession': () => jwt({}, { alg: 'ES256', kid: 'ec-1', typ: 'dpop+jwt' }).then(bearer),
    'a kind that is no text': () => jwt({}, { alg: 'ES256', kid: 'ec-1', typ: 7 as never }).then(bearer),
    'a refresh token': () => jwt({ token_use: 'refresh' }).then(bearer),
    'no subject': () => jwt({ sub: undefined }).then(bearer),
    'an empty subject': () => jwt({ sub: '' }).then(bearer),
    'a subject of spaces': () => jwt({ sub: '   ' }).then(bearer),
    'a subject that is a number': () => jwt({ sub: 7 as never }).then(bearer),
    'a subject of 256 characters': () => jwt({ sub: 'w'.repeat(256) }).then(bearer),
    'a subject that differs from another by an invisible character': () =>
      jwt({ sub: 'wa\u200bng' }).then(bearer),
    'a subject with a variation selector': () => jwt({ sub: 'wang\ufe0f' }).then(bearer),
    'a subject with a filler': () => jwt({ sub: 'wa\u3164ng' }).then(bearer),
    'a subject with a space that only looks like one': () => jwt({ sub: 'wang\u00a0li' }).then(bearer),
    'a subject with a line break': () => jwt({ sub: 'wang\nli' }).then(bearer),
    'a subject with a space at its end': () => jwt({ sub: 'wang ' }).then(bearer),
    'a subject in decomposed Unicode': () => jwt({ sub: 'Rene\u0301' }).then(bearer),
    'a name with a Cyrillic а': () => jwt({ sub: 'w\u0430ng' }).then(bearer),
    'a name with a Greek ο': () => jwt({ sub: 'zha\u03bf' }).then(bearer),
    'a name with a Latin letter that looks like another': () => jwt({ sub: 'w\u0251ng' }).then(bearer),
    'a name with a radical that looks like a character (⺠ for 民)': () =>
      jwt({ sub: '\u2ea0生' }).then(bearer),
    'a name with a numeral that looks like a character (〣 for 川)': () =>
      jwt({ sub: '王\u3023' }).then(bearer),
    'a subject with two spaces that are shown as one': () => jwt({ sub: 'wang  li' }).then(bearer),
    'a name all in Cyrillic': () => jwt({ sub: '\u0430\u0440\u0441' }).then(bearer),
  };

  it('there are at least 38 kinds', () => {
    expect(Object.keys(hostile).length).toBeGreaterThanOrEqual(38);
  });

  it.each(Object.entries(hostile))(
    '%s is refused, and through the API with 401 and no answer',
    async (_, header) => {
      const authorization = await header();
      await expect(authenticate(authorization)).rejects.toMatchObject({
        name: 'Refusal',
        code: 'UNAUTHENTICATED',
      });
      const { statusCode, headers, body } = await viewer(authorization);
      expect([statusCode, headers?.['www-authenticate']]).toEqual([401, 'Bearer error="invalid_token"']);
      const { data, errors } = JSON.parse(body);
      expect([data, errors.length, errors[0].extensions.code]).toEqual([undefined, 1, 'UNAUTHENTICATED']);
    },
  );

  it('two headers are not one good token', async () => {
    const good = bearer(await jwt());
    for (const [first, second] of [
      [good, bearer('x.y.z')],
      [bearer('x.y.z'), good],
    ] as const) {
      const { statusCode } = await viewer(second, { multiValueHeaders: { Authorization: [first, second] } });
      expect(statusCode).toBe(401);
    }
    expect((await viewer(good, { multiValueHeaders: { authorization: [good] } })).statusCode).toBe(200);
  });

  it('says so where a token only ran out, so that a portal can renew it', async () => {
    await expect(authenticate(bearer(await jwt({ exp: SECONDS - 60 })))).rejects.toMatchObject({
      details: { reason: 'EXPIRED' },
    });
  });
});

describe('clocks that part a little', () => {
  it.each([
    ['ran out three seconds ago', { exp: SECONDS - 3 }],
    ['starts in three seconds', { nbf: SECONDS + 3 }],
  ])('do not refuse a token that %s', async (_, claims) => {
    expect(await authenticate(bearer(await jwt(claims)))).toMatchObject({ subject: 'wang' });
  });
});

async function keyPair(alg: string, kid: string) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), alg, kid, use: 'sig' } };
}

type Signer = typeof ec.privateKey;
type Header = { alg: string; kid?: string } & Record<string, unknown>;

function jwt(
  claims: Record<string, unknown> = {},
  header: Header = { alg: 'ES256', kid: 'ec-1' },
  key: Signer = ec.privateKey,
): Promise<string> {
  return new SignJWT({ ...GOOD_CLAIMS, ...claims }).setProtectedHeader(header).sign(key);
}

const bearer = (token: string): string => `Bearer ${token}`;

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Well signed, whatever the two parts hold: what a broken issuer could send. */
async function raw(header: string, claims: string): Promise<string> {
  const signed = `${Buffer.from(header).toString('base64url')}.${Buffer.from(claims).toString('base64url')}`;
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    ec.privateKey,
    Buffer.from(signed),
  );
  return `Bearer ${signed}.${Buffer.from(signature).toString('base64url')}`;
}

function hmacWithPublicKey(alg: string, hash: string): string {
  const pem = createPublicKey({ key: rsa.jwk as never, format: 'jwk' }).export({
    type: 'spki',
    format: 'pem',
  });
  const signed = `${part({ alg, kid: 'rsa-1' })}.${part(GOOD_CLAIMS)}`;
  return `Bearer ${signed}.${createHmac(hash, pem).update(signed).digest('base64url')}`;
}

async function ed25519(): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA');
  return bearer(await jwt({}, { alg: 'EdDSA', kid: 'ec-1' }, privateKey));
}

function encrypted(): Promise<string> {
  return new CompactEncrypt(Buffer.from(JSON.stringify(GOOD_CLAIMS)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(randomBytes(32));
}

/** Signed by our key, with a header that forbids to read on for whoever does not know it. */
const unsafeCritical = (): Promise<string> =>
  raw(
    JSON.stringify({ alg: 'ES256', kid: 'ec-1', crit: ['urn:evil'], 'urn:evil': true }),
    JSON.stringify(GOOD_CLAIMS),
  );

const unencoded = (): Promise<string> =>
  raw(JSON.stringify({ alg: 'ES256', kid: 'ec-1', b64: false, crit: ['b64'] }), JSON.stringify(GOOD_CLAIMS));
