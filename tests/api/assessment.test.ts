import { beforeAll, describe, expect, test } from 'vitest';
import { answerOf } from '../testkit/api.ts';
import { CITY, COUNTRY, PARK, prohibited, restricted, type Shanxi, startShanxi, zone } from './seed.ts';

let api: Shanxi;

beforeAll(async () => {
  api = await startShanxi();
  await zone(api.admin, { code: '140884', name: { zh: '无目录园区' }, kind: 'INDUSTRIAL_PARK' });
  await api.publish({
    key: 'country',
    of: COUNTRY,
    title: { zh: '国家禁限目录', en: 'National catalog' },
    // The country leaves the exception to the cities.
    acknowledge: [{ rule: 'PR-09', entry: '2' }],
    entries: [
      prohibited('1', {
        text: { zh: '禁止氰化物生产', en: 'No production of cyanides' },
        industries: { include: ['2613'] },
        when: { chemical: { substance: { cas: '143-33-9' } } },
      }),
      restricted('2', {
        text: {
          zh: '危险化学品项目总投资不低于3亿元',
          en: 'At least 300 million CNY for hazardous chemicals',
        },
        when: { flag: { fact: 'hazardousChemicalProject', is: true } },
        exceptions: [
          { key: 'gap', text: { zh: '填补国内空白' }, discretionary: true, decidedBy: 'PREFECTURE' },
        ],
        requirements: [
          {
            key: 'investment',
            text: { zh: '总投资不低于3亿元' },
            when: { number: { fact: 'totalInvestment', unit: '万元', atLeast: '30000' } },
          },
        ],
      }),
    ],
  });
  await api.publish({
    key: 'park',
    title: { zh: '永济园区目录' },
    facts: [
      {
        key: 'park.river',
        type: 'CHOICE',
        options: ['NEAR', 'FAR'],
        name: { zh: '与黄河的距离', en: 'distance to the river' },
        question: { zh: '项目距黄河干流一公里以内吗？', en: 'Is it within a kilometre of the river?' },
      },
    ],
    entries: [
      prohibited('7', {
        text: { zh: '沿黄一公里内禁止新建' },
        natures: ['NEW_BUILD'],
        when: { choice: { fact: 'park.river', oneOf: ['NEAR'] } },
      }),
      prohibited('8', {
        text: { zh: '产能不足的刨花板' },
        when: { product: { product: '刨花板', unit: 'm³/a', of: 'PER_LINE', lessThan: '50000' } },
      }),
    ],
  });
});

/** A project that nothing stands against. */
const fine = {
  zone: PARK,
  industries: ['2614'],
  natures: ['EXPANSION'],
  facts: { hazardousChemicalProject: false, chemicals: [], products: [] },
};

const BRIEF = `index ref assessment { outcome } userErrors { __typename code path message }`;
const ASSESS = `query ($project: ProjectInput!, $on: Date) { assess(project: $project, on: $on) { ${BRIEF} } }`;
const ASSESS_MANY = `query ($projects: [ProjectInput!]!, $on: Date) { assessMany(projects: $projects, on: $on) { ${BRIEF} } }`;

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

test('each project of many may have its own day, and a day that is none fails it alone', async () => {
  const projects = [
    { ...fine, on: '2025-06-01' },
    fine,
    { ...fine, on: '2025-02-30' },
    { ...fine, on: '2026-11-01' },
  ];
  const { data, errors } = await api.ask(
    `query ($projects: [ProjectInput!]!) { assessMany(projects: $projects) {
      assessment { on outcome } userErrors { code path } } }`,
    { projects },
  );
  expect(errors).toBeUndefined();
  const today = data.assessMany[1].assessment.on;
  expect(data.assessMany).toEqual([
    { assessment: { on: '2025-06-01', outcome: 'REVIEW' }, userErrors: [] },
    { assessment: { on: today, outcome: 'ADMITTED' }, userErrors: [] },
    { assessment: null, userErrors: [{ code: 'INVALID_DATE', path: ['on'] }] },
    { assessment: { on: '2026-11-01', outcome: 'ADMITTED' }, userErrors: [] },
  ]);
});

test('codes, decimals and CAS numbers may come as numbers, and land in any of its units', async () => {
  const facts = {
    totalInvestment: 25000,
    landArea: { number: 7.64066, unit: '公顷' },
    chemicals: [{ cas: 7782505, tonnes: 1.5 }],
  };
  const { data, errors } = await api.ask(
    'query ($projects: [ProjectInput!]!) { assessMany(projects: $projects) { ref assessment { outcome } userErrors { code } } }',
    { projects: [{ ...fine, ref: 1, industries: [3110], facts: { ...fine.facts, ...facts } }] },
  );
  expect(errors).toBeUndefined();
  expect(data.assessMany).toEqual([{ ref: '1', assessment: expect.anything(), userErrors: [] }]);
});

