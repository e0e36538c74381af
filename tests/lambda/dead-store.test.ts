import { setTimeout as sleep } from 'node:timers/promises';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHandler } from '../../services/lambda/create-handler.ts';
import type { RestHandler } from '../../services/lambda/rest-handler.ts';
import { createRestHandler } from '../../services/lambda/rest-handler.ts';
import { assessProjects } from '../../services/operations/decisions/assess.ts';
import { nothingConsumed, whileAssessing, withinBudget } from '../../services/store/request-budget.ts';
import { does, PUBLISH, prohibited, type Shanxi, SUBMIT, startShanxi, zone } from '../api/seed.ts';
import { answerOf } from '../testkit/api.ts';
import type { BreakableLine } from '../testkit/breakable-line.ts';
import { breakableLine } from '../testkit/breakable-line.ts';
import { intercept } from '../testkit/dynamodb-faults.ts';
import { gatewayEvent, JSON_CONTENT } from '../testkit/gateway-event.ts';
import { keptLog, type LogLine } from '../testkit/kept-log.ts';
import { functionPackage } from './deployed-api.ts';
import type { RunningFunction } from './runtime-host.ts';
import { startFunction } from './runtime-host.ts';
import { variablesFor } from './through-bundle.ts';

let api: Shanxi;
beforeAll(async () => {
  [api] = await Promise.all([startShanxi(), functionPackage()]);
}, 120_000);

type Told = ReturnType<typeof answerOf>;

const event = (query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}) => ({
  ...gatewayEvent(),
  headers: { ...JSON_CONTENT, ...headers },
  body: JSON.stringify({ query, variables }),
});
const ZONE = '{ zone(id: "zone_140881") { id } industry(code: "2614") { code } }';

/** A function of its own, over a line of its own to the table. */
async function overLine(): Promise<{ readonly running: RunningFunction; readonly line: BreakableLine }> {
  const variables = await variablesFor({ store: api, issuer: api.issuer });
  const line = await breakableLine(variables.DYNAMODB_ENDPOINT!);
  const running = await startFunction(await functionPackage(), {
    ...variables,
    DYNAMODB_ENDPOINT: line.endpoint,
  });
  expect(await running.initError()).toBeNull();
  return { running, line };
}

// What takes its time here is waiting: all wait together.
describe.concurrent('a table that does not answer', { timeout: 120_000 }, () => {
  // The host ends a function whose time is up, as Lambda does: an answer at all is an answer in time. What was read for
  // the event before is believed no more: `clock` lets more than a second go by.
  const ask = async (running: RunningFunction, query: string, timeout: number): Promise<Told> =>
    answerOf(
      (await running.invoke(event(query), { timeout, clock: api.deps.clock() })) as APIGatewayProxyResult,
    );
  const linesOf = (running: RunningFunction): LogLine[] =>
    running
      .stdout()
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));

  it.each(['SILENT', 'DEAF', 'REFUSING'] as const)(
    'but is %s is told with a code before Lambda ends the function, beside what needs no table',
    async (state) => {
      const { running, line } = await overLine();
      line.is(state);
      const { status, data, errors } = await ask(running, ZONE, 4_000);
      expect([status, data]).toEqual([200, { zone: null, industry: { code: '2614' } }]);
      expect(errors).toMatchObject([
        { path: ['zone'], extensions: { code: 'SERVICE_UNAVAILABLE', zh: expect.stringContaining('稍后') } },
      ]);
      expect(linesOf(running)).toMatchObject([
        { message: 'fault', field: 'zone', error: { name: 'StoreUnavailable', code: 'STORE_UNAVAILABLE' } },
        { message: 'request', status: 200, faults: 1, refusals: { SERVICE_UNAVAILABLE: 1 } },
      ]);
      line.is('WHOLE');
      expect((await ask(running, ZONE, 28_000)).data.zone).toEqual({ id: 'zone_140881' });
    },
  );

  it('is not asked again for a request that has been answered', async () => {
    const { running, line } = await overLine();
    line.is('SILENT');
    await ask(running, ZONE, 3_000);
    line.is('WHOLE');
    await sleep(300);
    await ask(running, '{ industry(code: "2614") { code } }', 28_000);
    expect(line.requests()).toBe(0);
  });
});

