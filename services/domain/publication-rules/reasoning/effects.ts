import type { Requirement } from '../../catalog/entry.ts';
import type { Expression, Test } from '../../condition/tests.ts';
import { all, asExpression, factOf, none, some } from '../../condition/tests.ts';
import type { CompiledException } from '../../engine/compile.ts';
import { allTests } from '../../engine/compile.ts';
import { memoize } from '../../values/memoize.ts';
import type { Law, LawEntry } from './law.ts';
import { isOwnZoneFact } from './law.ts';
import { TODAY, unstatedKey } from './situation.ts';

/**
 * What an entry means in a situation (DESIGN 2.2, 2.4, 2.5), with its open discretion read one way or the other.
 *
 * As every discretionary exception belongs to one entry, an entry is at its strictest where all are denied and at its
 * mildest where all are confirmed, whatever else is so.
 */
export interface Effects {
  /** Inside by 2.2.1–2.2.4. */
  readonly inside: Expression;
  readonly strict: Reading;
  readonly mild: Reading;
  /** A ZONE fact that the entry tests is unstated in any case, or if its discretion is open (DESIGN 2.6). */
  readonly gap: Expression;
  readonly gapWhileOpen: Expression;
  /** Makes the outcome REVIEW at least, or REFUSED, whatever an officer decides; undefined: never. */
  readonly reviews: Expression;
  readonly refuses: Expression | undefined;
}
export interface Reading {
  readonly applies: Expression;
  /** Applies, and is a prohibition or has a requirement that is not met: REFUSE, or REVIEW in principle. */
  readonly broken: Expression;
}

export const effectsOf = (entry: LawEntry, law: Law): Effects => effectsUnder(law)(entry);

const effectsUnder = memoize((law: Law) => memoize((entry: LawEntry) => readEffects(entry, law)));

/** Inside and not grandfathered, and the condition of the entry: all but its exceptions. */
export const withoutExceptions = (law: Law, entry: LawEntry): Expression => {
  const { compiled } = entry;
  const exempt = compiled.exempt ? [none(asExpression(compiled.exempt))] : [];
  return all([effectsOf(entry, law).inside, ...exempt, compiled.when]);
};

/** The requirements that have a condition. */
export const conditionsToMeet = ({ compiled }: LawEntry): readonly Expression[] =>
  compiled.requirements.flatMap(({ when }) => when ?? []);

/** Whether a requirement leaves something to hand in even where its condition holds (DESIGN 2.4). */
export const asksEvidence = ({ when, evidence }: Requirement): boolean => !when || evidence != null;

function readEffects(entry: LawEntry, law: Law): Effects {
  const { compiled, from, before } = entry;
  const day = asExpression({ kind: 'date', fact: TODAY, from, before });
  const inside = all([...compiled.scope.parts, ...(from || before ? [day] : [])]);
  const exempt = compiled.exempt ? [none(asExpression(compiled.exempt))] : [];
  const unmet = some(conditionsToMeet(entry).map(none));
  const reading = (exceptions: readonly Expression[]): Reading => {
    const applies = all([inside, ...exempt, compiled.when, ...exceptions.map(none)]);
    return { applies, broken: compiled.entry.measure === 'PROHIBITED' ? applies : all([applies, unmet]) };
  };
  const hard = compiled.exceptions.filter(({ discretionary }) => !discretionary);
  const canGap = compiled.facts.some((key) => isOwnZoneFact(key, law));
  const gapOf = (exceptions: readonly CompiledException[]): Expression => {
    if (!canGap) return NEVER;
    const tested = [...allTests({ ...compiled, exceptions: [...exceptions] })].map(factOf);
    const own = [...new Set(tested)].filter((key) => isOwnZoneFact(key, law));
    return some(own.map((key) => all([inside, unstated(key)])));
  };
  const mild = reading(compiled.exceptions.map(({ when }) => when));
  const gap = gapOf(hard);
  return {
    inside,
    strict: reading(hard.map(({ when }) => when)),
    mild,
    gap,
    gapWhileOpen: gapOf(compiled.exceptions),
    reviews: gap === NEVER ? mild.broken : some([mild.broken, gap]),
    refuses: compiled.entry.force === 'MANDATORY' ? mild.broken : undefined,
  };
}

const unstated = (key: string): Expression =>
  asExpression({ kind: 'choice', fact: unstatedKey(key), oneOf: new Set(['true']) });

/** Holds in no situation. */
export const NEVER: Expression = { kind: 'or', parts: [] };

/** Every test of some expressions, once. */
export function testsIn(expressions: readonly Expression[]): readonly Test[] {
  const found = new Set<Test>();
  for (const expression of expressions) collectTests(expression, found);
  return [...found];
}

function collectTests(expression: Expression, found: Set<Test>): void {
  if (expression.kind === 'test') found.add(expression.test);
  else if (expression.kind === 'not') collectTests(expression.part, found);
  else for (const part of expression.parts) collectTests(part, found);
}
