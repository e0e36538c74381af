import { COUNTRY, PARK, prohibited, restricted, type Shanxi, startShanxi, zone } from './seed.ts';

/** Shanxi with a catalog of the country and one of the park, and a zone that has none of its own. */
export async function startAssessing(): Promise<Shanxi> {
  const api = await startShanxi();
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
  return api;
}

/** A project that nothing stands against. */
export const fine = {
  zone: PARK,
  industries: ['2614'],
  natures: ['EXPANSION'],
  facts: { hazardousChemicalProject: false, chemicals: [], products: [] },
};

const BRIEF = `index ref assessment { outcome } userErrors { __typename code path message }`;
export const ASSESS = `query ($project: ProjectInput!, $on: Date) { assess(project: $project, on: $on) { ${BRIEF} } }`;
export const ASSESS_MANY = `query ($projects: [ProjectInput!]!, $on: Date) { assessMany(projects: $projects, on: $on) { ${BRIEF} } }`;
