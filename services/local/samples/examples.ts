import { readSampleProjects } from './read.ts';

/** An operation on the sample data, ready to run. */
export interface SampleExample {
  /** Chinese and English. */
  readonly title: string;
  readonly query: string;
  readonly variables?: object;
  /** The role that it takes, for `npm run token`; anybody may run the others. */
  readonly role?: string;
}

const PROJECTS = new Map(readSampleProjects().map(({ name, project }) => [name, project]));

/** @throws an error where the sample projects have none of that name */
function sampleProject(name: string): object {
  const project = PROJECTS.get(name);
  if (!project) throw new Error(`There is no sample project ${name}`);
  return project;
}

const ASSESS = `query Assess($project: ProjectInput!, $on: Date) {
  assess(project: $project, on: $on) {
    userErrors { code message path }
    assessment {
      outcome
      possibleOutcomes
      reasons { code message }
      explanation
      findings {
        applies
        effect
        effectWithoutDiscretion
        explanation
        version { catalog { title { zh } } number }
        entry {
          code
          text { zh en }
          deadline
          replacement { zh }
          responsibility { lead cooperating }
          basis { document number article }
        }
        because { fact { key name { zh } } known value }
      }
      minimalQuestions { question fact { key unit } candidates }
      missingFacts { question fact { key } neededBy { code } }
    }
  }
}`;

export const EXAMPLES: readonly SampleExample[] = [
  {
    title: '间歇硝化项目：不予准入 · A batch nitration plant is refused',
    query: `# 国家淘汰目录和省准入条件都禁止：逐条看依据、替代工艺和牵头部门。
# Barred by the national phase-out and by the province: see basis, replacement and who leads.
${ASSESS}`,
    variables: { project: sampleProject('间歇硝化制硝基苯') },
  },
  {
    title: '连续硝化项目：一事一议 · A continuous nitration plant is for the authority to decide',
    query: `# “原则上”禁止且可由设区的市认定：结论为人工审查；effectWithoutDiscretion 为不予认定时的结果。
# Barred in principle, and the city may accept it: review. effectWithoutDiscretion is what a denial would mean.
${ASSESS}`,
    variables: { project: sampleProject('连续硝化制硝基苯') },
  },
  {
    title: '各项要求均满足的传感器项目 · A sensor plant that meets everything',
    query: `# 没有条目适用：准入。园区尚无自己的目录，reasons 中有提示。
# No entry applies: admitted. The zone has no catalog of its own, which the reasons say.
${ASSESS}`,
    variables: { project: sampleProject('高新区传感器项目，各项要求均满足') },
  },
  {
    title: '只知道园区和行业：先问什么 · Knowing zone and industry only',
    query: `# 缺少的事项不等于“否”：列出可能的结论、最少须问的事项和全部缺少的事项。
# A missing fact is not a no: what is possible, the fewest questions, and everything that is missing.
${ASSESS}`,
    variables: { project: sampleProject('只填了园区和行业代码') },
  },
  {
    title: '门槛提高之后再评估 · After the threshold is raised',
    query: `# 吕梁市示例目录第二版2027年7月1日起施行：同一项目，施行前后结论不同（改动变量 on 试试）。
# Version 2 of the Lüliang sample takes effect on 2027-07-01: the same project before and after (change "on").
${ASSESS}`,
    variables: { project: sampleProject('危险化学品仓储，投资4亿元，现行门槛'), on: '2027-08-01' },
  },
  {
    title: '一次评估多个项目 · Several projects at once',
    query: `# 逐个回答；最后一个行业代码有误，不影响其他项目。
# Answered one by one; the last has a wrong industry code, which spoils nothing but itself.
query AssessMany($projects: [ProjectInput!]!) {
  assessMany(projects: $projects) {
    index
    ref
    userErrors { code message path }
    assessment { outcome explanation }
  }
}`,
    variables: {
      projects: [
        { ref: '供热站', ...sampleProject('化工园区内的配套供热站') },
        { ref: '食品厂', ...sampleProject('化工园区内的食品厂') },
        { ref: '味精', ...sampleProject('年产4万吨味精，等电离交工艺') },
        { ref: '填错', zone: 'zone_sample-liuxi', industries: ['9999'] },
      ],
    },
  },
  {
    title: '暂停审批的园区适用的条目 · Entries in force in a suspended park',
    query: `# 园区继承国家、省、市各级目录；可按措施和行业筛选。
# The park inherits the catalogs of country, province and prefecture; filter by measure and industry.
query ZoneEntries($zone: ID!, $on: Date, $filter: EntryFilter) {
  zone(id: $zone) {
    name { zh en }
    kind
    riskGrade
    suspended
    versionsInForce(on: $on) { catalog { title { zh } } number effectiveFrom }
    entries(on: $on, filter: $filter, first: 50) {
      edges { node { code measure force text { zh } whenText territory } }
    }
  }
}`,
    variables: { zone: 'zone_sample-lingnan', filter: { measure: 'PROHIBITED', industry: '2614' } },
  },
  {
    title: '目录的各个版本 · The versions of a catalog',
    query: `# 危险化学品安全法施行，第二版取代第一版；吕梁市第二版尚未生效（SCHEDULED）。
# Version 2 superseded version 1 with the new law; that of Lüliang is scheduled.
query Versions {
  chemical: catalog(id: "catalog_sample-national-chemical") { ...CatalogVersions }
  lvliang: catalog(id: "catalog_sample-lvliang") { ...CatalogVersions }
}
fragment CatalogVersions on Catalog {
  title { zh en }
  documentNumber
  versions(first: 10) { edges { node { number status effectiveFrom effectiveTo entryCount contentHash } } }
}`,
  },
  {
    title: '按中文检索行业 · Search industries by Chinese words',
    query: `# 代码、中文名称均可检索，最贴切的在前。
# By code or by words, best first.
query Industries($search: String!) {
  industries(search: $search, first: 8) { code name { zh } parent { code name { zh } } }
}`,
    variables: { search: '有机化学' },
  },
  {
    title: '园区适用的事项清单 · The facts that count in a zone',
    query: `# 内置事项，以及现行目录自定义的事项（键名以目录编号开头）。
# The built-in facts and those that the catalogs in force define, whose keys begin with the catalog's.
query Facts($zone: ID!) {
  factDefinitions(zone: $zone) { key type about unit options name { zh en } }
}`,
    variables: { zone: 'zone_sample-yunfen-chem' },
  },
  {
    title: '认定例外并作出准入决定 · Confirm an exception and decide',
    query: `# 须以审批人员身份办理：npm run token -- --as lixia officer:region_140800
# Takes an officer's token, as printed by the command above.
mutation Decide($input: DecideAdmissionInput!) {
  decideAdmission(input: $input) {
    userErrors { code message path }
    decision {
      id
      decidedBy
      decidedAt
      receipt
      assessment { outcome explanation }
    }
  }
}`,
    variables: {
      input: {
        project: sampleProject('连续硝化项目，运城市已认定为产业链关键环节'),
        idempotencyKey: 'sample-decision-1',
      },
    },
    role: 'officer:region_140800',
  },
];
