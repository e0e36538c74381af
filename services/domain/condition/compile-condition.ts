import type { Asked, Condition, TestKind } from './condition.ts';
import type { Operator, Refuse } from './operators/operator.ts';
import { filled } from './operators/operator.ts';
import { isTestKind, OPERATORS } from './operators/table.ts';
import type { Expression } from './tests.ts';
import { asExpression, isExpression, withTests } from './tests.ts';

/** The tree of tests of a condition. @param refuse is called where it is not well-formed (DESIGN 2.3) */
export function compileCondition(condition: Condition, refuse: Refuse): Expression {
  const given: Partial<Record<string, unknown>> = condition;
  let key = '';
  let count = 0;
  for (const each in given)
    if (given[each] != null) {
      key = each;
      count++;
    }
  if (count !== 1) return refuse(`a condition has exactly one operator, not ${count}`);
  switch (key) {
    case 'all':
    case 'any': {
      const parts = filled(given[key] as readonly Condition[], key, refuse);
      return {
        kind: key === 'all' ? 'and' : 'or',
        parts: parts.map((part) => compileCondition(part, refuse)),
      };
    }
    case 'not':
      return { kind: 'not', part: compileCondition(given[key] as Condition, refuse) };
    default: {
      if (!isTestKind(key)) return refuse(`${key} is no operator`);
      let read = READ.get(condition);
      if (!read) {
        const found = (OPERATORS[key] as Operator<TestKind>).compile(given[key] as Asked[TestKind], refuse);
        read = isExpression(found) ? found : asExpression(found);
        READ.set(condition, read);
      }
      // Each place has tests of its own, so that what is told apart by them does not hang on which conditions are one.
      return withTests(read, (test) => ({ ...test }));
    }
  }
}

/** Conditions that are one object share what they are read as: sets and numbers weigh more than a test of them. */
const READ = new WeakMap<Condition, Expression>();
