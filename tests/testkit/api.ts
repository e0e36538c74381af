import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { TestRunner } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { createHandler } from '../../services/lambda/create-handler.ts';
import { pseudonymOf } from '../../services/lambda/log-key.ts';
import type { Invocation, RestHandler } from '../../services/lambda/rest-handler.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { gatewayEvent, JSON_CONTENT } from './gateway-event.ts';
import { createTestIssuer, type TestIssuer } from './identity.ts';
import type { KeptLog } from './kept-log.ts';
import { keptLog } from './kept-log.ts';
import { testDesk } from './list-desk.ts';
import { type Content, startStore, type TestStore } from './store.ts';

export { JSON_CONTENT };

/** The whole API as it runs in Lambda, over an embedded store, with a clock that stands still. */
export interface TestApi extends TestStore {
  readonly deps: Deps;
  /** What was logged, in this process. */
  readonly log: KeptLog;
  readonly issuer: TestIssuer;
  /** Asks without a token, or with one. */
  readonly ask: (query: string, variables?: object, token?: string) => Promise<Answer>;
  /** Somebody with these roles, `<role>:<jurisdiction id>`. */
  readonly as: (subject: string, ...roles: readonly string[]) => Person;
  /** A request as it comes from the gateway. */
  readonly send: (
    request: Partial<APIGatewayProxyEvent>,
    invocation?: Invocation,
  ) => Promise<APIGatewayProxyResult>;
  /** Another release of the software over the same table. */
  readonly asIf: (replaced: Partial<Deps>) => TestApi['ask'];
  /** Sets the clock. */
  readonly itIs: (moment: string) => void;
}
export interface Person {
  readonly subject: string;
  readonly ask: (query: string, variables?: object) => Promise<Answer>;
}
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests say themselves what they expect to find
  readonly data: any;
  readonly errors: readonly AnswerError[] | undefined;
  /** As they were sent. */
  readonly body: string;
}
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What an API that runs elsewhere is given of this process. */
export interface Elsewhere {
  readonly store: TestStore;
  readonly issuer: TestIssuer;
  readonly clock: () => Date;
}

/**
 * From now on, in this test file, the API runs elsewhere than in this process. Tests that replace parts of it, which
 * is possible here alone, are skipped.
 */
export function runElsewhere(start: StartElsewhere | undefined): void {
  startElsewhere = start;
}
let startElsewhere: StartElsewhere | undefined;
type StartElsewhere = (parts: Elsewhere) => Promise<RestHandler>;

/** Skips the test that is running where the API is not in this process. */
export function inThisProcessOnly(): void {
  if (startElsewhere)
    TestRunner.getCurrentTest()?.context.skip('it replaces parts of the API in this process');
}

/** By which the log makes pseudonyms of subjects, here and in the bundle. */
export const LOG_KEY = 'the log key, s3cr3t as any other';

/** The moment at which tests begin: a Monday, in the morning in Shanxi. */
export const START = '2026-11-23T02:00:00.000Z';

/**
 * @param replaced parts of what the operations work with, to put a fault in
 * @param content what the table begins with
 */
export async function startApi(
  replaced?: (deps: Deps) => Partial<Deps>,
  content?: Content,
): Promise<TestApi> {
  if (replaced) inThisProcessOnly();
  let now = new Date(START);
  const clock = () => now;
  // Everything is read as it is: how old a cached head may be is a matter of the store's own tests.
  const store = await startStore({ cache: { headMs: 0 } }, content);
  const issuer = await createTestIssuer(clock);
  const log = keptLog(clock);
  const real: Deps = { store: store.store, reference, clock, newId: randomUUID, lists: testDesk };
  const deps = { ...real, ...replaced?.(real) };

  const here = (parts: Deps): RestHandler =>
    createHandler({
      deps: parts,
      authenticate: issuer.authenticate,
      pseudonymOf: (subject) => pseudonymOf(subject, LOG_KEY),
      log: log.log,
    });
  const sender =
    (handle: RestHandler): TestApi['send'] =>
    (request, invocation) =>
      handle({ ...gatewayEvent(), ...request }, invocation);
  const asker =
    (send: TestApi['send']): TestApi['ask'] =>
    async (query, variables = {}, token) => {
      const headers = {
        ...JSON_CONTENT,
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      };
      return answerOf(await send({ headers, body: JSON.stringify({ query, variables }) }));
    };
  // Signed once for each moment: a signature takes as long as a small request.
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (subject: string, roles: readonly string[]) => {
    const whose = JSON.stringify([now, subject, roles]);
    const token = tokens.get(whose) ?? issuer.token(subject, roles);
    tokens.set(whose, token);
    return token;
  };
  const send = sender((await startElsewhere?.({ store, issuer, clock })) ?? here(deps));
  const ask = asker(send);
  return {
    ...store,
    deps,
    log,
    issuer,
    send,
    ask,
    as: (subject, ...roles) => ({
      subject,
      ask: async (query, variables) => ask(query, variables, await tokenOf(subject, roles)),
    }),
    asIf: (changed) => {
      inThisProcessOnly();
      return asker(sender(here({ ...deps, ...changed })));
    },
    itIs: (moment) => {
      now = new Date(moment);
    },
  };
}

export function answerOf({ statusCode, body }: APIGatewayProxyResult): Answer {
  const { data, errors } = JSON.parse(body) as Pick<Answer, 'data' | 'errors'>;
  return { status: statusCode, data, errors, body };
}
