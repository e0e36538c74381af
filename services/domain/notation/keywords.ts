import type { CapacityOf } from '../condition/condition.ts';
import type { Locale } from '../values/text.ts';

/** The words of the notation that are nobody's name; the first of each language is the one that is written. */
export const KEYWORDS = {
  AND: { zh: ['且'], en: ['and'] },
  OR: { zh: ['或', '或者'], en: ['or'] },
  NOT: { zh: ['非'], en: ['not'] },
  ALL: { zh: ['全部'], en: ['all of'] },
  ANY: { zh: ['任一'], en: ['any of'] },
  atLeast: { zh: ['不低于', '不少于', '不小于', '大于等于'], en: ['at least', '≥', '>='] },
  moreThan: { zh: ['超过', '大于', '高于', '多于'], en: ['more than', '>'] },
  atMost: { zh: ['不超过', '不大于', '不高于', '不多于', '小于等于'], en: ['at most', '≤', '<='] },
  lessThan: { zh: ['低于', '小于', '少于', '不足', '不满'], en: ['less than', '<'] },
  onOrAfter: { zh: ['不早于'], en: ['on or after'] },
  before: { zh: ['早于'], en: ['before'] },
  IS: { zh: ['为'], en: ['is', '='] },
  ONE_OF: { zh: ['属于'], en: ['is one of'] },
  YES: { zh: ['是'], en: ['yes', 'true'] },
  NO: { zh: ['否'], en: ['no', 'false'] },
  includesAny: { zh: ['包含任一'], en: ['include any of'] },
  includesAll: { zh: ['包含全部'], en: ['include all of'] },
  includesNone: { zh: ['均不包含'], en: ['include none of'] },
  INCLUDES: { zh: ['包含'], en: ['include'] },
  INCLUDES_NOT: { zh: ['不包含'], en: ['do not include'] },
  CHEMICAL: { zh: ['化学品'], en: ['chemical'] },
  CAS: { zh: ['CAS'], en: ['CAS'] },
  LIST: { zh: ['名单内'], en: ['of the list'] },
  OUTSIDE_LIST: { zh: ['名单外'], en: ['outside the list'] },
  ANY_SUBSTANCE: { zh: ['任意'], en: ['any'] },
  ACTIVITIES: { zh: ['活动'], en: ['activities'] },
  FRACTION: { zh: ['质量分数'], en: ['mass fraction'] },
  INVENTORY: { zh: ['设计最大量'], en: ['designed maximum'] },
  TONNES: { zh: ['吨', 't'], en: ['t'] },
  PERCENT: { zh: ['%'], en: ['%'] },
  PRODUCT: { zh: ['产品'], en: ['product'] },
  CAPACITY: { zh: ['产能'], en: ['capacity'] },
  PER_LINE: { zh: ['单线产能'], en: ['capacity per line'] },
  ADDED: { zh: ['新增产能'], en: ['added capacity'] },
  WHATEVER: { zh: ['不限'], en: ['whatever'] },
  OPEN: { zh: ['(', '['], en: ['(', '['] },
  CLOSE: { zh: [')', ']'], en: [')', ']'] },
  BETWEEN: { zh: ['、', ','], en: [',', '、'] },
  PARTS: { zh: [';'], en: [';'] },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, readonly [string, ...string[]]>>>> &
  Readonly<Record<CapacityOf, unknown>>;

export type Keyword = keyof typeof KEYWORDS;

/** A keyword as it is written. */
export const written = (keyword: Keyword, locale: Locale): string => KEYWORDS[keyword][locale][0];

export const spellings = (keyword: Keyword): readonly string[] => [
  ...KEYWORDS[keyword].zh,
  ...KEYWORDS[keyword].en,
];
