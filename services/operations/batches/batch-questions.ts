import type { EntryRef } from '../../domain/assessment/assessment.ts';
import type { AssessedRow } from '../../domain/assessment/batch.ts';
import { isAssessed, rowResults } from '../../domain/assessment/batch.ts';
import type { FirstQuestion } from '../../domain/assessment/first-questions.ts';
import { firstQuestions } from '../../domain/assessment/first-questions.ts';
import type { FactDefinition } from '../../domain/facts/fact.ts';
import type { Progress } from '../../store/batches.ts';
import type { Deps } from '../deps.ts';

/** By what the questions of a batch are grouped. */
export type Grouping = 'ZONE' | 'INDUSTRY' | 'ENTRY';

/** Rows of a batch that wait for answers, and what to ask for them first. */
export interface QuestionGroup {
  /** What the rows have in common; null where they are not grouped by it. */
  readonly zone: string | null;
  readonly industry: string | null;
  readonly entry: EntryRef | null;
  readonly rows: number;
  readonly questions: readonly BatchQuestion[];
}
export interface BatchQuestion extends Omit<FirstQuestion, 'fact'> {
  readonly fact: FactDefinition;
}

/**
 * What to ask first for all rows of a batch that need information: one group of them all, or a group for each zone, each
 * industry that open entries turn on, or each open entry; the largest first. A row may stand in several.
 */
export async function batchQuestions(
  deps: Deps,
  { chunks }: Progress,
  by: Grouping | null,
  { groups, questions }: { readonly groups: number; readonly questions: number },
): Promise<readonly QuestionGroup[]> {
  const facts = new Map<string, FactDefinition>();
  const found = new Map<string, { readonly of: Common; readonly missing: (readonly string[])[] }>();
  for (const chunk of chunks) {
    if (!chunk.chunk.outcomes.NEEDS_INFORMATION) continue;
    const results = await deps.store.readChunkResults(chunk);
    for (const fact of results.facts) facts.set(fact.key, fact);
    for (const row of rowResults(results)) {
      if (!isAssessed(row) || row.missing.length === 0) continue;
      for (const { of, missing } of placesOf(row, by)) {
        const key = JSON.stringify(of);
        const group = found.get(key) ?? { of, missing: [] };
        group.missing.push(missing);
        found.set(key, group);
      }
    }
  }
  return [...found.values()]
    .sort(
      (a, b) => b.missing.length - a.missing.length || (JSON.stringify(a.of) < JSON.stringify(b.of) ? -1 : 1),
    )
    .slice(0, groups)
    .map(({ of, missing }) => ({
      ...of,
      rows: missing.length,
      questions: firstQuestions(missing, questions).map(({ fact, ...counts }) => ({
        fact: facts.get(fact)!,
        ...counts,
      })),
    }));
}

type Common = Pick<QuestionGroup, 'zone' | 'industry' | 'entry'>;
const NOTHING: Common = { zone: null, industry: null, entry: null };

/** The groups that a row stands in, and what it misses there: under an entry only what that entry needs. */
function placesOf(
  row: AssessedRow,
  by: Grouping | null,
): readonly { readonly of: Common; readonly missing: readonly string[] }[] {
  const missing = row.missing.map(({ fact }) => fact);
  if (by === null) return [{ of: NOTHING, missing }];
  if (by === 'ZONE') return [{ of: { ...NOTHING, zone: row.zone }, missing }];
  const open = row.findings.filter(({ applies }) => applies === 'UNKNOWN');
  if (by === 'INDUSTRY')
    return [...new Set(open.map(({ industry }) => industry))].map((industry) => ({
      of: { ...NOTHING, industry },
      missing,
    }));
  const byEntry = new Map<string, { readonly of: Common; readonly missing: string[] }>();
  for (const { fact, neededBy } of row.missing)
    for (const { catalog, entry } of neededBy) {
      const key = `${catalog} ${entry}`;
      const place = byEntry.get(key) ?? { of: { ...NOTHING, entry: { catalog, entry } }, missing: [] };
      place.missing.push(fact);
      byEntry.set(key, place);
    }
  return [...byEntry.values()];
}
