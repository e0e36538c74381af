import { randomUUID } from 'node:crypto';
import { chmod, link, readFile, unlink, writeFile } from 'node:fs/promises';
import type { JSONWebKeySet, JWK } from 'jose';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import * as z from 'zod';
import { CannotStart } from './cannot-start.ts';

/**
 * The identity provider of a development machine: a key of its own in the
 * data folder, real tokens, and the public key for the server to publish. The
 * server accepts its tokens over the same path as any other issuer (DESIGN 8).
 */
export interface DevelopmentIssuer {
  readonly publicKeys: () => Promise<JSONWebKeySet>;
  /** @param claims what else is to stand in it */
  readonly token: (
    subject: string,
    roles: readonly string[],
    claims?: Readonly<Record<string, string>>,
  ) => Promise<string>;
}

export const DEVELOPMENT_IDENTITY = {
  // Names no address: a token printed while no server runs must hold on whatever port one is started later.
  issuer: 'urn:park-admission:development',
  audience: 'park-admission',
  rolesClaim: 'roles',
} as const;

export const TOKEN_LIFETIME = '12h';

/** Opens the key set in this file, or makes it. Everything is read afresh, so that a key may be replaced at any time. */
export async function openDevelopmentIssuer(file: string): Promise<DevelopmentIssuer> {
  await privateKey(file);
  await chmod(file, 0o600);
  return {
    publicKeys: async () => {
      const { d: _, ...publicKey } = await privateKey(file);
      return { keys: [publicKey] };
    },
    token: async (subject, roles, claims = {}) => {
      const key = await privateKey(file);
      return new SignJWT({ ...claims, roles: [...roles], name: subject })
        .setProtectedHeader({ alg: key.alg, kid: key.kid })
        .setIssuer(DEVELOPMENT_IDENTITY.issuer)
        .setAudience(DEVELOPMENT_IDENTITY.audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(TOKEN_LIFETIME)
        .sign(await importJWK(key));
    },
  };
}

/** The P-256 key in a file, made where there is none. @throws CannotStart */
export async function privateKey(file: string): Promise<z.infer<typeof PrivateKey>> {
  try {
    return PrivateKey.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new CannotStart(
        `密钥文件 ${file} 已损坏或无法读取，删除后会重新生成。`,
        `The key file ${file} is damaged or cannot be read; delete it and a new one is made.`,
      );
    }
  }
  await make(file);
  return privateKey(file);
}

const PrivateKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});

/** Written whole and then put in its place, so that of two commands started at once one key stands, and none half. */
async function make(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk: JWK = await exportJWK(privateKey);
  const key = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(unfinished);
  }
}
