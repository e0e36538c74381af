import { expect, test } from 'vitest';
import { referenceNames } from '../../services/data/names.ts';
import { reference } from '../../services/data/reference.ts';
import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import { NOTHING_SAID } from '../../services/domain/catalog/entry.ts';
import type { Condition } from '../../services/domain/condition/condition.ts';
import { conditionText } from '../../services/domain/condition/condition-text.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { explainAssessment } from '../../services/domain/explanation/explain.ts';
import { explainFinding } from '../../services/domain/explanation/explain-finding.ts';
import { namesFrom } from '../../services/domain/facts/names.ts';
import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';

const zone: JurisdictionRecord = {
  id: 'zone_park',
  code: 'park',
  level: 'ZONE',
  name: { zh: '示例化工园区', en: 'Sample Chemical Park' },
  parent: null,
  effectiveFrom: '2020-01-01',
  zone: {
    kind: 'CHEMICAL_PARK',
    zoneLevel: 'PROVINCIAL',
    riskGrade: 'C',
    positioning: [],
    areas: [],
    suspended: false,
    facts: [],
  },
};

const entry = (given: Partial<Entry> & Pick<Entry, 'code' | 'measure' | 'text'>): Entry => ({
  ...NOTHING_SAID,
  basis: [{ document: '中华人民共和国安全生产法', article: '第三十八条' }],
  ...given,
});

const nitration = entry({
  code: '1.1',
  measure: 'PROHIBITED',
  text: { zh: '禁止硝化工艺项目', en: 'No projects with nitration' },
  industries: { include: ['26'], except: [] },
  when: { set: { fact: 'processes', includesAny: ['NITRATION'] } },
  exceptions: [
    {
      key: 'upgrade',
      text: { zh: '安全技术改造', en: 'safety upgrades' },
      when: { set: { fact: 'purposes', includesAny: ['SAFETY'] } },
      discretionary: false,
    },
    { key: 'chain', text: { zh: '产业链关键环节', en: 'key link of a chain' }, discretionary: true },
  ],
  deadline: '2027-06-30',
  replacement: { zh: '连续流硝化', en: 'continuous-flow nitration' },
  responsibility: { lead: '应急管理局', cooperating: ['发展改革局', '工业和信息化局'] },
  basis: [{ document: '某省禁限目录', number: '晋某发〔2026〕1号', article: '第二条' }],
  remark: { zh: '示例', en: 'a sample' },
});
const investment = entry({
  code: '2.1',
  measure: 'RESTRICTED',
  text: { zh: '投资门槛', en: 'An investment threshold' },
  requirements: [
    {
      key: 'total',
      text: { zh: '总投资不低于3亿元', en: 'at least 300 million CNY' },
      when: { number: { fact: 'totalInvestment', atLeast: '30000' } },
    },
    {
      key: 'swap',
      text: { zh: '产能置换', en: 'replacement of capacity' },
      evidence: { zh: '产能置换方案公告', en: 'the published replacement plan' },
    },
    { key: 'review', text: { zh: '安全评价', en: 'a safety evaluation' } },
    {
      key: 'both',
      text: { zh: '自动化控制', en: 'automatic control' },
      when: { flag: { fact: 'automaticControl', is: true } },
      evidence: { zh: '设计专篇', en: 'the design' },
    },
  ],
});

function explained(entries: readonly Entry[], facts: Omit<ProjectInput, 'zone'>) {
  const content: CatalogContent = {
    title: { zh: '示例禁限目录', en: 'Sample catalog' },
    facts: [],
    lists: [],
    products: [],
    entries,
  };
  const identity = { key: 'park', jurisdiction: zone.id };
  const basis: AssessmentBasis = {
    on: '2026-11-23',
    lineage: [zone],
    catalogs: [{ identity, standing: 'IN_FORCE', inForce: { number: 3, contentHash: '00', content } }],
    lapsed: [],
    reference,
  };
  const officer = { subject: 'o', roles: [{ role: 'officer' as const, jurisdiction: zone.id }] };
  const assessment = assess(basis, { zone: zone.id, ...facts }, officer);
  const names = namesFrom(referenceNames, new Map([['park', content]]));
  return {
    zh: explainAssessment(assessment, names, 'zh', 'FULL').split('\n'),
    en: explainAssessment(assessment, names, 'en', 'FULL').split('\n'),
    short: (locale: 'zh' | 'en') => explainAssessment(assessment, names, locale, 'DECISIVE').split('\n'),
    finding: (locale: 'zh' | 'en') => explainFinding(assessment.findings[0]!, names, locale).split('\n'),
  };
}

