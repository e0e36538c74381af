import type { Assessment, MissingFact } from '../../domain/assessment/assessment.ts';
import type { Chunk, ChunkResults, SituationResult } from '../../domain/assessment/batch.ts';
import type { FactDefinition } from '../../domain/facts/fact.ts';
import { memoize } from '../../domain/values/memoize.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import type { ProjectAnswer } from '../decisions/assess.ts';

/** What a batch keeps of the answers about the rows of a chunk. */
export function resultsOf(answers: readonly ProjectAnswer[]): ChunkResults {
  const facts = new Map<string, FactDefinition>();
  const situations = new Map<Assessment, number>();
  const rows = answers.map((answer) => {
    const { ref } = answer;
    if (!('shared' in answer))
      return { ref, faults: answer.refusals.map(({ code, details, path }) => ({ code, details, path })) };
    const { shared } = answer;
    const situation = situations.get(shared) ?? situations.size;
    situations.set(shared, situation);
    return { ref, situation };
  });
  for (const { missingFacts } of situations.keys())
    for (const { fact } of missingFacts) facts.set(fact.key, fact);
  return {
    situations: [...situations.keys()].map(resultOf),
    rows,
    facts: [...facts.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

/** How many rows came to each outcome. */
export function outcomesOf({ situations, rows }: ChunkResults): Chunk['outcomes'] {
  const outcomes: Partial<Record<Outcome, number>> = {};
  for (const row of rows)
    if ('situation' in row) {
      const { outcome } = situations[row.situation]!;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
  return outcomes;
}

const resultOf = memoize(
  ({ zone, on, outcome, possibleOutcomes, findings, missingFacts }: Assessment): SituationResult => ({
    zone,
    on,
    outcome,
    possibleOutcomes,
    findings: findings.map(({ catalog, entry, industry, applies, decisive }) => ({
      catalog,
      entry: entry.code,
      industry,
      applies,
      decisive,
    })),
    missing: missingFacts.map(missingOf),
  }),
);

const missingOf = ({ fact, neededBy }: MissingFact) => ({ fact: fact.key, neededBy });
