import type { CatalogOnDay } from '../assessment/assessment-basis.ts';
import type { Expression, Test } from '../condition/tests.ts';
import type { Formula } from '../solver/formula.ts';
import { and, not, or } from '../solver/formula.ts';
import { unreachable } from '../values/unreachable.ts';
import type { CompiledEntry } from './compile.ts';
import { isOutOfTime } from './compile.ts';
import type { Settled } from './domains/domain.ts';
import { hasLostArea } from './domains/territory.ts';
import { consequencesOf, EXPRESSIONS, keysTested, meaningOf } from './entry-meaning.ts';
import type { Facts } from './facts.ts';
import { confirmationKey } from './facts.ts';
import type { Stake } from './stakes.ts';
import { settle, truthOf } from './truth-of.ts';
import { forSomeValue } from './whatever-value.ts';

/** An entry that may apply: its parts as formulas over what is unknown (DESIGN 2.2, 2.4, 2.5). */
export interface EntryReading extends Stake {
  readonly catalog: CatalogOnDay;
  readonly compiled: CompiledEntry;
  readonly applies: Formula;
  /** Applies while an open discretionary exception's condition holds. */
  readonly discretionOpen: Formula;
  /** As `atLeast`, if every open discretion were denied. */
  readonly withoutDiscretion: Stake['atLeast'];
  readonly exceptions: readonly {
    readonly key: string;
    readonly holds: Formula;
    readonly state: ExceptionState;
    readonly confirmed: boolean | null;
  }[];
  /** `met` undefined: nothing but evidence. */
  readonly requirements: readonly { readonly key: string; readonly met: Formula | undefined }[];
}

/** What the known facts say of tests, each worked out once an assessment. */
export function knownTruths(facts: Facts): (test: Test) => Settled {
  const known = new Map<Test, Settled>();
  return (test) => {
    if (known.has(test)) return known.get(test);
    const truth = truthOf(test, facts);
    known.set(test, truth);
    return truth;
  };
}

/** Whether the known facts alone put the project outside the entry by 2.2.1–2.2.4. */
export function outOfScope(entry: CompiledEntry, facts: Facts, truth: (test: Test) => Settled): boolean {
  return isOutOfTime(entry.entry, facts.on) || settle(scopeWithin(entry, facts), truth) === false;
}

/** DESIGN 2.2.1–2.2.3; where the territory has a gap, all that is left of it. */
const scopeWithin = (entry: CompiledEntry, facts: Facts): Expression =>
  hasLostArea(entry.entry, facts)
    ? {
        ...entry.scope,
        parts: entry.scope.parts.filter((part) => !(part.kind === 'test' && part.test.kind === 'territory')),
      }
    : entry.scope;

/** Whether the known facts alone settle that the entry does not apply. */
export function ruledOut(
  entry: CompiledEntry,
  catalog: CatalogOnDay,
  facts: Facts,
  truth: (test: Test) => Settled,
): boolean {
  if (settle(entry.scope, truth) === false || settle(entry.when, truth) === false) return true;
  if (entry.exempt && truth(entry.exempt) === true) return true;
  return entry.exceptions.some(
    (exception) =>
      stateOf(exception, entry, catalog, facts) === 'COUNTS' && settle(exception.when, truth) === true,
  );
}

/** What the register lacks to read an entry, and where that matters. */
export interface Gap {
  readonly catalog: CatalogOnDay;
  /** `area` where the territory names one that is gone, and the ZONE facts that are not stated. */
  readonly facts: readonly string[];
  /** Where the entry would apply, as far as it can be read, if what is missing were something or other. */
  readonly mayApply: Expression;
}

/**
 * The gap that an entry meets, if any. INVARIANT: it is not out of scope.
 *
 * A denied exception is as if it were not there, so what it tests is no gap.
 */
export function gapOf(entry: CompiledEntry, catalog: CatalogOnDay, facts: Facts): Gap | undefined {
  const lost = hasLostArea(entry.entry, facts) ? ['areas'] : [];
  const missing = [...lost, ...unstatedIn(entry, catalog, facts)];
  if (missing.length === 0) return undefined;
  const counting = entry.exceptions.filter(
    (exception) => stateOf(exception, entry, catalog, facts) === 'COUNTS',
  );
  const { applies } = meaningOf(
    entry,
    scopeWithin(entry, facts),
    counting.map(({ when }) => when),
    EXPRESSIONS,
  );
  return { catalog, facts: missing, mayApply: forSomeValue(applies, facts.unstated, facts) };
}

