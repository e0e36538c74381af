import type { Asked, ConditionTest, TestKind } from '../condition.ts';
import { chemical } from './chemical.ts';
import { choice } from './choice.ts';
import { date } from './date.ts';
import { flag } from './flag.ts';
import { number } from './number.ts';
import type { Mentions, Operator } from './operator.ts';
import { product } from './product.ts';
import { set } from './set.ts';

/** Every operator of tests, in the order of `ConditionInput`. */
export const OPERATORS: { readonly [Kind in TestKind]: Operator<Kind> } = {
  number,
  flag,
  choice,
  set,
  date,
  chemical,
  product,
};

export const isTestKind = (key: string): key is TestKind => Object.hasOwn(OPERATORS, key);

export function kindOf(test: ConditionTest): TestKind {
  const given: Partial<Asked> = test;
  for (const key in given) if (isTestKind(key) && given[key] != null) return key;
  throw new TypeError('a condition without a test');
}

/** Asks the operator of a test about it. */
export function ofTest<Answer>(
  test: ConditionTest,
  answer: <Kind extends TestKind>(operator: Operator<Kind>, asked: Asked[Kind]) => Answer,
): Answer {
  const kind = kindOf(test);
  return answer(OPERATORS[kind] as Operator<TestKind>, (test as unknown as Asked)[kind]);
}

/** What a test is about, by the names that it says. */
export const mentionsOf = (test: ConditionTest): Mentions =>
  ofTest(test, (operator, asked) => operator.mentions(asked));
