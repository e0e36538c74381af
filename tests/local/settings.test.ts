import { describe, expect, it } from 'vitest';
import { ALGORITHMS } from '../../services/auth/algorithms.ts';
import { readSettings } from '../../services/lambda/settings.ts';

const ENVIRONMENT = {
  TABLE_NAME: 'park-admission',
  ISSUER: 'https://issuer.test',
  AUDIENCE: 'park-admission',
  JWKS_URL: 'https://issuer.test/.well-known/jwks.json',
  LOG_KEY_SECRET: 'log-key',
};

describe('the settings of the function', () => {
  it('need five variables; roles are in the claim "roles" and every asymmetric signature is taken', () => {
    expect(readSettings(ENVIRONMENT)).toEqual({
      mode: 'production',
      callers: 'portal',
      origins: [],
      logKeySecret: 'log-key',
      tableName: 'park-admission',
      identity: {
        issuer: 'https://issuer.test',
        audience: 'park-admission',
        jwks: new URL('https://issuer.test/.well-known/jwks.json'),
        rolesClaim: 'roles',
        subjects: 'names',
        algorithms: ALGORITHMS,
      },
    });
  });

  it('may name another claim, fewer signatures and another DynamoDB', () => {
    const settings = readSettings({
      ...ENVIRONMENT,
      ROLES_CLAIM: 'cognito:groups',
      SUBJECTS: 'ids',
      ALGORITHMS: 'RS256,ES256',
      DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000',
    });
    expect(settings.identity).toMatchObject({
      rolesClaim: 'cognito:groups',
      subjects: 'ids',
      algorithms: ['RS256', 'ES256'],
    });
    expect(() => readSettings({ ...ENVIRONMENT, SUBJECTS: 'exact' })).toThrow(/SUBJECTS/);
    expect(settings.dynamoDbEndpoint).toBe('http://127.0.0.1:8000');
  });

  it('take keys over a line nobody else can write to: https, or this very machine', () => {
    expect(() => readSettings({ ...ENVIRONMENT, JWKS_URL: 'http://127.0.0.1:4000/jwks.json' })).not.toThrow();
    expect(() => readSettings({ ...ENVIRONMENT, JWKS_URL: 'http://issuer.test/jwks.json' })).toThrow(
      /JWKS_URL/,
    );
    expect(() => readSettings({ ...ENVIRONMENT, JWKS_URL: 'file:///etc/jwks.json' })).toThrow(/JWKS_URL/);
  });

  it.each([
    ['no signature at all', 'none'],
    ['a shared secret among them', 'RS256,HS256'],
    ['an empty list', ''],
  ])('refuse %s', (_, algorithms) => {
    expect(() => readSettings({ ...ENVIRONMENT, ALGORITHMS: algorithms })).toThrow(/ALGORITHMS/);
  });

  it('hide the schema from strangers unless they say that this is for development', () => {
    expect(readSettings({ ...ENVIRONMENT, MODE: 'development' }).mode).toBe('development');
    expect(() => readSettings({ ...ENVIRONMENT, MODE: 'debug' })).toThrow(/MODE/);
  });

  it('name every variable that is missing, at once', () => {
    expect(() => readSettings({})).toThrow(/TABLE_NAME.*ISSUER.*AUDIENCE.*JWKS_URL/s);
  });
});
