import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import type { Assessment } from '../../services/domain/assessment/assessment.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { readSampleProjects } from '../../services/local/samples/read.ts';
import { keepAssessments } from '../../services/operations/keep-assessments.ts';
import { sampleBasis } from '../samples/sample-world.ts';

/** Entries and definitions are there anyway. */
function ownBytes(assessment: Assessment): number {
  const findings = assessment.findings.map((finding) => ({ ...finding, entry: null }));
  const missingFacts = assessment.missingFacts.map((missing) => ({ ...missing, fact: null }));
  return serialize({ ...assessment, findings, missingFacts }).length;
}

const ON = '2026-11-23';
const projects = readSampleProjects()
  .filter(({ on, as, expect: expected }) => !on && as.length === 0 && 'outcome' in expected)
  .map(({ project }) => project)
  .slice(0, 25);
const made = projects.flatMap((project) =>
  [project, { zone: project.zone, industries: project.industries }].map((each) => ({
    key: JSON.stringify(each),
    assessment: assess(sampleBasis(project.zone, ON), each),
  })),
);

test('assessments are kept in so many bytes, the oldest let go first', async () => {
  const kept = keepAssessments(1_000_000);
  const put = (key: string, assessment: Assessment) =>
    kept.forceFetch(key, { context: async () => ({ assessment, work: 1 }) });
  for (const { key, assessment } of made) {
    const before = kept.calculatedSize;
    await put(key, assessment);
    const counted = kept.calculatedSize - before;
    if (counted > 0) expect(counted).toBeGreaterThanOrEqual(ownBytes(assessment) + key.length);
  }
  for (let round = 0; round < 10; round++)
    for (const { key, assessment } of made) await put(`${round} ${key}`, assessment);
  let bytes = 0;
  for (const [key, { assessment }] of kept.entries()) bytes += 2 * key.length + ownBytes(assessment);
  expect(bytes).toBeLessThanOrEqual(1_000_000);
  expect(bytes).toBeGreaterThan(300_000);
  expect(kept.has(made[0]!.key)).toBe(false);
});

test('a situation as long as thousands of substances is answered and not kept', async () => {
  const kept = keepAssessments(1_000_000);
  const { assessment } = made[0]!;
  const answered = await kept.forceFetch('x'.repeat(50_000), {
    context: async () => ({ assessment, work: 7 }),
  });
  expect(answered).toEqual({ assessment, work: 7 });
  expect(kept.size).toBe(0);
});
