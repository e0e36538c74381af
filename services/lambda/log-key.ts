import { createHmac } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { RequestLog } from './request-log.ts';

/** Who somebody is in the log: the same for the same subject, and telling nothing to whoever has not the key. */
export const pseudonymOf = (subject: string, key: string): string =>
  createHmac('sha256', key).update(subject).digest('hex').slice(0, 32);

/**
 * The key of the pseudonyms; null where it cannot be had, and the log says why.
 *
 * INVARIANT: it is read from the vault of secrets when the function starts and stands in no variable, which everybody
 * sees who may look at the function, and in no line: with it and a list of the officers a log is a log of people.
 */
export async function readLogKey(secret: string, log: RequestLog): Promise<string | null> {
  try {
    const { SecretString } = await client().send(new GetSecretValueCommand({ SecretId: secret }));
    if (SecretString) return SecretString;
    log.startFault({ code: 'LOG_KEY_UNREACHABLE', variables: { LOG_KEY_SECRET: 'the secret is empty' } });
  } catch (error) {
    const variables = { LOG_KEY_SECRET: 'the secret cannot be had, or not by this function' };
    log.startFault({ code: 'LOG_KEY_UNREACHABLE', variables, error });
  }
  return null;
}

/** Lambda gives a function ten seconds to start. */
const client = () =>
  new SecretsManagerClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
  });
