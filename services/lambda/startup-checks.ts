import type { Algorithm } from '../auth/algorithms.ts';
import type { Authenticate } from '../auth/authenticator.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import type { Store } from '../store/create-store.ts';
import { StoreFault, StoreUnavailable } from '../store/faults.ts';
import { OtherFormat } from '../store/format.ts';
import { nothingConsumed, withinBudget } from '../store/request-budget.ts';
import type { RequestLog } from './request-log.ts';

/** Whether the table answers, and with what this software can read; where it does not, the log says why. */
export async function checkTable(store: Store, log: RequestLog): Promise<boolean> {
  try {
    const until = performance.now() + TABLE_TIMEOUT_MILLISECONDS;
    await withinBudget({ until, consumed: nothingConsumed() }, () =>
      Promise.all([store.checkFormat(), store.readRegister()]),
    );
    return true;
  } catch (error) {
    if (error instanceof OtherFormat) {
      const variables = { TABLE_NAME: error.message };
      log.startFault({ code: 'STORE_FORMAT', variables, error });
      return false;
    }
    // A table that answers with what cannot be read is there; the requests that it concerns report it.
    if (error instanceof StoreFault && !(error instanceof StoreUnavailable)) return true;
    const variables = { TABLE_NAME: 'the table does not answer, or not to this function' };
    log.startFault({ code: 'TABLE_UNREACHABLE', variables, error });
    return false;
  }
}

/** Lambda gives a function ten seconds to start. */
const TABLE_TIMEOUT_MILLISECONDS = 4_000;

/** Asks for the issuer's keys, by a token that nobody signed; where they cannot be had, the log says so. */
export async function checkIssuer(
  authenticate: Authenticate,
  [alg]: readonly Algorithm[],
  log: RequestLog,
): Promise<void> {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  try {
    await authenticate(`Bearer ${part({ alg, kid: 'none' })}.${part({})}.none`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code !== 'IDENTITY_UNAVAILABLE') return;
    const variables = { JWKS_URL: 'the keys of the issuer cannot be had' };
    return log.startFault({ code: 'ISSUER_UNREACHABLE', variables });
  }
  throw new Error('a token that nobody signed was accepted');
}
