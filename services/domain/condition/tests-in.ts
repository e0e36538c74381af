import type { Condition, ConditionTest } from './condition.ts';
import { kindOf } from './operators/table.ts';

/** Every test of a condition, with the way to it. @param field where the condition lies */
export function testsIn(
  condition: Condition,
  field: string,
): readonly { readonly field: string; readonly test: ConditionTest }[] {
  if ('all' in condition)
    return condition.all.flatMap((part, place) => testsIn(part, `${field}.all.${place}`));
  if ('any' in condition)
    return condition.any.flatMap((part, place) => testsIn(part, `${field}.any.${place}`));
  if ('not' in condition) return testsIn(condition.not, `${field}.not`);
  return [{ field: `${field}.${kindOf(condition)}`, test: condition }];
}

/** The same where the ways do not matter, behind those gathered so far. */
export function testsAskedIn(condition: Condition, tests: ConditionTest[] = []): ConditionTest[] {
  if ('all' in condition) for (const part of condition.all) testsAskedIn(part, tests);
  else if ('any' in condition) for (const part of condition.any) testsAskedIn(part, tests);
  else if ('not' in condition) testsAskedIn(condition.not, tests);
  else tests.push(condition);
  return tests;
}
