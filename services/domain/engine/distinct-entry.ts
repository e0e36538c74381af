import type { Entry } from '../catalog/entry.ts';
import { asksForEvidence } from '../catalog/entry.ts';
import type { Expression, Test } from '../condition/tests.ts';
import { sha256 } from '../values/canonical.ts';
import { unreachable } from '../values/unreachable.ts';
import type { CompiledEntry } from './compile.ts';

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

/**
 * A compiled entry without its texts, over tests that all entries share, so that each question is answered once for a
 * project however many entries ask it.
 */
export function sharingTests(compiled: CompiledEntry, shared: (test: Test) => Test): CompiledEntry {
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

function withTests(expression: Expression, shared: (test: Test) => Test): Expression {
  switch (expression.kind) {
    case 'test':
      return { kind: 'test', test: shared(expression.test) };
    case 'not':
      return { kind: 'not', part: withTests(expression.part, shared) };
    case 'and':
    case 'or':
      return { kind: expression.kind, parts: expression.parts.map((part) => withTests(part, shared)) };
    default:
      return unreachable(expression);
  }
}

/** The same for tests that ask the same. */
export const testKey = (test: Test): string =>
  JSON.stringify(test, (_, value: unknown) => {
    if (value instanceof Set) return [...value].sort();
    return typeof value === 'bigint' ? String(value) : value;
  });
