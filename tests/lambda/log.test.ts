import { createHash, createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { METRIC_NAMESPACE, METRICS } from '../../services/lambda/metric-names.ts';
import { CITY, CREATE, DECIDE, PARK, prohibited, type Shanxi, startShanxi } from '../api/seed.ts';
import { JSON_CONTENT, LOG_KEY, START, startApi } from '../testkit/api.ts';
import type { LogLine } from '../testkit/kept-log.ts';

let api: Shanxi;
beforeAll(async () => {
  api = await startShanxi();
  const [code] = ['2614'];
  await api.publish({ key: 'park', entries: [prohibited('1', { industries: { include: [code] } })] });
});

/** The lines that something done leaves in the log. */
async function linesOf(work: () => Promise<unknown>): Promise<readonly LogLine[]> {
  const before = api.log.lines().length;
  await work();
  return api.log.lines().slice(before);
}
const lineOf = async (work: () => Promise<unknown>): Promise<LogLine> => {
  const lines = await linesOf(work);
  expect(lines).toHaveLength(1);
  return lines[0]!;
};

const ASSESS = `query Ask($projects: [ProjectInput!]!) { assessMany(projects: $projects) { index } }`;
const of = (industry: string) => ({ zone: PARK, industries: [industry], natures: ['NEW_BUILD'] });

describe('the line of a request', () => {
  it('says what was asked, what it came to, what it cost and nothing else', async () => {
    const projects = [of('2614'), of('2614'), of('4620'), of('9999'), { ...of('2614'), zone: 'zone_none' }];
    const line = await lineOf(() => api.ask(ASSESS, { projects }));
    const { _aws, ...said } = line;
    const duration = expect.any(Number);
    const store = {
      requests: expect.any(Number),
      throttled: 0,
      readUnits: expect.any(Number),
      writeUnits: 0,
    };
    expect(said).toEqual({
      level: 'INFO',
      message: 'request',
      timestamp: START,
      service: 'park-admission',
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      coldStart: false,
      status: 200,
      durationMs: duration,
      operation: { type: 'query', name: 'Ask', fields: ['assessMany'] },
      caller: 'anonymous',
      outcomes: { REFUSED: 2, ADMITTED: 1 },
      refusals: { UNKNOWN_INDUSTRY: 1, UNKNOWN_ZONE: 1 },
      faults: 0,
      store,
      Requests: 1,
      Faults: 0,
      BadRequests: 0,
      Duration: duration,
      ColdStarts: 0,
      StoreRequests: said.store.requests,
      StoreThrottles: 0,
      StoreReadUnits: said.store.readUnits,
      StoreWriteUnits: 0,
      OutcomeRefused: 2,
      OutcomeAdmitted: 1,
    });
  });

  it('has its figures in the embedded metric format, by one dimension', async () => {
    const { _aws, ...line } = await lineOf(() => api.ask(ASSESS, { projects: [of('2614')] }));
    expect(_aws).toEqual({
      Timestamp: Date.parse(START),
      CloudWatchMetrics: [
        { Namespace: METRIC_NAMESPACE, Dimensions: [['service']], Metrics: expect.any(Array) },
      ],
    });
    const { Metrics: figures } = _aws.CloudWatchMetrics[0];
    const names = figures.map(({ Name }: { Name: string }) => Name);
    expect(names).toEqual(expect.arrayContaining([METRICS.requests, METRICS.faults, METRICS.duration]));
    expect(Object.values(METRICS)).toEqual(expect.arrayContaining(names));
    for (const name of names) expect([name, line[name]]).toEqual([name, expect.any(Number)]);
    expect(figures.filter(({ Unit }: { Unit: string }) => Unit !== 'Count')).toEqual([
      { Name: METRICS.duration, Unit: 'Milliseconds' },
    ]);
  });

  it('names roles and where they hold, not who holds them', async () => {
    const person = api.as('王小明', `officer:${PARK}`, `editor:${CITY}`);
    const line = await lineOf(() => person.ask('{ viewer { subject } }'));
    expect([line.caller, line.roles]).toEqual(['signed in', [`editor:${CITY}`, `officer:${PARK}`]]);
    expect(JSON.stringify(line)).not.toContain('王小明');
  });

  it('tells one person from another by a pseudonym that only the key leads back from', async () => {
    const subjectOf = async (name: string) =>
      (await lineOf(() => api.as(name, `officer:${PARK}`).ask('{ viewer { name } }'))).subject;
    const [wang, again, li] = [await subjectOf('wang'), await subjectOf('wang'), await subjectOf('li')];
    expect(wang).toMatch(/^[0-9a-f]{32}$/);
    expect([again, li === wang]).toEqual([wang, false]);
    // Whoever has a list of the officers and no key finds nobody.
    for (const unkeyed of [createHash('sha256'), createHmac('sha256', '')])
      expect(wang).not.toBe(unkeyed.update('wang').digest('hex').slice(0, 32));
    expect(wang).toBe(createHmac('sha256', LOG_KEY).update('wang').digest('hex').slice(0, 32));
    expect((await lineOf(() => api.ask('{ viewer { name } }'))).subject).toBeUndefined();
  });

  it('says which decisions and drafts somebody has read, and nothing of those he may not see', async () => {
    const project = { ...of('2614'), name: '项目' };
    const decided = await api.officer.ask(DECIDE, { input: { project, idempotencyKey: 'read' } });
    const { id } = decided.data.decideAdmission.decision;
    const read = async (who: { ask: Shanxi['ask'] }, query: string) =>
      (await lineOf(() => who.ask(query))).accessed;
    await api.draft({ key: 'watched' });
    const editor = api.as('qian', `editor:${CITY}`);
    const officer = api.as('wang', `officer:${PARK}`);
    const nobody = api.as('zhou', `officer:zone_none`);
    const DECISION = `{ decision(id: "${id}") { id } }`;
    const DRAFT = '{ catalog(id: "catalog_watched") { draft { status } } }';
    expect(await read(officer, DECISION)).toEqual([id]);
    expect(
      await read(officer, `{ decisions(filter: {zone: "${PARK}"}, first: 50) { edges { node { id } } } }`),
    ).toContain(id);
    expect(await read(nobody, DECISION)).toBeUndefined();
    expect(await read(editor, DRAFT)).toEqual(['draft:catalog_watched']);
    expect(await read(api.as('he'), DRAFT)).toBeUndefined();
  });

  it('counts a recorded decision, what it read and what it wrote', async () => {
    const project = { ...of('2614'), name: '项目' };
    const line = await lineOf(() => api.officer.ask(DECIDE, { input: { project, idempotencyKey: 'once' } }));
    expect(line).toMatchObject({ operation: { type: 'mutation' }, outcomes: { REFUSED: 1 }, refusals: {} });
    expect(line.store.readUnits).toBeGreaterThan(0);
    expect(line.store.writeUnits).toBeGreaterThan(0);
    expect(line.operation.name).toBeUndefined();
  });

  it('counts what is refused of a change', async () => {
    const input = { jurisdiction: PARK, key: 'x', title: { zh: 'x' }, reason: 'x' };
    const line = await lineOf(() => api.ask(CREATE, { input }));
    expect(line).toMatchObject({ status: 200, refusals: { NOT_ALLOWED: 1 }, faults: 0, BadRequests: 0 });
  });

  it('names fields as the schema does, found in fragments, each once', async () => {
    const line = await lineOf(() =>
      api.ask(
        'query { a: viewer { name } ...f ... { b: viewer { name } } } fragment f on Query { c: zones { totalCount } }',
      ),
    );
    expect(line.operation).toEqual({ type: 'query', fields: ['viewer', 'zones'] });
  });

  it.each([
    ['a_name_of_forty_characters_at_the_longest', '(not shown)'],
    ['a_name_of_forty_characters_at_the_longes', 'a_name_of_forty_characters_at_the_longes'],
    ['op_91140881MA0K3XYZ1A', '(not shown)'],
    ['tel13800138000', '(not shown)'],
    ['Assess2026', 'Assess2026'],
  ])('names the operation %s as %s', async (name, shown) => {
    const line = await lineOf(() => api.ask(`query ${name} { viewer { name } }`));
    expect(line.operation.name).toBe(shown);
  });

  it.each<[string, Parameters<Shanxi['send']>[0], object]>([
    [
      'a token that is none',
      { headers: { ...JSON_CONTENT, authorization: 'Bearer x.y.z' } },
      { status: 401, refusals: { UNAUTHENTICATED: 1 }, caller: 'unknown' },
    ],
    ['a body that is no JSON', { body: '{' }, { status: 400 }],
    ['no body', { body: null }, { status: 400 }],
    ['another site', { headers: { 'content-type': 'text/plain' } }, { status: 400 }],
    ['another method', { httpMethod: 'DELETE' }, { status: 405 }],
    ['no query', { body: '{}' }, { status: 400 }],
    [
      'a query of broken syntax',
      { body: '{"query": "{"}' },
      { status: 400, refusals: { GRAPHQL_PARSE_FAILED: 1 } },
    ],
    [
      'a field that is not there',
      { body: '{"query": "{ x }"}' },
      { status: 400, refusals: { GRAPHQL_VALIDATION_FAILED: 1 } },
    ],
    [
      'two operations and no name',
      { body: '{"query": "query a { viewer { name } } query b { viewer { name } }"}' },
      { status: 400 },
    ],
  ])('is one for %s too', async (_, request, expected) => {
    const body = JSON.stringify({ query: '{ viewer { name } }' });
    const line = await lineOf(() => api.send({ body, ...request }));
    expect(line).toMatchObject({ level: 'INFO', message: 'request', faults: 0, BadRequests: 1, ...expected });
    expect(Object.keys(line.refusals)).toHaveLength(1);
    expect(line).not.toHaveProperty('operation');
  });

  it('counts for each of two requests at once what it read itself', async () => {
    const [many, none] = await Promise.all([
      lineAfter('{ zones { totalCount } }'),
      lineAfter('{ industry(code: "2614") { code } }'),
    ]);
    expect(many.store.requests).toBeGreaterThan(0);
    expect(none.store).toEqual({ requests: 0, throttled: 0, readUnits: 0, writeUnits: 0 });
  });

  /** By the id of the request: lines of requests at once come in any order. */
  async function lineAfter(query: string): Promise<LogLine> {
    const requestId = crypto.randomUUID();
    const requestContext = { requestId } as Parameters<Shanxi['send']>[0]['requestContext'];
    await api.send({ body: JSON.stringify({ query }), requestContext: requestContext! });
    return api.log.lines().find((line) => line.requestId === requestId)!;
  }
});

it('the first request of a process says that it was, and no other', async () => {
  const fresh = await startApi();
  for (let request = 0; request < 3; request++) await fresh.ask('{ __typename }');
  expect(fresh.log.lines().map(({ coldStart }) => coldStart)).toEqual([true, false, false]);
});
