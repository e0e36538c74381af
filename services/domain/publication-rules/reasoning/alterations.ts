import type { Test } from '../../condition/tests.ts';
import { scopeClasses } from '../../engine/compile.ts';
import { selects } from '../../engine/domains/chemicals.ts';
import type { Facts } from '../../engine/facts.ts';
import { times } from '../../engine/read-number.ts';
import { builtInFact } from '../../facts/dictionary.ts';
import { numberCells } from '../../solver/number.ts';
import { nextDay } from '../../values/day.ts';
import type { Rational } from '../../values/decimal.ts';
import { ONE, ZERO } from '../../values/decimal.ts';
import type { Interval } from '../../values/interval.ts';
import { decimalWithin, within } from '../../values/interval.ts';
import { ACTIVITIES } from '../../vocabulary.ts';
import { lineFor } from './inventory.ts';
import { derivedOf } from './investment.ts';
import { GRADE, isKindOrGrade, KIND, KINDS_AND_GRADES } from './kind-and-grade.ts';
import type { Law, LawEntry } from './law.ts';
import { dayBefore } from './simple-facts.ts';
import type { Situation } from './situation.ts';
import { TODAY, unstatedKey } from './situation.ts';

/** What a situation is altered for. */
export interface Aim {
  readonly entry: LawEntry;
  /** What the claims about the entry test: numbers are chosen with regard to all their bounds. */
  readonly tests: readonly Test[];
}

/** A situation whose facts can be altered in place. */
export interface Alterable extends Situation {
  readonly facts: Omit<{ -readonly [Key in keyof Facts]: Facts[Key] }, Values> & {
    readonly [Kind in Values]: Map<string, ValueOf<Kind>>;
  };
}
type Values = 'numbers' | 'choices' | 'sets' | 'dates';
type ValueOf<Kind extends Values> = Facts[Kind] extends ReadonlyMap<string, infer Value> ? Value : never;

/** Alters a situation, and tells how to take that back. */
export type Alteration = (situation: Alterable) => () => void;

/** No more classes than these are tried one by one. */
const MOST_CLASSES = 8;

type TestOf<Kind extends Test['kind']> = Test & { readonly kind: Kind };

/**
 * Ways in which a test may come out as wanted, the plainest first. They are proposals, neither all there are nor sure
 * to do: gaps of the register, for one, and the place are never altered.
 *
 * INVARIANT: each leads from a situation that a version can meet to another such.
 */
export function* alterationsFor(
  test: Test,
  wanted: boolean,
  situation: Situation,
  aim: Aim,
  law: Law,
): Generator<Alteration> {
  const { facts } = situation;
  switch (test.kind) {
    case 'number':
      return yield* numbers(test, wanted, facts, aim, law);
    case 'choice':
      return yield* choices(test, wanted, law);
    case 'set': {
      const current = facts.sets.get(test.fact)!;
      if (!wanted)
        yield putting('sets', test.fact, new Set([...current].filter((option) => !test.any.has(option))));
      else for (const option of test.any) yield putting('sets', test.fact, new Set([...current, option]));
      return;
    }
    case 'date':
      return yield* test.fact === TODAY ? daysOfDecision(test, law) : dates(test);
    case 'approvedBefore': {
      const day = dayBefore([law.publication.effectiveFrom, test.before]);
      if (!wanted) yield changing({ earlierApproval: 'none' });
      else yield changing({ earlierApproval: day });
      return;
    }
    case 'industry':
      return yield* industries(test, wanted, facts, aim, law);
    case 'activity':
      for (let bit = 1; bit < 1 << ACTIVITIES.length; bit <<= 1)
        if (((bit & test.mask) !== 0) === wanted) yield changing({ activities: bit });
      return;
    case 'chemical':
      return yield* chemicals(test, wanted, facts);
    case 'product':
      return yield* products(test, wanted, facts, aim);
    case 'territory':
  }
}

function* numbers(
  test: TestOf<'number'>,
  wanted: boolean,
  facts: Facts,
  { tests }: Aim,
  law: Law,
): Generator<Alteration> {
  const key = amountOf(test.fact);
  const asked = boundOfAmount(test, facts);
  const bounds = [asked];
  for (const its of tests)
    if (its.kind === 'number' && amountOf(its.fact) === key) bounds.push(boundOfAmount(its, facts));
  law.work.look(bounds.length);
  const domain = {
    integer: law.definitions.get(key)!.integer === true,
    positive: builtInFact(key)?.positive === true,
  };
  for (const value of valuesAmong(bounds, asked, wanted, domain)) yield putting('numbers', key, value);
}

/** The fact itself; of a quotient, its numerator. */
const amountOf = (fact: string): string => derivedOf(fact)?.numerator ?? fact;

/** A bound of a quotient as one of its numerator, by the denominator there is. */
function boundOfAmount({ fact, interval }: TestOf<'number'>, { numbers: values }: Facts): Interval {
  const derived = derivedOf(fact);
  return derived ? times(interval, values.get(derived.denominator)!) : interval;
}

