import type { Entry, Exception, Requirement } from '../catalog/entry.ts';
import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import type { Locale, Text } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import { sayIn } from './change-sentences.ts';

/** What the exceptions and requirements are called that a path goes through by key; undefined for one unknown. */
export type ItemTexts = (field: 'exceptions' | 'requirements', key: string) => Text | undefined;

/** The name of a field of an entry, by its path; an exception or requirement is named by its wording. */
export function entryFieldName(path: readonly string[], itemText: ItemTexts, locale: Locale): string {
  const [field, key, inner] = path as [keyof Entry, string?, string?];
  if ((field === 'exceptions' || field === 'requirements') && key !== undefined && inner !== undefined) {
    const names = { exceptions: EXCEPTION_FIELDS, requirements: REQUIREMENT_FIELDS }[field];
    const name = (names as Readonly<Record<string, Text>>)[inner]!;
    return sayIn(locale)('FIELD_OF_ITEM', {
      name,
      owner: ENTRY_FIELDS[field],
      item: itemText(field, key) ?? key,
    });
  }
  if (field === 'industries') return inLocale(SCOPE_FIELDS[key as keyof typeof SCOPE_FIELDS], locale);
  return inLocale(ENTRY_FIELDS[field], locale);
}

export const detailName = (path: readonly string[], locale: Locale): string =>
  inLocale(DETAIL_FIELDS[path[0] as keyof typeof DETAIL_FIELDS], locale);
export const factFieldName = (path: readonly string[], locale: Locale): string =>
  inLocale(FACT_FIELDS[path[0] as keyof FactDefinition], locale);
export const listFieldName = (path: readonly string[], locale: Locale): string =>
  inLocale(LIST_FIELDS[path[0] as keyof SubstanceList], locale);

const named = (zh: string, en: string): Text => ({ zh, en });

const ENTRY_FIELDS: Readonly<Record<keyof Entry, Text>> = {
  code: named('条目编号', 'code'),
  measure: named('措施', 'measure'),
  force: named('约束力', 'force'),
  text: named('条目内容', 'wording'),
  industries: named('适用行业', 'industries'),
  natures: named('适用建设性质', 'natures of construction'),
  activities: named('适用活动类型', 'activities'),
  territory: named('适用区域', 'territory'),
  when: named('限定条件', 'condition'),
  exceptions: named('除外情形', 'exception'),
  requirements: named('限制条件', 'requirement'),
  validFrom: named('有效期起始日', 'first day it applies'),
  validTo: named('有效期截止日', 'last day it applies'),
  exemptIfApprovedBefore: named('此前已批准项目的豁免日期', 'exemption of projects approved before'),
  deadline: named('整改（淘汰）期限', 'deadline'),
  replacement: named('替代方案', 'replacement'),
  responsibility: named('责任部门', 'responsibility'),
  basis: named('法律依据', 'legal basis'),
  remark: named('备注', 'remark'),
};
const SCOPE_FIELDS = {
  include: named('适用行业', 'industries covered'),
  except: named('除外行业', 'industries left out'),
};
const EXCEPTION_FIELDS: Readonly<Record<keyof Exception, Text>> = {
  key: named('标识', 'key'),
  text: named('内容', 'wording'),
  when: named('条件', 'condition'),
  discretionary: named('是否一事一议', 'discretion of the authority'),
  decidedBy: named('认定层级', 'deciding level'),
};
const REQUIREMENT_FIELDS: Readonly<Record<keyof Requirement, Text>> = {
  key: named('标识', 'key'),
  text: named('内容', 'wording'),
  when: named('应满足的条件', 'condition'),
  evidence: named('证明材料', 'evidence'),
};
const DETAIL_FIELDS = {
  title: named('目录名称', 'title'),
  issuer: named('发布机关', 'issuer'),
  documentNumber: named('文号', 'document number'),
};
const FACT_FIELDS: Readonly<Record<keyof FactDefinition, Text>> = {
  key: named('标识', 'key'),
  type: named('类型', 'type'),
  about: named('对象', 'subject'),
  unit: named('计量单位', 'unit'),
  integer: named('是否整数', 'whole numbers only'),
  options: named('可选项', 'options'),
  name: named('名称', 'name'),
  question: named('询问用语', 'question'),
};
const LIST_FIELDS: Readonly<Record<keyof SubstanceList, Text>> = {
  key: named('标识', 'key'),
  name: named('名称', 'name'),
  members: named('成员', 'members'),
};
