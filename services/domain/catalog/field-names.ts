import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import type { ProductTerm } from '../facts/product-term.ts';
import { LEVEL_LABELS, MEASURE_LABELS, OPTION_LABELS } from '../messages/labels.ts';
import { joined, sayFrom } from '../messages/sentences.ts';
import type { Locale, Text } from '../values/text.ts';
import { inLocale, text } from '../values/text.ts';
import type { Entry, Exception, Requirement } from './entry.ts';

/** The wording of the exception or requirement that a path goes through by key; undefined for an unknown one. */
export type ItemTexts = (field: 'exceptions' | 'requirements', key: string) => Text | undefined;

/** The name of a field of an entry, by its path; an exception or requirement is named by its wording. */
export function entryFieldName(path: readonly string[], itemText: ItemTexts, locale: Locale): string {
  const [field, key, inner] = path as [keyof Entry, string?, string?];
  if ((field === 'exceptions' || field === 'requirements') && key !== undefined && inner !== undefined) {
    const name = ITEM_FIELDS[field]![inner]!;
    return sayOf(locale)('FIELD_OF_ITEM', {
      name,
      owner: ENTRY_FIELDS[field],
      item: itemText(field, key) ?? key,
    });
  }
  if (field === 'industries' || field === 'territory')
    return inLocale(SCOPE_FIELDS[field][key as 'include' | 'except'], locale);
  return inLocale(ENTRY_FIELDS[field], locale);
}

/**
 * Where something is in a content, and what stands there, in words: as much of it as has a name.
 *
 * @param path names and keys, joined by dots
 * @param value empty where there is none
 */
export function contentPlaceText(path: string, value: string, locale: Locale): string {
  const place = contentPlace(path, locale);
  // What is named already, and that something is so, is not said again.
  if (['', 'true'].includes(value) || [`“${value}”`, `"${value}"`].some((named) => place.includes(named)))
    return place;
  const said = value.split(', ').map((one) => inLocale(OPTIONS[one] ?? text(one, one), locale));
  return sayOf(locale)('PLACE_AND_VALUE', { place, value: joined(said, 'ITEMS', locale) });
}

/** What the options of fields are called. */
const OPTIONS: Readonly<Record<string, Text>> = {
  ...OPTION_LABELS.natures,
  ...OPTION_LABELS.activities,
  ...MEASURE_LABELS,
  ...LEVEL_LABELS,
};

function contentPlace(path: string, locale: Locale): string {
  const [field = '', key, inner = ''] = path.split('.');
  const say = sayOf(locale);
  const kind = KINDS[field];
  if (kind && key !== undefined) {
    const parts = path.split('.').slice(1);
    // A key is that of its catalog and a name.
    const at = parts.findIndex((part, place) => place > 1 && part in DEFINITION_FIELDS);
    const item = parts.slice(0, at < 0 ? undefined : at).join('.');
    const name = at < 0 ? undefined : DEFINITION_FIELDS[parts[at]!];
    return name ? say('FIELD_OF_ITEM', { name, owner: kind, item }) : say('ITEM', { owner: kind, item });
  }
  if (field === 'industries' || field === 'territory')
    return inLocale(SCOPE_FIELDS[field][key as 'include' | 'except'] ?? ENTRY_FIELDS[field], locale);
  const owner = FIELDS[field];
  if (!owner) return path;
  const names = ITEM_FIELDS[field];
  if (!names || key === undefined) return inLocale(owner, locale);
  const name = names[inner];
  return name ? say('FIELD_OF_ITEM', { name, owner, item: key }) : say('ITEM', { owner, item: key });
}

export const detailName = (path: readonly string[], locale: Locale): string =>
  inLocale(DETAIL_FIELDS[path[0] as keyof typeof DETAIL_FIELDS], locale);
export const factFieldName = (path: readonly string[], locale: Locale): string =>
  inLocale(FACT_FIELDS[path[0] as keyof FactDefinition], locale);
export const listFieldName = (path: readonly string[], locale: Locale): string =>
  inLocale(LIST_FIELDS[path[0] as keyof SubstanceList], locale);

export const productFieldName = (path: readonly string[], locale: Locale): string =>
  inLocale(PRODUCT_FIELDS[path[0] as keyof ProductTerm], locale);

