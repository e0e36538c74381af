import { classification } from '../../services/data/classification.ts';
import { reference } from '../../services/data/reference.ts';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { type Comparison, comparisonOf } from '../../services/domain/comparison/comparison.ts';
import { comparisonText } from '../../services/domain/comparison/comparison-text.ts';
import { entryChangeText } from '../../services/domain/comparison/item-change-text.ts';
import { namesFrom } from '../../services/domain/facts/names.ts';
import { canonicalJson } from '../../services/domain/values/canonical.ts';
import { amended, largeContent, startLargeCatalog } from './large-catalog.ts';
import { repeated, shown, timed } from './measure.ts';

// Comparing two versions of 5 000 entries, beside the alternative that knows nothing of entries and compares the two as
// JSON, value by value, after the canonical JSON of every entry has been compared. To stay under a second.

const from = largeContent(5_000);
const cases: readonly (readonly [string, CatalogContent])[] = [
  ['one entry in ten amended', withAmended((number) => number % 10 === 0)],
  ['every entry amended', withAmended(() => true)],
];

for (const [name, to] of cases) {
  console.log(`5 000 entries, ${name}`);
  console.log(`  all of it as data, pieces shared: ${await repeated(10, () => data(to))}`);
  // As after a read in which no entry came from a piece that both versions share.
  const apart = Array.from({ length: 11 }, () => JSON.parse(JSON.stringify(to)) as CatalogContent);
  console.log(`  all of it as data, nothing shared: ${await repeated(10, (number) => data(apart[number]!))}`);
  console.log(`  beside it, generic JSON difference: ${await repeated(10, () => jsonDifference(from, to))}`);
  const comparison = data(to);
  console.log(`  its text with the first 100 entries: ${await repeated(10, () => text(comparison))}`);
  console.log(`  every entry in words: ${await repeated(3, () => everyText(comparison))}`);
}

for (const [name, to] of cases) {
  const { freshProcess, stop } = await startLargeCatalog([from, to]);
  const QUERY = `{ compare(from: "catalog_large@1", to: "catalog_large@2") {
    counts { entriesChanged stricter changed } text releaseNotes { text }
    entries(first: 100) { edges { node { code kind tendency fields { field text } text } } } } }`;
  const runs: string[] = [];
  for (let run = 0; run < 3; run++) {
    const ask = freshProcess();
    const { clock, processor } = await timed(() => ask(QUERY));
    runs.push(`${shown(clock)} (processor ${shown(processor)})`);
  }
  const ask = freshProcess();
  console.log(`through the API: a page of 100 with words, text and release notes, ${name}`);
  console.log(`  in a process that has read nothing yet: ${runs.join(', ')}`);
  console.log(`  again: ${await repeated(10, () => ask(QUERY))}`);
  await stop();
}

function data(to: CatalogContent): Comparison {
  return comparisonOf(from, to, classification);
}

function telling(of: Comparison) {
  const names = (content: CatalogContent) => namesFrom(reference.names, new Map([['large', content]]));
  const place = (id: string) => ({ zh: id });
  return { locale: 'zh' as const, before: names(of.from), after: names(of.to), place };
}

function text(of: Comparison): string {
  return comparisonText(of, { version: 1 }, { version: 2 }, telling(of));
}

function everyText(of: Comparison): number {
  const told = telling(of);
  return of.entries.reduce((sum, { before, after }) => sum + entryChangeText(before, after, told).length, 0);
}

function withAmended(which: (number: number) => boolean): CatalogContent {
  return { ...from, entries: from.entries.map((entry, number) => (which(number) ? amended(entry) : entry)) };
}

/** Paths and values that differ, as a library for JSON would tell them, entries matched by code. */
function jsonDifference(one: CatalogContent, other: CatalogContent): readonly object[] {
  const older = new Map(one.entries.map((entry) => [entry.code, entry]));
  return other.entries.flatMap((entry) => {
    const before = older.get(entry.code);
    if (!before || canonicalJson(before) === canonicalJson(entry)) return [];
    return valueDifference(before, entry, entry.code);
  });
}

function valueDifference(one: unknown, other: unknown, path: string): readonly object[] {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other ? [] : [{ path, one, other }];
  const left = one as Readonly<Record<string, unknown>>;
  const right = other as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((name) =>
    valueDifference(left[name], right[name], `${path}.${name}`),
  );
}
