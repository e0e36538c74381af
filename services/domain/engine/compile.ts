import type { CatalogContent } from '../catalog/catalog.ts';
import { conditionsIn } from '../catalog/conditions-of.ts';
import type { Entry } from '../catalog/entry.ts';
import { asksForEvidence } from '../catalog/entry.ts';
import { compileCondition } from '../condition/compile-condition.ts';
import type { Condition } from '../condition/condition.ts';
import { listOfScope } from '../condition/operators/chemical.ts';
import type { Expression, Scope, Test } from '../condition/tests.ts';
import { activityMask, asExpression, factOf, TRUE_EXPRESSION, testsOf } from '../condition/tests.ts';
import type { Classification } from '../facts/industry.ts';
import { covers } from '../facts/industry.ts';
import { memoize, memoizeByKey } from '../values/memoize.ts';
import { unreachable } from '../values/unreachable.ts';
import type { Day } from '../vocabulary.ts';

/** A version made ready for deciding, each entry when it is first asked for: most are about industries that nobody names. */
export class CompiledCatalog {
  readonly length: number;
  readonly #content: CatalogContent;
  readonly #compiled: CompiledEntry[] = [];

  constructor(content: CatalogContent) {
    this.#content = content;
    this.length = content.entries.length;
  }

  /** @throws UnreadableEntry */
  at(place: number): CompiledEntry {
    this.#compiled[place] ??= compileEntry(this.#content.entries[place]!, place + 1);
    return this.#compiled[place];
  }

  /** All of them. @throws UnreadableEntry */
  get entries(): readonly CompiledEntry[] {
    for (let place = 0; place < this.length; place++) this.at(place);
    return this.#compiled;
  }
}

export interface CompiledEntry {
  readonly entry: Entry;
  /** 1-based place in the catalog. */
  readonly position: number;
  /** DESIGN 2.2.1–2.2.3, each undefined where the entry says nothing of it. */
  readonly industry?: Test & { readonly kind: 'industry' };
  readonly scope: { readonly kind: 'and'; readonly parts: readonly Expression[] };
  /** 2.2.5: TRUE where the project is outside. */
  readonly exempt?: Test;
  readonly when: Expression;
  readonly exceptions: readonly CompiledException[];
  readonly requirements: readonly CompiledRequirement[];
  /** Whether meeting every condition still leaves evidence to hand in (2.4). */
  readonly asksForEvidence: boolean;
  /** Keys of the facts that any test is about that it can turn on. */
  readonly facts: readonly string[];
}
export interface CompiledException {
  readonly key: string;
  readonly discretionary: boolean;
  readonly when: Expression;
}
export interface CompiledRequirement {
  readonly key: string;
  /** Undefined: nothing but evidence. */
  readonly when?: Expression;
}

/** An entry that cannot be read. It stops the assessment: it must never be passed over (DESIGN 2.1). */
export class UnreadableEntry extends Error {
  readonly entry: string;

  constructor(entry: string, why: string) {
    super(`Entry ${entry} cannot be read: ${why}`);
    this.name = 'UnreadableEntry';
    this.entry = entry;
  }
}

/** Built once for each content, shared by all assessments. */
export const compiled = memoize((content: CatalogContent) => new CompiledCatalog(content));

/**
 * Each once, whatever versions it stands in: an edit of one in 5 000 leaves the rest the same objects.
 *
 * @throws UnreadableEntry
 */
function compileEntry(entry: Entry, position: number): CompiledEntry {
  const known = COMPILED.get(entry);
  if (known) return known.position === position ? known : { ...known, position };
  const scope = scopeOf(entry);
  // Written out, for thousands of them are kept.
  const { when, exceptions, requirements } = conditionsCompiled(entry);
  const found: { -readonly [Key in keyof CompiledEntry]: CompiledEntry[Key] } = {
    entry,
    position,
    industry: scope.find((test) => test.kind === 'industry'),
    scope: { kind: 'and', parts: scope.map(asExpression) },
    exempt: exemptionOf(entry),
    when,
    exceptions,
    requirements,
    asksForEvidence: entry.requirements.some(asksForEvidence),
    facts: [],
  };
  found.facts = [...new Set(allTests(found).map(factOf))];
  COMPILED.set(entry, found);
  return found;
}
const COMPILED = new WeakMap<Entry, CompiledEntry>();

const exemptionOf = ({ exemptIfApprovedBefore: before }: Entry): Test | undefined =>
  before ? { kind: 'approvedBefore', before } : undefined;

function scopeOf({ industries, natures, activities, territory: { include, except } }: Entry): Test[] {
  const scope: Test[] = [];
  if (industries.include.length > 0 || industries.except.length > 0)
    scope.push({ kind: 'industry', scope: industries });
  if (natures.length > 0) scope.push({ kind: 'set', fact: 'natures', any: setOf(natures) });
  if (activities.length > 0) scope.push({ kind: 'activity', mask: activityMask(activities) });
  if (include.length > 0 || except.length > 0)
    scope.push({ kind: 'territory', include: setOf(include), except: setOf(except) });
  return scope;
}

/** Entries that share a list share its set. */
const setOf = memoize((list: readonly string[]): ReadonlySet<string> => new Set(list));

