import type { Entry } from '../../services/domain/catalog/entry.ts';
import { none } from '../../services/domain/condition/tests.ts';
import { findSituation } from '../../services/domain/publication-rules/reasoning/find-situation.ts';
import { lawOf } from '../../services/domain/publication-rules/reasoning/law.ts';
import { PUBLICATION_RULES } from '../../services/domain/publication-rules/table.ts';
import { sampleEntries } from '../store/samples.ts';
import { shown, timed } from './measure.ts';
import { publicationWith, realisticEntries } from './varied-entries.ts';

// All publication rules on catalogs of 5 000 entries (figure to reach: under 3 s), beside the alternative of asking
// for every pair of entries whether one makes the other idle. Run it with `npm run bench -- publication-rules`.

const ENTRIES = 5_000;
const PAIRED = 60;

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
  console.log(
    `  alternative, every pair by a search: ${(pairwise(entries) / 1000).toFixed(0)} s (from ${PAIRED} entries)`,
  );
}

interface Taken {
  readonly clock: number;
  readonly processor: number;
}

function saysBoth({ clock, processor }: Taken): string {
  return `${shown(clock)} (processor ${shown(processor)})`;
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

/** Milliseconds that all pairs would take, from those of some entries spread over the catalog. */
function pairwise(entries: readonly Entry[]): number {
  const some = entries
    .filter((_, place) => place % Math.floor(entries.length / PAIRED) === 0)
    .slice(0, PAIRED);
  const law = lawOf(publicationWith(some));
  const began = performance.now();
  for (const entry of law.own)
    for (const other of law.own)
      if (entry !== other) findSituation([entry.strict.broken, none(other.mild.broken)], law);
  return (performance.now() - began) * (entries.length / some.length) ** 2;
}