const nitrating = {
  industries: ['2614'],
  facts: { processes: ['NITRATION'], purposes: [] },
} satisfies Omit<ProjectInput, 'zone'>;

test('an entry is named by its code and by where the printed law has it, also where it is asked for', () => {
  const { finding, short } = explained([{ ...nitration, printedAs: '（一）1' }], {
    industries: ['2614'],
  });
  expect(finding('zh')[0]).toBe(
    '【禁止】园区级目录《示例禁限目录》第3版条目 1.1〔（一）1〕：禁止硝化工艺项目',
  );
  expect(short('zh').join('\n')).toMatch(/（《示例禁限目录》1\.1〔（一）1〕）/);
  expect(short('en').join('\n')).toMatch(/1\.1〔（一）1〕/);
  const met = explained([{ ...investment, printedAs: '第6条' }], { facts: { totalInvestment: 40000 } });
  expect(met.short('zh').filter((line) => line.includes('2.1〔第6条〕')).length).toBeGreaterThan(1);
});

test('a finding says where it stands, what it rests on, the facts, the exceptions tried and who leads', () => {
  const { finding } = explained([nitration], nitrating);
  expect(finding('zh')).toEqual([
    '【禁止】园区级目录《示例禁限目录》第3版条目 1.1：禁止硝化工艺项目',
    '   本条适用于该项目：须报主管部门研究。',
    '   如主管部门不认可一事一议的例外，后果为：不予准入。',
    '   适用情形：重点监管的危险化工工艺包括硝化工艺。',
    '   依据：《某省禁限目录》（晋某发〔2026〕1号）第二条。',
    '   认定事实：行业代码：2614 有机化学原料制造（属本条行业范围）；建设目的：无；重点监管的危险化工工艺：硝化工艺。',
    '   除外情形不成立：安全技术改造（条件：建设目的包括安全提升）。',
    '   可由主管部门一事一议的除外情形，尚未认定：产业链关键环节。',
    '   整改（淘汰）期限：2027-06-30。',
    '   可替代方案：连续流硝化。',
    '   牵头部门：应急管理局；配合部门：发展改革局、工业和信息化局。',
    '   备注：示例',
  ]);
  expect(finding('en')).toEqual([
    '[prohibited] zone-level catalog "Sample catalog", version 3, entry 1.1: No projects with nitration',
    '   The entry applies: it sends the project to review.',
    '   If the authority does not grant the exception, the entry refuses the project.',
    '   It applies where key supervised hazardous chemical processes include nitration.',
    '   Legal basis: 某省禁限目录 (晋某发〔2026〕1号), 第二条.',
    expect.stringMatching(
      /^ {3}Facts: industry codes: 2614 .+ \(in the scope of the entry\); purposes: none; key supervised hazardous chemical processes: nitration\.$/,
    ),
    '   The exception does not hold: safety upgrades (where purposes include safety).',
    '   An exception that the authority may grant case by case and has not decided: key link of a chain.',
    '   Deadline: 2027-06-30.',
    '   Replacement: continuous-flow nitration.',
    '   Led by 应急管理局, with 发展改革局, 工业和信息化局.',
    '   Remark: a sample',
  ]);
});

test('every requirement says whether it is met and what is to be handed in', () => {
  const { finding } = explained([investment], {
    facts: { totalInvestment: '30000', automaticControl: true },
  });
  expect(finding('zh').slice(1)).toEqual([
    '   本条适用于该项目：须满足限制条件。',
    '   依据：《中华人民共和国安全生产法》第三十八条。',
    '   认定事实：总投资：30000 万元；装备自动化控制系统：是。',
    '   限制条件：总投资不低于3亿元——已满足（总投资不低于 30000 万元）。',
    '   限制条件：产能置换——须提交：产能置换方案公告。',
    '   限制条件：安全评价——须提交证明材料。',
    '   限制条件：自动化控制——已满足（装备自动化控制系统为“是”）；须提交：设计专篇。',
  ]);
  expect(finding('en').slice(4)).toEqual([
    '   Requirement: at least 300 million CNY — met (total investment is at least 30000 ×10 000 CNY).',
    '   Requirement: replacement of capacity — to be handed in: the published replacement plan.',
    '   Requirement: a safety evaluation — evidence is to be handed in.',
    '   Requirement: automatic control — met ("automatic control" is yes); to be handed in: the design.',
  ]);
});

