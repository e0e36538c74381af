import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { Asked } from './asked.ts';
import { allAsked } from './asked.ts';
import type { CompletedFacts, FactContent } from './completed-facts.ts';
import type { PlacedEntry, Setting } from './entry-in-completion.ts';
import { ratioOf } from './interpreter.ts';
import { possibleValues } from './possible-values.ts';
import { questionOf, zoneFacts } from './question.ts';
import { choices, firstOfEach } from './sets.ts';

/** An unknown fact with values that stand for all it can be. */
export interface UnknownFact {
  readonly key: string;
  /** The facts one asks for to learn it: itself, or both inputs of a derived number (ADR 0001.5). */
  readonly asks: readonly string[];
  readonly values: readonly FactContent[];
}
export interface ReadFacts {
  readonly known: CompletedFacts;
  /** The unknown facts that some entry tests, in no particular order. */
  readonly unknown: readonly UnknownFact[];
}

/** Whether some quotient of two unknowns is asked for: then other tests may tie it, and an answer need not be exact. */
export const hasOpenRatio = ({ unknown }: ReadFacts): boolean => unknown.some(({ asks }) => asks.length > 1);

/** The facts that the entries in force test: what is known of them, and what the others can be (DESIGN 2.6). */
export function readFacts(
  basis: AssessmentBasis,
  project: ProjectInput,
  entries: readonly PlacedEntry[],
  setting: Setting,
): ReadFacts {
  const question = questionOf(basis, project, entries, setting);
  const asked = allAsked(question);
  const known = zoneFacts(basis);
  const open: UnknownFact[] = [];
  for (const key of new Set(asked.flatMap(({ facts }) => facts))) {
    if (key in known || setting.unstated.has(key)) continue;
    const values = possibleValues(question, key);
    if (values.length === 1) known[key] = values[0]!;
    else {
      const asks = key === 'majorHazardLevel' ? question.hazard?.asks : ratioOf(key, setting)?.inputs;
      open.push({ key, asks: asks ?? [key], values });
    }
  }
  const unknown = open.map((fact) => ({
    ...fact,
    values: firstOfEach(fact.values, answersTo(fact, asked, known, open)),
  }));
  // A fact whose values no test tells apart is no longer a question; any value will do.
  for (const fact of unknown) if (fact.values.length === 1) known[fact.key] = fact.values[0]!;
  return { known, unknown: unknown.filter(({ values }) => values.length > 1) };
}

/** The answers that a value of a fact gives to all that hangs on it, whatever the other unknown facts are. */
function answersTo(
  fact: UnknownFact,
  asked: readonly Asked[],
  known: CompletedFacts,
  open: readonly UnknownFact[],
): (value: FactContent) => string {
  // There can be very many values: what is the same for all of them is made once.
  const its = asked
    .filter(({ facts }) => facts.includes(fact.key))
    .map(({ facts, holds }) => {
      const others = open.filter((other) => other !== fact && facts.includes(other.key));
      const rest = choices(others.map(({ values }) => values)).map((taken): CompletedFacts => {
        const stated = others.map(({ key }, i) => [key, taken[i]!] as const);
        return { ...known, ...Object.fromEntries(stated) };
      });
      return { holds, rest };
    });
  return (value) =>
    its
      .flatMap(({ holds, rest }) =>
        rest.map((facts) => {
          facts[fact.key] = value;
          return holds(facts) ? '1' : '0';
        }),
      )
      .join('');
}
