import { beforeAll, describe, expect, test } from 'vitest';
import { ASSESS, fine, startAssessing } from './assessment-world.ts';
import { CITY, PARK, type Shanxi } from './seed.ts';

let api: Shanxi;
beforeAll(async () => {
  api = await startAssessing();
});

const outcomeOf = async (project: object, ask: Shanxi['ask'] = api.ask): Promise<unknown> =>
  (await ask(ASSESS, { project })).data.assess.assessment?.outcome;

test('a portal gets the outcome with findings, facts, questions and what it all rests on', async () => {
  const { data } = await api.ask(
    `query ($project: ProjectInput!) {
      assess(project: $project) {
        index ref userErrors { code }
        assessment {
          outcome possibleOutcomes exact on zone { id }
          reasons { code }
          versions { id }
          findings {
            entry { code position catalog { key } } version { id number } applies effect
            discretionOpen effectWithoutDiscretion industry
            exceptions { exception { key text { zh } discretionary decidedBy } holds }
            requirements { requirement { key whenText } met }
            because { fact { key name { en } } known value }
          }
          missingFacts { fact { key type } question en: question(locale: EN) neededBy { code catalog { key } } candidates }
          minimalQuestions { fact { key } }
        }
      }
    }`,
    {
      project: {
        ...fine,
        ref: 'A-1',
        natures: ['NEW_BUILD'],
        facts: { ...fine.facts, hazardousChemicalProject: true, totalInvestment: '25000.5' },
      },
    },
  );
  expect(data.assess).toEqual({
    index: 0,
    ref: 'A-1',
    userErrors: [],
    assessment: {
      outcome: 'NEEDS_INFORMATION',
      possibleOutcomes: ['REVIEW', 'REFUSED'],
      exact: true,
      on: '2026-11-23',
      zone: { id: PARK },
      reasons: [],
      versions: [{ id: 'catalog_country@1' }, { id: 'catalog_park@1' }],
      findings: [
        {
          entry: { code: '7', position: 1, catalog: { key: 'park' } },
          version: { id: 'catalog_park@1', number: 1 },
          applies: 'UNKNOWN',
          effect: 'REFUSE',
          discretionOpen: false,
          effectWithoutDiscretion: 'REFUSE',
          industry: null,
          exceptions: [],
          requirements: [],
          because: expect.arrayContaining([
            { fact: { key: 'park.river', name: { en: 'distance to the river' } }, known: false, value: null },
          ]),
        },
        {
          entry: { code: '2', position: 2, catalog: { key: 'country' } },
          version: { id: 'catalog_country@1', number: 1 },
          applies: 'TRUE',
          effect: 'REVIEW',
          discretionOpen: true,
          effectWithoutDiscretion: 'REFUSE',
          industry: null,
          exceptions: [
            {
              exception: {
                key: 'gap',
                text: { zh: '填补国内空白' },
                discretionary: true,
                decidedBy: 'PREFECTURE',
              },
              holds: 'UNKNOWN',
            },
          ],
          requirements: [
            { requirement: { key: 'investment', whenText: expect.stringContaining('30000') }, met: 'FALSE' },
          ],
          because: expect.arrayContaining([
            {
              fact: { key: 'totalInvestment', name: { en: 'total investment' } },
              known: true,
              value: '25000.5',
            },
          ]),
        },
      ],
      missingFacts: [
        {
          fact: { key: 'park.river', type: 'CHOICE' },
          question: '项目距黄河干流一公里以内吗？',
          en: 'Is it within a kilometre of the river?',
          neededBy: [{ code: '7', catalog: { key: 'park' } }],
          candidates: ['NEAR', 'FAR'],
        },
      ],
      minimalQuestions: [{ fact: { key: 'park.river' } }],
    },
  });
});

test('findings can be narrowed to what applies for certain, or to what is still open', async () => {
  const { data } = await api.ask(
    `query ($project: ProjectInput!) { assess(project: $project) { assessment {
      outcome
      all: findings { applies entry { code } }
      certain: findings(applies: TRUE) { applies entry { code } }
      open: findings(applies: UNKNOWN) { applies entry { code } }
    } } }`,
    {
      project: {
        zone: PARK,
        industries: ['2613'],
        natures: ['NEW_BUILD'],
        facts: { declared: [{ key: 'park.river', value: { choice: 'NEAR' } }] },
      },
    },
  );
  const { outcome, all, certain, open } = data.assess.assessment;
  expect(outcome).toBe('REFUSED');
  expect(certain).toEqual([{ applies: 'TRUE', entry: { code: '7' } }]);
  expect(open.length).toBeGreaterThan(0);
  expect(new Set([...certain, ...open])).toEqual(new Set(all));
});

test('the explanation reads in Chinese and in English', async () => {
  const { data } = await api.ask(
    `query ($project: ProjectInput!) { assess(project: $project) { assessment {
      outcome short: explanation explanation(detail: FULL) en: explanation(locale: EN, detail: FULL)
      findings { decisive explanation en: explanation(locale: EN) }
    } } }`,
    { project: { ...fine, facts: { ...fine.facts, hazardousChemicalProject: true, totalInvestment: '1' } } },
  );
  const { outcome, short, explanation, en, findings } = data.assess.assessment;
  expect(outcome).toBe('REVIEW');
  expect(short).toContain('决定本结论的条目：【限制】国家级目录《国家禁限目录》第1版条目 2');
  expect(findings[0].decisive).toBe(true);
  expect(explanation).toContain('国家禁限目录');
  expect(explanation).toContain('晋某发〔2025〕1号');
  expect(en).toContain('At least 300 million CNY for hazardous chemicals');
  expect(findings).toHaveLength(1);
  expect(explanation).toContain(findings[0].explanation);
  expect(en).toContain(findings[0].en);
});