/** @throws UnreadableEntry */
function conditionsCompiled(entry: Entry): Pick<CompiledEntry, 'when' | 'exceptions' | 'requirements'> {
  const refuse = (why: string): never => {
    throw new UnreadableEntry(entry.code, why);
  };
  // Without them it would catch what its conditions let out.
  if (entry.conditionsPending) refuse('its conditions are still to be written');
  const read = (condition: Condition | null | undefined) =>
    condition ? compileCondition(condition, refuse) : TRUE_EXPRESSION;
  return {
    when: read(entry.when),
    exceptions: entry.exceptions.map((exception) => {
      if (!exception.when && !exception.discretionary)
        refuse(`exception ${exception.key} has neither a condition nor discretion`);
      return { key: exception.key, discretionary: exception.discretionary, when: read(exception.when) };
    }),
    requirements: entry.requirements.map((requirement) => ({
      key: requirement.key,
      when: requirement.when ? read(requirement.when) : undefined,
    })),
  };
}

/** A test, and the entry in which it stands. */
export interface TestOfEntry {
  readonly test: Test;
  readonly entry: Entry;
}

/**
 * Of all tests in a content, those that name a fact, an option, an industry, a list or a product that none before them
 * names, in their order. Entries are compiled for it and let go of: whether each can be read has to be known of all.
 *
 * INVARIANT: what depends on nothing but these names is so of every test where it is so of all that are found.
 *
 * @throws UnreadableEntry
 */
export const namingTests = memoize(({ entries }: CatalogContent): readonly TestOfEntry[] => {
  const isNew = nameKeeper();
  const found: TestOfEntry[] = [];
  for (const entry of entries)
    for (const test of testsIn(entry)) if (isNew(test)) found.push({ test, entry });
  return found;
});

/** Every test of an entry, which is compiled for it and let go of where it is not yet. @throws UnreadableEntry */
export function testsIn(entry: Entry): readonly Test[] {
  const known = COMPILED.get(entry);
  if (known) return allTests(known);
  const tests = scopeOf(entry);
  for (const when of conditionsIn(conditionsCompiled(entry))) testsOf(when, tests);
  const exempt = exemptionOf(entry);
  if (exempt) tests.push(exempt);
  return tests;
}

/** Tells of each test whether it names something that none before it named. */
function nameKeeper(): (test: Test) => boolean {
  const namesOf = memoizeByKey((_kind: string) => memoizeByKey((_about: string) => new Set<string>()));
  const add = (names: Set<string>, named: string | Iterable<string>): boolean => {
    const before = names.size;
    if (typeof named === 'string') names.add(named);
    else for (const name of named) names.add(name);
    return names.size > before;
  };
  return (test) => {
    const { kind } = test;
    switch (kind) {
      case 'number':
      case 'date':
        return add(namesOf(kind)(''), test.fact);
      case 'choice':
        return add(namesOf(kind)(test.fact), test.oneOf);
      case 'set':
        return add(namesOf(kind)(test.fact), test.any);
      case 'industry': {
        const { include, except } = test.scope;
        return add(namesOf(kind)(''), except.length > 0 ? [...include, ...except] : include);
      }
      case 'chemical': {
        const list = listOfScope(test.substance);
        return list !== undefined && add(namesOf(kind)(''), list);
      }
      case 'product':
        return add(namesOf(kind)(test.dimension), test.product);
      case 'approvedBefore':
      case 'activity':
      case 'territory':
        return false;
      default:
        return unreachable(test);
    }
  };
}

/** DESIGN 2.2.4. */
export const isOutOfTime = ({ validFrom, validTo }: Pick<Entry, 'validFrom' | 'validTo'>, on: Day): boolean =>
  (validFrom != null && on < validFrom) || (validTo != null && on > validTo);

/** Every test that an entry of these parts can turn on. */
export function allTests(
  entry: Pick<CompiledEntry, 'scope' | 'exempt' | 'when' | 'exceptions' | 'requirements'>,
): readonly Test[] {
  const tests = testsOf(entry.scope);
  for (const when of conditionsIn(entry)) testsOf(when, tests);
  if (entry.exempt) tests.push(entry.exempt);
  return tests;
}

/** The tests of products in a catalog. */
export const productTestsOf = memoize((catalog: Pick<CompiledCatalog, 'entries'>) =>
  catalog.entries.flatMap((entry) => allTests(entry).filter((test) => test.kind === 'product')),
);

/** Whether a scope covers a class. */
export const coversClass = (
  { include, except }: Scope,
  one: string,
  classification: Classification,
): boolean =>
  (include.length === 0 || include.some((code) => covers(classification, code, one))) &&
  !except.some((code) => covers(classification, code, one));

/** The classes that a scope covers, worked out once for each scope and classification. */
export const scopeClasses = (scope: Scope, classification: Classification): ReadonlySet<string> =>
  classesIn(classification)(scope);

const classesIn = memoize((classification: Classification) =>
  memoize(({ include, except }: Scope): ReadonlySet<string> => {
    const classes = new Set(
      include.length > 0 ? include.flatMap((code) => classification.classesOf(code)) : classification.classes,
    );
    for (const code of except)
      for (const excepted of classification.classesOf(code)) classes.delete(excepted);
    return classes;
  }),
);
