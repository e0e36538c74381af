import type { Details } from './refusal.ts';
import type { Locale } from './text.ts';

/**
 * Every code of a user error with its sentence in zh and en. `{name}` stands for a detail.
 * A message says what went wrong in the caller's words, shows the value and tells what to do.
 */
const MESSAGES = {
  // input of a project (DESIGN 2.3)
  UNKNOWN_ZONE: {
    zh: '没有编号为“{value}”的园区，请核对园区编号。',
    en: 'There is no zone "{value}". Check the zone id.',
  },
  ZONE_CLOSED: {
    zh: '园区“{zone}”在 {on} 已撤销，不能再办理准入。',
    en: 'Zone "{zone}" is closed on {on} and admits no projects.',
  },
  UNKNOWN_INDUSTRY: {
    zh: '“{value}”不是 GB/T 4754-2017 的行业代码，请填门类字母或 2 至 4 位代码。',
    en: '"{value}" is not an industry code of GB/T 4754-2017. Give a section letter or a code of 2 to 4 digits.',
  },
  EMPTY_LIST: {
    zh: '“{field}”不能是空列表；不清楚时请不填。',
    en: '"{field}" cannot be an empty list. Leave it out if it is not known.',
  },
  UNKNOWN_AREA: {
    zh: '园区没有片区“{value}”，可填：{options}。',
    en: 'The zone has no area "{value}". It has: {options}.',
  },
  UNKNOWN_FACT: {
    zh: '现行目录没有定义事项“{key}”，请对照该园区的事项清单。',
    en: 'No catalog in force defines the fact "{key}". Compare the list of facts of the zone.',
  },
  WRONG_TYPE: {
    zh: '“{key}”应为{type}，收到的是 {value}。',
    en: '"{key}" takes a value of type {type}, not {value}.',
  },
  DUPLICATE_FACT: {
    zh: '“{key}”填了不止一次，请只保留一个。',
    en: '"{key}" is given more than once. Keep one.',
  },
  OUT_OF_RANGE: {
    zh: '“{field}”的值 {value} 不在允许范围内：{allowed}。',
    en: 'The value {value} of "{field}" is outside what is allowed: {allowed}.',
  },
  INVALID_NUMBER: {
    zh: '“{field}”的值 {value} 不是可精确表示的十进制数；有效数字超过 15 位时请以字符串提交。',
    en: 'The value {value} of "{field}" is not an exact decimal number. Send more than 15 significant digits as a string.',
  },
  INVALID_DATE: {
    zh: '“{field}”的值 {value} 不是日期，请按 2026-11-23 的格式填写。',
    en: 'The value {value} of "{field}" is not a date. Write it like 2026-11-23.',
  },
  INVALID_CAS: {
    zh: '“{field}”的值 {value} 不是有效的 CAS 号（校验位不符或格式不对）。',
    en: 'The value {value} of "{field}" is not a valid CAS number (wrong check digit or form).',
  },
  INVALID_PROJECT_CODE: {
    zh: '项目代码“{value}”格式不对，应如 2603-141124-89-05-346948。',
    en: 'The project code "{value}" is not well formed. It looks like 2603-141124-89-05-346948.',
  },
  INVALID_CREDIT_CODE: {
    zh: '统一社会信用代码“{value}”不正确（应为 18 位且校验位相符）。',
    en: 'The unified social credit code "{value}" is wrong (18 characters with a matching check character).',
  },
  DUPLICATE_PRODUCT: {
    zh: '产品“{product}”填了两行，请合并为一行。',
    en: 'The product "{product}" has two lines. Put them together in one.',
  },
  UNIT_MISMATCH: {
    zh: '产品“{product}”请以“{expected}”填报，收到的单位是“{value}”。',
    en: 'State the product "{product}" in "{expected}", not in "{value}".',
  },
  CONFIRMATION_NOT_ALLOWED: {
    zh: '只有 {jurisdiction} 及其上级的审批人员可以对条目 {entry} 的例外“{exception}”作出认定。',
    en: 'Only an officer of {jurisdiction} or above may confirm or deny exception "{exception}" of entry {entry}.',
  },
  UNKNOWN_CONFIRMATION: {
    zh: '现行目录 {catalog} 的条目 {entry} 没有可一事一议的例外“{exception}”。',
    en: 'Entry {entry} of catalog {catalog} in force has no discretionary exception "{exception}".',
  },
  // dates and reasons of a decision
  REASON_REQUIRED: {
    zh: '“{field}”与今日不同或早于今日时须说明理由。',
    en: 'A reason must be given where "{field}" is not today.',
  },
  // identity (DESIGN 8): top-level errors, never user errors
  UNAUTHENTICATED: {
    zh: '登录凭证无效或已过期，请重新登录后再试；查询公开目录和预评估无需登录，不带凭证即可。',
    en: 'The access token is invalid or has expired. Sign in again; published catalogs and assessments need no token at all.',
  },
  IDENTITY_UNAVAILABLE: {
    zh: '身份认证系统暂时无法访问，请稍后重试。',
    en: 'The identity provider cannot be reached at the moment. Try again in a while.',
  },
} as const satisfies Record<string, Record<Locale, string>>;

export type MessageCode = keyof typeof MESSAGES;
export const MESSAGE_CODES = Object.keys(MESSAGES) as MessageCode[];

/** The sentence of a code with its details filled in. */
export function render(code: MessageCode, details: Details, locale: Locale): string {
  return MESSAGES[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => shown(details[name], locale));
}

const shown = (value: Details[string] | undefined, locale: Locale): string =>
  Array.isArray(value) ? value.join(locale === 'zh' ? '、' : ', ') : String(value ?? '');
