import type { RegisteredCatalog } from '../catalog/catalog.ts';
import { catalogId } from '../ids.ts';
import { OPTION_LABELS, TRUTH_LABELS } from '../messages/labels.ts';
import type { Locale, Text } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';

/** One thing that a step of the register did (名录变更事项). */
export type RegisterItem =
  | {
      readonly kind: 'REGISTERED' | 'CHANGED' | 'CLOSED' | 'REOPENED';
      readonly record: JurisdictionRecord;
      /** The record that counted before it; null for the first. */
      readonly before: JurisdictionRecord | null;
    }
  | { readonly kind: 'CATALOG_CREATED'; readonly catalog: RegisteredCatalog };
export const REGISTER_ITEM_KINDS = [
  'REGISTERED',
  'CHANGED',
  'CLOSED',
  'REOPENED',
  'CATALOG_CREATED',
] as const satisfies readonly RegisterItem['kind'][];

/** What a record did, given the one that it follows. */
export function recordItem(record: JurisdictionRecord, before: JurisdictionRecord | null): RegisterItem {
  if (!before) return { kind: 'REGISTERED', record, before };
  if (record.closed && !before.closed) return { kind: 'CLOSED', record, before };
  if (!record.closed && before.closed) return { kind: 'REOPENED', record, before };
  return { kind: 'CHANGED', record, before };
}

/** A field of a jurisdiction with what it said before and says after, in words; null where it says nothing. */
export interface RegisterFieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The fields in which a record differs from the one before it; all that it says where it is the first.
 *
 * @param place the name of a jurisdiction by its id
 */
export function registerFieldChanges(
  { record, before }: { readonly record: JurisdictionRecord; readonly before: JurisdictionRecord | null },
  place: (id: string) => Text,
  locale: Locale,
): readonly RegisterFieldChange[] {
  const inWords = (one: JurisdictionRecord | null, tell: Tell): string | null =>
    (one && tell(one, place, locale)) || null;
  return FIELDS.map(({ name, tell }) => ({
    field: inLocale(name, locale),
    before: inWords(before, tell),
    after: inWords(record, tell),
  })).filter((change) => change.before !== change.after);
}

type Tell = (
  record: JurisdictionRecord,
  place: (id: string) => Text,
  locale: Locale,
) => string | null | undefined;

const FIELDS: readonly { readonly name: Text; readonly tell: Tell }[] = [
  { name: { zh: '名称', en: 'name' }, tell: ({ name }, _, locale) => bothNames(name, locale) },
  {
    name: { zh: '上级', en: 'lies in' },
    tell: ({ parent }, place, locale) => parent && `${inLocale(place(parent), locale)} (${parent})`,
  },
  {
    name: { zh: '园区类型', en: 'kind' },
    tell: ({ zone }, _, locale) => label('zone.kind', zone?.kind, locale),
  },
  {
    name: { zh: '园区级别', en: 'level' },
    tell: ({ zone }, _, locale) => label('zone.level', zone?.zoneLevel, locale),
  },
  {
    name: { zh: '安全风险等级', en: 'safety risk grade' },
    tell: ({ zone }, _, locale) => label('zone.riskGrade', zone?.riskGrade, locale),
  },
  {
    name: { zh: '产业定位', en: 'positioning' },
    tell: ({ zone }, _, locale) => listed([...(zone?.positioning ?? [])], locale),
  },
  {
    name: { zh: '片区', en: 'areas' },
    tell: ({ zone }, _, locale) =>
      listed(
        (zone?.areas ?? []).map(({ key, name }) => `${bothNames(name, locale)} (${key})`),
        locale,
      ),
  },
  {
    name: { zh: '暂停新建项目审批', en: 'approval of new projects suspended' },
    tell: ({ zone }, _, locale) => zone && inLocale(TRUTH_LABELS[zone.suspended ? 'TRUE' : 'FALSE'], locale),
  },
  {
    name: { zh: '园区事项', en: 'facts of the zone' },
    tell: ({ zone }, _, locale) =>
      listed(
        (zone?.facts ?? []).map(({ key, value }) => `${key} = ${Object.values(value).flat().join(', ')}`),
        locale,
      ),
  },
];

/** A change of either name has to show, whatever language is read. */
const bothNames = ({ zh, en }: Text, locale: Locale): string =>
  en ? (locale === 'zh' ? `${zh}（${en}）` : `${en} (${zh})`) : zh;

const label = (fact: string, option: string | undefined, locale: Locale): string | null =>
  option === undefined ? null : inLocale(OPTION_LABELS[fact]![option]!, locale);

const listed = (items: readonly string[], locale: Locale): string | null =>
  items.join(locale === 'zh' ? '、' : ', ') || null;

/** The item as a sentence. */
export function registerItemText(item: RegisterItem, place: (id: string) => Text, locale: Locale): string {
  const zh = locale === 'zh';
  if (item.kind === 'CATALOG_CREATED') {
    const { key, title, jurisdiction } = item.catalog;
    const of = inLocale(place(jurisdiction), locale);
    return zh
      ? `新建目录《${title.zh}》（${catalogId(key)}），属${of}。`
      : `Created the catalog "${inLocale(title, 'en')}" (${catalogId(key)}) of ${of}.`;
  }
  const { record, before } = item;
  const changes = registerFieldChanges(item, place, locale).map((change) => changeText(change, before, zh));
  const details = changes.length === 0 ? '' : (zh ? '：' : ': ') + changes.join(zh ? '；' : '; ');
  const who = { name: inLocale((before ?? record).name, locale), id: record.id, from: record.effectiveFrom };
  return `${HEADLINES[item.kind][zh ? 'zh' : 'en'](who)}${details}${zh ? '。' : '.'}`;
}

function changeText(
  { field, before, after }: RegisterFieldChange,
  record: JurisdictionRecord | null,
  zh: boolean,
): string {
  const none = zh ? '无' : 'none';
  if (!record) return zh ? `${field}为${after}` : `${field} ${after}`;
  return zh
    ? `${field}由“${before ?? none}”改为“${after ?? none}”`
    : `${field} changed from "${before ?? none}" to "${after ?? none}"`;
}

interface Who {
  readonly name: string;
  readonly id: string;
  readonly from: string;
}
const HEADLINES = {
  REGISTERED: {
    zh: ({ name, id, from }: Who) => `登记“${name}”（${id}），自 ${from} 起`,
    en: ({ name, id, from }: Who) => `Registered "${name}" (${id}) from ${from} on`,
  },
  CHANGED: {
    zh: ({ name, id, from }: Who) => `变更“${name}”（${id}），自 ${from} 起`,
    en: ({ name, id, from }: Who) => `Changed "${name}" (${id}) from ${from} on`,
  },
  CLOSED: {
    zh: ({ name, id, from }: Who) => `撤销“${name}”（${id}），自 ${from} 起`,
    en: ({ name, id, from }: Who) => `Closed "${name}" (${id}) from ${from} on`,
  },
  REOPENED: {
    zh: ({ name, id, from }: Who) => `恢复“${name}”（${id}），自 ${from} 起`,
    en: ({ name, id, from }: Who) => `Reopened "${name}" (${id}) from ${from} on`,
  },
} as const;