const ENTRY_FIELDS: Readonly<Record<keyof Entry, Text>> = {
  code: text('条目编号', 'code'),
  printedAs: text('印发文本中的序号', 'place in the law as printed'),
  sortedAs: text('排序编号', 'sorted as'),
  measure: text('措施', 'measure'),
  force: text('约束力', 'force'),
  text: text('条目内容', 'wording'),
  industries: text('适用行业', 'industries'),
  natures: text('适用建设性质', 'natures of construction'),
  activities: text('适用活动类型', 'activities'),
  territory: text('适用区域', 'territory'),
  when: text('限定条件', 'condition'),
  conditionsPending: text('条件待编写', 'conditions still to be written'),
  exceptions: text('除外情形', 'exception'),
  requirements: text('限制条件', 'requirement'),
  validFrom: text('有效期起始日', 'first day it applies'),
  validTo: text('有效期截止日', 'last day it applies'),
  exemptIfApprovedBefore: text('此前已批准项目的豁免日期', 'exemption of projects approved before'),
  deadline: text('整改（淘汰）期限', 'deadline'),
  replacement: text('替代方案', 'replacement'),
  responsibility: text('责任部门', 'responsibility'),
  basis: text('法律依据', 'legal basis'),
  remark: text('备注', 'remark'),
};
const SCOPE_FIELDS = {
  industries: {
    include: text('适用行业', 'industries covered'),
    except: text('除外行业', 'industries left out'),
  },
  territory: {
    include: text('适用区域', 'territory'),
    except: text('除外区域', 'territory left out'),
  },
};
const EXCEPTION_FIELDS: Readonly<Record<keyof Exception, Text>> = {
  key: text('标识', 'key'),
  text: text('内容', 'wording'),
  when: text('条件', 'condition'),
  discretionary: text('是否一事一议', 'discretion of the authority'),
  decidedBy: text('认定层级', 'deciding level'),
};
const REQUIREMENT_FIELDS: Readonly<Record<keyof Requirement, Text>> = {
  key: text('标识', 'key'),
  text: text('内容', 'wording'),
  when: text('应满足的条件', 'condition'),
  evidence: text('证明材料', 'evidence'),
};
const DETAIL_FIELDS = {
  title: text('目录名称', 'title'),
  issuer: text('发布机关', 'issuer'),
  documentNumber: text('文号', 'document number'),
};
const FACT_FIELDS: Readonly<Record<keyof FactDefinition, Text>> = {
  key: text('标识', 'key'),
  type: text('类型', 'type'),
  about: text('对象', 'subject'),
  unit: text('计量单位', 'unit'),
  integer: text('是否整数', 'whole numbers only'),
  many: text('是否多值', 'several values'),
  ratio: text('比率', 'ratio'),
  options: text('可选项', 'options'),
  name: text('名称', 'name'),
  question: text('询问用语', 'question'),
};
const LIST_FIELDS: Readonly<Record<keyof SubstanceList, Text>> = {
  key: text('标识', 'key'),
  name: text('名称', 'name'),
  members: text('成员', 'members'),
  fractions: text('成员的质量分数范围', 'mass fractions of members'),
};
const PRODUCT_FIELDS: Readonly<Record<keyof ProductTerm, Text>> = {
  key: text('标识', 'key'),
  name: text('名称', 'name'),
  aliases: text('别名', 'aliases'),
  narrower: text('下位产品', 'kinds'),
  units: text('计量单位', 'units'),
};
/** Of the exceptions and requirements of an entry. */
const ITEM_FIELDS: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  exceptions: EXCEPTION_FIELDS,
  requirements: REQUIREMENT_FIELDS,
};
const DEFINITION_FIELDS: Readonly<Record<string, Text>> = {
  ...PRODUCT_FIELDS,
  ...LIST_FIELDS,
  ...FACT_FIELDS,
};
const KINDS: Readonly<Record<string, Text>> = {
  facts: text('事项', 'fact'),
  lists: text('化学品名单', 'substance list'),
  products: text('产品类别', 'product term'),
  definitions: text('自定内容', 'definition'),
};
const FIELDS: Readonly<Record<string, Text>> = {
  ...ENTRY_FIELDS,
  ...DETAIL_FIELDS,
  ...KINDS,
  entries: text('条目', 'entries'),
  tests: text('条件中的判断', 'tests in conditions'),
  members: text('名单中的物质', 'substances on lists'),
  effectiveFrom: text('生效日期', 'first day in force'),
  effectiveTo: text('失效日期', 'last day in force'),
};

const sayOf = sayFrom({
  FIELD_OF_ITEM: { zh: '{owner}“{item}”的{name}', en: '{name} of {owner} "{item}"' },
  ITEM: { zh: '{owner}“{item}”', en: '{owner} "{item}"' },
  PLACE_AND_VALUE: { zh: '{place}：{value}', en: '{place}: {value}' },
});
