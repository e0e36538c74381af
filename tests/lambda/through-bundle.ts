import type { APIGatewayProxyResult } from 'aws-lambda';
import type { RestHandler } from '../../services/lambda/rest-handler.ts';
import { type Elsewhere, LOG_KEY } from '../testkit/api.ts';
import { functionPackage, publishKeys } from './deployed-api.ts';
import type { RunningFunction } from './runtime-host.ts';
import { startFunction } from './runtime-host.ts';

/**
 * The API as a bundle in a process of its own, over the same table and believing the same issuer. All it is told comes
 * in by the documented variables; what day it is comes from the machine it runs on.
 */
export async function throughBundle({ clock, ...world }: Elsewhere): Promise<RestHandler> {
  const [packaged, variables] = await Promise.all([functionPackage(), variablesFor(world)]);
  const key = {};
  return async (event) => {
    const running = awake.get(key) ?? startFunction(packaged, variables);
    awake.delete(key);
    awake.set(key, running);
    await letSleep();
    return (await running).invoke(event, { clock: clock() }) as Promise<APIGatewayProxyResult>;
  };
}

/** What the function is deployed with. */
export async function variablesFor({
  store,
  issuer,
}: Pick<Elsewhere, 'store' | 'issuer'>): Promise<Record<string, string>> {
  return {
    TABLE_NAME: store.tableName,
    DYNAMODB_ENDPOINT: store.endpoint,
    ISSUER: issuer.config.issuer,
    AUDIENCE: issuer.config.audience,
    JWKS_URL: await publishKeys(issuer.config.jwks),
    LIST_BUCKET: 'lists',
    LOG_KEY_SECRET: 'arn:aws:secretsmanager:local:000000000000:secret:log-key',
    // Of the SDK's own: where Secrets Manager is.
    AWS_ENDPOINT_URL_SECRETS_MANAGER: await publishKeys({ SecretString: LOG_KEY }),
  };
}

/**
 * Least recently asked first. Many tests start an API of their own, so the processes of those before are ended, as
 * Lambda ends environments that nobody asks; one that is asked again after all starts anew.
 */
const awake = new Map<object, Promise<RunningFunction>>();
const MAX_AWAKE = 3;

async function letSleep(): Promise<void> {
  for (const [key, running] of [...awake].slice(0, -MAX_AWAKE)) {
    awake.delete(key);
    await (await running).end();
  }
}
