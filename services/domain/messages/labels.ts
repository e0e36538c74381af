import type { Locale, Text } from '../values/text.ts';
import { text } from '../values/text.ts';
import type {
  Effect,
  FactSubject,
  Force,
  JurisdictionLevel,
  Measure,
  NoticeCode,
  Outcome,
  ReasonCode,
  Truth,
} from '../vocabulary.ts';

export const OUTCOME_LABELS: Readonly<Record<Outcome, Text>> = {
  ADMITTED: text('可以准入', 'admitted'),
  CONDITIONAL: text('满足限制条件后可以准入', 'admitted once the conditions are shown to be met'),
  NEEDS_INFORMATION: text('材料不足，尚不能判定', 'not settled, information is missing'),
  REVIEW: text('须报主管部门研究决定', 'review, the authority decides'),
  REFUSED: text('不予准入', 'refused'),
};
export const EFFECT_LABELS: Readonly<Record<Effect, Text>> = {
  REFUSE: text('不予准入', 'refuses the project'),
  REVIEW: text('须报主管部门研究', 'sends the project to review'),
  CONDITION: text('须满足限制条件', 'sets conditions'),
  NONE: text('限制条件均已满足', 'is satisfied'),
};
export const TRUTH_LABELS: Readonly<Record<Truth, Text>> = {
  TRUE: text('是', 'yes'),
  FALSE: text('否', 'no'),
  UNKNOWN: text('待查', 'not known yet'),
};
export const NONE_LABEL = text('无', 'none');
export const LEVEL_LABELS: Readonly<Record<JurisdictionLevel, Text>> = {
  COUNTRY: text('国家级', 'national'),
  PROVINCE: text('省级', 'provincial'),
  PREFECTURE: text('市级', 'prefectural'),
  COUNTY: text('县级', 'county-level'),
  ZONE: text('园区级', 'zone-level'),
};
export const MEASURE_LABELS: Readonly<Record<Measure, Text>> = {
  PROHIBITED: text('禁止', 'prohibited'),
  RESTRICTED: text('限制', 'restricted'),
};
export const FORCE_LABELS: Readonly<Record<Force, Text>> = {
  MANDATORY: text('应当', 'mandatory'),
  IN_PRINCIPLE: text('原则上', 'in principle'),
};
export const SUBJECT_LABELS: Readonly<Record<FactSubject, Text>> = {
  PROJECT: text('项目', 'the project'),
  ZONE: text('园区', 'the zone'),
};
/** What kind of value a field takes. */
export const TYPE_LABELS: Readonly<Record<string, Text>> = {
  NUMBER: text('数值', 'number'),
  NUMBERS: text('数值列表', 'list of numbers'),
  FLAG: text('是或否', 'true or false'),
  CHOICE: text('单选项', 'one option'),
  SET: text('多选项列表', 'list of options'),
  DATE: text('日期', 'date'),
  LIST: text('列表', 'list'),
  TEXT: text('文本', 'text'),
  OBJECT: text('对象', 'object'),
  ONE_OF: text('恰有一个字段的对象', 'object with exactly one field'),
};
/** `{field}` is the place, `{value}` what was stated there, `{readAs}` what it was read as. */
export const NOTICE_SENTENCES = {
  PROJECT_CODE_LOOKS_MISTYPED: text(
    '项目代码“{value}”的末位与前面各位不符，可能有误，请核对。',
    'The last digit of the project code {value} does not fit the others. It may be mistyped: check it.',
  ),
  INDUSTRY_READ: text('行业“{value}”按 {readAs} 认定。', 'The industry "{value}" was read as {readAs}.'),
  DEFINITION_LAPSED: text(
    '“{value}”已无现行目录定义，按 {readAs} 的定义执行。',
    'No catalog in force defines {value} any more: the definition of {readAs} counts.',
  ),
  MAJOR_HAZARD_LEVEL_DIFFERS: text(
    '重大危险源级别填报为“{value}”，按清单计算为 {readAs}，以较重者为准。',
    'The level of the major hazard source was stated as "{value}"; by the inventory it is {readAs}. The graver counts.',
  ),
  CHEMICAL_READ: text('化学品“{value}”按 {readAs} 认定。', 'The chemical "{value}" was read as {readAs}.'),
} as const satisfies Readonly<Record<NoticeCode, Text>>;
/** `{catalog}`, `{fact}` and `{zone}` stand for names. */
export const REASON_SENTENCES: Readonly<Record<ReasonCode, Text>> = {
  NO_CATALOG_IN_FORCE: text(
    '当日该园区及其上级均无现行目录，不能据目录直接准入，须报主管部门研究决定。',
    'No catalog of the zone or of anything above it is in force on that day, so the project goes to the authority.',
  ),
  CATALOG_LAPSED: text(
    '“{catalog}”已公布但当日无有效版本且未废止，须报主管部门研究决定。',
    'The catalog "{catalog}" was issued, is not repealed and has no version in force on that day, so the project goes to the authority.',
  ),
  ZONE_HAS_NO_CATALOG: text(
    '该园区自身没有现行目录，仅适用上级目录。',
    'The zone has no catalog of its own in force; only those above it apply.',
  ),
  REGISTER_INCOMPLETE: text(
    '“{catalog}”需要的园区事项“{fact}”名录尚未登记，须报主管部门研究决定。',
    'The register does not state "{fact}" of the zone, which the catalog "{catalog}" tests, so the project goes to the authority.',
  ),
};

