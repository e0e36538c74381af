import { hashOf } from '../values/canonical.ts';
import type { Text } from '../values/text.ts';
import type { Day, QuantityInput } from '../vocabulary.ts';
import { ACTIVITIES, NATURES, RISK_GRADES, ZONE_KINDS, ZONE_LEVELS } from '../vocabulary.ts';
import type { FactDefinition, FactType } from './fact.ts';

/** As what a fact is tested in conditions: as its type says, or the inventory and the products by operators of their own. */
export type TestedAs = Lowercase<FactType> | 'chemical' | 'product';

/** A fact that every catalog can test (DESIGN 2, built-in facts). */
export interface BuiltInFact extends FactDefinition {
  /** Null where the entry has a field of its own for it. */
  readonly testedBy: TestedAs | null;
  /** NUMBER only: 0 itself is outside the domain. */
  readonly positive?: boolean;
  /** NUMBER only: it is stated with its unit, because forms have it in several. */
  readonly unitStated?: boolean;
  /** SET only: it cannot be empty. */
  readonly filled?: boolean;
  /** Where the law or standard defines it. */
  readonly source?: Text;
}

export const PURPOSES = [
  'SAFETY',
  'ENVIRONMENT',
  'ENERGY',
  'DIGITAL',
  'QUALITY',
  'HAZARD_RECTIFICATION',
  'SUPPORTING_UTILITY',
] as const;
export const NATIONAL_CLASSES = ['ENCOURAGED', 'PERMITTED', 'RESTRICTED', 'ELIMINATED'] as const;
/** The gravest last. */
export const MAJOR_HAZARD_LEVELS = ['NONE', 'FOUR', 'THREE', 'TWO', 'ONE'] as const;
export type MajorHazardLevel = (typeof MAJOR_HAZARD_LEVELS)[number];
/** The key supervised hazardous chemical processes (重点监管的危险化工工艺), in the order of the two notices. */
export const PROCESSES = [
  'PHOSGENATION',
  'CHLOR_ALKALI',
  'CHLORINATION',
  'NITRATION',
  'AMMONIA_SYNTHESIS',
  'CRACKING',
  'FLUORINATION',
  'HYDROGENATION',
  'DIAZOTISATION',
  'OXIDATION',
  'PEROXIDATION',
  'AMINATION',
  'SULFONATION',
  'POLYMERISATION',
  'ALKYLATION',
  'NEW_COAL_CHEMICAL',
  'CALCIUM_CARBIDE',
  'AZOTISATION',
] as const;

const GB18218: Text = { zh: 'GB 18218-2018', en: 'GB 18218-2018' };
const PROCESS_NOTICES: Text = {
  zh: '安监总管三〔2009〕116号、安监总管三〔2013〕3号',
  en: 'Notices Anjian Zongguan San [2009] 116 and [2013] 3',
};
const APPROVAL_RULES: Text = {
  zh: '《企业投资项目核准和备案管理条例》（国务院令第673号）',
  en: 'Regulations on the Approval and Filing of Enterprise Investment Projects (State Council Order 673)',
};

