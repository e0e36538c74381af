import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { SettledOutcome } from '../../../services/domain/vocabulary.ts';
import { codesStated } from './codes-stated.ts';
import type { CompletedFacts } from './completed-facts.ts';
import { entriesInForce, settingOf } from './entries-in-force.ts';
import { coversIndustry, readEntry } from './entry-in-completion.ts';
import { readFacts } from './unknown-facts.ts';

/** Outcomes that some completion has, and facts that change the outcome of some completion. */
export interface Witnessed {
  readonly outcomes: ReadonlySet<SettledOutcome>;
  readonly missing: ReadonlySet<string>;
}

/**
 * Proves outcomes possible and facts missing by examples, where completions are far too many to enumerate.
 *
 * It walks from completions drawn at random down to mild ones, one fact at a time: near a mild completion single
 * facts decide. What it finds is true; what it does not find may still be. Only entries decide here: a basis whose
 * register or catalogs have gaps is not for it.
 */
export function witnesses(
  basis: AssessmentBasis,
  project: ProjectInput,
  walks: number,
  random: (below: number) => number,
): Witnessed {
  const setting = settingOf(basis);
  // Entries of other industries only would multiply the completions and never apply.
  const { classification } = basis.reference;
  const classes = (codesStated(project) ?? classification.classes).flatMap(classification.classesOf);
  const entries = entriesInForce(basis, project, null, setting).filter(({ entry }) =>
    classes.some((code) => coversIndustry(entry, { industries: [code] }, setting)),
  );
  const { known, unknown } = readFacts(basis, project, entries, setting);
  const outcomes = new Set<SettledOutcome>();
  const missing = new Set<string>();

  const severities = (facts: CompletedFacts): readonly number[] =>
    entries.map((placed) => {
      const { effect } = readEntry(placed, facts, setting);
      return effect === null ? 0 : SEVERITY[effect];
    });
  const look = (facts: CompletedFacts): { readonly worst: number; readonly weight: number } => {
    const found = severities(facts);
    const worst = Math.max(0, ...found);
    outcomes.add(OUTCOMES[worst]!);
    return { worst, weight: found.reduce((sum, severity) => sum + severity ** 3, 0) };
  };

  for (let walk = 0; walk < walks; walk++) {
    let facts: CompletedFacts = { ...known };
    for (const { key, values } of unknown) facts[key] = values[random(values.length)]!;
    // Another order of the facts every time: what is settled first decides where the walk ends.
    const rest = [...unknown];
    const order = unknown.map(() => rest.splice(random(rest.length), 1)[0]!);
    for (let better = true; better; ) {
      better = false;
      for (const fact of order) {
        const here = look(facts);
        let least = here.weight;
        for (const value of fact.values) {
          const there = { ...facts, [fact.key]: value };
          const { worst, weight } = look(there);
          if (worst !== here.worst) for (const asked of fact.asks) missing.add(asked);
          if (weight >= least) continue;
          [least, facts, better] = [weight, there, true];
        }
      }
    }
  }
  return { outcomes, missing };
}

const OUTCOMES: readonly SettledOutcome[] = ['ADMITTED', 'CONDITIONAL', 'REVIEW', 'REFUSED'];
const SEVERITY = { NONE: 0, CONDITION: 1, REVIEW: 2, REFUSE: 3 } as const;
