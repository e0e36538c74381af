import type { APIGatewayProxyResult } from 'aws-lambda';
import type { RequestRecord } from '../../graphql/request-record.ts';
import { createAuthenticator } from '../auth/authenticator.ts';
import { onlyFrom } from '../auth/callers.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import { createClient } from '../store/client.ts';
import { createAnswer } from './create-handler.ts';
import { readableFrom } from './cross-origin.ts';
import { createDeps } from './deps.ts';
import { listDesk } from './list-desk.ts';
import { pseudonymOf, readLogKey } from './log-key.ts';
import { refusalResponse } from './refusal-response.ts';
import type { RequestLog } from './request-log.ts';
import type { RestHandler } from './rest-handler.ts';
import { createRestHandler } from './rest-handler.ts';
import { readSettings, SettingsWrong } from './settings.ts';
import { checkIssuer, checkTable } from './startup-checks.ts';

/**
 * The function, started as its environment says.
 *
 * What is wrong with the environment goes to the log in one line; callers get 500 until the table answers, the
 * log has its key or the variables are corrected. An issuer that cannot be reached stops only requests with a token (DESIGN 8).
 */
export async function start(environment: NodeJS.ProcessEnv, log: RequestLog): Promise<RestHandler> {
  const settings = settingsOf(environment, log);
  if (settings === null) return createRestHandler(log, async (_, record) => notStarted(record));

  const { callers, origins, tableName, dynamoDbEndpoint: endpoint, identity, logKeySecret, mode } = settings;
  const { lists } = settings;
  const deps = createDeps(
    { client: createClient({ endpoint }), tableName },
    lists && listDesk(lists.bucket, lists.region),
  );
  const authenticate = createAuthenticator(identity);
  const answer = createAnswer({ deps, authenticate: onlyFrom(callers, authenticate), mode });
  // Where no token is taken nobody has a name.
  const logKeyNow = async () => (logKeySecret === undefined ? '' : readLogKey(logKeySecret, log));

  // Both at once, and now, while nobody waits: what they fetch is what the first request needs.
  let [tableAnswers, logKey] = await Promise.all([
    checkTable(deps.store, log),
    logKeyNow(),
    checkIssuer(authenticate, identity.algorithms, log),
  ]);
  const answerOnceStarted: typeof answer = async (event, record) => {
    tableAnswers ||= await checkTable(deps.store, log);
    logKey ??= await logKeyNow();
    return tableAnswers && logKey !== null ? answer(event, record) : notStarted(record);
  };
  return readableFrom(
    origins,
    createRestHandler(log, answerOnceStarted, (subject) => pseudonymOf(subject, logKey ?? '')),
  );
}

function settingsOf(environment: NodeJS.ProcessEnv, log: RequestLog) {
  try {
    return readSettings(environment);
  } catch (error) {
    if (!(error instanceof SettingsWrong)) throw error;
    log.startFault({ code: 'SETTINGS_WRONG', variables: error.variables });
    return null;
  }
}

const notStarted = (record: RequestRecord): APIGatewayProxyResult =>
  refusalResponse(500, new Refusal('INTERNAL_ERROR', { requestId: record.requestId }), record);
