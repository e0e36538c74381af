import { sameValue } from '../values/canonical.ts';
import { compare, parseDecimal } from '../values/decimal.ts';
import type { Bounds, ChemicalTest, Condition, DateTest } from './condition.ts';

/**
 * Whether one condition can be seen to hold wherever another one does, whatever the project; a condition that is not
 * there always holds.
 *
 * Sound, not complete: false means only that it cannot be told from the form of the two. The definitions of the facts
 * and lists that they name must be the same for both.
 */
export function implies(one: Condition | null | undefined, other: Condition | null | undefined): boolean {
  return seen(one, other, { left: MOST_STEPS });
}

/** Conditions nested on purpose could be taken apart for ever; those of any law are done in a fraction of this. */
const MOST_STEPS = 2_000;

function seen(
  one: Condition | null | undefined,
  other: Condition | null | undefined,
  steps: { left: number },
): boolean {
  if (other == null) return true;
  if (one == null || --steps.left < 0) return false;
  if (sameValue(one, other)) return true;
  // In this order nothing is lost: a conjunction to be shown and a disjunction that is given come apart part by part.
  if ('all' in other) return other.all.every((part) => seen(one, part, steps));
  if ('any' in one) return one.any.every((part) => seen(part, other, steps));
  if ('any' in other && other.any.some((part) => seen(one, part, steps))) return true;
  if ('all' in one) return one.all.some((part) => seen(part, other, steps));
  if ('not' in one && 'not' in other) return seen(other.not, one.not, steps);
  return testImplies(one, other);
}

function testImplies(one: Condition, other: Condition): boolean {
  if ('number' in one && 'number' in other)
    return sameBut(one.number, other.number, BOUNDS) && isWithin(one.number, other.number);
  if ('choice' in one && 'choice' in other)
    return one.choice.fact === other.choice.fact && isPart(one.choice.oneOf, other.choice.oneOf);
  if ('set' in one && 'set' in other)
    return one.set.fact === other.set.fact && isPart(one.set.includesAny, other.set.includesAny);
  if ('date' in one && 'date' in other)
    return one.date.fact === other.date.fact && isDuring(one.date, other.date);
  if ('chemical' in one && 'chemical' in other) return chemicalImplies(one.chemical, other.chemical);
  if ('product' in one && 'product' in other)
    // Without bounds it is another question, whether the product is made at all.
    return (
      sameBut(one.product, other.product, BOUNDS) &&
      hasBounds(other.product) &&
      isWithin(one.product, other.product)
    );
  return false;
}

const BOUNDS = ['lessThan', 'atMost', 'atLeast', 'moreThan'] as const;
const hasBounds = (bounds: Bounds): boolean => BOUNDS.some((bound) => bounds[bound] != null);

const isPart = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((item) => all.includes(item));

/** Whether two tests ask the same but for their bounds. */
function sameBut<T extends object>(one: T, other: T, without: readonly string[]): boolean {
  const rest = (test: T) =>
    Object.fromEntries(Object.entries(test).filter(([name]) => !without.includes(name)));
  return sameValue(rest(one), rest(other));
}

/** Whether every number within the one bounds lies within the other ones. */
function isWithin(one: Bounds, other: Bounds): boolean {
  const { lessThan, atMost, atLeast, moreThan } = other;
  return (
    (atLeast == null || least(one.atLeast, atLeast, 0) || least(one.moreThan, atLeast, 0)) &&
    (moreThan == null || least(one.moreThan, moreThan, 0) || least(one.atLeast, moreThan, 1)) &&
    (atMost == null || least(atMost, one.atMost, 0) || least(atMost, one.lessThan, 0)) &&
    (lessThan == null || least(lessThan, one.lessThan, 0) || least(lessThan, one.atMost, 1))
  );
}

/** Whether the one number is the other or above, or, with 1, above; false where one is not given. */
function least(one: string | null | undefined, other: string | null | undefined, by: 0 | 1): boolean {
  const left = one == null ? undefined : parseDecimal(one);
  const right = other == null ? undefined : parseDecimal(other);
  return left !== undefined && right !== undefined && compare(left, right) >= by;
}

const isDuring = (one: DateTest, other: DateTest): boolean =>
  (other.before == null || (one.before != null && one.before <= other.before)) &&
  (other.onOrAfter == null || (one.onOrAfter != null && one.onOrAfter >= other.onOrAfter));

/** More lines count where more activities do, and amounts are never below 0. */
function chemicalImplies(one: ChemicalTest, other: ChemicalTest): boolean {
  return (
    sameValue(one.substance, other.substance) &&
    (other.activities == null || (one.activities != null && isPart(one.activities, other.activities))) &&
    (other.moreThan == null || least(one.moreThan, other.moreThan, 0))
  );
}
