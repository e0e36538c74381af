import type { Condition, ConditionTest } from './condition.ts';
import type { Refuse } from './operators/operator.ts';
import { filled } from './operators/operator.ts';
import { isTestKind, ofTest } from './operators/table.ts';
import type { Expression } from './tests.ts';
import { asExpression, isExpression } from './tests.ts';

/** The tree of tests of a condition. @param refuse is called where it is not well-formed (DESIGN 2.3) */
export function compileCondition(condition: Condition, refuse: Refuse): Expression {
  const given = Object.keys(condition).filter((key) => condition[key as keyof Condition] != null);
  const [key] = given;
  if (given.length !== 1) return refuse(`a condition has exactly one operator, not ${given.length}`);
  const each = (parts: readonly Condition[]) =>
    filled(parts, key!, refuse).map((part) => compileCondition(part, refuse));
  if ('all' in condition && condition.all) return { kind: 'and', parts: each(condition.all) };
  if ('any' in condition && condition.any) return { kind: 'or', parts: each(condition.any) };
  if ('not' in condition && condition.not)
    return { kind: 'not', part: compileCondition(condition.not, refuse) };
  if (!isTestKind(key!)) return refuse(`${key} is no operator`);
  const read = ofTest(condition as ConditionTest, (operator, asked) => operator.compile(asked, refuse));
  return isExpression(read) ? read : asExpression(read);
}
