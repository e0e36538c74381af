import type { Text } from '../../domain/values/text.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import type { SampleProject } from '../samples/forms.ts';
import { readSampleProjects } from '../samples/read.ts';
import { ASSESS } from './assess-query.ts';
import type { Example } from './example.ts';

/** What the sample data has to show: what it stands for, and every sample project under the outcome to expect. */
export function sampleExamples(): readonly Example[] {
  const projects = readSampleProjects();
  return [
    ...aboutTheSamples(projects),
    ...GROUPS.flatMap(([key, group]) =>
      projects.filter((sample) => groupOf(sample) === key).map((sample) => ofProject(sample, group)),
    ),
  ];
}

const groupOf = ({ expect }: SampleProject): Outcome | 'ERROR' =>
  'error' in expect ? 'ERROR' : expect.outcome;

/** In the order in which an applicant would like to find himself. */
const GROUPS: readonly (readonly [Outcome | 'ERROR', Text])[] = [
  ['ADMITTED', { zh: '示例项目：可以准入', en: 'Sample projects: admitted' }],
  ['CONDITIONAL', { zh: '示例项目：满足限制条件后准入', en: 'Sample projects: admitted on conditions' }],
  ['REVIEW', { zh: '示例项目：须报主管部门研究', en: 'Sample projects: for the authority to decide' }],
  ['REFUSED', { zh: '示例项目：不予准入', en: 'Sample projects: refused' }],
  ['NEEDS_INFORMATION', { zh: '示例项目：材料不足', en: 'Sample projects: information is missing' }],
  ['ERROR', { zh: '示例项目：填报有误', en: 'Sample projects: faults of the input' }],
];

function ofProject({ name, en, on, as, project, why }: SampleProject, group: Text): Example {
  const [role] = as;
  return {
    group,
    name: { zh: name, en },
    note: { zh: why },
    query: role ? `# ${TOKEN}\n# npm run -s token -- --as lixia ${role}\n${ASSESS}` : ASSESS,
    variables: { project, ...(on ? { on } : {}) },
    ...(role ? { headers: { Authorization: 'Bearer <token>' } } : {}),
  };
}

const TOKEN = '须以审批人员身份提交，取得令牌后填入 Headers。For officers: put the token under Headers.';

const ABOUT: Text = { zh: '示例数据', en: 'The sample data' };

function aboutTheSamples(projects: readonly SampleProject[]): readonly Example[] {
  const project = (name: string): object => {
    const found = projects.find((sample) => sample.name === name);
    if (!found) throw new Error(`There is no sample project ${name}`);
    return found.project;
  };
  return [
    {
      group: ABOUT,
      name: { zh: '门槛提高之后再评估', en: 'After the threshold is raised' },
      note: {
        zh: '吕梁市示例目录第二版2027年7月1日起施行：同一项目，施行前后结论不同，改动变量 on 试试。',
        en: 'Version 2 for Lüliang takes effect on 2027-07-01: change "on" and compare.',
      },
      query: ASSESS,
      variables: { project: project('危险化学品仓储，投资4亿元，现行门槛'), on: '2027-08-01' },
    },
    {
      group: ABOUT,
      name: { zh: '暂停审批的园区适用的条目', en: 'Entries in force in a suspended park' },
      note: {
        zh: '园区继承国家、省、市各级目录，按措施和行业筛选。',
        en: 'The park inherits the catalogs of country, province and city, here filtered.',
      },
      query: SUSPENDED,
      variables: { zone: 'zone_sample-lingnan', filter: { measure: 'PROHIBITED', industry: '2614' } },
    },
    {
      group: ABOUT,
      name: { zh: '目录的各个版本', en: 'The versions of a catalog' },
      note: {
        zh: '已被取代、现行、尚未生效和已到期的版本。',
        en: 'Superseded, in force, scheduled and expired.',
      },
      query: VERSIONS,
      variables: {},
    },
  ];
}

const SUSPENDED = `query EntriesInSuspendedPark($zone: ID!, $on: Date, $filter: EntryFilter) {
  zone(id: $zone) {
    name { zh en }
    kind
    riskGrade
    suspended
    versionsInForce(on: $on) {
      catalog { title { zh } }
      number
      effectiveFrom
    }
    entries(on: $on, filter: $filter, first: 50) {
      edges { node { code measure force text { zh } whenText territory { include except } } }
    }
  }
}
`;

const VERSIONS = `query Versions {
  chemical: catalog(id: "catalog_sample-national-chemical") { ...CatalogVersions }
  lvliang: catalog(id: "catalog_sample-lvliang") { ...CatalogVersions }
  jiangnan: catalog(id: "catalog_sample-jiangnan") { ...CatalogVersions }
}

fragment CatalogVersions on Catalog {
  title { zh en }
  documentNumber
  versions(first: 10) {
    edges { node { number status effectiveFrom effectiveTo entryCount contentHash } }
  }
}
`;
