import type { Condition } from '../../../services/domain/condition/condition.ts';

/** The condition with the unit of the fact wherever a test of a number names none. */
export function withUnits(
  condition: Condition,
  unitOf: (fact: string) => string | null | undefined,
): Condition {
  const within = (part: Condition) => withUnits(part, unitOf);
  if ('all' in condition) return { all: condition.all.map(within) };
  if ('any' in condition) return { any: condition.any.map(within) };
  if ('not' in condition) return { not: within(condition.not) };
  if (!('number' in condition) || condition.number.unit != null) return condition;
  const unit = unitOf(condition.number.fact);
  return unit == null ? condition : { number: { ...condition.number, unit } };
}
