import type { MissingFact } from '../../domain/assessment/assessment.ts';
import type { Chunk, ChunkResults, RowResult } from '../../domain/assessment/batch.ts';
import type { FactDefinition } from '../../domain/facts/fact.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import type { ProjectAnswer } from '../decisions/assess.ts';

/** What a batch keeps of the answers about the rows of a chunk. */
export function resultsOf(answers: readonly ProjectAnswer[]): ChunkResults {
  const facts = new Map<string, FactDefinition>();
  for (const answer of answers)
    if ('assessment' in answer)
      for (const { fact } of answer.assessment.missingFacts) facts.set(fact.key, fact);
  return {
    rows: answers.map(resultOf),
    facts: [...facts.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

/** How many rows came to each outcome. */
export function outcomesOf(rows: readonly RowResult[]): Chunk['outcomes'] {
  const outcomes: Partial<Record<Outcome, number>> = {};
  for (const row of rows) if ('outcome' in row) outcomes[row.outcome] = (outcomes[row.outcome] ?? 0) + 1;
  return outcomes;
}

function resultOf(answer: ProjectAnswer): RowResult {
  const { ref } = answer;
  if (!('assessment' in answer))
    return { ref, faults: answer.refusals.map(({ code, details, path }) => ({ code, details, path })) };
  const { zone, on, outcome, possibleOutcomes, findings, missingFacts } = answer.assessment;
  return {
    ref,
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
  };
}

const missingOf = ({ fact, neededBy }: MissingFact) => ({ fact: fact.key, neededBy });
