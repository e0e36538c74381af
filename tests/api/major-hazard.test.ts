import { beforeAll, expect, test } from 'vitest';
import { fine, startAssessing } from './assessment-world.ts';
import { CITY, prohibited, type Shanxi, zone } from './seed.ts';

let api: Shanxi;
beforeAll(async () => {
  api = await startAssessing();
});

test('who is asked for a specification is told those of the table of major hazards, and can answer with one', async () => {
  await api.publish({
    key: 'city',
    of: CITY,
    entries: [
      prohibited('1', {
        when: { choice: { fact: 'majorHazardLevel', oneOf: ['ONE', 'TWO', 'THREE', 'FOUR'] } },
      }),
    ],
  });
  const ask = `query ($project: ProjectInput!) { assess(project: $project) { assessment { outcome missingFacts {
    fact { key } question en: question(locale: EN) rows { field specifications { zh en } } } } } }`;
  const nitrate = (more: object) => ({
    ...fine,
    facts: {
      ...fine.facts,
      exposedPersons: 0,
      chemicals: [{ cas: '6484-52-2', tonnes: 40, hazardClasses: ['W9.2'], ...more }],
    },
  });
  const { assessment } = (await api.ask(ask, { project: nitrate({}) })).data.assess;
  const { rows, question, en } = assessment.missingFacts.find(
    ({ fact }: { fact: { key: string } }) => fact.key === 'chemicals',
  );
  expect(rows).toMatchObject([{ field: 'facts.chemicals.0.specification' }]);
  const [specifications] = rows.map((row: { specifications: object[] }) => row.specifications);
  expect(specifications.length).toBeGreaterThan(1);
  for (const { zh, en: english } of specifications) {
    expect(question).toContain(`“${zh}”`);
    expect(en).toContain(`"${english}"`);
    const answered = await api.ask(ask, { project: nitrate({ specification: zh }) });
    expect(answered.data.assess.assessment.missingFacts).toEqual([]);
  }
});

test('the working of the major hazard source is there as data, exact and with the rows of the tables', async () => {
  await zone(api.admin, { code: '140889', name: { zh: '临河化工园区' }, kind: 'CHEMICAL_PARK' });
  await api.publish({
    key: 'hazard',
    of: 'zone_140889',
    entries: [prohibited('1', { when: { choice: { fact: 'majorHazardLevel', oneOf: ['TWO', 'ONE'] } } })],
  });
  const project = {
    zone: 'zone_140889',
    facts: {
      exposedPersons: 60,
      chemicals: [
        { cas: '7782-50-5', name: '液氯', tonnes: '45' },
        { cas: '7446-11-9', tonnes: '25', hazardClasses: ['W9.1'] },
        { name: '胶粘剂', withoutCas: true, tonnes: '3', hazardClasses: [] },
      ],
    },
  };
  const { data } = await api.ask(
    `query ($project: ProjectInput!) { assess(project: $project) { assessment {
      outcome
      majorHazard {
        stated mildest gravest sum weightedSum exposureFactor exposedPersons grading
        lines { row name counts tonnes threshold factor share weighted source { number article } }
      }
    } } }`,
    { project },
  );
  const none = { threshold: null, factor: null, share: null, weighted: null, source: null };
  expect(data.assess.assessment).toEqual({
    outcome: 'REFUSED',
    majorHazard: {
      stated: null,
      mildest: 'TWO',
      gravest: 'TWO',
      sum: '28/3',
      weightedSum: '109/3',
      exposureFactor: '1.5',
      exposedPersons: '60',
      grading: '54.5',
      lines: [
        {
          row: 1,
          name: '液氯',
          counts: true,
          tonnes: '45',
          threshold: '5',
          factor: '4',
          share: '9',
          weighted: '36',
          source: { number: 'GB 18218-2018', article: '表1第12项' },
        },
        {
          row: 2,
          name: '7446-11-9',
          counts: true,
          tonnes: '25',
          threshold: '75',
          factor: '1',
          share: '1/3',
          weighted: '1/3',
          source: { number: 'GB 18218-2018', article: '表1第26项' },
        },
        { row: 3, name: '胶粘剂', counts: false, tonnes: '3', ...none },
      ],
    },
  });
});
