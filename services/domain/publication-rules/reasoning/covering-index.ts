import type { Expression, Test } from '../../condition/tests.ts';
import { TRUE_EXPRESSION, testsOf } from '../../condition/tests.ts';
import { scopeClasses } from '../../engine/compile.ts';
import { ratioOf } from '../../facts/ratio.ts';
import type { Rational } from '../../values/decimal.ts';
import { compare, divide, multiply } from '../../values/decimal.ts';
import type { Interval } from '../../values/interval.ts';
import { meet } from '../../values/interval.ts';
import { memoize } from '../../values/memoize.ts';
import { unreachable } from '../../values/unreachable.ts';
import { ACTIVITIES } from '../../vocabulary.ts';
import type { Law, LawEntry } from './law.ts';
import type { Situation } from './situation.ts';
import { holdsIn } from './situation.ts';

/** Where another entry covers what is claimed of an entry; undefined where it never does. */
export type Covering = (other: LawEntry) => Expression | undefined;

/** Another entry that covers in this very situation, with where it does. */
export function covererIn(
  situation: Situation,
  entry: LawEntry,
  covering: Covering,
  law: Law,
): { readonly other: LawEntry; readonly covers: Expression } | undefined {
  for (const other of coveringIndex(law).candidates(situation)) {
    law.work.look(1);
    if (other === entry) continue;
    const covers = covering(other);
    if (covers && holdsIn(situation, covers)) return { other, covers };
  }
  return undefined;
}

/**
 * The entries that can be sure to decide in a situation, discretion confirmed: a few more than do, without looking at
 * all of them.
 *
 * Every entry is listed under the rarest part of what it takes to apply: a class, an option, a substance, a band of a
 * number. INVARIANT: where an entry applies, the situation has one of the keys under which it is listed.
 */
export const coveringIndex = memoize((law: Law) => {
  const keys = new Keys(law);
  const covering = law.all
    .filter(canCover)
    .map((entry) => ({ entry, choices: partsOf(entry).flatMap((part) => keys.of(part) ?? []) }));
  const load = new Map<string, number>();
  for (const { choices } of covering)
    for (const { all } of choices) for (const key of all) load.set(key, (load.get(key) ?? 0) + 1);
  // Of a part with many keys a situation mostly has one.
  const weight = (all: readonly string[]) =>
    all.reduce((sum, key) => sum + load.get(key)!, 0) / Math.max(1, all.length);
  const listed = new Map<string, LawEntry[]>();
  const everywhere: LawEntry[] = [];
  for (const { entry, choices } of covering) {
    let best: readonly string[] | undefined;
    for (const { all } of choices) if (!best || weight(all) < weight(best)) best = all;
    if (!best) everywhere.push(entry);
    for (const key of best ?? []) {
      const its = listed.get(key);
      if (its) its.push(entry);
      else listed.set(key, [entry]);
    }
  }
  keys.keepOnly(listed);
  return {
    *candidates(situation: Situation): Generator<LawEntry> {
      yield* everywhere;
      for (const key of keys.in(situation)) yield* listed.get(key) ?? [];
    },
  };
});

/** An exception that an officer may confirm of any project leaves nothing of which the entry is sure to decide. */
const canCover = (entry: LawEntry): boolean =>
  entry.mayMeetGap || !entry.compiled.exceptions.some(({ when }) => when === TRUE_EXPRESSION);

/** Parts that must all hold for the entry to mean anything: a gap in the register counts whatever its condition says. */
const partsOf = ({ compiled, mayMeetGap }: LawEntry): readonly Expression[] => [
  ...compiled.scope.parts,
  ...(mayMeetGap ? [] : conjuncts(compiled.when)),
];
const conjuncts = (expression: Expression): readonly Expression[] =>
  expression.kind === 'and' ? expression.parts.flatMap(conjuncts) : [expression];

/** Bands into which the thresholds of a number are gathered at most. */
const MAX_BANDS = 64;
/** A part with more keys would cost more memory than it saves time. */
const MAX_KEYS = 400;

/** The keys that tests ask for and situations have. */
class Keys {
  readonly #law: Law;
  readonly #bands = new Map<string, readonly Interval[]>();
  readonly #choices = new Set<string>();
  readonly #sets = new Set<string>();

  constructor(law: Law) {
    this.#law = law;
    const thresholds = new Map<string, Rational[]>();
    for (const entry of law.all)
      for (const test of partsOf(entry).flatMap((part) => [...testsOf(part)])) {
        if (test.kind === 'choice') this.#choices.add(test.fact);
        if (test.kind === 'set') this.#sets.add(test.fact);
        if (test.kind !== 'number') continue;
        const { low, high } = test.interval;
        const its = thresholds.get(test.fact) ?? [];
        for (const end of [low, high]) if (end) its.push(end.at);
        thresholds.set(test.fact, its);
      }
    for (const [fact, its] of thresholds) this.#bands.set(fact, bandsOf(its));
  }

