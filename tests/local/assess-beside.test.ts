import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { Work } from '../../services/domain/solver/budget.ts';
import { createAssessBeside } from '../../services/local/assess-beside.ts';
import { assessProjects } from '../../services/operations/decisions/assess.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { keepAssessments } from '../../services/operations/keep-assessments.ts';
import { MAX_WORK_HERE } from '../../services/operations/limits.ts';
import { nothingConsumed, withinBudget } from '../../services/store/request-budget.ts';
import { storeLargeCatalog } from '../bench/large-catalog.ts';
import { realisticEntries } from '../bench/varied-entries.ts';
import { afterFile } from '../testkit/after-file.ts';
import { startStore } from '../testkit/store.ts';

const { store } = await startStore();
const content = { title: { zh: '目录' }, facts: [], lists: [], products: [] };
await storeLargeCatalog(store, [{ ...content, entries: realisticEntries(300) }]);
const here: Deps = { store, reference, clock: () => new Date('2026-11-23T02:00:00.000Z'), newId: randomUUID };
// Contents are handed over anew each time.
const { assess, begin, stop } = createAssessBeside(0);
begin();
afterFile(stop);

/** Nothing but its zone, and a word for its industry: what takes longest. */
const projects = [
  { zone: 'zone_140881', ref: '1' },
  { zone: 'zone_140881', ref: '2', industries: ['C'] },
  { zone: 'zone_140881', ref: '3', industries: ['2614'], natures: ['NEW_BUILD' as const] },
  { zone: 'zone_140881', ref: '4', industries: ['no such code'] },
];

it('gives the same answers beside as here, and counts the same work', { timeout: 120_000 }, async () => {
  let asked = 0;
  const assessBeside: typeof assess = (...all) => {
    asked++;
    return assess(...all);
  };
  const [alone, together] = [new Work(), new Work()];
  const expected = await assessProjects(here, null, projects, null, alone);
  const actual = await assessProjects({ ...here, assessBeside }, null, projects, null, together);
  expect(JSON.stringify(actual)).toBe(JSON.stringify(expected));
  expect(together.done).toBe(alone.done);
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(projects.length);
  expect(alone.done).toBeGreaterThan(MAX_WORK_HERE);
});

describe('several who ask the same at once', () => {
  const ask = (deps: Deps, until = Number.POSITIVE_INFINITY, work = new Work()) =>
    withinBudget({ until, consumed: nothingConsumed() }, async () => {
      const [answer] = await assessProjects(deps, null, [{ zone: 'zone_140881' }], null, work);
      return answer && 'assessment' in answer ? answer.assessment : answer?.refusals.map(({ code }) => code);
    });

  it('are answered by one assessment, which costs each of them the same', async () => {
    let asked = 0;
    const assessBeside: typeof assess = (...all) => {
      asked++;
      return assess(...all);
    };
    const deps = { ...here, assessBeside, kept: keepAssessments() };
    const works = [new Work(), new Work(), new Work()];
    const answers = await Promise.all(works.map((work) => ask(deps, undefined, work)));
    expect(asked).toBe(1);
    expect(new Set(answers).size).toBe(1);
    expect(new Set(works.map(({ done }) => done)).size).toBe(1);
    expect(works[0]!.done).toBeGreaterThan(MAX_WORK_HERE);
  });

  it('do not go without an answer because the time of the first of them is up', async () => {
    let asked = 0;
    const assessBeside: typeof assess = async (...all) => {
      if (asked++ === 0) throw new Refusal('ASSESSMENT_LATE');
      return assess(...all);
    };
    const deps = { ...here, assessBeside, kept: keepAssessments() };
    const answers = await Promise.all([ask(deps), ask(deps), ask(deps)]);
    expect(answers).toEqual([
      ['ASSESSMENT_LATE'],
      ...Array(2).fill(expect.objectContaining({ outcome: 'NEEDS_INFORMATION' })),
    ]);
    expect(asked).toBe(2);
  });
});

it('says that the assessment was late, and not the data store, where its time is up', async () => {
  const budget = { until: Number.POSITIVE_INFINITY, consumed: nothingConsumed() };
  const assessBeside: typeof assess = async (...all) => {
    budget.until = Number.NEGATIVE_INFINITY;
    return assess(...all);
  };
  const late = withinBudget(budget, () => assessProjects({ ...here, assessBeside }, null, projects));
  await expect(late).rejects.toMatchObject({ code: 'ASSESSMENT_LATE' });
});