function unstatedIn(entry: CompiledEntry, catalog: CatalogOnDay, facts: Facts): readonly string[] {
  if (!entry.facts.some((key) => facts.unstated.has(key))) return [];
  const exceptions = entry.exceptions.filter(
    (exception) => stateOf(exception, entry, catalog, facts) !== 'DENIED',
  );
  const tested = keysTested(entry, exceptions);
  return [...facts.unstated].filter((key) => tested.has(key));
}

/** @param known true where the known facts settle it; undefined where it is to be read */
export function readEntry(
  entry: CompiledEntry,
  catalog: CatalogOnDay,
  facts: Pick<Facts, 'confirmations'>,
  read: (expression: Expression) => Formula,
  known?: true,
): EntryReading {
  const logic = { read, and, or, not };
  const exceptions = entry.exceptions.map((exception) => {
    const state = stateOf(exception, entry, catalog, facts);
    const holds = state === 'DENIED' ? false : read(exception.when);
    const confirmed = confirmationOf(exception, entry, catalog, facts);
    return { key: exception.key, state, holds, confirmed };
  });
  const inState = (state: ExceptionState) =>
    exceptions.filter((exception) => exception.state === state).map(({ holds }) => holds);
  const applies = known ?? meaningOf(entry, read(entry.scope), inState('COUNTS'), logic).applies;
  const { broken, requirements } = consequencesOf(entry, applies, logic);
  const { measure, force } = entry.entry;
  const open = or(inState('OPEN'));
  const conditional = measure === 'RESTRICTED' && entry.asksForEvidence ? or([broken, applies]) : broken;
  const graded = (refused: Formula): Stake['atLeast'] => [true, conditional, broken, refused];
  const atLeast = graded(force === 'MANDATORY' ? and([broken, not(open)]) : false);
  return {
    catalog,
    compiled: entry,
    applies,
    discretionOpen: and([applies, open]),
    atLeast,
    withoutDiscretion: open === false ? atLeast : graded(force === 'MANDATORY' ? broken : false),
    exceptions,
    requirements,
  };
}

/** All that a reading says of what is unknown. */
export const partsOf = ({
  applies,
  discretionOpen,
  atLeast,
  withoutDiscretion,
  exceptions,
  requirements,
}: EntryReading): readonly Formula[] => [
  applies,
  discretionOpen,
  ...atLeast,
  ...withoutDiscretion,
  ...exceptions.map(({ holds }) => holds),
  ...requirements.flatMap(({ met }) => met ?? []),
];

/** A gap in the register is REVIEW wherever the entry may apply (DESIGN 2.6). */
export function readGap({ mayApply }: Gap, formulaOfTest: (test: Test) => Formula): Stake {
  const there = formulaOf(mayApply, formulaOfTest);
  return { atLeast: [true, there, there, false] };
}

/** Whether an exception counts by its condition, waits for an officer, or was denied by one (DESIGN 2.5). */
type ExceptionState = 'COUNTS' | 'OPEN' | 'DENIED';

function stateOf(
  exception: { readonly key: string; readonly discretionary: boolean },
  entry: CompiledEntry,
  catalog: CatalogOnDay,
  facts: Pick<Facts, 'confirmations'>,
): ExceptionState {
  if (!exception.discretionary) return 'COUNTS';
  const confirmed = confirmationOf(exception, entry, catalog, facts);
  return confirmed === null ? 'OPEN' : confirmed ? 'COUNTS' : 'DENIED';
}

const confirmationOf = (
  { key }: { readonly key: string },
  { entry }: CompiledEntry,
  { identity }: CatalogOnDay,
  facts: Pick<Facts, 'confirmations'>,
): boolean | null =>
  facts.confirmations.size === 0
    ? null
    : (facts.confirmations.get(confirmationKey(identity.key, entry.code, key)) ?? null);

/** An expression as a formula, once its tests are. */
export function formulaOf(expression: Expression, formulaOfTest: (test: Test) => Formula): Formula {
  switch (expression.kind) {
    case 'test':
      return formulaOfTest(expression.test);
    case 'not':
      return not(formulaOf(expression.part, formulaOfTest));
    case 'and':
      return and(expression.parts.map((part) => formulaOf(part, formulaOfTest)));
    case 'or':
      return or(expression.parts.map((part) => formulaOf(part, formulaOfTest)));
    default:
      return unreachable(expression);
  }
}
