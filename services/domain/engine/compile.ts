import type { CatalogContent } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import type { Condition } from '../condition/condition.ts';
import type { Classification } from '../facts/industry.ts';
import { intervalOf } from '../solver/interval.ts';
import { parseDecimal } from '../values/decimal.ts';
import type { Activity, Day } from '../vocabulary.ts';
import { ACTIVITIES } from '../vocabulary.ts';
import { productName, unitName } from './facts.ts';
import type { Expression, Scope, Test } from './tests.ts';
import { asExpression, factOf, TRUE_EXPRESSION, testsOf } from './tests.ts';

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
  /** Keys of the facts that any part tests. */
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

const COMPILED = new WeakMap<CatalogContent, CompiledCatalog>();

/** @throws UnreadableEntry */
export function compiled(content: CatalogContent): CompiledCatalog {
  let catalog = COMPILED.get(content);
  if (!catalog) {
    catalog = { entries: content.entries.map((entry, at) => compileEntry(entry, at + 1)) };
    COMPILED.set(content, catalog);
  }
  return catalog;
}

function compileEntry(entry: Entry, position: number): CompiledEntry {
  const industry: CompiledEntry['industry'] =
    entry.industries.include.length > 0 || entry.industries.except.length > 0
      ? { kind: 'industry', scope: entry.industries }
      : undefined;
  const scope: Test[] = [];
  if (industry) scope.push(industry);
  if (entry.natures.length > 0) scope.push({ kind: 'choice', fact: 'nature', oneOf: new Set(entry.natures) });
  if (entry.activities.length > 0) scope.push({ kind: 'activity', mask: activityMask(entry.activities) });
  if (entry.territory.length > 0) scope.push({ kind: 'territory', ids: new Set(entry.territory) });
  const read = (condition: Condition | null | undefined) =>
    condition ? expressionOf(condition, entry.code) : TRUE_EXPRESSION;
  const compiledEntry = {
    entry,
    position,
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
        throw new UnreadableEntry(
          entry.code,
          `exception ${exception.key} has neither a condition nor discretion`,
        );
      return { key: exception.key, discretionary: exception.discretionary, when: read(exception.when) };
    }),
    requirements: entry.requirements.map((requirement) => ({
      key: requirement.key,
      when: requirement.when ? read(requirement.when) : undefined,
    })),
    asksForEvidence: entry.requirements.some(
      (requirement) => requirement.evidence != null || !requirement.when,
    ),
  };
  return { ...compiledEntry, facts: factsTested(compiledEntry) };
}

function factsTested(entry: Omit<CompiledEntry, 'facts'>): readonly string[] {
  const expressions = [
    entry.scope,
    entry.when,
    ...entry.exceptions.map((exception) => exception.when),
    ...entry.requirements.flatMap((requirement) => requirement.when ?? []),
  ];
  const keys = new Set(expressions.flatMap((expression) => [...testsOf(expression)].map(factOf)));
  if (entry.exempt) keys.add('earlierApproval');
  return [...keys];
}

export const activityMask = (activities: readonly Activity[]): number =>
  activities.reduce((mask, activity) => mask | (1 << ACTIVITIES.indexOf(activity)), 0);
export const ALL_ACTIVITIES = (1 << ACTIVITIES.length) - 1;

