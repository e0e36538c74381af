import { expect, test } from 'vitest';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { Refusal, type Refusals } from '../../services/domain/messages/refusal.ts';
import { Work } from '../../services/domain/solver/budget.ts';
import { addToBatch } from '../../services/operations/batches/add-to-batch.ts';
import { createBatch } from '../../services/operations/batches/create-batch.ts';
import { assessProjects } from '../../services/operations/decisions/assess.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { MAX_WORK } from '../../services/operations/limits.ts';
import { chunkOf, publishForBatch } from './fill-batch.ts';
import { entryInput, OFFICER, outcome, publishedWith, refusalsOf, world } from './world.ts';

const input = { label: '批次', jurisdiction: 'region_140100', idempotencyKey: 'k' };
async function open() {
  const made = await world();
  await publishForBatch(made.deps);
  const { batch } = await createBatch(made.deps, OFFICER, input);
  return { ...made, batch: batch.id };
}
const sent = (index: number, rows: number) => chunkOf(index, rows).map((project) => ({ project }));

test('a chunk that is more work than one request may take is refused as a whole, and taken in smaller ones', async () => {
  const { deps, batch } = await open();
  const tired = () => {
    const work = new Work();
    work.look(MAX_WORK.signedIn - 1);
    return work;
  };
  const [heavy] = await refusalsOf(
    addToBatch(deps, OFFICER, { batch, index: 0, rows: sent(0, 20) }, tired()),
  );
  expect(heavy).toMatchObject({ code: 'CHUNK_TOO_HEAVY', path: ['rows'] });
  const fits = Number(heavy!.details.allowed);
  expect(fits).toBeGreaterThan(0);
  expect((await deps.store.readProgress(batch)).chunks).toEqual([]);
  const smaller = { batch, index: 0, rows: sent(0, 20).slice(0, fits) };
  expect(await outcome(addToBatch(deps, OFFICER, smaller, tired()))).toBe('done');
});

test('a chunk that is out of time is not kept, with whatever would be said of its rows', async () => {
  const { deps } = await world();
  const entries = Array.from({ length: 150 }, (_, at) =>
    entryInput(`${at + 1}`, {
      when: {
        all: [
          { flag: { fact: 'combustibleDust', is: at % 3 === 0 } },
          { number: { fact: 'totalInvestment', unit: '万元', lessThan: `${100 * (at + 1)}` } },
          { number: { fact: 'annualEnergy', unit: 'tce', moreThan: `${500 * (at + 1)}` } },
        ],
      },
    }),
  );
  await publishedWith(deps, entries);
  const { batch } = await createBatch(deps, OFFICER, input);
  const late = async () => {
    throw new Refusal('ASSESSMENT_LATE');
  };
  const chunk = { batch: batch.id, index: 0, rows: [{ project: { zone: 'zone_kfq' } }] };
  expect(await outcome(addToBatch({ ...deps, assessBeside: late }, OFFICER, chunk))).toBe('ASSESSMENT_LATE');
  expect((await deps.store.readProgress(batch.id)).chunks).toEqual([]);
  expect(await outcome(addToBatch(deps, OFFICER, chunk))).toBe('done');
});

test('of several who send different rows under one index at once exactly one is kept, and all others are told', async () => {
  const { deps, batch, another } = await open();
  const senders: readonly Deps[] = [deps, another(), another(), another()];
  const outcomes = await Promise.all(
    senders.map((each, at) => outcome(addToBatch(each, OFFICER, { batch, index: 0, rows: sent(at, 5) }))),
  );
  expect([...outcomes].sort()).toEqual(['CHUNK_DIFFERS', 'CHUNK_DIFFERS', 'CHUNK_DIFFERS', 'done']);
  const [chunk] = (await deps.store.readProgress(batch)).chunks;
  expect(await deps.store.readChunkRows(chunk!)).toEqual(chunkOf(outcomes.indexOf('done'), 5));
});

test('rows that differ in nothing but who they are share an assessment, which is that of each', async () => {
  const { deps } = await open();
  const basis = await basisOf(deps, 'zone_kfq', '2026-11-23');
  const identities = [
    {},
    { ref: '1', name: '甲', applicant: '甲公司', projectCode: '2603-141124-89-05-346948' },
    { ref: '2', name: '乙', unifiedSocialCreditCode: '91350100M000100Y43' },
    // What is said of these is said of nobody else.
    { projectCode: '2603-140881-89-05-346941' },
    { projectCode: '2603-140881-89-05-346942' },
    { projectCode: 'none' },
    { unifiedSocialCreditCode: '91350100M000100Y44' },
    { applicant: '长'.repeat(400) },
  ];
  const projects = identities.map(
    (identity): ProjectInput => ({ zone: 'zone_kfq', industries: ['2631'], ...identity }),
  );
  const answers = await assessProjects(deps, OFFICER, projects);
  for (const [at, answer] of answers.entries()) {
    let alone: object;
    try {
      const assessment = assess(basis, projects[at]!, OFFICER);
      alone = { ref: projects[at]!.ref ?? null, assessment, shared: assessment, basis };
    } catch (error) {
      alone = { ref: null, refusals: (error as Refusals).refusals };
    }
    expect(answer).toEqual(alone);
  }
  const assessments = answers.flatMap((answer) => ('assessment' in answer ? [answer.assessment] : []));
  expect([assessments.length, new Set(assessments).size]).toEqual([5, 3]);
});
