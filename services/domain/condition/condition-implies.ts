import { sameValue } from '../values/canonical.ts';
import type { Asked, Condition, ConditionTest } from './condition.ts';
import { kindOf, ofTest } from './operators/table.ts';

/**
 * Whether one condition can be seen to hold wherever another one does, whatever the project; a condition that is not
 * there always holds.
 *
 * Sound, not complete: false means only that it cannot be told from the form of the two. The definitions of the facts
 * and lists that they name must be the same for both.
 */
export function implies(one: Condition | null | undefined, other: Condition | null | undefined): boolean {
  return seen(one, other, { left: MAX_STEPS });
}

/** Conditions nested on purpose could be taken apart for ever; those of any law are done in a fraction of this. */
const MAX_STEPS = 2_000;

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
  return !('not' in one) && !('not' in other) && !('any' in other) && testImplies(one, other);
}

function testImplies(one: ConditionTest, other: ConditionTest): boolean {
  const kind = kindOf(one);
  const its = (other as Partial<Asked>)[kind];
  return (
    kind === kindOf(other) && ofTest(one, (operator, asked) => operator.implies(asked, its as typeof asked))
  );
}
