import type { Entry } from '../catalog/entry.ts';
import { asksForEvidence } from '../catalog/entry.ts';
import type { Expression, Test } from '../condition/tests.ts';
import { NEVER, some, withTests } from '../condition/tests.ts';
import { sha256 } from '../values/canonical.ts';
import type { CompiledEntry } from './compile.ts';
import type { Settled } from './domains/domain.ts';
import { EXPRESSIONS, meaningOf } from './entry-meaning.ts';
import type { Severity } from './stakes.ts';
import { settle } from './truth-of.ts';

/** What an entry decides, without its texts, over tests that all entries share. */
export interface Deciding {
  /** The entry itself, as far as a zone has a say in it. */
  readonly compiled: CompiledEntry;
  readonly applies: Expression;
  /** Where it is REVIEW at least. */
  readonly broken: Expression;
  /** Where it is CONDITIONAL at least. */
  readonly conditional: Expression;
  /** Where REFUSE is softened to REVIEW (DESIGN 2.5): nobody has confirmed anything yet. */
  readonly softened: Expression;
  readonly isMandatory: boolean;
}

/**
 * By what entries of any catalogs are told apart that decide differently: all that DESIGN 2.2 to 2.5 read of them, and
 * nothing of what they are called. What a key of a fact or a list means is no part of it.
 */
export const meaningHash = (entry: Entry): string =>
  sha256(
    JSON.stringify([
      entry.measure,
      entry.force,
      entry.industries,
      entry.natures,
      entry.activities,
      entry.territory,
      entry.validFrom,
      entry.validTo,
      entry.exemptIfApprovedBefore,
      entry.when,
      entry.exceptions.map(({ when, discretionary }) => [when, discretionary]),
      entry.requirements.map((requirement) => [requirement.when, asksForEvidence(requirement)]),
    ]),
  );

/** @param shared the test of all entries that asks the same */
export function decidingOf(whole: CompiledEntry, shared: (test: Test) => Test): Deciding {
  const compiled = sharingTests(whole, shared);
  const { entry, exceptions } = compiled;
  const counting = exceptions.filter(({ discretionary }) => !discretionary).map(({ when }) => when);
  const open = exceptions.filter(({ discretionary }) => discretionary).map(({ when }) => when);
  const { applies, broken } = meaningOf(compiled, compiled.scope, counting, EXPRESSIONS);
  return {
    compiled,
    applies,
    broken,
    conditional:
      entry.measure === 'RESTRICTED' && compiled.asksForEvidence ? some([broken, applies]) : broken,
    softened: open.length > 0 ? some(open) : NEVER,
    isMandatory: entry.force === 'MANDATORY',
  };
}

/** How grave an entry makes the outcome whatever the unknown facts are, and how grave it can. */
export interface Reach {
  readonly lowest: Severity;
  readonly gravest: Severity;
}

/** Undefined where it does not apply. What `readEntry` makes of it, as far as known facts go. */
export function reachOf(entry: Deciding, truth: (test: Test) => Settled): Reach | undefined {
  if (settle(entry.applies, truth) === false) return undefined;
  const broken = settle(entry.broken, truth);
  const conditional = entry.conditional === entry.broken ? broken : settle(entry.conditional, truth);
  const softened = entry.isMandatory ? settle(entry.softened, truth) : true;
  const refused =
    broken === false || softened === true ? false : broken === true && softened === false ? true : undefined;
  return {
    lowest: refused === true ? 3 : broken === true ? 2 : conditional === true ? 1 : 0,
    gravest: refused !== false ? 3 : broken !== false ? 2 : conditional !== false ? 1 : 0,
  };
}

function sharingTests(compiled: CompiledEntry, shared: (test: Test) => Test): CompiledEntry {
  const read = (expression: Expression): Expression => withTests(expression, shared);
  const { entry } = compiled;
  return {
    ...compiled,
    entry: { ...NO_TEXTS, measure: entry.measure, force: entry.force, territory: entry.territory },
    ...(compiled.industry && { industry: shared(compiled.industry) as CompiledEntry['industry'] & object }),
    scope: { kind: 'and', parts: compiled.scope.parts.map(read) },
    ...(compiled.exempt && { exempt: shared(compiled.exempt) }),
    when: read(compiled.when),
    exceptions: compiled.exceptions.map((exception) => ({ ...exception, when: read(exception.when) })),
    requirements: compiled.requirements.map(({ key, when }) => (when ? { key, when: read(when) } : { key })),
  };
}

const NO_TEXTS: Omit<Entry, 'measure' | 'force' | 'territory'> = {
  code: '',
  text: { zh: '' },
  industries: { include: [], except: [] },
  natures: [],
  activities: [],
  exceptions: [],
  requirements: [],
  basis: [],
};