/** The tree of tests of a condition. @throws UnreadableEntry where it is not well-formed (DESIGN 2.3) */
function expressionOf(condition: Condition, code: string): Expression {
  const keys = Object.entries(condition).filter(([, value]) => value != null);
  if (keys.length !== 1) return unreadable(code, `a condition has exactly one operator, not ${keys.length}`);
  if ('all' in condition && condition.all)
    return { kind: 'and', parts: filled(condition.all, 'all', code).map((part) => expressionOf(part, code)) };
  if ('any' in condition && condition.any)
    return { kind: 'or', parts: filled(condition.any, 'any', code).map((part) => expressionOf(part, code)) };
  if ('not' in condition && condition.not) return { kind: 'not', part: expressionOf(condition.not, code) };
  if ('number' in condition && condition.number) {
    const { fact } = condition.number;
    const interval = intervalOf(condition.number) ?? unreadable(code, `a bound on ${fact} is no decimal`);
    if (!interval.low && !interval.high) unreadable(code, `the test on ${fact} has no bound`);
    return asExpression({ kind: 'number', fact, interval });
  }
  if ('flag' in condition && condition.flag) {
    return asExpression({
      kind: 'choice',
      fact: condition.flag.fact,
      oneOf: new Set([String(condition.flag.is)]),
    });
  }
  if ('choice' in condition && condition.choice) {
    const { fact, oneOf } = condition.choice;
    return asExpression({ kind: 'choice', fact, oneOf: new Set(filled(oneOf, 'oneOf', code)) });
  }
  if ('set' in condition && condition.set) {
    const { fact, includesAny } = condition.set;
    const any = filled(includesAny, 'includesAny', code);
    if (fact === 'industries') return asExpression({ kind: 'industry', scope: { include: any, except: [] } });
    if (fact === 'activities') {
      return asExpression({ kind: 'activity', mask: activityMask(any as readonly Activity[]) });
    }
    return asExpression({ kind: 'set', fact, any: new Set(any) });
  }
  if ('date' in condition && condition.date) {
    const { fact, onOrAfter = null, before = null } = condition.date;
    if (!onOrAfter && !before) unreadable(code, `the test on ${fact} has no bound`);
    return asExpression({ kind: 'date', fact, from: onOrAfter, before });
  }
  if ('chemical' in condition && condition.chemical) {
    const { substance, activities, moreThan } = condition.chemical;
    const threshold =
      moreThan == null ? null : (parseDecimal(moreThan) ?? unreadable(code, 'moreThan is no decimal'));
    if (threshold && threshold.n < 0n) unreadable(code, 'moreThan is below 0');
    const mask = activities?.length ? activityMask(activities) : ALL_ACTIVITIES;
    return asExpression({ kind: 'chemical', substance, mask, moreThan: threshold });
  }
  if ('product' in condition && condition.product) {
    const { product, unit, of } = condition.product;
    const bounds =
      intervalOf(condition.product) ?? unreadable(code, `a bound on product ${product} is no decimal`);
    if (productName(product) === '' || unitName(unit) === '')
      unreadable(code, 'a product or its unit has no visible name');
    return asExpression({
      kind: 'product',
      product: productName(product),
      unit,
      of,
      interval: bounds.low || bounds.high ? bounds : null,
    });
  }
  return unreadable(code, `${keys[0]![0]} is no operator`);
}

function filled<T>(list: readonly T[], what: string, code: string): readonly T[] {
  return Array.isArray(list) && list.length > 0 ? list : unreadable(code, `${what} is empty`);
}

function unreadable(code: string, why: string): never {
  throw new UnreadableEntry(code, why);
}

/** The classes that a scope covers, worked out once for each scope and classification. */
export function scopeClasses(scope: Scope, classification: Classification): ReadonlySet<string> {
  const byScope = scopesOf(classification);
  let covered = byScope.get(scope);
  if (!covered) {
    const { include, except } = scope;
    const classes = new Set(
      include.length > 0 ? include.flatMap((code) => classification.classesOf(code)) : classification.classes,
    );
    for (const code of except)
      for (const excepted of classification.classesOf(code)) classes.delete(excepted);
    covered = classes;
    byScope.set(scope, covered);
  }
  return covered;
}

type ClassesByScope = WeakMap<Scope, ReadonlySet<string>>;

const SCOPE_CLASSES = new WeakMap<Classification, ClassesByScope>();
/** There is hardly ever more than one classification, and every reading of a scope asks. */
let latest: { readonly classification: Classification; readonly byScope: ClassesByScope } | undefined;

function scopesOf(classification: Classification): ClassesByScope {
  if (latest?.classification === classification) return latest.byScope;
  const byScope = SCOPE_CLASSES.get(classification) ?? new WeakMap();
  SCOPE_CLASSES.set(classification, byScope);
  latest = { classification, byScope };
  return byScope;
}
