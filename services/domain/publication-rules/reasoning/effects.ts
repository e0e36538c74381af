import type { Expression, Test } from '../../condition/tests.ts';
import { all, asExpression, some, testsOf } from '../../condition/tests.ts';
import type { CompiledEntry, CompiledException } from '../../engine/compile.ts';
import type { EntryMeaning } from '../../engine/entry-meaning.ts';
import { EXPRESSIONS, keysTested, meaningOf } from '../../engine/entry-meaning.ts';
import type { Day } from '../../vocabulary.ts';
import { TODAY, unstatedKey } from './situation.ts';

/**
 * What an entry means in a situation, with its open discretion read one way or the other.
 *
 * As every discretionary exception belongs to one entry, an entry is at its strictest where all are denied and at its
 * mildest where all are confirmed, whatever else is so.
 */
export interface Effects {
  readonly strict: EntryMeaning<Expression>;
  readonly mild: EntryMeaning<Expression>;
  /** A ZONE fact that the entry tests is unstated if its discretion is open (DESIGN 2.6). */
  readonly gapWhileOpen: Expression;
  /** Makes the outcome REVIEW at least, or REFUSED, whatever an officer decides; undefined: never. */
  readonly reviews: Expression;
  readonly refuses: Expression | undefined;
  /** Conditions of its requirements. */
  readonly demands: readonly Expression[];
  readonly mayMeetGap: boolean;
}

/**
 * @param period the days on which it counts, without the second itself; null: no limit but the version's own
 * @param isGap whether the register may leave a fact unstated
 */
export function effectsOf(
  compiled: CompiledEntry,
  period: readonly [Day | null, Day | null],
  isGap: (key: string) => boolean,
): Effects {
  const { scope, exceptions, requirements, facts, entry } = compiled;
  const [from, before] = period;
  const valid = from || before ? [asExpression({ kind: 'date', fact: TODAY, from, before })] : [];
  const inside = all([...scope.parts, ...valid]);
  const hard = exceptions.filter(({ discretionary }) => !discretionary);
  const mayMeetGap = facts.some(isGap);
  const meaning = (counting: readonly CompiledException[]) =>
    meaningOf(
      compiled,
      inside,
      counting.map(({ when }) => when),
      EXPRESSIONS,
    );
  const gap = (counting: readonly CompiledException[]): Expression =>
    mayMeetGap
      ? some([...keysTested(compiled, counting)].filter(isGap).map((key) => all([inside, unstated(key)])))
      : NEVER;
  const mild = meaning(exceptions);
  const gapAnyway = gap(hard);
  return {
    strict: meaning(hard),
    mild,
    gapWhileOpen: gap(exceptions),
    reviews: gapAnyway === NEVER ? mild.broken : some([mild.broken, gapAnyway]),
    refuses: entry.force === 'MANDATORY' ? mild.broken : undefined,
    demands: requirements.flatMap(({ when }) => when ?? []),
    mayMeetGap,
  };
}

const unstated = (key: string): Expression =>
  asExpression({ kind: 'choice', fact: unstatedKey(key), oneOf: new Set(['true']) });

/** Holds in no situation. */
export const NEVER: Expression = { kind: 'or', parts: [] };

/** Every test of some expressions, once. */
export const testsIn = (expressions: readonly Expression[]): readonly Test[] => [
  ...new Set(expressions.flatMap((expression) => [...testsOf(expression)])),
];