test.each<[string, object, string]>([
  ['nothing stands against it', {}, 'ADMITTED'],
  [
    'it makes cyanide',
    { industries: ['2613'], facts: { ...fine.facts, chemicals: [{ cas: '143-33-9' }] } },
    'REFUSED',
  ],
  [
    'a catalog’s own fact is against it',
    {
      natures: ['NEW_BUILD'],
      facts: { ...fine.facts, declared: [{ key: 'park.river', value: { choice: 'NEAR' } }] },
    },
    'REFUSED',
  ],
  [
    'each line is too small',
    {
      facts: { ...fine.facts, products: [{ product: '刨花板', unit: 'm³/a', capacity: '90000', lines: 2 }] },
    },
    'REFUSED',
  ],
  [
    'each line is large enough',
    {
      facts: {
        ...fine.facts,
        products: [{ product: '刨花板', unit: 'm³/a', lineCapacities: ['50000', '50000'] }],
      },
    },
    'ADMITTED',
  ],
])('where %s', async (_, more, outcome) => {
  expect(await outcomeOf({ ...fine, ...more })).toBe(outcome);
});

describe('reasons', () => {
  const REASONS = `query ($project: ProjectInput!, $on: Date) { assess(project: $project, on: $on) { assessment {
    outcome reasons { code catalog { key } fact message en: message(locale: EN) } } } }`;

  test('a zone without a catalog of its own is told so, and bound by those above', async () => {
    const { data } = await api.ask(REASONS, { project: { ...fine, zone: 'zone_140884' } });
    expect(data.assess.assessment).toEqual({
      outcome: 'ADMITTED',
      reasons: [
        {
          code: 'ZONE_HAS_NO_CATALOG',
          catalog: null,
          fact: null,
          message: expect.stringMatching(/\p{Script=Han}/u),
          en: expect.stringMatching(/catalog/i),
        },
      ],
    });
  });

  test('where no catalog was in force yet, it is to be reviewed', async () => {
    const { data } = await api.ask(REASONS, { project: fine, on: '2025-06-01' });
    expect(data.assess.assessment).toMatchObject({
      outcome: 'REVIEW',
      reasons: [{ code: 'NO_CATALOG_IN_FORCE' }, { code: 'ZONE_HAS_NO_CATALOG' }],
    });
  });
});

test('how an industry was read and a code that looks mistyped are said besides, in both languages', async () => {
  const { data } = await api.ask(
    `query ($project: ProjectInput!) { assess(project: $project) { assessment {
      notices { code field value readAs message en: message(locale: EN) } explanation } } }`,
    { project: { ...fine, industries: ['C3110、3120'], projectCode: '2603-141124-89-05-346984' } },
  );
  const { notices, explanation } = data.assess.assessment;
  expect(notices).toEqual([
    {
      code: 'PROJECT_CODE_LOOKS_MISTYPED',
      field: 'projectCode',
      value: '2603-141124-89-05-346984',
      readAs: [],
      message: '项目代码“2603-141124-89-05-346984”的末位与前面各位不符，可能有误，请核对。',
      en: 'The last digit of the project code 2603-141124-89-05-346984 does not fit the others. It may be mistyped: check it.',
    },
    {
      code: 'INDUSTRY_READ',
      field: 'industries.0',
      value: 'C3110、3120',
      readAs: ['3110 炼铁', '3120 炼钢'],
      message: '行业“C3110、3120”按 3110 炼铁、3120 炼钢 认定。',
      en: 'The industry "C3110、3120" was read as 3110 炼铁, 3120 炼钢.',
    },
  ]);
  for (const { message } of notices) expect(explanation).toContain(message);
});

describe('a discretionary exception', () => {
  const project = {
    ...fine,
    facts: { ...fine.facts, hazardousChemicalProject: true, totalInvestment: '100' },
  };
  const confirmation = {
    catalog: 'catalog_country',
    entry: '2',
    exception: 'gap',
    confirmed: true,
    document: '运政纪要〔2026〕12号',
  };

  test('is nothing that a portal may confirm', async () => {
    const { data } = await api.ask(ASSESS, { project: { ...project, confirmations: [confirmation] } });
    expect(data.assess).toMatchObject({
      assessment: null,
      userErrors: [
        { __typename: 'AccessError', code: 'CONFIRMATION_NOT_ALLOWED', path: ['confirmations', '0'] },
      ],
    });
  });

  test('nor an officer of a park, where the city decides', async () => {
    const confirmed = { ...project, confirmations: [confirmation] };
    const { data } = await api.officer.ask(ASSESS, { project: confirmed });
    expect(data.assess.userErrors).toMatchObject([{ code: 'CONFIRMATION_NOT_ALLOWED' }]);
  });

  test('is granted or denied by an officer of the city', async () => {
    const officer = api.as('zheng', `officer:${CITY}`);
    const decided = (confirmed: boolean) => ({
      ...project,
      confirmations: [{ ...confirmation, confirmed }],
    });
    expect(await outcomeOf(project)).toBe('REVIEW');
    expect(await outcomeOf(decided(true), officer.ask)).toBe('ADMITTED');
    expect(await outcomeOf(decided(false), officer.ask)).toBe('REFUSED');
  });
});
