import { GCProfiler } from 'node:v8';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { execute, parse, validate } from 'graphql';
import { createContext } from '../../graphql/context.ts';
import { createRequestRecord } from '../../graphql/request-record.ts';
import { createSchema } from '../../graphql/schema.ts';
import { classification } from '../../services/data/classification.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { createHandler } from '../../services/lambda/create-handler.ts';
import { createRequestLog } from '../../services/lambda/request-log.ts';
import { assessProjects } from '../../services/operations/decisions/assess.ts';
import { gatewayEvent, JSON_CONTENT } from '../testkit/gateway-event.ts';
import { largeContent, startLargeCatalog } from './large-catalog.ts';
import { interleaved } from './measure.ts';
import { plot } from './plot.ts';

// What it costs to serve an assessment: the whole handler, with its limits, its log line and its metrics, beside Apollo
// as it comes, graphql-js alone with a document that is parsed and checked already, and the same answer put together by
// hand. All read the same text, run the same resolvers, and write the same text, which is compared. Draws plots of
// docs/performance.md.

const ENTRIES = 1_300;
const SIZES = [1, 10, 100, 1_000];
const PLOTS = [
  ['time', 'Processor time of a request', 'ms'],
  ['memory', 'Memory that a request allocates', 'MB'],
] as const;
const FIELDS = `userErrors { code } assessment { outcome
  findings { effect applies entry { code measure } because { known } } missingFacts { fact { key } } }`;
const MANY = `query ($projects: [ProjectInput!]!) { assessMany(projects: $projects) { ref ${FIELDS} } }`;
const ONE = `query ($project: ProjectInput!) { assess(project: $project) { ref ${FIELDS} } }`;

const { deps, stop } = await startLargeCatalog([content()]);
const schema = createSchema();
const handler = createHandler({
  deps,
  authenticate: async () => null,
  log: createRequestLog({ serviceName: 'bench', clock: () => new Date(), metrics: true, write: () => {} }),
});
const apollo = new ApolloServer({ schema });
await apollo.start();

const contextNow = () =>
  createContext({
    deps,
    authenticate: async () => null,
    headers: {},
    record: createRequestRecord('bench', (error) => {
      throw error;
    }),
    mode: 'production',
  });

type Serve = (body: string) => Promise<string>;

const ours: Serve = async (body) => (await handler({ ...gatewayEvent(), headers: JSON_CONTENT, body })).body;

const defaultApollo: Serve = async (body) => {
  const { body: answer } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      search: '',
      body: JSON.parse(body),
    },
    context: contextNow,
  });
  return answer.kind === 'complete' ? answer.string : '';
};

const documents = new Map(
  [MANY, ONE].map((query) => {
    const document = parse(query);
    if (validate(schema, document).length > 0) throw new Error(query);
    return [query, document];
  }),
);
const library: Serve = async (body) => {
  const { query, variables: variableValues } = JSON.parse(body);
  const document = documents.get(query)!;
  return JSON.stringify(
    await execute({ schema, document, variableValues, contextValue: await contextNow() }),
  );
};

const byHand: Serve = async (body) => {
  const { variables } = JSON.parse(body);
  const projects: readonly ProjectInput[] = variables.projects ?? [variables.project];
  const answers = (await assessProjects(deps, null, projects)).map((answer) => {
    if (!('assessment' in answer)) throw new Error('refused');
    const { outcome, findings, missingFacts } = answer.assessment;
    return {
      ref: answer.ref,
      userErrors: [],
      assessment: {
        outcome,
        findings: findings.map(({ effect, applies, entry: { code, measure }, because }) => ({
          effect,
          applies,
          entry: { code, measure },
          because: because.map(({ known }) => ({ known })),
        })),
        missingFacts: missingFacts.map(({ fact: { key } }) => ({ fact: { key } })),
      },
    };
  });
  return JSON.stringify({ data: variables.projects ? { assessMany: answers } : { assess: answers[0] } });
};

const classes = [...new Set(content().entries.flatMap(({ industries }) => industries.include))];
const projects = Array.from({ length: 1_000 }, (_, number) => ({
  zone: 'zone_140881',
  ref: `${number}`,
  industries: [classes[(number * 13) % classes.length]],
  natures: ['NEW_BUILD'],
  activities: ['PRODUCE'],
  facts: { totalInvestment: { number: 1_000 + number, unit: '万元' }, processes: [] },
}));

const ways = { handler: ours, 'default Apollo': defaultApollo, 'graphql-js': library, 'by hand': byHand };
const many = JSON.stringify({ query: MANY, variables: { projects } });
await check(many);
await check(one(0));

const findings = JSON.parse(await ours(many)).data.assessMany.flatMap(
  ({ assessment }: { assessment: { findings: unknown[] } }) => assessment.findings,
).length;
console.log(`${ENTRIES} entries, ${findings / 1_000} findings a project, Node ${process.version}`);
await interleaved('one project', 60, ways, async (serve, round) => {
  for (let number = 0; number < 50; number++) await serve(one(round * 50 + number));
});
const taken: (readonly [size: number, took: Readonly<Record<string, readonly [ms: number, mb: number]>>])[] =
  [];
for (const size of SIZES) {
  const request = JSON.stringify({ query: MANY, variables: { projects: projects.slice(0, size) } });
  // As many as make up a thousand: one of a few projects is over before a clock has moved.
  const repeat = async (serve: Serve) => {
    for (let served = 0; served < projects.length; served += size) await serve(request);
  };
  const requests = projects.length / size;
  const times = await interleaved(`${size} in one request, ${requests} times`, 15, ways, repeat);
  const took: Record<string, readonly [number, number]> = {};
  for (const [way, serve] of Object.entries(ways))
    took[way] = [times[way]! / requests, (await allocated(() => repeat(serve))) / requests];
  taken.push([size, took]);
}
await apollo.stop();
await stop();
for (const [at, [file, title, unit]] of PLOTS.entries())
  plot(
    `projects-${file}`,
    title,
    { x: 'projects in the request', y: unit },
    Object.keys(ways).map((name) => ({
      name,
      points: taken.map(([size, took]) => [size, took[name]![at]!] as const),
    })),
  );

function one(number: number): string {
  return JSON.stringify({ query: ONE, variables: { project: projects[number % projects.length] } });
}

async function check(body: string): Promise<void> {
  const expected = JSON.stringify(JSON.parse(await ours(body)));
  for (const [name, serve] of Object.entries(ways))
    if (JSON.stringify(JSON.parse(await serve(body))) !== expected)
      throw new Error(`${name} answers otherwise`);
}

/** Megabytes of the heap that are taken up, whether or not they are let go of meanwhile. */
async function allocated(run: () => Promise<void>): Promise<number> {
  const profiler = new GCProfiler();
  const before = process.memoryUsage().heapUsed;
  profiler.start();
  await run();
  const after = process.memoryUsage().heapUsed;
  const freed = profiler
    .stop()
    .statistics.map(
      ({ beforeGC, afterGC }) => beforeGC.heapStatistics.usedHeapSize - afterGC.heapStatistics.usedHeapSize,
    );
  return (after - before + freed.reduce((sum, bytes) => sum + bytes, 0)) / 1e6;
}

/** As catalogs are: several entries about one industry. */
function content(): CatalogContent {
  const large = largeContent(ENTRIES);
  const entries = large.entries.map((entry, number) => ({
    ...entry,
    industries: { include: [classification.classes[(number % 480) * 2]!], except: [] },
    natures: ['NEW_BUILD' as const],
  }));
  return { ...large, entries };
}
