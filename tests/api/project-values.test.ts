import { beforeAll, describe, expect, test } from 'vitest';
import { answerOf } from '../testkit/api.ts';
import { fine, startAssessing } from './assessment-world.ts';
import { PARK, type Shanxi } from './seed.ts';

let api: Shanxi;
beforeAll(async () => {
  api = await startAssessing();
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