/** The names of the options of built-in facts; processes have theirs with the hazard data. */
export const OPTION_LABELS: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  natures: {
    NEW_BUILD: text('新建', 'new build'),
    EXPANSION: text('扩建', 'expansion'),
    RECONSTRUCTION: text('改建', 'reconstruction'),
    TECHNICAL_UPGRADE: text('技术改造', 'technical upgrade'),
    RELOCATION: text('迁建', 'relocation'),
  },
  activities: {
    PRODUCE: text('生产', 'produce'),
    STORE: text('储存', 'store'),
    USE: text('使用', 'use'),
    TRADE: text('经营', 'trade'),
    TRANSPORT: text('运输', 'transport'),
  },
  purposes: {
    SAFETY: text('安全提升', 'safety'),
    ENVIRONMENT: text('生态环保', 'environment'),
    ENERGY: text('节能', 'energy saving'),
    DIGITAL: text('数字化改造', 'digitalisation'),
    QUALITY: text('质量提升', 'quality'),
    HAZARD_RECTIFICATION: text('隐患整治', 'hazard rectification'),
    SUPPORTING_UTILITY: text('公用工程配套', 'supporting utility'),
  },
  nationalClass: {
    ENCOURAGED: text('鼓励类', 'encouraged'),
    PERMITTED: text('允许类', 'permitted'),
    RESTRICTED: text('限制类', 'restricted'),
    ELIMINATED: text('淘汰类', 'to be eliminated'),
  },
  majorHazardLevel: {
    NONE: text('不构成重大危险源', 'none'),
    FOUR: text('四级', 'level four'),
    THREE: text('三级', 'level three'),
    TWO: text('二级', 'level two'),
    ONE: text('一级', 'level one'),
  },
  'zone.kind': {
    DEVELOPMENT_ZONE: text('开发区', 'development zone'),
    HIGH_TECH_ZONE: text('高新区', 'high-tech zone'),
    INDUSTRIAL_PARK: text('工业园区', 'industrial park'),
    CHEMICAL_PARK: text('化工园区', 'chemical park'),
    OUTSIDE: text('园区外', 'outside parks'),
  },
  'zone.level': {
    NATIONAL: text('国家级', 'national'),
    PROVINCIAL: text('省级', 'provincial'),
    OTHER: text('其他', 'other'),
  },
  'zone.riskGrade': {
    A: text('A 级（高安全风险）', 'A (high risk)'),
    B: text('B 级（较高安全风险）', 'B (fairly high risk)'),
    C: text('C 级（一般安全风险）', 'C (moderate risk)'),
    D: text('D 级（较低安全风险）', 'D (low risk)'),
    UNRATED: text('未评级', 'not rated'),
    NONE: text('不适用', 'not applicable'),
  },
};

/** The units of built-in facts in English; other units are the same in both languages. */
const UNITS_EN: Readonly<Record<string, string>> = {
  万元: '×10 000 CNY',
  元: 'CNY',
  亿元: '×100 million CNY',
  亩: 'mu',
  公顷: 'ha',
  平方米: 'm²',
  '万元/亩': '×10 000 CNY/mu',
  人: 'persons',
};
export const unitLabel = (unit: string, locale: Locale): string =>
  locale === 'en' ? (UNITS_EN[unit] ?? unit) : unit;
