import { LRUCache } from 'lru-cache';
import type { AssessmentBasis, CatalogOnDay, VersionOnDay } from '../assessment/assessment-basis.ts';
import type { CatalogContent } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import { listOfScope } from '../condition/operators/chemical.ts';
import { factOf } from '../condition/tests.ts';
import { builtInFact, DICTIONARY } from '../facts/dictionary.ts';
import type { FactDefinition } from '../facts/fact.ts';
import { membersOf } from '../facts/members-of.ts';
import { areaId } from '../ids.ts';
import type { JurisdictionRecord } from '../register/jurisdiction.ts';
import { builtInZoneFacts } from '../register/jurisdiction.ts';
import { hashOf } from '../values/canonical.ts';
import { memoize } from '../values/memoize.ts';
import type { Candidates } from './candidates.ts';
import { candidatesIn } from './candidates.ts';
import type { CompiledCatalog } from './compile.ts';
import { compiled, isOutOfTime, namingTests } from './compile.ts';
import { hasLostArea } from './domains/territory.ts';
import type { Facts } from './facts.ts';
import type { RuledEntry } from './findings.ts';
import type { Matcher } from './matcher.ts';
import { matcherOf } from './matcher.ts';
import type { ProductReading } from './products-testable.ts';
import { productsTestable } from './products-testable.ts';
import { ensureReadable } from './readable.ts';
import { Reader } from './reader.ts';

/**
 * The law over a zone on a day, made ready for deciding: all that follows from the basis of an assessment alone,
 * whatever the project.
 *
 * INVARIANT: bases that say the same have the same object for as long as it is kept, so whatever follows from it may be
 * memoized by it.
 */
export interface Lineage
  extends Pick<Facts, 'definitions' | 'lists' | 'zoneCode' | 'zoneAreas' | 'lineage' | 'unstated'> {
  readonly basis: AssessmentBasis;
  readonly products: ProductReading;
  readonly inForce: readonly CatalogInForce[];
  /** Whether an entry turns on the level of the major hazard source. */
  readonly isLevelTested: boolean;
  /** What the register says of the zone, as facts. */
  readonly zone: Pick<Facts, 'numbers' | 'many' | 'choices' | 'sets' | 'dates'>;
}

/** A version in force here, and how each of its entries is to be read. */
export interface CatalogInForce {
  readonly catalog: CatalogOnDay;
  readonly matcher: Matcher;
  readonly candidates: Candidates;
  readonly readings: (at: number) => EntryReadingKind;
  /** What projects have settled of entries, kept for the next that settles them alike. */
  readonly settled: Map<number, RuledEntry>;
}
/** By dates out of force; perhaps with a gap of the register in it (DESIGN 2.6); or neither. */
export type EntryReadingKind = 'OUT_OF_TIME' | 'MAY_LACK' | 'PLAIN';

/** The same for all requests of the process, whoever read the basis. */
export const lineageOf = memoize((basis: AssessmentBasis): Lineage => {
  const key = keyOf(basis);
  const found = LINEAGES.get(key) ?? compileLineage(basis);
  LINEAGES.set(key, found);
  return found;
});

/**
 * What is compiled of each content is kept with the content, and a lineage joins it: one catalog that changes leaves the
 * others as they are. So it weighs little besides its definitions.
 */
const LINEAGES = new LRUCache<string, Lineage>({
  maxSize: 500_000,
  sizeCalculation: ({ basis, definitions }) =>
    basis.catalogs.reduce(
      (size, { inForce }) => size + (inForce?.content.entries.length ?? 0),
      definitions.size,
    ),
});

/** By what bases are told apart. The store has one object for each content, however often it is read. */
const keyOf = ({ on, lineage, catalogs, lapsed, reference }: AssessmentBasis): string =>
  JSON.stringify([
    on,
    numberOf(reference),
    lineage.map(recordHash),
    catalogs.map(({ identity: { key, jurisdiction }, standing, inForce }) => [
      key,
      jurisdiction,
      standing,
      inForce && versionKey(inForce),
    ]),
    lapsed.map((each) => [each.catalog, each.keys, versionKey(each)]),
  ]);
const versionKey = ({ number, contentHash, content }: VersionOnDay) => [
  number,
  contentHash,
  numberOf(content),
];
const recordHash = memoize((record: JurisdictionRecord) => hashOf(record));
let numbered = 0;
const numberOf = memoize((_: object) => ++numbered);

