import { beforeAll, describe, expect, test } from 'vitest';
import { ASSESS_MANY, fine, startAssessing } from './assessment-world.ts';
import { CITY, type Shanxi } from './seed.ts';

let api: Shanxi;
beforeAll(async () => {
  api = await startAssessing();
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