test.each([
  [{ natures: ['NEW'] }, 'OUT_OF_RANGE', ['natures', '0'], 'NEW'],
  [{ industries: true }, 'WRONG_TYPE', ['industries'], 'true'],
  [
    { facts: { products: [{ product: '硅铁', unit: 't/a', capacity: true }] } },
    'WRONG_TYPE',
    ['facts', 'products', '0', 'capacity'],
    'true',
  ],
])(
  '%j, which GraphQL does not take, is an error of the project, with field and value',
  async (wrong, code, path, value) => {
    const ask = `query ($project: ProjectInput!) { assess(project: $project) {
    index ref assessment { outcome } userErrors { code path zh: message en: message(locale: EN) } } }`;
    const { status, data, errors } = await api.ask(ask, { project: { ...fine, ref: 'A-7', ...wrong } });
    expect([status, errors]).toEqual([200, undefined]);
    const said = expect.stringContaining(value);
    expect(data.assess).toEqual({
      index: 0,
      ref: 'A-7',
      assessment: null,
      userErrors: [{ code, path, zh: said, en: said }],
    });
    const named = `query ($a: ProjectInput!, $b: ProjectInput!) { assessMany(projects: [$a, $b]) { userErrors { code } } }`;
    const many = await api.ask(named, { a: { ...fine, ...wrong }, b: fine });
    expect(many.data.assessMany).toEqual([{ userErrors: [{ code }] }, { userErrors: [] }]);
  },
);

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

describe('of many projects', () => {
  test('what is wrong with one fails that one alone, with field and value', async () => {
    const bad: readonly [object, string, readonly string[], string][] = [
      [{ zone: 'zone_nowhere' }, 'UNKNOWN_ZONE', ['zone'], 'zone_nowhere'],
      [{ zone: CITY }, 'UNKNOWN_ZONE', ['zone'], CITY],
      [{ industries: ['2614', '26I4'] }, 'UNKNOWN_INDUSTRY', ['industries', '1'], '26I4'],
      [{ industries: [] }, 'EMPTY_LIST', ['industries'], 'industries'],
      [
        { facts: { chemicals: [{ cas: '7782-50-4' }] } },
        'INVALID_CAS',
        ['facts', 'chemicals', '0', 'cas'],
        '7782-50-4',
      ],
      [{ facts: { totalInvestment: '3亿' } }, 'INVALID_NUMBER', ['facts', 'totalInvestment'], '3亿'],
      [{ facts: { totalInvestment: '-1' } }, 'OUT_OF_RANGE', ['facts', 'totalInvestment'], '-1'],
      [
        { facts: { landArea: { number: 0, unit: '亩' } } },
        'OUT_OF_RANGE',
        ['facts', 'landArea', 'number'],
        '0',
      ],
      [{ facts: { landArea: 120 } }, 'UNIT_REQUIRED', ['facts', 'landArea'], '120'],
      [
        { facts: { landArea: { number: 120, unit: '万元' } } },
        'UNIT_OF_ANOTHER_KIND',
        ['facts', 'landArea', 'unit'],
        '万元',
      ],
      [
        { facts: { totalInvestment: 1234567.123456789 } },
        'INVALID_NUMBER',
        ['facts', 'totalInvestment'],
        '1234567.123456789',
      ],
      [{ areas: ['west'] }, 'UNKNOWN_AREA', ['areas', '0'], 'west'],
      [{ projectCode: '1' }, 'INVALID_PROJECT_CODE', ['projectCode'], '1'],
      [
        { earlierApproval: { approvedOn: '2025-02-30' } },
        'INVALID_DATE',
        ['earlierApproval', 'approvedOn'],
        '2025-02-30',
      ],
      [
        { facts: { declared: [{ key: 'park.x', value: { flag: true } }] } },
        'UNKNOWN_FACT',
        ['facts', 'declared', '0', 'key'],
        'park.x',
      ],
      [
        { facts: { declared: [{ key: 'park.river', value: { flag: true } }] } },
        'WRONG_TYPE',
        ['facts', 'declared', '0', 'value'],
        'park.river',
      ],
      [{ facts: { processes: ['MELTING'] } }, 'OUT_OF_RANGE', ['facts', 'processes', '0'], 'MELTING'],
    ];
    const projects = bad.flatMap(([more], at) => [
      { ...fine, ref: `good ${at}` },
      { ...fine, ref: `bad ${at}`, ...more },
    ]);
    const { data, errors } = await api.ask(ASSESS_MANY, { projects });
    expect(errors).toBeUndefined();
    for (const [at, [, code, path, value]] of bad.entries()) {
      expect(data.assessMany[2 * at]).toEqual({
        index: 2 * at,
        ref: `good ${at}`,
        assessment: { outcome: 'ADMITTED' },
        userErrors: [],
      });
      expect(data.assessMany[2 * at + 1]).toEqual({
        index: 2 * at + 1,
        ref: `bad ${at}`,
        assessment: null,
        userErrors: [{ __typename: 'InputError', code, path, message: expect.stringContaining(value) }],
      });
    }
  });

  test('all that is wrong with one is said at once, in the language asked for', async () => {
    const { data } = await api.ask(
      `query ($project: ProjectInput!) { assess(project: $project) { userErrors {
        code zh: message en: message(locale: EN) ... on InputError { value } } } }`,
      { project: { ...fine, industries: ['X9'], facts: { taxPerMu: 'x' } } },
    );
    expect(data.assess.userErrors).toHaveLength(2);
    expect(data.assess.userErrors).toContainEqual({
      code: 'UNKNOWN_INDUSTRY',
      zh: '“X9”不是 GB/T 4754-2017 的行业代码，请填门类字母或 2 至 4 位代码。',
      en: '"X9" is not an industry code of GB/T 4754-2017. Give a section letter or a code of 2 to 4 digits.',
      value: 'X9',
    });
  });

  test('a thousand are answered in their order', async () => {
    const projects = Array.from({ length: 1000 }, (_, at) => ({
      ...fine,
      ref: `p${at}`,
      ...(at % 3 === 0
        ? { facts: { ...fine.facts, hazardousChemicalProject: true, totalInvestment: at } }
        : {}),
    }));
    const { data, errors } = await api.ask(ASSESS_MANY, { projects });
    expect(errors).toBeUndefined();
    expect(data.assessMany).toEqual(
      projects.map(({ ref }, index) => ({
        index,
        ref,
        assessment: { outcome: index % 3 === 0 ? 'REVIEW' : 'ADMITTED' },
        userErrors: [],
      })),
    );
  });

  test('more than a thousand are refused with a code', async () => {
    const { data, errors } = await api.ask(ASSESS_MANY, { projects: Array(1001).fill(fine) });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['assessMany'], extensions: { code: 'TOO_MANY_PROJECTS' } }]);
  });

  test('none at all is an empty answer', async () => {
    expect((await api.ask(ASSESS_MANY, { projects: [] })).data).toEqual({ assessMany: [] });
  });

  test('a day that does not exist is wrong with each', async () => {
    const { data } = await api.ask(ASSESS_MANY, { projects: [fine, fine], on: '2026-02-29' });
    expect(data.assessMany).toMatchObject(
      [0, 1].map((index) => ({
        index,
        assessment: null,
        userErrors: [{ code: 'INVALID_DATE', path: ['on'] }],
      })),
    );
  });
});

