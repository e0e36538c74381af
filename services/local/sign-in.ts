import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { consoleHeaders } from '../console/headers.ts';
import { DEVELOPMENT_IDENTITY, type DevelopmentIssuer } from './development-issuer.ts';

/** Somebody whom one can be on a development machine. */
interface Person {
  readonly name: string;
  readonly roles: readonly string[];
  readonly what: string;
}

/** One of each role over the country of the sample data, and two of some, for what takes two persons or is handed over. */
const PERSONS: readonly Person[] = [
  { name: '钱进', roles: ['editor:region_156'], what: '编制人员 editor' },
  { name: '周宁', roles: ['publisher:region_156'], what: '发布人员 publisher' },
  { name: '李夏', roles: ['officer:region_156'], what: '审批人员 officer' },
  { name: '何梅', roles: ['officer:region_156'], what: '审批人员（同事）second officer' },
  { name: '赵管', roles: ['admin:region_156'], what: '管理人员 admin' },
  { name: '孙理', roles: ['admin:region_156'], what: '管理人员（复核）second admin' },
];

/** What the person at the browser was let in for: a code is good for one exchange, and not for long. */
interface Grant {
  readonly person: Person;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string | null;
  readonly until: number;
}

/** The answer to a request that belongs to signing in; `null` to any other. */
export type SignIn = (request: IncomingMessage, body: string) => Promise<APIGatewayProxyResult | null>;

/**
 * The code flow with PKCE (RFC 6749, 7636; OpenID Connect Core 3.1) of the development issuer: instead of asking for a
 * password it asks who one wants to be. The console goes through it as it would with any issuer.
 */
export function createSignIn(issuer: DevelopmentIssuer, now: () => number = Date.now): SignIn {
  const grants = new Map<string, Grant>();
  const refreshing = new Map<string, Person>();
  return async (request, body) => {
    const address = new URL(request.url ?? '/', `http://${request.headers.host}`);
    switch (`${request.method} ${address.pathname}`) {
      case 'GET /.well-known/openid-configuration':
        return json(200, metadata(address.origin));
      case 'GET /authorize':
        return authorize(address);
      case 'POST /token':
        return token(new URLSearchParams(body));
      default:
        return null;
    }
  };

  function authorize(address: URL): APIGatewayProxyResult {
    const asked = address.searchParams;
    const redirectUri = asked.get('redirect_uri') ?? '';
    // Nobody is sent to another site with a code, whatever the link says.
    if (!URL.canParse(redirectUri) || new URL(redirectUri).origin !== address.origin)
      return page(
        400,
        '<p>redirect_uri 须为本服务的地址。redirect_uri must be an address of this server.</p>',
      );
    if (asked.get('client_id') !== DEVELOPMENT_IDENTITY.audience) return back('unauthorized_client');
    if (asked.get('response_type') !== 'code') return back('unsupported_response_type');
    if (asked.get('code_challenge_method') !== 'S256' || !asked.get('code_challenge'))
      return back('invalid_request');
    const person = PERSONS.find(({ name }) => name === asked.get('as'));
    if (!person) return page(200, choice(address));
    const code = secret();
    grants.set(code, {
      person,
      redirectUri,
      challenge: asked.get('code_challenge')!,
      nonce: asked.get('nonce'),
      until: now() + CODE_MILLISECONDS,
    });
    return back(null, code);

    function back(error: string | null, code?: string): APIGatewayProxyResult {
      const target = new URL(redirectUri);
      const answer = { state: asked.get('state'), error, code };
      for (const [name, value] of Object.entries(answer)) if (value) target.searchParams.set(name, value);
      return { statusCode: 303, headers: { location: target.href }, body: '' };
    }
  }

  async function token(asked: URLSearchParams): Promise<APIGatewayProxyResult> {
    if (asked.get('client_id') !== DEVELOPMENT_IDENTITY.audience)
      return json(401, { error: 'invalid_client' });
    switch (asked.get('grant_type')) {
      case 'authorization_code': {
        const code = asked.get('code') ?? '';
        const grant = grants.get(code);
        // Once: a second exchange of a code is somebody else's.
        grants.delete(code);
        const challenge = createHash('sha256')
          .update(asked.get('code_verifier') ?? '')
          .digest('base64url');
        if (
          !grant ||
          grant.until < now() ||
          grant.redirectUri !== asked.get('redirect_uri') ||
          grant.challenge !== challenge
        )
          return json(400, { error: 'invalid_grant' });
        return tokensOf(grant.person, grant.nonce);
      }
      case 'refresh_token': {
        const used = asked.get('refresh_token') ?? '';
        const person = refreshing.get(used);
        refreshing.delete(used);
        return person ? tokensOf(person, null) : json(400, { error: 'invalid_grant' });
      }
      default:
        return json(400, { error: 'unsupported_grant_type' });
    }
  }

  async function tokensOf(person: Person, nonce: string | null): Promise<APIGatewayProxyResult> {
    const idToken = await issuer.token(person.name, person.roles, nonce === null ? {} : { nonce });
    const refreshToken = secret();
    refreshing.set(refreshToken, person);
    return json(200, {
      token_type: 'Bearer',
      access_token: idToken,
      id_token: idToken,
      refresh_token: refreshToken,
    });
  }
}

const CODE_MILLISECONDS = 60_000;

const secret = (): string => randomBytes(32).toString('base64url');

const metadata = (origin: string) => ({
  issuer: DEVELOPMENT_IDENTITY.issuer,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  jwks_uri: `${origin}/.well-known/jwks.json`,
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
  id_token_signing_alg_values_supported: ['ES256'],
  subject_types_supported: ['public'],
});

/** Each person is a link to the same address with the name added. */
function choice(address: URL): string {
  const links = PERSONS.map(({ name, what }) => {
    const chosen = new URL(address);
    chosen.searchParams.set('as', name);
    return `<li><a href="${escaped(`${chosen.pathname}${chosen.search}`)}">${name}</a> ${what}</li>`;
  });
  return `<h1>以谁的身份登录？Sign in as whom?</h1><ul>${links.join('')}</ul><p>仅用于开发机：生产环境由贵单位的身份认证系统登录。On a development machine only; in production people sign in at your own issuer.</p>`;
}

const escaped = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (statusCode: number, body: string): APIGatewayProxyResult => ({
  statusCode,
  headers: { ...consoleHeaders(), 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>登录 Sign in</title><main>${body}</main></html>`,
});

const json = (statusCode: number, value: unknown): APIGatewayProxyResult => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});
