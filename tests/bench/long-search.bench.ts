import { createHandler } from '../../services/lambda/create-handler.ts';
import { createAssessBeside } from '../../services/local/assess-beside.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { gatewayEvent, JSON_CONTENT } from '../testkit/gateway-event.ts';
import { keptLog } from '../testkit/kept-log.ts';
import { startLargeCatalog } from './large-catalog.ts';
import { realisticEntries } from './varied-entries.ts';

// How long others wait while projects are assessed that state next to nothing, one after another without a pause, over
// 1 000 entries: in the thread that answers everybody, and in one beside it, as the local server does.

const COMPLETE = 30;
const PAUSE_MS = 50;

const content = { title: { zh: '目录' }, facts: [], lists: [], products: [] };
const { deps, stop } = await startLargeCatalog([{ ...content, entries: realisticEntries(1_000) }]);
const QUERY = `query ($project: ProjectInput!) { assess(project: $project) { assessment { outcome } userErrors { code } } }`;

const complete = {
  zone: 'zone_140881',
  industries: ['2614'],
  natures: ['NEW_BUILD'],
  activities: ['PRODUCE'],
  facts: { totalInvestment: { number: 12_000, unit: '万元' }, processes: [], products: [], chemicals: [] },
};

await measured('here', deps);
const { assess, stop: stopBeside } = createAssessBeside();
await measured('beside', { ...deps, assessBeside: assess });
await stopBeside();
await stop();

async function measured(where: string, its: Deps): Promise<void> {
  const handle = createHandler({ deps: its, authenticate: async () => null, log: keptLog().log });
  const ask = async (project: object): Promise<void> => {
    const body = JSON.stringify({ query: QUERY, variables: { project } });
    const answer = await handle({ ...gatewayEvent(), headers: JSON_CONTENT, body });
    if (!JSON.parse(answer.body).data.assess.assessment) throw new Error(answer.body);
  };
  await ask(complete);
  await ask({ zone: 'zone_140881' });
  let [going, searched] = [true, 0];
  const searching = (async () => {
    while (going) {
      await ask(searched % 2 === 0 ? { zone: 'zone_140881' } : { zone: 'zone_140881', industries: ['C'] });
      searched++;
    }
  })();
  const took: number[] = [];
  const answers: Promise<void>[] = [];
  const began = performance.now();
  for (let sent = 0; sent < COMPLETE; sent++) {
    // Timed from when it is due, whether or not the thread is free to send it.
    const due = began + sent * PAUSE_MS;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    answers.push(ask(complete).then(() => void took.push(performance.now() - due)));
  }
  await Promise.all(answers);
  going = false;
  await searching;
  took.sort((a, b) => a - b);
  const at = (share: number) => `${took[Math.floor((COMPLETE - 1) * share)]!.toFixed(0)} ms`;
  console.log(
    `${where}: complete projects p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}; ${searched} long searches`,
  );
}
