import type { Entry } from '../../services/domain/catalog/entry.ts';
import { none } from '../../services/domain/condition/tests.ts';
import {
  covererIn,
  coveringIndex,
} from '../../services/domain/publication-rules/reasoning/covering-index.ts';
import { entryQueries } from '../../services/domain/publication-rules/reasoning/entry-queries.ts';
import { findSituation } from '../../services/domain/publication-rules/reasoning/find-situation.ts';
import type { LawEntry } from '../../services/domain/publication-rules/reasoning/law.ts';
import { lawOf } from '../../services/domain/publication-rules/reasoning/law.ts';
import type { Situation } from '../../services/domain/publication-rules/reasoning/situation.ts';
import { holdsIn } from '../../services/domain/publication-rules/reasoning/situation.ts';
import { PUBLICATION_RULES } from '../../services/domain/publication-rules/table.ts';
import { sampleEntries } from '../store/samples.ts';
import { shown as inWords, timed } from './measure.ts';
import { publicationWith, realisticEntries } from './varied-entries.ts';

// All publication rules on catalogs of 5 000 entries (figure to reach: under 3 s); what the covering index buys, the
// one device for speed alone; and the alternative of asking for every pair of entries whether one makes the other idle. Run it with `npm run bench -- publication-rules`.

const ENTRIES = 5_000;
const SAMPLED = 60;

const catalogs: readonly (readonly [string, readonly Entry[]])[] = [
  ['entries as catalogs have them, all over manufacturing', realisticEntries(ENTRIES)],
  ['the same, all about one class', realisticEntries(ENTRIES, ['2614'])],
  ['nearly the same entry again and again', sampleEntries(ENTRIES)],
];
for (const [name, entries] of catalogs) {
  console.log(`${name}: ${entries.length} entries`);
  const first = await allRules(entries, (line) => console.log(`  ${line}`));
  const again = [await allRules(entries), await allRules(entries), await allRules(entries)];
  again.sort((a, b) => a.clock - b.clock);
  console.log(`  all rules: first ${saysBoth(first)}, then p50 ${saysBoth(again[1]!)}`);
  console.log(`  ${await coveringOfEach(entries)}`);
  console.log(
    `  alternative, every pair by a search: ${(pairwise(entries) / 1000).toFixed(0)} s (from ${SAMPLED} entries)`,
  );
}

interface Taken {
  readonly clock: number;
  readonly processor: number;
}

function saysBoth({ clock, processor }: Taken): string {
  return `${inWords(clock)} (processor ${inWords(processor)})`;
}

/** Asks every rule of a version that nothing is known of yet. @param says is told of each rule that takes a while */
async function allRules(entries: readonly Entry[], says: (line: string) => void = () => {}): Promise<Taken> {
  const publication = publicationWith(structuredClone(entries));
  const total = { clock: 0, processor: 0 };
  for (const { code, sentence, violations, undecided } of PUBLICATION_RULES) {
    const { result, clock, processor } = await timed(() => ({
      broken: [...violations(publication)].length,
      open: undecided ? [...undecided(publication)].length : 0,
    }));
    total.clock += clock;
    total.processor += processor;
    if (processor >= 10)
      says(
        `${code} ${saysBoth({ clock, processor })}, ${result.broken} broken, ${result.open} undecided: ${sentence.en}`,
      );
  }
  return total;
}

/** Entries from one end of the catalog to the other. */
function spread(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((_, place) => place % Math.floor(entries.length / SAMPLED) === 0).slice(0, SAMPLED);
}

/** What it takes to find who covers one situation of every entry, by the covering index and by looking at all entries. */
async function coveringOfEach(entries: readonly Entry[]): Promise<string> {
  const law = lawOf(publicationWith(structuredClone(entries)));
  const codes = new Set(spread(entries).map(({ code }) => code));
  const shown = law.own
    .filter(({ compiled }) => codes.has(compiled.entry.code))
    .map((entry) => ({ entry, situation: entryQueries(law).caught(entry) }));
  const ask = (find: (situation: Situation, entry: LawEntry) => unknown) =>
    timed(() => {
      for (const { entry, situation } of shown) if (situation) find(situation, entry);
    });
  const built = await timed(() => coveringIndex(law));
  const indexed = await ask((situation, entry) => covererIn(situation, entry, ({ refuses }) => refuses, law));
  const scanned = await ask((situation, entry) =>
    law.all.find((other) => other !== entry && other.refuses && holdsIn(situation, other.refuses)),
  );
  const ofAll = ({ processor }: Taken) => inWords((processor * entries.length) / shown.length);
  return `covering index: built in ${inWords(built.processor)}, asked for every entry ${ofAll(indexed)}; without it ${ofAll(scanned)}`;
}

/** Milliseconds that all pairs would take, from those of some entries spread over the catalog. */
function pairwise(entries: readonly Entry[]): number {
  const some = spread(entries);
  const law = lawOf(publicationWith(some));
  const began = performance.now();
  for (const entry of law.own)
    for (const other of law.own)
      if (entry !== other) findSituation([entry.strict.broken, none(other.mild.broken)], law);
  return (performance.now() - began) * (entries.length / some.length) ** 2;
}