/** Decimals between and at some bounds that lie in an interval, or do not. */
function* valuesAmong(
  bounds: readonly Interval[],
  asked: Interval,
  wanted: boolean,
  domain: Parameters<typeof numberCells>[1],
): Generator<Rational> {
  for (const cell of numberCells(bounds, domain)) {
    const value = within(cell, asked) === wanted && decimalWithin(cell);
    if (value) yield value;
  }
}

function* choices({ fact, oneOf }: TestOf<'choice'>, wanted: boolean, law: Law): Generator<Alteration> {
  if (fact.startsWith(unstatedKey(''))) return;
  if (isKindOrGrade(fact)) {
    for (const { kind, grade } of KINDS_AND_GRADES)
      if (oneOf.has(fact === KIND ? kind : grade) === wanted)
        yield both(putting('choices', KIND, kind), putting('choices', GRADE, grade));
    return;
  }
  const { type, options } = law.definitions.get(fact)!;
  for (const option of type === 'FLAG' ? ['false', 'true'] : (options ?? []))
    if (oneOf.has(option) === wanted) yield putting('choices', fact, option);
}

function* dates(test: TestOf<'date'>): Generator<Alteration> {
  const days = [test.from, test.before].filter((day) => day !== null);
  for (const day of [dayBefore(days), ...days]) yield putting('dates', test.fact, day);
}

function* daysOfDecision({ from, before }: TestOf<'date'>, law: Law): Generator<Alteration> {
  const { effectiveFrom, effectiveTo } = law.publication;
  for (const day of [effectiveFrom, from, before]) {
    if (day === null || day < effectiveFrom || (effectiveTo && day >= nextDay(effectiveTo))) continue;
    yield both(changing({ on: day }), putting('dates', TODAY, day));
  }
}

function* industries(
  { scope }: TestOf<'industry'>,
  wanted: boolean,
  facts: Facts,
  { entry }: Aim,
  law: Law,
): Generator<Alteration> {
  const { classification } = law.publication.reference;
  const covered = scopeClasses(scope, classification);
  const own = entry.compiled.industry?.scope;
  let tried = 0;
  for (const code of own ? scopeClasses(own, classification) : classification.classes) {
    if (covered.has(code) !== wanted) continue;
    yield changing({ industries: [{ code, classes: [code] }] });
    if (++tried === MOST_CLASSES) return;
  }
  const [code] = covered;
  if (wanted && code !== undefined)
    yield changing({ industries: [...facts.industries!, { code, classes: [code] }] });
}

function* chemicals(test: TestOf<'chemical'>, wanted: boolean, facts: Facts): Generator<Alteration> {
  const current = facts.chemicals!;
  if (!wanted) {
    const left = [...current].map(
      ([cas, lines]) =>
        [
          cas,
          selects(test, cas, facts.lists)
            ? lines.filter(({ activities }) => (activities! & test.mask) === 0)
            : lines,
        ] as const,
    );
    yield changing({ chemicals: new Map(left.filter(([, lines]) => lines.length > 0)) });
    return;
  }
  const { substance } = test;
  const cas =
    'cas' in substance
      ? substance.cas
      : 'list' in substance
        ? facts.lists.get(substance.list)!.values().next().value
        : WATER;
  if (cas !== undefined)
    yield changing({ chemicals: new Map(current).set(cas, [...(current.get(cas) ?? []), lineFor(test)]) });
}

const WATER = '7732-18-5';

function* products(
  { product, unit, of, interval }: TestOf<'product'>,
  wanted: boolean,
  facts: Facts,
  { tests }: Aim,
): Generator<Alteration> {
  const without = new Map(facts.products!);
  without.delete(product);
  if (!wanted) yield changing({ products: without });
  const asked = interval ?? {};
  const bounds = tests.flatMap((test) =>
    test.kind === 'product' && test.product === product && test.interval ? [test.interval] : [],
  );
  for (const capacity of valuesAmong([asked, ...bounds], asked, wanted, {})) {
    const line = { unit, capacity, added: of === 'ADDED' ? capacity : ZERO, lines: ONE };
    yield changing({ products: new Map(without).set(product, line) });
  }
}

function putting<Key extends Values>(kind: Key, fact: string, value: ValueOf<Key>): Alteration {
  return ({ facts }) => {
    const values = facts[kind] as Map<string, ValueOf<Key>>;
    const old = values.get(fact);
    values.set(fact, value);
    return () => (old === undefined ? values.delete(fact) : values.set(fact, old));
  };
}

const changing =
  (changed: Partial<Alterable['facts']>): Alteration =>
  ({ facts }) => {
    const keys = Object.keys(changed) as (keyof Facts)[];
    const old = Object.fromEntries(keys.map((key) => [key, facts[key]]));
    Object.assign(facts, changed);
    return () => Object.assign(facts, old);
  };

const both =
  (one: Alteration, other: Alteration): Alteration =>
  (situation) => {
    const undo = [one(situation), other(situation)];
    return () => {
      for (const back of undo.reverse()) back();
    };
  };