it('an assessment that does not end in time is said to be late, not the data store', async () => {
  const { log, lines } = keptLog();
  const handle = createRestHandler(log, () => whileAssessing(() => new Promise(() => {})));
  const response = await handle(event(ZONE), { getRemainingTimeInMillis: () => 0 });
  expect(response.statusCode).toBe(503);
  expect(answerOf(response).errors).toMatchObject([{ extensions: { code: 'ASSESSMENT_LATE' } }]);
  expect(lines()).toMatchObject([
    { message: 'fault', error: { name: 'OutOfTime' } },
    { message: 'request', status: 503, refusals: { ASSESSMENT_LATE: 1 } },
  ]);
});

it('the data store is said to be late once assessments side by side have come to their ends', async () => {
  const handle = createRestHandler(keptLog().log, async () => {
    const ends: (() => void)[] = [];
    const both = [0, 1].map(() => whileAssessing(() => new Promise<void>((end) => ends.push(end))));
    for (const [at, end] of ends.entries()) {
      end();
      await both[at];
    }
    return new Promise(() => {});
  });
  const response = await handle(event(ZONE), { getRemainingTimeInMillis: () => 0 });
  expect(answerOf(response).errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
});

describe('work that does not end by itself', () => {
  const hanging = (): { handle: RestHandler; lines: () => readonly LogLine[] } => {
    const { log, lines } = keptLog();
    const client = api.ownClient();
    intercept(client, () => new Promise(() => {}));
    const deps = { ...api.deps, store: api.another({ client }) };
    return { handle: createHandler({ deps, authenticate: api.issuer.authenticate, log }), lines };
  };

  it('is answered for in the time that is left, with a code and when to come again', async () => {
    const { handle, lines } = hanging();
    const response = await handle(event(ZONE), { getRemainingTimeInMillis: () => 500 });
    expect([response.statusCode, response.headers?.['retry-after']]).toEqual([503, '5']);
    expect(answerOf(response).errors).toEqual([
      {
        message: expect.stringContaining('Try again'),
        extensions: { code: 'SERVICE_UNAVAILABLE', zh: expect.stringContaining('稍后') },
      },
    ]);
    expect(lines()).toMatchObject([
      { level: 'ERROR', message: 'fault', error: { name: 'OutOfTime' } },
      {
        level: 'INFO',
        message: 'request',
        status: 503,
        faults: 1,
        Faults: 1,
        refusals: { SERVICE_UNAVAILABLE: 1 },
      },
    ]);
  });

  it('leaves nothing behind that a process woken up later would go on with', async () => {
    const { handle } = hanging();
    await handle(event(ZONE), { getRemainingTimeInMillis: () => 100 });
    const client = api.ownClient();
    let sent = 0;
    intercept(client, (_, send) => {
      sent++;
      return send();
    });
    const slow = { ...api.deps, store: api.another({ client }) };
    const { log } = keptLog();
    // Its time is up before it has begun, as that of a process frozen in the middle of a request.
    const late = createHandler({ deps: slow, authenticate: api.issuer.authenticate, log });
    const { errors } = answerOf(
      await late(event('{ zones { totalCount } }'), { getRemainingTimeInMillis: () => 0 }),
    );
    expect([errors?.[0]?.extensions.code, sent]).toEqual(['SERVICE_UNAVAILABLE', 0]);
  });

  it('stops a list of projects between two of them', async () => {
    let [timeIsUp, looked] = [false, 0];
    const projects = Array.from({ length: 10 }, (_, at) => ({
      zone: 'zone_140881',
      industries: ['2614'],
      get ref() {
        looked++;
        timeIsUp ||= at === 3;
        return String(at);
      },
    }));
    const budget = {
      get until() {
        return timeIsUp ? 0 : Number.POSITIVE_INFINITY;
      },
      consumed: nothingConsumed(),
    };
    await expect(withinBudget(budget, () => assessProjects(api.deps, null, projects))).rejects.toMatchObject({
      code: 'ASSESSMENT_LATE',
    });
    expect(looked).toBeLessThan(projects.length);
  });
});

describe.concurrent('a publication while the table dies', { timeout: 300_000 }, () => {
  const FIRST_ZONE = 150_001;
  const INDUSTRIES = ['2614', '2631', '2641'];
  let zones = 0;

  /** A draft of three entries in review, in a zone of its own: no other catalog is read with it or makes it idle. */
  async function submitted(key: string): Promise<{ readonly id: string; readonly input: object }> {
    const code = String(FIRST_ZONE + zones++);
    await zone(api.admin, { code, name: { zh: `园区${code}` }, kind: 'CHEMICAL_PARK', riskGrade: 'C' });
    const { id, revision, contentHash } = await api.draft({
      key,
      of: `zone_${code}`,
      entries: INDUSTRIES.map((industry, at) =>
        prohibited(String(at + 1), { industries: { include: [industry] } }),
      ),
    });
    await does(api.editor, SUBMIT, { catalog: id, expectedRevision: revision, reason: '报送' });
    const effectiveFrom = '2026-12-01';
    return { id, input: { catalog: id, contentHash, effectiveFrom, reason: '印发' } };
  }

  /** Whole or absent, by another process than the one that published; and what was told of it was no lie. */
  async function wholeOrAbsent(key: string, told: Told): Promise<'whole' | 'absent'> {
    const store = api.another();
    const { state } = (await store.readCatalog(key, { consistent: true }))!;
    expect(await store.verifyCatalog(key)).toMatchObject({ whole: true });
    const published = told.errors === undefined ? told.data.publishDraft : null;
    if (!published) expect(told.errors![0]!.extensions.code).toBe('SERVICE_UNAVAILABLE');
    else expect(published).toMatchObject({ version: { number: 1 }, userErrors: [] });
    const [version] = state.versions;
    if (!version) {
      expect([published, state.draft?.status]).toEqual([null, 'IN_REVIEW']);
      return 'absent';
    }
    expect(state.draft).toBeNull();
    expect((await store.readContent(version.content)).entries.map(({ code }) => code)).toEqual([
      '1',
      '2',
      '3',
    ]);
    return 'whole';
  }

  /** Publishes at whichever request or command the table dies, until it lives to the end; what all that came to. */
  async function everyDeath(
    name: string,
    publish: (input: object, after: number, timeout: number) => Promise<{ told: Told; died: boolean }>,
  ): Promise<ReadonlySet<string>> {
    const came = new Set<string>();
    let patience = 500;
    for (let [round, after] = [0, 0]; ; round++) {
      const key = `${name}-${round}`;
      const { told, died } = await publish((await submitted(key)).input, after, patience);
      const ending = await wholeOrAbsent(key, told);
      if (!died && told.errors) {
        // Only slow: the machine has much else to do.
        patience *= 2;
        continue;
      }
      came.add(`${died ? 'dead' : 'alive'}, ${told.errors ? 'an outage told' : 'told'}, ${ending}`);
      if (!died) return came;
      after++;
    }
  }

  it.each(['SILENT', 'DEAF'] as const)('of a function, which is %s from then on', async (state) => {
    const { running, line } = await overLine();
    const came = await everyDeath(`line-${state.toLowerCase()}`, async (input, after, timeout) => {
      line.diesAfter(after, state);
      const published = await running.invoke(event(PUBLISH, { input }, await publisher()), {
        timeout,
        // Here it matters what became of the publication, not that the function kept within half a second.
        grace: 10_000,
        clock: api.deps.clock(),
      });
      const died = line.requests() > after;
      line.is('WHOLE');
      return { told: answerOf(published as APIGatewayProxyResult), died };
    });
    // Whether anything is read after the commit, so that the line can die then, hangs on the age of what is kept.
    expect(EVERY_ENDING).toEqual(new Set([...came, 'dead, an outage told, whole']));
  });

  it.each(['request', 'answer'] as const)(
    'of a client, whose every %s is lost from then on',
    async (lost) => {
      const came = await everyDeath(`client-${lost}`, async (input, after, timeout) => {
        const client = api.ownClient();
        let commands = 0;
        intercept(client, async (_, send) => {
          if (commands++ < after) return send();
          if (lost === 'answer') await send();
          return new Promise(() => {});
        });
        const deps = { ...api.deps, store: api.another({ client }) };
        const handle = createHandler({ deps, authenticate: api.issuer.authenticate, log: keptLog().log });
        const published = await handle(event(PUBLISH, { input }, await publisher()), {
          getRemainingTimeInMillis: () => timeout,
        });
        return { told: answerOf(published), died: commands > after };
      });
      expect(came).toEqual(EVERY_ENDING);
    },
  );

  const publisher = async () => ({
    authorization: await api.issuer.bearer(api.publisher.subject, ['publisher:region_100000']),
  });

  /** Dead before the commit; dead in it or after, while the answer was read; alive to the end. And no other. */
  const EVERY_ENDING = new Set([
    'dead, an outage told, absent',
    'dead, an outage told, whole',
    'alive, told, whole',
  ]);
});