test('what is open is called open: the gravest effect, the outcomes still possible, and what to ask first', () => {
  const { zh, en } = explained([investment], { facts: { automaticControl: true } });
  expect(zh).toEqual([
    '结论（2026-11-23）：材料不足，尚不能判定。',
    '视补充情况，结论可能为：满足限制条件后可以准入；或者不予准入。',
    '1. 【限制】园区级目录《示例禁限目录》第3版条目 2.1：投资门槛',
    '   本条适用于该项目；视待查事项，最重后果为：不予准入。',
    '   依据：《中华人民共和国安全生产法》第三十八条。',
    '   认定事实：总投资：未提供；装备自动化控制系统：是。',
    '   限制条件：总投资不低于3亿元——待查（要求：总投资不低于 30000 万元）。',
    '   限制条件：产能置换——须提交：产能置换方案公告。',
    '   限制条件：安全评价——须提交证明材料。',
    '   限制条件：自动化控制——已满足（装备自动化控制系统为“是”）；须提交：设计专篇。',
    '请首先补充：项目总投资是多少万元？',
    '以上为辅助意见，准入决定由主管部门作出。',
  ]);
  expect(en[0]).toBe('Outcome on 2026-11-23: not settled, information is missing.');
  expect(en[1]).toBe(
    'Depending on what is missing, the outcome may be: admitted once the conditions are shown to be met; or refused.',
  );
  expect(en.at(-2)).toBe('To be answered first: What is the total investment, in 10 000 CNY?');
});

test('first of all stands what decided: the entry, the facts, what it would take; the rest is counted', () => {
  const ban = entry({
    code: '1.2',
    measure: 'PROHIBITED',
    text: { zh: '化工园区禁止硝化', en: 'No nitration in chemical parks' },
    when: { set: { fact: 'processes', includesAny: ['NITRATION'] } },
    exceptions: [
      {
        key: 'upgrade',
        text: { zh: '安全技术改造', en: 'safety upgrades' },
        when: { set: { fact: 'purposes', includesAny: ['SAFETY'] } },
        discretionary: false,
      },
    ],
  });
  const { short } = explained([nitration, ban, investment], nitrating);
  expect(short('zh')).toEqual([
    '结论（2026-11-23）：不予准入。',
    '决定本结论的条目：【禁止】园区级目录《示例禁限目录》第3版条目 1.2：化工园区禁止硝化。认定事实：建设目的：无；重点监管的危险化工工艺：硝化工艺。除外情形不成立：安全技术改造（条件：建设目的包括安全提升）。依据：《中华人民共和国安全生产法》第三十八条。',
    '适用或可能适用、但不改变结论的其他条目数：2，见完整说明。',
    '以上为辅助意见，准入决定由主管部门作出。',
  ]);
  expect(short('en').slice(1, 3)).toEqual([
    'Decided by: [prohibited] zone-level catalog "Sample catalog", version 3, entry 1.2: No nitration in chemical parks. Facts: purposes: none; key supervised hazardous chemical processes: nitration. The exception does not hold: safety upgrades (where purposes include safety). Legal basis: 中华人民共和国安全生产法, 第三十八条.',
    'Other entries that apply or may apply and do not change the outcome: 2; the full explanation has them.',
  ]);
});

test('of a project that may come once conditions are met, every condition is a line', () => {
  const { short } = explained([investment], { facts: { totalInvestment: '30000', automaticControl: true } });
  expect(short('zh')).toEqual([
    '结论（2026-11-23）：满足限制条件后可以准入。',
    '须满足的条件和须提交的材料：',
    '- 《示例禁限目录》条目 2.1：产能置换——须提交：产能置换方案公告。',
    '- 《示例禁限目录》条目 2.1：安全评价——须提交证明材料。',
    '- 《示例禁限目录》条目 2.1：自动化控制——已满足（装备自动化控制系统为“是”）；须提交：设计专篇。',
    '以上为辅助意见，准入决定由主管部门作出。',
  ]);
});

