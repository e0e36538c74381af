import { createAuthenticator } from '../auth/authenticator.ts';
import { createClient } from '../store/client.ts';
import { createHandler } from './create-handler.ts';
import { createDeps } from './deps.ts';
import { readSettings } from './settings.ts';

const settings = readSettings(process.env);

/** The entry point of the function behind API Gateway. */
export const handler = createHandler({
  deps: createDeps({
    client: createClient({ endpoint: settings.dynamoDbEndpoint }),
    tableName: settings.tableName,
  }),
  authenticate: createAuthenticator(settings.identity),
  mode: settings.mode,
});
