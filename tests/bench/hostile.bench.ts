import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { createHandler } from '../../services/lambda/create-handler.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { HOSTILE_QUERIES } from '../hostile/hostile-queries.ts';
import { keptLog } from '../testkit/kept-log.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { hostileProjects } from './hostile-projects.ts';

// Hostile requests through the handler, beside the alternative that the library alone looks at them, as a GraphQL
// server does that has no limits of its own: JSON.parse, parse, and the rules of validation. What that lets through it
// would run, which is not measured here. Then hostile projects under hostile catalogs, by the engine
// alone, each in a process of its own. Run it with `npm run bench -- hostile`.

const LIMIT_MILLISECONDS = 250;
const LIMIT_PROCESSOR = 2_000;
const PATIENCE_MILLISECONDS = 10_000;

const store = new Proxy({} as Deps['store'], {
  get: () => () => {
    throw new Error('a hostile request was run');
  },
});
const handler = createHandler({
  deps: { store, clock: () => new Date() } as Deps,
  authenticate: async () => null,
  log: keptLog().log,
});

const events = HOSTILE_QUERIES.map(({ name, body, isBase64Encoded = false }) => ({
  name,
  body: isBase64Encoded ? '' : body,
  event: {
    httpMethod: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    multiValueQueryStringParameters: null,
    body,
    isBase64Encoded,
    requestContext: { requestId: 'bench' },
  } as unknown as APIGatewayProxyEvent,
}));

// A function that has answered nothing yet is slow at everything.
await handler({ ...events[0]!.event, body: JSON.stringify({ query: '{ __typename }' }) });

console.log('request'.padEnd(86), 'first'.padStart(9), 'median'.padStart(9), 'library alone'.padStart(16));
let slow = 0;
let library: ChildProcess | undefined;
for (const { name, body, event } of events) {
  const times: number[] = [];
  for (let round = 0; round < 6; round++) {
    const began = performance.now();
    await handler(event);
    times.push(performance.now() - began);
  }
  const [first, ...others] = times;
  const median = others.sort((a, b) => a - b)[2]!;
  if (first! > LIMIT_MILLISECONDS) slow++;
  const alone = body === '' ? '' : await libraryAlone(body);
  console.log(name.padEnd(86), shown(first!), shown(median), alone.padStart(16));
}
console.log(
  `${events.length} hostile requests, ${slow} of them took over ${LIMIT_MILLISECONDS} ms the first time`,
);
library?.kill();

console.log(`\n${'project'.padEnd(84)} ${'first'.padStart(9)} ${'again'.padStart(9)}   exact`);
let [heavy, heavyFirst] = [0, 0];
for (const [at, { name }] of hostileProjects.entries()) {
  const child = fork(fileURLToPath(new URL('./hostile-project-alone.ts', import.meta.url)), [`${at}`], {
    execArgv: [...TYPESCRIPT],
  });
  const [[first, again, exact]] = (await once(child, 'message')) as [[number, number, boolean]];
  if (again > LIMIT_PROCESSOR) heavy++;
  if (first > LIMIT_PROCESSOR) heavyFirst++;
  console.log(`${name.padEnd(84)} ${shown(first)} ${shown(again)}   ${exact}`);
}
console.log(
  `${hostileProjects.length} hostile projects, ${heavy} of them took over ${LIMIT_PROCESSOR} ms of processor time, and ${heavyFirst} with reading the law`,
);
process.exitCode = slow + heavy > 0 ? 1 : 0;

async function libraryAlone(body: string): Promise<string> {
  library ??= fork(fileURLToPath(new URL('./library-alone.ts', import.meta.url)), {
    execArgv: [...TYPESCRIPT],
  });
  const child = library.setMaxListeners(0);
  // Ready before the clock starts: the first message only wakes it up.
  child.send('');
  await once(child, 'message');
  child.send(body);
  const late = setTimeout(() => {
    library = undefined;
    child.kill();
  }, PATIENCE_MILLISECONDS);
  const answer = await Promise.race([
    once(child, 'message').then(([took]) => shown(took as number)),
    once(child, 'exit').then(() => `> ${PATIENCE_MILLISECONDS / 1_000} s`),
  ]);
  clearTimeout(late);
  return answer;
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`.padStart(9);
}
