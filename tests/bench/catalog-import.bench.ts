import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import { readCatalog } from '../../services/files/read-catalog.ts';
import { catalogWorkbook } from '../../services/files/write-catalog.ts';
import type { CatalogApi } from '../../services/local/catalog/catalog-api.ts';
import { catalogApi } from '../../services/local/catalog/catalog-api.ts';
import { EXIT, runCatalog } from '../../services/local/catalog/run-catalog.ts';
import { languages, reading } from '../files/catalog-readings.ts';
import { largeContent, startLargeCatalog } from './large-catalog.ts';
import { shown, timed } from './measure.ts';
import { realisticEntries } from './varied-entries.ts';

// The import of 5 000 entries from a workbook into a draft, client and server in one process: to stay below 10 seconds, from
// the file to the revision, with the change in words and the publication rules in between. Beside it the same entries put
// one request each, as a script over the API would, told from a part of them.

const COUNT = 5_000;
const PART = 200;

const entries: readonly Entry[] = realisticEntries(COUNT).map((entry, at) => ({
  ...entry,
  code: `n${at + 1}`,
}));
const folder = await mkdtemp(join(tmpdir(), 'catalog-import-'));
const file = join(folder, 'catalog.xlsx');
const written = await timed(() => catalogWorkbook(entries, languages));
await writeFile(file, written.result);
console.log(`node ${process.version}`);
tell('writing the workbook', written);
tell('reading it alone', await timed(() => readCatalog(written.result, reading())));

const { freshProcess, stop } = await startLargeCatalog([largeContent(1)]);
const ask = freshProcess();
const shares = new Map<string, number>();
const api = measured(
  catalogApi(async <Data>(query: string, variables: object) => (await ask(query, variables)) as Data, 'zh'),
);
const command = {
  kind: 'import',
  file,
  catalog: 'catalog_large',
  measure: null,
  reason: '测量',
  yes: true,
  open: false,
  on: null,
  config: null,
  locale: 'zh',
} as const;
const imported = await timed(() =>
  runCatalog(command, {
    api: async () => api,
    print: () => {},
    progress: () => {},
    confirm: async () => true,
  }),
);
if (imported.result !== EXIT.DONE) throw new Error(`the import ended with ${imported.result}`);
tell('importing it', imported);
for (const [step, milliseconds] of shares) console.log(`    ${step}: processor ${shown(milliseconds)}`);

const one = await timed(async () => {
  for (const entry of entries.slice(0, PART)) {
    const { catalog } = (await ask('{ catalog(id: "catalog_large") { draft { revision } } }')) as {
      catalog: { draft: { revision: number } };
    };
    const input = {
      catalog: 'catalog_large',
      expectedRevision: catalog.draft.revision,
      mode: 'REPLACE',
      entries: [{ ...entry, code: `${entry.code}-one` }],
      reason: '测量',
    };
    await ask('mutation ($input: PutEntriesInput!) { putEntries(input: $input) { userErrors { code } } }', {
      input,
    });
  }
});
tell(`putting ${PART} of them one by one`, one);
console.log(
  `  all ${COUNT} one by one would take ${((one.clock * COUNT) / PART / imported.clock).toFixed(1)} times as long, in ${COUNT} revisions instead of one and unseen by the rules`,
);
await stop();
await rm(folder, { recursive: true });

function tell(
  what: string,
  { clock, processor }: { readonly clock: number; readonly processor: number },
): void {
  console.log(`  ${what}: ${shown(clock)} (processor ${shown(processor)})`);
}

/** Adds up the processor time of each step of the API. */
function measured(api: CatalogApi): CatalogApi {
  const step =
    <Args extends readonly unknown[], Result>(name: string, work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      const { processor, result } = await timed(() => work(...args));
      shares.set(name, (shares.get(name) ?? 0) + processor);
      return result;
    };
  return {
    ...api,
    draft: step('reading the draft', api.draft),
    stage: step('staging', api.stage),
    report: step('the change in words and the publication rules', api.report),
    apply: step('applying', api.apply),
  };
}
