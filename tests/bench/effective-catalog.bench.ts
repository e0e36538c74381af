import { largeContent, startLargeCatalog } from './large-catalog.ts';
import { repeated, shown, timed } from './measure.ts';

// A page of 100 entries of an effective catalog of 5 000, with filters, through the whole API: what an entry asks
// fields for costs as well, so beside it stands the same page with codes alone.

const { freshProcess, stop } = await startLargeCatalog([largeContent(5_000)]);

const CODES = 'code';
const FIELDS = `code position measure force text { zh en } industries { include except } natures activities
  whenText exceptions { text { zh } whenText } requirements { text { zh } evidence { zh } } basis { document number article }`;
const page = (fields: string) => `query ($filter: EntryFilter, $after: String) { zone(id: "zone_140881") {
  entries(filter: $filter, first: 100, after: $after) {
    totalCount pageInfo { endCursor } edges { node { ${fields} } } } } }`;

const FILTERS: readonly (readonly [string, object])[] = [
  ['no filter', {}],
  ['prohibited', { measure: 'PROHIBITED' }],
  ['a section of industry', { industry: 'C' }],
  ['a class, a nature and an activity', { industry: '2614', nature: 'NEW_BUILD', activity: 'PRODUCE' }],
  ['a word that all have', { text: '氯气' }],
  ['a word that none has', { text: '光伏' }],
];

const cold = freshProcess();
const first = await timed(() => cold(page(FIELDS)));
console.log(`the first page of a process that has read nothing yet: ${shown(first.clock)}`);

const ask = freshProcess();
for (const [name, filter] of FILTERS) {
  console.log(`100 of 5 000 entries, ${name}`);
  console.log(`  codes alone: ${await repeated(30, () => ask(page(CODES), { filter }))}`);
  console.log(`  all that a list shows: ${await repeated(30, () => ask(page(FIELDS), { filter }))}`);
}

/** The cursor of the last page but one, found as a reader finds it. */
let after: string | null = null;
for (let at = 0; at < 49; at++) after = endOf(await ask(page(CODES), { after }));
console.log(`the fiftieth page: ${await repeated(30, () => ask(page(CODES), { after }))}`);
await stop();

function endOf(answer: unknown): string {
  return (answer as { zone: { entries: { pageInfo: { endCursor: string } } } }).zone.entries.pageInfo
    .endCursor;
}
