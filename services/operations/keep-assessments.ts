import { LRUCache } from 'lru-cache';
import type { Assessment } from '../domain/assessment/assessment.ts';
import type { AssessmentMade, KeptAssessments } from './deps.ts';

/** Assessments to be found again by later requests; `maxBytes` bounds their memory, keys included. */
export const keepAssessments = (maxBytes = 32_000_000) =>
  new LRUCache<string, AssessmentMade, MakeAssessment>({
    maxSize: maxBytes,
    // None is so large that many others would go for it.
    maxEntrySize: maxBytes / 16,
    sizeCalculation: ({ assessment }, key) => 2 * key.length + bytesOf(assessment),
    fetchMethod: (_key, _earlier, { context }) => context(),
    // What was begun for one who is told that it is late comes to its end for the others.
    ignoreFetchAbort: true,
  });
type MakeAssessment = Parameters<KeptAssessments['forceFetch']>[1]['context'];

/**
 * What an assessment takes in memory at most, entries and definitions aside, which are there anyway. What a project states
 * and findings repeat is as long as its key.
 */
function bytesOf({ findings, missingFacts, majorHazard, ...others }: Assessment): number {
  let bytes = 1_000;
  for (const list of Object.values(others)) if (Array.isArray(list)) bytes += 200 * list.length;
  for (const { exceptions, requirements, because } of findings)
    bytes += 400 + 60 * (exceptions.length + requirements.length + because.length);
  for (const { neededBy, candidates, rows } of missingFacts)
    bytes += 200 + 60 * neededBy.length + 10 * candidates.length + 500 * rows.length;
  return bytes + 500 * (majorHazard?.lines.length ?? 0);
}