  /** Keys of which a situation has one where the part holds; undefined where it could hold without. */
  of(part: Expression): { readonly all: readonly string[] } | undefined {
    if (part.kind === 'test') {
      const all = this.#ofTest(part.test);
      return all && all.length <= MAX_KEYS ? { all } : undefined;
    }
    if (part.kind !== 'or') return undefined;
    const each = part.parts.map((inner) => this.of(inner));
    const all = each.flatMap((its) => its?.all ?? []);
    return each.every((its) => its !== undefined) && all.length <= MAX_KEYS ? { all } : undefined;
  }

  #ofTest(test: Test): readonly string[] | undefined {
    switch (test.kind) {
      case 'industry':
        return [...scopeClasses(test.scope, this.#law.publication.reference.classification)].map(
          (one) => `class ${one}`,
        );
      case 'choice':
        return [...test.oneOf].map((option) => `${test.fact} ${option}`);
      case 'set':
        return [...test.any].map((option) => `${test.fact} ${option}`);
      case 'activity':
        return ACTIVITIES.filter((_, at) => test.mask & (1 << at)).map((activity) => `activity ${activity}`);
      case 'territory':
        return test.include.size > 0 ? [...test.include].map((id) => `place ${id}`) : undefined;
      case 'product':
        return [`product ${this.#law.nothingKnown.terms.tested(test)}`];
      case 'chemical':
        return 'cas' in test.substance ? [`substance ${test.substance.cas}`] : ['substance'];
      case 'number': {
        const bands = this.#bands.get(test.fact)!;
        return bands.flatMap((band, at) => (meet(band, test.interval) ? [`${test.fact} ${at}`] : []));
      }
      case 'date':
      case 'approvedBefore':
        return undefined;
      default:
        return unreachable(test);
    }
  }

  /** Forgets keys under which nothing is listed. */
  keepOnly(listed: ReadonlyMap<string, unknown>): void {
    const keys = [...listed.keys()];
    for (const known of [this.#bands, this.#choices, this.#sets])
      for (const fact of known.keys())
        if (!keys.some((key) => key.startsWith(`${fact} `))) known.delete(fact);
  }

  *in(facts: Situation): Generator<string> {
    for (const { code } of facts.industries!) yield `class ${code}`;
    for (const fact of this.#choices) yield `${fact} ${facts.choices.get(fact)}`;
    for (const fact of this.#sets) for (const option of facts.sets.get(fact) ?? []) yield `${fact} ${option}`;
    for (const [at, activity] of ACTIVITIES.entries())
      if (facts.activities! & (1 << at)) yield `activity ${activity}`;
    for (const id of facts.lineage) yield `place ${id}`;
    for (const area of facts.areas ?? []) yield `place ${area}`;
    for (const { is } of facts.products!) for (const term of is) yield `product ${term}`;
    if (facts.chemicals!.size > 0) yield 'substance';
    for (const cas of facts.chemicals!.keys()) yield `substance ${cas}`;
    for (const [fact, bands] of this.#bands) {
      for (const value of valuesOf(fact, facts)) yield `${fact} ${placeOf(value, bands)}`;
    }
  }
}

/** The value of a number, in its own unit; of one of which there are several, all. */
function valuesOf(fact: string, { numbers, many, definitions }: Situation): readonly Rational[] {
  const ratio = ratioOf(fact, definitions);
  if (!ratio) return many.get(fact) ?? [numbers.get(fact)!];
  const quotient = divide(numbers.get(ratio.numerator)!, numbers.get(ratio.denominator)!);
  return [multiply(quotient, ratio.scale)];
}

/** The band in which a number lies. */
function placeOf(value: Rational, bands: readonly Interval[]): number {
  let low = 0;
  let high = bands.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (compare(bands[middle]!.low!.at, value) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The numbers in bands between thresholds, as many in each as makes at most so many bands. */
function bandsOf(thresholds: readonly Rational[]): readonly Interval[] {
  const sorted = [...thresholds].sort(compare);
  const step = Math.max(1, Math.ceil(sorted.length / MAX_BANDS));
  const ends = sorted.filter(
    (at, place) => place % step === 0 && compare(at, sorted[place - step] ?? BELOW) !== 0,
  );
  return [undefined, ...ends].map((low, at) => ({
    low: low && { at: low, closed: true },
    high: ends[at] && { at: ends[at], closed: false },
  }));
}
const BELOW: Rational = { n: -1n, d: 1n };
