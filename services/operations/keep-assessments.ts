import { LRUCache } from 'lru-cache';
import type { AssessmentMade, KeptAssessments } from './deps.ts';

/** Assessments to be found again by later requests; some tens of megabytes of them. */
export const keepAssessments = (): KeptAssessments =>
  new LRUCache<string, AssessmentMade>({
    maxSize: 100_000,
    sizeCalculation: ({ assessment: { findings, missingFacts } }) =>
      4 + findings.length + missingFacts.length,
  });