test('entries that decide only together are told so', () => {
  const amount = (code: string, bounds: object) =>
    entry({
      code,
      measure: 'PROHIBITED',
      text: { zh: '禁止' },
      when: { number: { fact: 'totalInvestment', ...bounds } },
    });
  const { short } = explained([amount('1', { lessThan: '5' }), amount('2', { atLeast: '5' })], {});
  expect(short('zh')[1]).toBe('以下 2 个条目合起来决定本结论，待查事项无论如何都不改变结论：');
  expect(short('zh')[2]).toContain(
    '本条是否适用尚待查明；如适用，最重后果为：不予准入。适用情形：总投资低于 5 万元。',
  );
});

test('what is open is a line for each fact, with the entries that turn on it', () => {
  const { short } = explained([investment], { facts: { automaticControl: true } });
  expect(short('zh').slice(2, 7)).toEqual([
    '使结论未定的条目数：1。',
    expect.stringContaining('限制条件：总投资不低于3亿元——待查（要求：总投资不低于 30000 万元）。'),
    '请首先补充（视答复情况，即可判定为“满足限制条件后可以准入”）：',
    '- 项目总投资是多少万元？（《示例禁限目录》2.1）',
    '以上为辅助意见，准入决定由主管部门作出。',
  ]);
});

test.each([
  [true, '主管部门已认可例外，其条件待查：国内空白（条件：总投资不低于 1 万元）。'],
  [false, '主管部门不予认可的例外：国内空白。'],
])('an exception that an officer has decided (%s) is not called open', (confirmed, sentence) => {
  const gap = entry({
    code: '3.1',
    measure: 'PROHIBITED',
    text: { zh: '禁止' },
    exceptions: [
      {
        key: 'gap',
        text: { zh: '国内空白' },
        when: { number: { fact: 'totalInvestment', atLeast: '1' } },
        discretionary: true,
      },
    ],
  });
  const confirmation = {
    catalog: 'catalog_park',
    entry: '3.1',
    exception: 'gap',
    confirmed,
    document: '纪要1号',
  };
  const { zh } = explained([gap], { confirmations: [confirmation] });
  expect(zh).toContain(`   ${sentence}`);
  expect(zh.join()).not.toContain('尚未认定');
});

test('the facts of a line are all shown, for any of them can decide', () => {
  const board = entry({
    code: '4.1',
    measure: 'PROHIBITED',
    text: { zh: '禁止小规模刨花板' },
    when: {
      any: [
        { product: { product: '刨花板', unit: 'm³/a', of: 'PER_LINE', lessThan: '50000' } },
        { chemical: { substance: { cas: '7782-50-5' }, activities: ['STORE'] } },
      ],
    },
  });
  const { zh, en } = explained([board], {
    facts: {
      products: [{ product: '刨花板', unit: 'm³/a', capacity: '60000', addedCapacity: '20000', lines: 3 }],
      chemicals: [{ cas: '7782-50-5', tonnes: '2', fraction: '99.6', activities: ['USE', 'STORE'] }],
    },
  });
  expect(zh.join('\n')).toContain('刨花板，产能 60000 m³/a，新增产能 20000 m³/a，3 条生产线');
  expect(zh.join('\n')).toContain('氯 (7782-50-5) 99.6 % 2 t，使用、储存');
  expect(en.join('\n')).toContain('刨花板, capacity 60000 m³/a, added capacity 20000 m³/a, lines: 3');
});

test('the working of the major hazard source is shown line by line, with the rows of the tables', () => {
  const hazard = entry({
    code: '1',
    measure: 'PROHIBITED',
    text: { zh: '禁止三级以上重大危险源', en: 'no major hazard source of level three or above' },
    when: { choice: { fact: 'majorHazardLevel', oneOf: ['THREE', 'TWO', 'ONE'] } },
  });
  const { zh, en } = explained([hazard], {
    facts: {
      exposedPersons: 60,
      majorHazardLevel: 'FOUR',
      chemicals: [
        { cas: '7782-50-5', name: '液氯', tonnes: '10' },
        { cas: '7446-11-9', tonnes: '25', hazardClasses: ['W9.1'] },
        { name: '胶粘剂', withoutCas: true, tonnes: '3', hazardClasses: [] },
      ],
    },
  });
  expect(zh[1]).toBe('重大危险源级别填报为“四级”，按清单计算为 三级，以较重者为准。');
  expect(en[1]).toContain('stated as "level four"; by the inventory it is level three');
  expect(zh.slice(-6, -1)).toEqual(
    [
      '重大危险源核算（GB 18218-2018；q 为设计最大量，Q 为临界量，β 为校正系数）：',
      '- 第 1 行“液氯”：q 10 t、Q 5 t（表1第12项）、q/Q = 2、β 4、β·q/Q = 8',
      '- 第 2 行“三氧化硫（7446-11-9）”：q 25 t、Q 75 t（表1第26项）、q/Q = 1/3 (0.333…)、β 1、β·q/Q = 1/3 (0.333…)',
      '- 第 3 行“胶粘剂”：不属于表2所列类别，不计入',
      'S = Σq/Q = 7/3 (2.333…)。α = 1.5（厂界外500米内常住 60 人，表5），R = α·Σβ·q/Q = 1.5 × 25/3 (8.333…) = 12.5。级别：三级。填报级别：四级；两者不同的，以较重者为准。',
    ].flatMap((line) => line.split('\n')),
  );
  expect(en.join('\n')).toContain(
    'S = Σ q/Q = 7/3 (2.333…). α = 1.5 (60 persons within 500 m, table 5), R = α·Σ β·q/Q = 1.5 × 25/3 (8.333…) = 12.5. Level: level three.',
  );
});

