import type { Text } from '../../domain/values/text.ts';
import { SAMPLE_ZONE } from '../example-zone.ts';
import { ASSESS } from './assess-query.ts';
import type { Example } from './example.ts';
import { sampleExamples } from './sample-examples.ts';

/** All that the browser page offers: what one does every day, asked about this zone, and the sample data if it is theirs. */
export function examplesFor(zone: string): readonly Example[] {
  return [...everyday(zone), ...(zone === SAMPLE_ZONE ? sampleExamples() : [])];
}

/** What a portal and an officer do every day. */
function everyday(zone: string): readonly Example[] {
  return [
    {
      group: EVERYDAY,
      name: { zh: '项目预评估', en: 'Assess one project' },
      note: {
        zh: '给出结论、每一条认定及依据；结论未定时列出最少需补充的事项。',
        en: 'The outcome, every finding with its ground, and what else must be known.',
      },
      query: ASSESS,
      variables: {
        project: {
          zone,
          name: '年产 5000 吨硝基苯类中间体项目',
          industries: ['2614'],
          natures: ['NEW_BUILD'],
          activities: ['PRODUCE', 'STORE'],
          earlierApproval: { none: true },
          facts: {
            hazardousChemicalProject: true,
            nationalClass: 'PERMITTED',
            totalInvestment: '52000',
            investmentExcludingLand: '48000',
            landArea: { number: '8', unit: '公顷' },
            annualEnergy: '800',
            purposes: [],
            processes: ['NITRATION'],
            chemicals: [
              { cas: '71-43-2', activities: ['STORE', 'USE'], tonnes: '120' },
              { cas: '98-95-3', activities: ['PRODUCE', 'STORE'], tonnes: '300' },
            ],
            products: [],
            majorHazardLevel: 'THREE',
            labourIntensive: false,
            firstOfKindProcess: false,
            automaticControl: true,
            safetyInstrumentedSystem: true,
            declared: [
              { key: 'sample-national-chemical.obsolete-process', value: { set: [] } },
              { key: 'sample-national-chemical.obsolete-equipment', value: { set: [] } },
              { key: 'sample-shanxi.reaction-mode', value: { choice: '连续' } },
              { key: 'sample-shanxi.retired-elsewhere', value: { flag: false } },
              { key: 'sample-shanxi.within-river-bank', value: { flag: false } },
              { key: 'sample-shanxi.from-other-province', value: { flag: false } },
            ],
          },
        },
      },
    },
    {
      group: EVERYDAY,
      name: { zh: '只知道园区和行业', en: 'Zone and industry only' },
      note: {
        zh: '招商洽谈初期的问法：还可能有哪些结论，先问企业哪几个问题。',
        en: 'A first enquiry: which outcomes are still possible, and what to ask first.',
      },
      query: FIRST_QUESTION,
      variables: { project: { zone, industries: ['2614'] } },
    },
    {
      group: EVERYDAY,
      name: { zh: '批量预评估', en: 'Assess many projects' },
      note: {
        zh: '一次最多 1000 个，按顺序返回；第三个的行业代码有误，只影响它自己。',
        en: 'Up to 1,000, answered in order. The third has a wrong code, which spoils nothing but itself.',
      },
      query: ASSESS_MANY,
      variables: {
        projects: [
          {
            ref: '1',
            zone,
            industries: ['6450'],
            natures: ['NEW_BUILD'],
            facts: {
              hazardousChemicalProject: false,
              chemicals: [],
              purposes: [],
              nationalClass: 'PERMITTED',
              majorHazardLevel: 'NONE',
              annualEnergy: '800',
              labourIntensive: false,
            },
          },
          { ref: '2', zone, industries: ['5941'], natures: ['EXPANSION'], activities: ['STORE'] },
          { ref: '3', zone, industries: ['9999'] },
        ],
      },
    },
    {
      group: EVERYDAY,
      name: { zh: '园区适用的条目', en: 'Entries in force in a zone' },
      note: {
        zh: '园区自身和上级目录中现行的全部条目，可按行业、措施筛选。',
        en: 'All entries in force there, its own and inherited, filtered by industry and measure.',
      },
      query: ZONE_ENTRIES,
      variables: { zone, filter: { industry: '26', measure: 'PROHIBITED' } },
    },
    {
      group: EVERYDAY,
      name: { zh: '检索行业代码', en: 'Search the industry codes' },
      note: {
        zh: 'GB/T 4754-2017（含 2019 年第 1 号修改单），按代码或中文检索。',
        en: 'GB/T 4754-2017 with amendment 1 of 2019, by code or Chinese words.',
      },
      query: INDUSTRIES,
      variables: { search: '化学农药' },
    },
    {
      group: EVERYDAY,
      name: { zh: '可填报的事项', en: 'Facts that can be stated' },
      note: {
        zh: '内置事项，以及该园区现行目录自行定义的事项。',
        en: 'The built-in ones and those that the catalogs in force in the zone define.',
      },
      query: FACT_DEFINITIONS,
      variables: { zone },
    },
    {
      group: EVERYDAY,
      name: { zh: '作出准入决定', en: 'Decide admission' },
      note: {
        zh: '需要审批人员身份：按查询开头的说明取得令牌，填入 Headers。',
        en: 'For officers: get a token as the query says and put it under Headers.',
      },
      query: decide(zone),
      variables: {
        input: {
          project: {
            zone,
            name: '年产 2000 吨电子级溶剂提纯扩建项目',
            industries: ['2662'],
            natures: ['EXPANSION'],
            activities: ['PRODUCE', 'STORE'],
            earlierApproval: { none: true },
            facts: {
              hazardousChemicalProject: true,
              nationalClass: 'PERMITTED',
              totalInvestment: '52000',
              investmentExcludingLand: '48000',
              landArea: { number: '8', unit: '公顷' },
              annualEnergy: '800',
              purposes: [],
              processes: [],
              chemicals: [],
              products: [],
              majorHazardLevel: 'NONE',
              labourIntensive: false,
              firstOfKindProcess: false,
              automaticControl: true,
              safetyInstrumentedSystem: true,
              declared: [
                { key: 'sample-national-chemical.obsolete-process', value: { set: [] } },
                { key: 'sample-shanxi.retired-elsewhere', value: { flag: false } },
                { key: 'sample-shanxi.from-other-province', value: { flag: false } },
              ],
            },
          },
          idempotencyKey: 'try-1',
        },
      },
      headers: { Authorization: 'Bearer <token>' },
    },
  ];
}