const FACTS = [
  {
    key: 'industries',
    type: 'SET',
    about: 'PROJECT',
    testedBy: 'set',
    name: { zh: '行业代码', en: 'industry codes' },
    question: {
      zh: '项目属于国民经济行业分类（GB/T 4754-2017）的哪些行业？请填到小类。',
      en: 'Which industries of GB/T 4754-2017 does the project belong to? Give 4-digit classes.',
    },
    source: { zh: 'GB/T 4754-2017 及第1号修改单', en: 'GB/T 4754-2017 with amendment 1' },
  },
  {
    key: 'natures',
    type: 'SET',
    about: 'PROJECT',
    testedBy: 'set',
    options: NATURES,
    filled: true,
    name: { zh: '建设性质', en: 'natures of construction' },
    question: {
      zh: '项目属于新建、扩建、改建、技术改造、迁建中的哪些？',
      en: 'Which of these is the project: a new build, an expansion, a reconstruction, a technical upgrade, a relocation?',
    },
    source: APPROVAL_RULES,
  },
  {
    key: 'activities',
    type: 'SET',
    about: 'PROJECT',
    testedBy: 'set',
    options: ACTIVITIES,
    name: { zh: '活动类型', en: 'activities' },
    question: {
      zh: '项目涉及生产、储存、使用、经营、运输中的哪些活动？',
      en: 'Does the project produce, store, use, trade or transport?',
    },
    source: {
      zh: '《危险化学品安全管理条例》第二条',
      en: 'Regulations on the Safety of Hazardous Chemicals, article 2',
    },
  },
  {
    key: 'areas',
    type: 'SET',
    about: 'PROJECT',
    testedBy: null,
    filled: true,
    name: { zh: '所在片区', en: 'areas of the zone' },
    question: {
      zh: '项目位于园区的哪个片区？跨片区的，请全部列出。',
      en: 'In which area of the zone will the project lie? Name all where it is in several.',
    },
  },
  {
    key: 'earlierApproval',
    type: 'DATE',
    about: 'PROJECT',
    testedBy: null,
    name: { zh: '首次批准（备案）日期', en: 'first approval' },
    question: {
      zh: '项目此前是否已获核准或备案？首次批准日期是哪天？',
      en: 'Was the project approved or filed before? On which day first?',
    },
    source: APPROVAL_RULES,
  },
  {
    key: 'purposes',
    type: 'SET',
    about: 'PROJECT',
    testedBy: 'set',
    options: PURPOSES,
    name: { zh: '建设目的', en: 'purposes' },
    question: {
      zh: '项目是否为安全、环保、节能、数字化、质量提升、隐患整治或公用配套而建？',
      en: 'Does the project serve safety, environment, energy saving, digitalisation, quality, hazard rectification or supporting utilities?',
    },
  },
  {
    key: 'nationalClass',
    type: 'CHOICE',
    about: 'PROJECT',
    testedBy: 'choice',
    options: NATIONAL_CLASSES,
    name: { zh: '国家产业政策类别', en: 'class under national industrial policy' },
    question: {
      zh: '按《产业结构调整指导目录》，项目属于鼓励类、允许类、限制类还是淘汰类？',
      en: 'Is the project encouraged, permitted, restricted or to be eliminated under the national guidance catalogue?',
    },
    source: {
      zh: '《产业结构调整指导目录（2024年本）》',
      en: 'Guidance Catalogue for Industrial Restructuring (2024)',
    },
  },
  {
    key: 'hazardousChemicalProject',
    type: 'FLAG',
    about: 'PROJECT',
    testedBy: 'flag',
    name: { zh: '危险化学品建设项目', en: 'hazardous-chemical construction project' },
    question: {
      zh: '项目是否为新建、改建、扩建生产或储存危险化学品的建设项目？',
      en: 'Is it a construction project that produces or stores hazardous chemicals?',
    },
    source: {
      zh: '《危险化学品建设项目安全监督管理办法》',
      en: 'Measures for the Safety Supervision of Hazardous-Chemical Construction Projects',
    },
  },
  {
    key: 'totalInvestment',
    type: 'NUMBER',
    about: 'PROJECT',
    testedBy: 'number',
    unit: '万元',
    name: { zh: '总投资', en: 'total investment' },
    question: { zh: '项目总投资是多少万元？', en: 'What is the total investment, in 10 000 CNY?' },
  },
  {
    key: 'investmentExcludingLand',
    type: 'NUMBER',
    about: 'PROJECT',
    testedBy: 'number',
    unit: '万元',
    name: { zh: '不含土地费用的投资', en: 'investment excluding land' },
    question: {
      zh: '不含土地费用的投资是多少万元？',
      en: 'What is the investment without the cost of land, in 10 000 CNY?',
    },
  },
  {
    key: 'fixedAssetInvestment',
    type: 'NUMBER',
    about: 'PROJECT',
    testedBy: 'number',
    unit: '万元',
    name: { zh: '固定资产投资', en: 'fixed-asset investment' },
    question: { zh: '固定资产投资是多少万元？', en: 'What is the fixed-asset investment, in 10 000 CNY?' },
  },
  {
    key: 'equipmentInvestment',
    type: 'NUMBER',
    about: 'PROJECT',
    testedBy: 'number',
    unit: '万元',
    name: { zh: '设备投资', en: 'equipment investment' },
    question: { zh: '设备投资是多少万元？', en: 'What is the investment in equipment, in 10 000 CNY?' },
  },
  {
    key: 'landArea',
    type: 'NUMBER',
    about: 'PROJECT',
    testedBy: 'number',
    unit: '亩',
    unitStated: true,
    positive: true,
    name: { zh: '用地面积', en: 'land area' },
    question: {
      zh: '项目用地多少亩、公顷或平方米？请注明单位。',
      en: 'How much land does the project take? Say whether it is mu, hectares or square metres.',
    },
  },
  {
    key: 'totalInvestmentPerMu',
    type: 'NUMBER',
    about: 'PROJECT',
    testedBy: 'number',
    unit: '万元/亩',
    ratio: { numerator: 'totalInvestment', denominator: 'landArea' },
    name: { zh: '亩均总投资', en: 'total investment per mu' },
    question: { zh: '每亩总投资是多少万元？', en: 'What is the total investment per mu, in 10 000 CNY?' },
  },
  {
    key: 'fixedAssetInvestmentPerMu',
    type: 'NUMBER',
    about: 'PROJECT',
    testedBy: 'number',
    unit: '万元/亩',
    ratio: { numerator: 'fixedAssetInvestment', denominator: 'landArea' },
    name: { zh: '亩均固定资产投资', en: 'fixed-asset investment per mu' },
    question: {
      zh: '每亩固定资产投资是多少万元？',
      en: 'What is the fixed-asset investment per mu, in 10 000 CNY?',
    },
  },
  {
    key: 'taxPerMu',
    type: 'NUMBER',
    about: 'PROJECT',
    testedBy: 'number',
    unit: '万元/亩',
    name: { zh: '亩均税收', en: 'tax per mu' },
    question: { zh: '达产后每亩年税收是多少万元？', en: 'What is the yearly tax per mu, in 10 000 CNY?' },
  },
  {
    key: 'annualEnergy',
    type: 'NUMBER',
    about: 'PROJECT',
    testedBy: 'number',
    unit: 'tce',
    name: { zh: '年综合能源消费量', en: 'annual energy consumption' },
    question: {
      zh: '年综合能源消费量是多少吨标准煤？',
      en: 'What is the annual energy consumption, in tonnes of coal equivalent?',
    },
    source: {
      zh: '《固定资产投资项目节能审查办法》',
      en: 'Measures for the Energy Conservation Review of Fixed-Asset Investment Projects',
    },
  },
  {
    key: 'exposedPersons',
    type: 'NUMBER',
    about: 'PROJECT',
    testedBy: 'number',
    unit: '人',
    integer: true,
    name: { zh: '厂界外500米内常住人口', en: 'persons within 500 m of the site boundary' },
    question: {
      zh: '厂区边界向外500米范围内常住人口有多少人？',
      en: 'How many people live within 500 m of the site boundary?',
    },
    source: GB18218,
  },
  {
    key: 'processes',
    type: 'SET',
    about: 'PROJECT',
    testedBy: 'set',
    options: PROCESSES,
    name: { zh: '重点监管的危险化工工艺', en: 'key supervised hazardous chemical processes' },
    question: {
      zh: '项目涉及哪些重点监管的危险化工工艺？没有的请注明。',
      en: 'Which key supervised hazardous processes does the project use? If there are none, say so.',
    },
    source: PROCESS_NOTICES,
  },
  {
    key: 'chemicals',
    type: 'SET',
    about: 'PROJECT',
    testedBy: 'chemical',
    unit: 't',
    name: { zh: '危险化学品及设计最大量', en: 'chemicals and designed maximum inventory' },
    question: {
      zh: '项目生产、储存、使用、经营或运输哪些化学品（CAS 号或名称）？设计最大量各是多少吨？没有的请注明。',
      en: 'Which chemicals (CAS numbers or names) does the project handle, and what is the designed maximum inventory of each, in tonnes? If there are none, say so.',
    },
    source: GB18218,
  },
  {
    key: 'products',
    type: 'SET',
    about: 'PROJECT',
    testedBy: 'product',
    name: { zh: '产品及产能', en: 'products and capacity' },
    question: {
      zh: '项目生产哪些产品？产能、新增产能和生产线数各是多少？没有的请注明。',
      en: 'Which products are made, with what capacity, added capacity and number of lines? If there are none, say so.',
    },
  },
  {
    key: 'majorHazardLevel',
    type: 'CHOICE',
    about: 'PROJECT',
    testedBy: 'choice',
    options: MAJOR_HAZARD_LEVELS,
    name: { zh: '危险化学品重大危险源级别', en: 'level of the major hazard source' },
    question: {
      zh: '项目构成几级危险化学品重大危险源？不构成请选“无”。',
      en: 'Which level of major hazard source does the project form? Choose NONE if it forms none.',
    },
    source: GB18218,
  },
  {
    key: 'combustibleDust',
    type: 'FLAG',
    about: 'PROJECT',
    testedBy: 'flag',
    name: { zh: '涉及可燃性粉尘', en: 'combustible dust' },
    question: {
      zh: '项目是否涉及可燃性粉尘爆炸危险？',
      en: 'Is there a hazard of combustible dust explosion?',
    },
    source: {
      zh: '《工贸企业粉尘防爆安全规定》',
      en: 'Provisions on Dust Explosion Prevention in Industry and Trade',
    },
  },
  {
    key: 'labourIntensive',
    type: 'FLAG',
    about: 'PROJECT',
    testedBy: 'flag',
    name: { zh: '劳动密集型', en: 'labour intensive' },
    question: { zh: '项目是否属于劳动密集型企业？', en: 'Is the project labour intensive?' },
  },
  {
    key: 'firstOfKindProcess',
    type: 'FLAG',
    about: 'PROJECT',
    testedBy: 'flag',
    name: { zh: '国内首次使用的化工工艺', en: 'chemical process used for the first time in China' },
    question: {
      zh: '项目是否采用国内首次使用的化工工艺？',
      en: 'Does the project use a chemical process for the first time in China?',
    },
    source: {
      zh: '《危险化学品建设项目安全监督管理办法》',
      en: 'Measures for the Safety Supervision of Hazardous-Chemical Construction Projects',
    },
  },
  {
    key: 'reactionRiskAssessed',
    type: 'FLAG',
    about: 'PROJECT',
    testedBy: 'flag',
    name: { zh: '已开展反应安全风险评估', en: 'reaction risk assessed' },
    question: {
      zh: '是否已按规定完成精细化工反应安全风险评估？',
      en: 'Has the reaction safety risk assessment been done?',
    },
    source: { zh: 'GB/T 42300-2022', en: 'GB/T 42300-2022' },
  },
  {
    key: 'automaticControl',
    type: 'FLAG',
    about: 'PROJECT',
    testedBy: 'flag',
    name: { zh: '装备自动化控制系统', en: 'automatic control' },
    question: { zh: '是否装备自动化控制系统？', en: 'Is automatic control installed?' },
    source: PROCESS_NOTICES,
  },
  {
    key: 'safetyInstrumentedSystem',
    type: 'FLAG',
    about: 'PROJECT',
    testedBy: 'flag',
    name: { zh: '装备安全仪表系统', en: 'safety instrumented system' },
    question: {
      zh: '是否装备独立的安全仪表系统？',
      en: 'Is an independent safety instrumented system installed?',
    },
    source: { zh: '安监总管三〔2014〕116号', en: 'Notice Anjian Zongguan San [2014] 116' },
  },
  {
    key: 'zone.kind',
    type: 'CHOICE',
    about: 'ZONE',
    testedBy: 'choice',
    options: ZONE_KINDS,
    name: { zh: '园区类型', en: 'kind of zone' },
    question: { zh: '园区属于哪一类型？', en: 'Which kind of zone is it?' },
  },
  {
    key: 'zone.level',
    type: 'CHOICE',
    about: 'ZONE',
    testedBy: 'choice',
    options: ZONE_LEVELS,
    name: { zh: '园区级别', en: 'level of the zone' },
    question: { zh: '园区是国家级、省级还是其他？', en: 'Is the zone national, provincial or other?' },
  },
  {
    key: 'zone.riskGrade',
    type: 'CHOICE',
    about: 'ZONE',
    testedBy: 'choice',
    options: RISK_GRADES,
    name: { zh: '化工园区安全风险等级', en: 'safety risk grade of the chemical park' },
    question: {
      zh: '化工园区安全风险评估为哪一级？',
      en: 'Which safety risk grade does the chemical park have?',
    },
    source: {
      zh: '《化工园区安全风险排查治理导则》',
      en: 'Guideline on the Investigation and Control of Safety Risks of Chemical Parks',
    },
  },
  {
    key: 'zone.positioning',
    type: 'SET',
    about: 'ZONE',
    testedBy: 'set',
    name: { zh: '园区产业定位', en: 'positioning of the zone' },
    question: { zh: '园区的产业定位是什么？', en: 'What is the positioning of the zone?' },
  },
  {
    key: 'zone.suspended',
    type: 'FLAG',
    about: 'ZONE',
    testedBy: 'flag',
    name: { zh: '园区暂停审批', en: 'approval suspended in the zone' },
    question: {
      zh: '园区是否处于暂停新建项目审批期间？',
      en: 'Is the approval of new projects suspended in the zone?',
    },
  },
] as const satisfies readonly BuiltInFact[];