test('an amount stands as it was stated, and beside it in the unit of the fact', () => {
  const dense = entry({
    code: '1',
    measure: 'RESTRICTED',
    text: { zh: '限制', en: 'restricted' },
    requirements: [
      {
        key: 'intensity',
        text: { zh: '强度', en: 'intensity' },
        when: { number: { fact: 'totalInvestmentPerMu', atLeast: '300' } },
      },
    ],
  });
  const { zh, en } = explained([dense], {
    facts: { totalInvestment: '25000', landArea: { number: '7.64066', unit: '公顷' } },
  });
  expect(zh.join('\n')).toContain('总投资：25000 万元；用地面积：7.64066 公顷（114.6099 亩）');
  expect(en.join('\n')).toContain('land area: 7.64066 ha (114.6099 mu)');
});

test('where nothing is found, it says so', () => {
  const { zh, en } = explained([nitration], { ...nitrating, industries: ['3841'] });
  expect(zh).toEqual([
    '结论（2026-11-23）：可以准入。',
    '现行目录中没有条目涉及本项目。',
    '以上为辅助意见，准入决定由主管部门作出。',
  ]);
  expect(en[1]).toBe('No entry of a catalog in force catches the project.');
});

test.each<[Condition, string, string]>([
  [
    {
      all: [
        { number: { fact: 'landArea', moreThan: '5', atMost: '10.5' } },
        { not: { set: { fact: 'natures', includesAny: ['NEW_BUILD', 'EXPANSION'] } } },
      ],
    },
    '用地面积超过 5 亩且不超过 10.5 亩，且不属于以下情形：建设性质包括新建或扩建',
    'land area is more than 5 mu and at most 10.5 mu and not the case that natures of construction include new build or expansion',
  ],
  [
    {
      any: [
        { chemical: { substance: { list: 'KEY_SUPERVISED' }, activities: ['STORE'], moreThan: '10' } },
        { chemical: { substance: { cas: '7782-50-5' } } },
      ],
    },
    '储存“重点监管的危险化学品”中的任一种化学品，设计最大量超过 10 t，或者涉及氯（CAS 7782-50-5）',
    'the project is to store any one chemical of "key supervised hazardous chemicals", designed maximum more than 10 t or the project handles chlorine (CAS 7782-50-5)',
  ],
  [
    { product: { product: '味精', unit: 't/a', of: 'CAPACITY', atMost: '50000' } },
    '产品“味精”的产能不超过 50000 t/a',
    'the capacity of product "味精" is at most 50000 t/a',
  ],
  [
    { set: { fact: 'processes', includesAll: ['NITRATION', 'CHLORINATION'] } },
    '重点监管的危险化工工艺同时包括硝化工艺和氯化工艺',
    'key supervised hazardous chemical processes include all of nitration and chlorination',
  ],
  [
    { set: { fact: 'purposes', includesNone: ['SAFETY', 'ENERGY'] } },
    '建设目的不包括安全提升或节能',
    'purposes do not include safety or energy saving',
  ],
  [{ product: { product: '味精', unit: 't/a', of: 'CAPACITY' } }, '生产“味精”', 'the project makes "味精"'],
])('a condition reads as a sentence: %j', (condition, zh, en) => {
  const names = namesFrom(referenceNames, new Map());
  expect(conditionText(condition, names, 'zh')).toBe(zh);
  expect(conditionText(condition, names, 'en')).toBe(en);
});
