import type { Reference } from '../assessment/assessment-basis.ts';
import type { CatalogContent } from '../catalog/catalog.ts';
import type { Test } from '../condition/tests.ts';
import { factOf } from '../condition/tests.ts';
import { builtInFact, DICTIONARY } from '../facts/dictionary.ts';
import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import { measureOf } from '../facts/measure.ts';
import { membersOf } from '../facts/members-of.ts';
import { statedFor } from '../facts/ratio.ts';
import { Refusals } from '../messages/refusal.ts';
import { sameValue } from '../values/canonical.ts';
import type { Day } from '../vocabulary.ts';
import type { Facts } from './facts.ts';
import { builtInProducts, lawOfNothing } from './facts-of-zone.ts';
import type { Lineage } from './lineage.ts';
import type { ProjectAnywhere } from './project-in.ts';
import { readFacts } from './read-facts.ts';

/** What all catalogs in force define together: a key belongs to one catalog, so no two say different things of it. */
export interface UniversalLaw {
  readonly on: Day;
  readonly reference: Reference;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly lists: Facts['lists'];
  /** Keys of which two catalogs say different things. */
  readonly disputed: ReadonlySet<string>;
  readonly dimensions: ReadonlyMap<string, readonly Defining[]>;
  readonly products: ReadonlySet<string>;
  /** Whether a zone has to answer it. */
  readonly isLocal: (test: Test) => boolean;
  /** Whether zones may answer it otherwise, of a project as it is read by all of this. */
  readonly isUncertain: (test: Test, facts: Facts) => boolean;
}

/** What a version says by which projects are read. */
export interface Defining extends Pick<CatalogContent, 'facts' | 'lists'> {
  readonly dimensions: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
  readonly definesProducts: boolean;
}

/** A zone as far as it may read a project otherwise than others. */
export interface ReadingZone {
  /** Keys of the ratios that its catalogs define. */
  readonly ratios: readonly string[];
  readonly sheets: ReadonlySet<Defining>;
}

/** @param lapsed what is defined by versions that are in force no more */
export function universalLaw(
  on: Day,
  reference: Reference,
  sheets: Iterable<Defining>,
  lapsed: Iterable<Pick<CatalogContent, 'facts' | 'lists'>>,
  listsTested: Iterable<string>,
): UniversalLaw {
  const facts = new Map<string, FactDefinition>(DICTIONARY.map((fact) => [fact.key, fact]));
  const lists = new Map<string, SubstanceList>(reference.lists.map((list) => [list.key, list]));
  const disputed = new Set<string>();
  const dimensions = new Map<string, Defining[]>();
  const products = new Set<string>();
  const definedBy = (own: Pick<CatalogContent, 'facts' | 'lists'>) => {
    for (const fact of own.facts) put(facts, fact, disputed);
    for (const list of own.lists) put(lists, list, disputed);
  };
  for (const sheet of sheets) {
    definedBy(sheet);
    for (const product of sheet.products) products.add(product);
    for (const dimension of sheet.dimensions)
      dimensions.set(dimension, [...(dimensions.get(dimension) ?? []), sheet]);
  }
  for (const each of lapsed) definedBy(each);
  const divisors = new Set(
    [...facts.values()].flatMap(({ key, ratio }) => (ratio && !builtInFact(key) ? [ratio.denominator] : [])),
  );
  return {
    on,
    reference,
    facts,
    lists: new Map(
      [...listsTested].flatMap((key) => (lists.has(key) ? [[key, membersOf(lists.get(key)!)]] : [])),
    ),
    disputed,
    dimensions,
    products,
    isLocal: (test) => {
      const key = factOf(test);
      if (test.kind === 'territory' || key.startsWith('zone.')) return true;
      return isForeign(key) && facts.get(key)?.about !== 'PROJECT';
    },
    // How a row is read, and what an unknown number can be, hangs on what else the catalogs of a zone say.
    isUncertain: (test, { products: rows, numbers }) =>
      test.kind === 'product'
        ? rows !== null && rows.length > 0
        : test.kind === 'number' &&
          divisors.size > 0 &&
          statedFor(facts.get(test.fact), test.fact).some((key) => divisors.has(key) && !numbers.has(key)),
  };
}

/**
 * The facts of a project as they are read in every zone, and of a zone whether it may read them otherwise; null where none
 * may.
 *
 * @throws Refusals faults that the project has wherever it comes to
 */
export function readAnywhere(
  law: UniversalLaw,
  project: ProjectAnywhere,
  isLevelTested: boolean,
): { readonly facts: Facts; readonly isReadOtherwise: ((zone: ReadingZone) => boolean) | null } {
  const builtIn = builtInProducts(law.reference);
  const byZero = new Set<string>();
  for (;;) {
    const lineage: Lineage = {
      ...lawOfNothing(law.on, law.reference),
      definitions:
        byZero.size === 0 ? law.facts : new Map([...law.facts].filter(([key]) => !byZero.has(key))),
      lists: law.lists,
      products: {
        ...builtIn,
        isKnown: (key) => builtIn.isKnown(key) || law.products.has(key),
        dimensions: new Set(law.dimensions.keys()),
      },
      isLevelTested,
    };
    try {
      const facts = readFacts(lineage, { ...project, zone: '' }, null);
      return { facts, isReadOtherwise: readingOtherwise(law, project, byZero, builtIn.isKnown) };
    } catch (error) {
      if (!(error instanceof Refusals)) throw error;
      const ratios = error.refusals.flatMap(({ code, details }) =>
        code === 'RATIO_BY_ZERO' && !builtInFact(String(details.ratio)) ? [String(details.ratio)] : [],
      );
      if (ratios.length === 0) throw error;
      for (const key of ratios) byZero.add(key);
    }
  }
}

function readingOtherwise(
  { disputed, dimensions }: UniversalLaw,
  { facts }: ProjectAnywhere,
  byZero: ReadonlySet<string>,
  isBuiltIn: (product: string) => boolean,
): ((zone: ReadingZone) => boolean) | null {
  const rows = facts?.products ?? [];
  const units = rows.flatMap(({ unit, otherAmounts }) => [
    unit,
    ...(otherAmounts ?? []).map((one) => one.unit),
  ]);
  const ofLaw = [...new Set(units.map((unit) => measureOf(unit).dimension))].filter((dimension) =>
    dimensions.has(dimension),
  );
  const stated = rows.flatMap((row) => row.is ?? []);
  const namesForeign = stated.some((key) => !isBuiltIn(key));
  if (byZero.size + ofLaw.length + stated.length + disputed.size === 0) return null;
  return ({ ratios, sheets }) =>
    namesForeign ||
    ratios.some((key) => byZero.has(key)) ||
    ofLaw.some((dimension) => !dimensions.get(dimension)!.some((sheet) => sheets.has(sheet))) ||
    (stated.length > 0 && [...sheets].some(({ definesProducts }) => definesProducts)) ||
    (disputed.size > 0 &&
      [...sheets].some((sheet) => [...sheet.facts, ...sheet.lists].some(({ key }) => disputed.has(key))));
}

/** Whether a catalog has to define it. */
export const isForeign = (key: string): boolean => !builtInFact(key) && key.includes('.');

function put<T extends { readonly key: string }>(into: Map<string, T>, one: T, disputed: Set<string>): void {
  const other = into.get(one.key);
  if (other && !sameValue(other, one)) disputed.add(one.key);
  else into.set(one.key, one);
}
