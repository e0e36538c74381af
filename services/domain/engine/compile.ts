import type { CatalogContent } from '../catalog/catalog.ts';
import { conditionsIn } from '../catalog/conditions-of.ts';
import type { Entry } from '../catalog/entry.ts';
import { asksForEvidence } from '../catalog/entry.ts';
import { compileCondition } from '../condition/compile-condition.ts';
import type { Condition } from '../condition/condition.ts';
import type { Expression, Scope, Test } from '../condition/tests.ts';
import { activityMask, asExpression, factOf, TRUE_EXPRESSION, testsOf } from '../condition/tests.ts';
import type { Classification } from '../facts/industry.ts';
import { covers } from '../facts/industry.ts';
import { memoize } from '../values/memoize.ts';
import type { Day } from '../vocabulary.ts';

/** A version made ready for deciding: built once for each content, shared by all assessments. */
export interface CompiledCatalog {
  readonly entries: readonly CompiledEntry[];
}

export interface CompiledEntry {
  readonly entry: Entry;
  /** 1-based place in the catalog. */
  readonly position: number;
  /** DESIGN 2.2.1–2.2.3, each undefined where the entry says nothing of it. */
  readonly industry?: Test & { readonly kind: 'industry' };
  readonly scope: { readonly kind: 'and'; readonly parts: readonly Expression[] };
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  /** 2.2.5: TRUE where the project is outside. */
  readonly exempt?: Test;
  readonly when: Expression;
  readonly exceptions: readonly CompiledException[];
  readonly requirements: readonly CompiledRequirement[];
  /** Whether meeting every condition still leaves evidence to hand in (2.4). */
  readonly asksForEvidence: boolean;
  /** Every test that it can turn on. */
  readonly tests: readonly Test[];
  /** Keys of the facts that any of them is about. */
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

/** @throws UnreadableEntry */
export const compiled = memoize(
  (content: CatalogContent): CompiledCatalog => ({
    entries: content.entries.map((entry, at) => ({ ...compileEntry(entry), position: at + 1 })),
  }),
);

/** Each once, whatever versions it stands in: an edit of one in 5 000 leaves the rest the same objects. */
const compileEntry = memoize((entry: Entry): Omit<CompiledEntry, 'position'> => {
  const industry: CompiledEntry['industry'] =
    entry.industries.include.length > 0 || entry.industries.except.length > 0
      ? { kind: 'industry', scope: entry.industries }
      : undefined;
  const scope: Test[] = [];
  if (industry) scope.push(industry);
  if (entry.natures.length > 0) scope.push({ kind: 'set', fact: 'natures', any: new Set(entry.natures) });
  if (entry.activities.length > 0) scope.push({ kind: 'activity', mask: activityMask(entry.activities) });
  const { include, except } = entry.territory;
  if (include.length > 0 || except.length > 0)
    scope.push({ kind: 'territory', include: new Set(include), except: new Set(except) });
  const refuse = (why: string): never => {
    throw new UnreadableEntry(entry.code, why);
  };
  // Without them it would catch what its conditions let out.
  if (entry.conditionsPending) refuse('its conditions are still to be written');
  const read = (condition: Condition | null | undefined) =>
    condition ? compileCondition(condition, refuse) : TRUE_EXPRESSION;
  const compiledEntry = {
    entry,
    industry,
    scope: { kind: 'and', parts: scope.map(asExpression) } as const,
    validFrom: entry.validFrom ?? null,
    validTo: entry.validTo ?? null,
    exempt: entry.exemptIfApprovedBefore
      ? ({ kind: 'approvedBefore', before: entry.exemptIfApprovedBefore } as const)
      : undefined,
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
    asksForEvidence: entry.requirements.some(asksForEvidence),
  };
  const tests = allTests(compiledEntry);
  return { ...compiledEntry, tests, facts: [...new Set(tests.map(factOf))] };
});

/** DESIGN 2.2.4. */
export const isOutOfTime = ({ validFrom, validTo }: CompiledEntry, on: Day): boolean =>
  (validFrom !== null && on < validFrom) || (validTo !== null && on > validTo);

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
export const productTestsOf = memoize((catalog: CompiledCatalog) =>
  catalog.entries.flatMap(({ tests }) => tests.filter((test) => test.kind === 'product')),
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
