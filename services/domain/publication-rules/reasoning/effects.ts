import type { Expression, Test } from '../../condition/tests.ts';
import { all, asExpression, factOf, NEVER, none, some, testsOf } from '../../condition/tests.ts';
import type { CompiledEntry, CompiledException } from '../../engine/compile.ts';
import type { EntryMeaning } from '../../engine/entry-meaning.ts';
import { EXPRESSIONS, keysTested, meaningOf } from '../../engine/entry-meaning.ts';
import type { Facts } from '../../engine/facts.ts';
import { forSomeValue } from '../../engine/whatever-value.ts';
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
  /** A ZONE fact that the entry tests is unstated if its discretion is open, and it may apply (DESIGN 2.6). */
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
 * @param nothingStated the facts that can be tested, with no value of these
 */
export function effectsOf(
  compiled: CompiledEntry,
  period: readonly [Day | null, Day | null],
  isGap: (key: string) => boolean,
  nothingStated: Facts,
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
  const gap = (
    testing: readonly CompiledException[],
    applies: Expression,
    beyond: Expression,
  ): Expression => {
    if (!mayMeetGap) return NEVER;
    const keys = [...keysTested(compiled, testing)].filter(isGap);
    if (keys.length === 0) return NEVER;
    return all([some(keys.map(unstated)), mayApply(applies, isGap, nothingStated, beyond)]);
  };
  const strict = meaning(hard);
  const mild = meaning(exceptions);
  // An exception that an officer denies is not tested; one that is confirmed takes the project out.
  const gapAnyway = gap(hard, mild.applies, NEVER);
  return {
    strict,
    mild,
    gapWhileOpen: gap(exceptions, strict.applies, inside),
    reviews: gapAnyway === NEVER ? mild.broken : some([mild.broken, gapAnyway]),
    refuses: entry.force === 'MANDATORY' ? mild.broken : undefined,
    demands: requirements.flatMap(({ when }) => when ?? []),
    mayMeetGap,
  };
}

const unstated = (key: string): Expression =>
  asExpression({ kind: 'choice', fact: unstatedKey(key), oneOf: new Set(['true']) });

/** Of more ZONE facts than these in one entry it is not told apart which are unstated. */
const MAX_UNSTATED = 6;

/**
 * Where an entry would apply if the ZONE facts that happen to be unstated were something or other.
 *
 * @param beyond what to take for it where these are too many: claims want more than there is, covers less
 */
function mayApply(
  applies: Expression,
  isGap: (key: string) => boolean,
  nothingStated: Facts,
  beyond: Expression,
): Expression {
  const tested = [...new Set([...testsOf(applies)].map(factOf))].filter(isGap);
  if (tested.length > MAX_UNSTATED) return beyond;
  return some(
    subsetsOf(tested).map((missing) =>
      all([
        ...tested.map((key) => (missing.includes(key) ? unstated(key) : none(unstated(key)))),
        forSomeValue(applies, new Set(missing), nothingStated),
      ]),
    ),
  );
}

const subsetsOf = (keys: readonly string[]): readonly (readonly string[])[] =>
  keys.reduce<readonly (readonly string[])[]>(
    (sets, key) => sets.flatMap((set) => [set, [...set, key]]),
    [[]],
  );

/** Every test of some expressions, once. */
export const testsIn = (expressions: readonly Expression[]): readonly Test[] => [
  ...new Set(expressions.flatMap((expression) => [...testsOf(expression)])),
];