const EVERYDAY: Text = { zh: '日常操作', en: 'Everyday operations' };

const FIRST_QUESTION = `# 按“最少需补充的事项”逐项问清，即可得出结论。
# Ask these few questions and the outcome may be settled.
query FirstQuestion($project: ProjectInput!) {
  assess(project: $project) {
    userErrors { code message path }
    assessment {
      outcome
      possibleOutcomes
      minimalQuestions {
        question
        candidates
        rows { field name }
        fact { key type unit }
      }
      missingFacts {
        question
        fact { key }
        neededBy { code }
      }
    }
  }
}
`;

const ASSESS_MANY = `query AssessMany($projects: [ProjectInput!]!) {
  assessMany(projects: $projects) {
    index
    ref
    userErrors { code message path }
    assessment { outcome possibleOutcomes explanation }
  }
}
`;

const ZONE_ENTRIES = `query EntriesInZone($zone: ID!, $filter: EntryFilter) {
  zone(id: $zone) {
    name { zh en }
    kind
    riskGrade
    versionsInForce {
      catalog { title { zh } }
      number
      effectiveFrom
    }
    entries(filter: $filter, first: 20) {
      totalCount
      edges {
        node {
          code
          measure
          force
          text { zh }
          whenText
          exceptions { text { zh } discretionary }
          requirements { text { zh } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`;

const INDUSTRIES = `query SearchIndustries($search: String!) {
  industries(search: $search, first: 10) {
    code
    name { zh }
    parent { code name { zh } }
  }
}
`;

const FACT_DEFINITIONS = `query FactsOfZone($zone: ID!) {
  factDefinitions(zone: $zone) {
    key
    type
    unit
    options
    name { zh en }
    question { zh }
  }
}
`;

const decide = (zone: string): string => `# 在另一终端取得令牌，填入下方 Headers：
# Get a token in another terminal, put it under Headers:
#
# npm run -s token -- --as lixia \\
#   officer:${zone}
#
mutation Decide($input: DecideAdmissionInput!) {
  decideAdmission(input: $input) {
    userErrors { code message path }
    decision {
      id
      decidedAt
      decidedBy
      receipt
      assessment { outcome explanation }
    }
  }
}
`;