describe('numbers', () => {
  const investment = (literal: string): string =>
    `{ assess(project: { zone: "${PARK}", industries: ["2614"], natures: [EXPANSION], facts: {
      hazardousChemicalProject: true, chemicals: [], products: [], totalInvestment: ${literal} } }) {
      assessment { findings { requirements { met } } } userErrors { code } } }`;

  test.each([
    ['29999.99999', 'FALSE'],
    ['30000', 'TRUE'],
    ['3e4', 'TRUE'],
    ['"29999.99999999999999999999999999"', 'FALSE'],
    ['"30000.0"', 'TRUE'],
  ])('%s is taken exactly', async (literal, met) => {
    const { data } = await api.ask(investment(literal));
    expect(data.assess.assessment.findings[0].requirements).toEqual([{ met }]);
  });

  test.each(['29999.9999999999999999', '12345678901234567', '1.0000000000000001e5', '"3e4"', '1e400'])(
    '%s is no exact number, and refused',
    async (literal) => {
      const { data } = await api.ask(investment(literal));
      expect(data.assess).toEqual({ assessment: null, userErrors: [{ code: 'INVALID_NUMBER' }] });
    },
  );
});

test('a number in the variables that would be rounded spoils its own project alone, as does a fraction of a line', async () => {
  const query = `query ($projects: [ProjectInput!]!) { assessMany(projects: $projects) {
    assessment { outcome } userErrors { code path } } }`;
  const stated = (facts: string) =>
    `{"zone": "${PARK}", "name": "12345678901234567890", "facts": {${facts}}}`;
  const projects = [
    stated('"totalInvestment": 4999.9999999999999999'),
    stated('"totalInvestment": "4999.9999999999999999"'),
    stated('"exposedPersons": 1.5'),
    stated('"products": [{"product": "刨花板", "unit": "m³/a", "lines": 0.5}]'),
    stated('"exposedPersons": 3'),
  ];
  const { data } = answerOf(
    await api.send({
      headers: { 'content-type': 'application/json' },
      body: `{"query": ${JSON.stringify(query)}, "variables": {"projects": [${projects}]}}`,
    }),
  );
  expect(
    data.assessMany.map(({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
      userErrors.map(({ code, path }) => `${code} ${path.join('.')}`),
    ),
  ).toEqual([
    ['INVALID_NUMBER facts.totalInvestment'],
    [],
    ['OUT_OF_RANGE facts.exposedPersons'],
    ['OUT_OF_RANGE facts.products.0.lines'],
    [],
  ]);
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