function compileLineage(read: AssessmentBasis): Lineage {
  const apart = withTestsOfTheirOwn(read);
  const basis = apart === read.catalogs ? read : { ...read, catalogs: apart };
  const { on, catalogs, lapsed, reference, lineage } = basis;
  const zone = lineage.at(-1)!;
  const contents = catalogs.flatMap(({ inForce }) => inForce?.content ?? []);
  const lists = [...reference.lists, ...definitionsIn(basis).flatMap((each) => each.lists)];
  // Built-in lists are long, and few catalogs test them.
  const tested = new Set(contents.flatMap(listsTested));
  const definitions = definitionsOn(basis);
  const place = {
    zoneCode: zone.code,
    zoneAreas: zone.zone!.areas.map((area) => areaId(zone.code, area.key)),
    lineage: new Set(lineage.map((record) => record.id)),
  };
  const stated = readZone(new Reader([], definitions, on), lineage);
  const readingOf = (entry: Entry, version: CompiledCatalog, at: number): EntryReadingKind => {
    if (isOutOfTime(entry, on)) return 'OUT_OF_TIME';
    const lacks = () => version.at(at).facts.some((key) => stated.unstated.has(key));
    return hasLostArea(entry, place) || (stated.unstated.size > 0 && lacks()) ? 'MAY_LACK' : 'PLAIN';
  };
  return {
    basis,
    inForce: catalogs.flatMap((catalog) => {
      if (!catalog.inForce) return [];
      const { content } = catalog.inForce;
      const version = compiled(content);
      const candidates = candidatesIn(reference.classification)(content);
      const known: EntryReadingKind[] = [];
      const readings = (at: number) => {
        known[at] ??= readingOf(content.entries[at]!, version, at);
        return known[at];
      };
      return [{ catalog, matcher: matcherOf(version), candidates, readings, settled: new Map() }];
    }),
    definitions,
    lists: new Map(lists.filter(({ key }) => tested.has(key)).map((list) => [list.key, membersOf(list)])),
    products: productsTestable(
      catalogs.flatMap(({ identity, inForce }) =>
        inForce ? [{ ...identity, content: inForce.content }] : [],
      ),
      lapsed,
      reference,
    ),
    isLevelTested: contents.some((content) =>
      namingTests(content).some(({ test }) => factOf(test) === 'majorHazardLevel'),
    ),
    ...place,
    ...stated,
  };
}

/**
 * A catalog reads products by its own terms and those above it. So where one entry stands in two catalogs, as in a
 * zone's that repeats its province's, its tests are not the same ones, though the store has one object for both.
 */
function withTestsOfTheirOwn({ catalogs, lapsed }: AssessmentBasis): readonly CatalogOnDay[] {
  const versions = [...catalogs.flatMap(({ inForce }) => inForce ?? []), ...lapsed];
  if (!versions.some(({ content }) => content.products.length > 0)) return catalogs;
  const apart = entriesApart(catalogs.map(({ inForce }) => inForce?.content));
  return catalogs.map((catalog, at) =>
    catalog.inForce ? { ...catalog, inForce: { ...catalog.inForce, content: apart[at]! } } : catalog,
  );
}

/** The same contents, where an entry that stands in several is the object of the first alone. */
export function entriesApart<Content extends CatalogContent | undefined>(
  contents: readonly Content[],
): readonly Content[] {
  const seen = new Set<Entry>();
  return contents.map((content) => {
    let its: CatalogContent | undefined = content;
    while (its?.entries.some((entry) => seen.has(entry))) its = copyOf(its);
    for (const entry of its?.entries ?? []) seen.add(entry);
    return its as Content;
  });
}
const copyOf = memoize(
  (content: CatalogContent): CatalogContent => ({
    ...content,
    entries: content.entries.map((entry) => ({ ...entry })),
  }),
);

/**
 * Makes sure that every entry in force can be decided.
 *
 * @throws UnreadableEntry
 */
export const ensureAllReadable = memoize(({ basis }: Lineage): true => {
  const definitions = definitionsIn(basis);
  for (const { inForce } of basis.catalogs)
    if (inForce) ensureReadable(inForce, basis.reference, definitions);
  return true;
});

/** Every fact that can be tested on this basis, by key. */
export function definitionsOn(basis: AssessmentBasis): ReadonlyMap<string, FactDefinition> {
  const own = definitionsIn(basis).flatMap(({ facts }) => facts);
  return new Map([...DICTIONARY, ...own].map((fact) => [fact.key, fact]));
}

/** What catalogs define: all that is in force, and of what is not what is named all the same. */
export const definitionsIn = ({
  catalogs,
  lapsed,
}: Pick<AssessmentBasis, 'catalogs' | 'lapsed'>): readonly Pick<CatalogContent, 'facts' | 'lists'>[] => [
  ...catalogs.flatMap(({ inForce }) => inForce?.content ?? []),
  ...lapsed.map(({ content: { facts, lists }, keys }) => ({
    facts: facts.filter(({ key }) => keys.includes(key)),
    lists: lists.filter(({ key }) => keys.includes(key)),
  })),
];

const listsTested = (content: CatalogContent): readonly string[] =>
  namingTests(content).flatMap(({ test }) =>
    test.kind === 'chemical' ? (listOfScope(test.substance) ?? []) : [],
  );

/** The zone's facts from the register, and the keys of ZONE facts that it does not state. */
export function readZone(
  reader: Reader,
  lineage: readonly JurisdictionRecord[],
): Pick<Lineage, 'zone' | 'unstated'> {
  const { facts } = lineage.at(-1)!.zone!;
  for (const [key, value] of Object.entries(builtInZoneFacts(lineage))) {
    if (typeof value === 'object') reader.sets.set(key, new Set(value));
    else reader.choices.set(key, String(value));
  }
  // What the register states in another form than the catalog asks for is as good as unstated, and no fault of the
  // applicant.
  const misfits = reader.declaredOfZone(facts);
  const stated = new Set(facts.map((fact) => fact.key).filter((key) => !misfits.has(key)));
  const unstated = new Set(
    [...reader.definitions.values()]
      .filter((fact) => fact.about === 'ZONE' && !builtInFact(fact.key) && !stated.has(fact.key))
      .map((fact) => fact.key),
  );
  return { zone: reader, unstated };
}
