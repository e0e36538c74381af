import { expect, test, vi } from 'vitest';
import { serialize } from '../../graphql/assessment/serialize.ts';
import type { Actor } from '../../services/domain/access/access.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { Work } from '../../services/domain/solver/budget.ts';
import { assessProjects, type ProjectAnswer } from '../../services/operations/decisions/assess.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { keepAssessments } from '../../services/operations/keep-assessments.ts';
import { MAX_WORK, SEARCH_BOUND } from '../../services/operations/limits.ts';
import { whileAsking } from '../../services/store/request-budget.ts';
import { entryInput, publishedWith, world } from './world.ts';

const FLAGS = ['combustibleDust', 'labourIntensive', 'firstOfKindProcess', 'automaticControl'];
/** Turn on whatever is not known of a project. */
const entries = Array.from({ length: 40 }, (_, at) =>
  entryInput(`${at + 1}`, {
    when: {
      all: [
        { flag: { fact: FLAGS[at % 4], is: at % 3 === 0 } },
        { number: { fact: 'totalInvestment', unit: '万元', lessThan: `${100 * (at + 1)}` } },
        { number: { fact: 'annualEnergy', unit: 'tce', moreThan: `${500 * (at + 1)}` } },
      ],
    },
  }),
);
/** Each in a situation of its own, though no entry is about the other industries. */
const unknown = (...others: readonly string[]) => ({ zone: 'zone_kfq', industries: ['2511', ...others] });
const stated = (name: string) => ({
  zone: 'zone_kfq',
  name,
  industries: ['2511'],
  facts: {
    totalInvestment: '90000',
    annualEnergy: '10',
    combustibleDust: true,
    labourIntensive: false,
    firstOfKindProcess: true,
    automaticControl: false,
  },
});
const codesOf = (answers: readonly ProjectAnswer[]) =>
  answers.map((answer) =>
    'refusals' in answer ? answer.refusals.map(({ code }) => code).join() : 'answered',
  );

test('what a request has no work left for is told so, always at the same project, and the others are answered in full', async () => {
  const { deps } = await world();
  await publishedWith(deps, entries);
  const basis = await basisOf(deps, 'zone_kfq', '2026-11-23');
  const alone = new Work();
  const expected = assess(basis, unknown(), null, { work: alone });
  expect(expected.missingFacts.length).toBeGreaterThan(2);
  expect(alone.done).toBeGreaterThan(500);

  const projects = [unknown(), unknown('2611'), unknown('2612'), unknown('2614'), unknown('2621')];
  const asked = [...projects, stated('6'), { ...unknown(), name: '另一个' }];
  const ask = () => {
    const work = new Work();
    // Room for two and a half: the third is begun, and what is begun is finished.
    work.look(MAX_WORK.anonymous - Math.floor(alone.done * 2.5));
    return assessProjects(deps, null, asked, null, work);
  };
  const answers = await ask();
  const heavy = 'BATCH_TOO_HEAVY';
  // The last is in the situation of the first, and costs nothing.
  expect(codesOf(answers)).toEqual(['answered', 'answered', 'answered', heavy, heavy, heavy, 'answered']);
  for (const [at, answer] of answers.entries())
    if ('assessment' in answer)
      expect(answer.assessment).toEqual({
        ...assess(basis, asked[at]!),
        versions: answer.assessment.versions,
      });
  expect(codesOf(await ask())).toEqual(codesOf(answers));
});

test('what an earlier request has made is found again, with the numbers of the project that asks, and costs the same', async () => {
  const { deps } = await world();
  await publishedWith(deps, entries);
  const kept = keepAssessments();
  let made = 0;
  const keeping: Deps = {
    ...deps,
    kept: {
      forceFetch: (key, { context }) =>
        kept.forceFetch(key, {
          context: () => {
            made++;
            return context();
          },
        }),
    },
  };
  const invested = (yuan: string) => ({ ...unknown(), facts: { totalInvestment: yuan } });
  const ask = async (asking: Deps, ...projects: readonly ProjectInput[]) => {
    const work = new Work();
    const answers = await assessProjects(asking, null, projects, null, work);
    return { answers: answers.map((each) => 'assessment' in each && each.assessment), work: work.done };
  };
  const first = await ask(keeping, invested('150'), stated('1'));
  expect([made, first]).toEqual([2, await ask(deps, invested('150'), stated('1'))]);
  const second = await ask(keeping, invested('160'), stated('2'));
  expect([made, second]).toEqual([2, await ask(deps, invested('160'), stated('2'))]);
  expect(JSON.stringify(second.answers)).not.toBe(JSON.stringify(first.answers));
});

test('what was found of a situation is kept for whoever asks the same, at the same cost, and for nobody else', async () => {
  const deps = { ...(await world()).deps, kept: keepAssessments() };
  await publishedWith(deps, entries);
  const ask = async (project: ProjectInput = unknown(), actor: Actor | null = null) => {
    const work = new Work();
    const [answer] = await assessProjects(deps, actor, [project], null, work);
    if (!answer || !('assessment' in answer)) throw new Error('refused');
    return { assessment: answer.assessment, done: work.done };
  };
  const first = await ask();
  const again = await ask({ ...unknown(), name: '另一个' });
  expect(again.assessment).toBe(first.assessment);
  expect(again.done).toBe(first.done);
  for (const { assessment } of [
    await ask(unknown(), { subject: 'portal', roles: [] }),
    await ask({ ...unknown(), facts: { annualEnergy: '10' } }),
    await ask(unknown('2611')),
  ])
    expect(assessment).not.toBe(first.assessment);
});

test('anonymous callers are allowed less work than those who sign in', async () => {
  const { deps } = await world();
  await publishedWith(deps, entries);
  const work = new Work();
  work.look(MAX_WORK.anonymous + 1);
  const ask = async (actor: Actor | null) =>
    codesOf(await assessProjects(deps, actor, [unknown()], null, work));
  expect(await ask(null)).toEqual(['BATCH_TOO_HEAVY']);
  expect(await ask({ subject: 'portal', roles: [] })).toEqual(['answered']);
  expect(SEARCH_BOUND.anonymous).toBeLessThan(SEARCH_BOUND.signedIn);
});

test('a thousand projects whose facts are stated take hardly any of it', async () => {
  const { deps } = await world();
  await publishedWith(deps, entries);
  const work = new Work();
  const projects = Array.from({ length: 1_000 }, (_, at) => stated(`${at}`));
  expect(new Set(codesOf(await assessProjects(deps, null, projects, null, work)))).toEqual(
    new Set(['answered']),
  );
  expect(work.done).toBeLessThan(MAX_WORK.anonymous / 20);
});

test('an answer of the table that takes many turns of the event loop does not wait for a project in each of them', async () => {
  const { deps } = await world();
  await publishedWith(deps, entries);
  await assessProjects(deps, null, [unknown()]);
  // A millisecond a project.
  let now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => ++now);
  let turns = 0;
  const answered = whileAsking(async () => {
    while (turns++ < 100) await new Promise((resolve) => setImmediate(resolve));
  });
  let isDone = false;
  const projects = Array.from({ length: 60 }, (_, at) => stated(`${at}`));
  const assessed = assessProjects(deps, null, projects).then(() => (isDone = true));
  await answered;
  expect(isDone).toBe(false);
  await assessed;
  vi.restoreAllMocks();
});

test('assessments of one request take turns, also after one that fails', async () => {
  const work = new Work();
  const log: string[] = [];
  const step =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const turns = [serialize(work, step('a')), serialize(work, step('b', true)), serialize(work, step('c'))];
  expect((await Promise.allSettled(turns)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