/** Every built-in fact, in the order in which questions of equal weight are asked. */
export const DICTIONARY: readonly BuiltInFact[] = FACTS;

/**
 * Where a project states the facts that are more than one value: in a field of its own, or as lines among its facts.
 * Every other fact of the project that is no ratio is a field of `FactsInput`; what a catalog defines is `declared`.
 */
const STATED_APART = {
  industries: 'PROJECT',
  natures: 'PROJECT',
  activities: 'PROJECT',
  areas: 'PROJECT',
  earlierApproval: 'PROJECT',
  chemicals: 'LINES',
  products: 'LINES',
} as const satisfies { readonly [Key in (typeof FACTS)[number]['key']]?: 'PROJECT' | 'LINES' };

/** How a project states a fact; null where it does not: it is a ratio, or the register knows it. */
export const statedAs = ({ key, about, ratio }: BuiltInFact): 'VALUE' | 'PROJECT' | 'LINES' | null =>
  about === 'PROJECT' && !ratio
    ? ((STATED_APART as Readonly<Record<string, 'PROJECT' | 'LINES'>>)[key] ?? 'VALUE')
    : null;

/** The facts of a zone that the register has in fields of its own. */
export type ZoneFactKey = Extract<(typeof FACTS)[number], { about: 'ZONE' }>['key'];

type Stated = Exclude<Extract<(typeof FACTS)[number], { about: 'PROJECT' }>, { ratio: unknown }>;

/** The facts that a project states as one value each, by key; unset or null means unknown. */
export type PlainFacts = {
  readonly [Fact in Exclude<Stated, { key: keyof typeof STATED_APART }> as Fact['key']]?:
    | ValueOfType[Fact['type']]
    | null;
};
interface ValueOfType {
  readonly NUMBER: QuantityInput;
  readonly FLAG: boolean;
  readonly CHOICE: string;
  readonly SET: readonly string[];
  readonly DATE: Day;
}

const BY_KEY = new Map(DICTIONARY.map((fact, place) => [fact.key, { fact, place }]));

export const builtInFact = (key: string): BuiltInFact | undefined => BY_KEY.get(key)?.fact;

/** The place of a fact in the order of questions; facts that a catalog defines come after all others. */
export const dictionaryPlace = (key: string): number => BY_KEY.get(key)?.place ?? DICTIONARY.length;

/** Part of every decision's record: another dictionary may give another answer. */
export function dictionaryHash(): string {
  hash ??= hashOf(DICTIONARY);
  return hash;
}
let hash: string | undefined;
