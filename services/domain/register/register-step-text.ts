import { catalogId } from '../ids.ts';
import { NONE_LABEL, OPTION_LABELS, TRUTH_LABELS } from '../messages/labels.ts';
import { joined, sayFrom } from '../messages/sentences.ts';
import { dayOf } from '../values/day.ts';
import type { Locale, Text } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import type { JurisdictionRecord, ZoneFacts } from './jurisdiction.ts';
import type { LostTerritory } from './lost-territory.ts';
import type { RegisterItem } from './register-change.ts';

/** The name of a jurisdiction by its id. */
type Place = (id: string) => Text;

/**
 * What a step of the register did, in words, a line for each thing. A change that carries on into records of later days
 * (ADR 0004) is said once, with those days.
 */
export function registerStepText(items: readonly RegisterItem[], place: Place, locale: Locale): string {
  const said = new Map<string, { readonly text: string; readonly days: string[] }>();
  for (const item of items) {
    const wherever = registerItemText(on('', item), place, locale);
    const known = said.get(wherever);
    if (known && 'record' in item) known.days.push(item.record.effectiveFrom);
    else said.set(wherever, { text: registerItemText(item, place, locale), days: [] });
  }
  const carriedOn = (days: readonly string[]) =>
    days.length === 0 ? '' : sayIn(locale)('CARRIED_ON', { days });
  return Array.from(said.values(), ({ text, days }) => text + carriedOn(days)).join('\n');
}

/** What catalogs lose by a change that was proposed although they name it, in words. */
export const lostTerritoryText = ({ code: _, ...lost }: LostTerritory, locale: Locale): string =>
  'definitions' in lost
    ? sayIn(locale)('LOST_DEFINITIONS', { ...lost })
    : 'products' in lost
      ? sayIn(locale)('OTHER_UNITS', { ...lost })
      : sayIn(locale)('LOST', { ...lost });

/** The item as if it were of another day. */
const on = (effectiveFrom: string, item: RegisterItem): RegisterItem =>
  'record' in item ? { ...item, record: { ...item.record, effectiveFrom } } : item;

/** The item as a sentence. */
export function registerItemText(item: RegisterItem, place: Place, locale: Locale): string {
  const say = sayIn(locale);
  if (item.kind === 'CATALOG_CREATED') {
    const { key, title, jurisdiction } = item.catalog;
    return say('CATALOG_CREATED', { id: catalogId(key), title, owner: place(jurisdiction) });
  }
  if ('proposal' in item) {
    const { by, at, reason } = item.proposal;
    const act = registerStepText(item.items, place, locale);
    return say(item.kind, { by, on: dayOf(new Date(at)), reason, act });
  }
  const { kind, record, before } = item;
  const fields = registerFieldChanges(item, place, locale).map((change) =>
    changeText(change, before, locale),
  );
  const changes = fields.length === 0 ? '' : say('CHANGES', { changes: joined(fields, 'CLAUSES', locale) });
  return say(kind, { name: (before ?? record).name, id: record.id, from: record.effectiveFrom, changes });
}

function changeText(
  { field, before, after }: RegisterFieldChange,
  known: JurisdictionRecord | null,
  locale: Locale,
): string {
  const say = sayIn(locale);
  if (!known) return say('FIELD', { field, after });
  return say('FIELD_CHANGED', { field, before: before ?? NONE_LABEL, after: after ?? NONE_LABEL });
}

const sayIn = sayFrom({
  REGISTERED: {
    zh: '登记“{name}”（{id}），自 {from} 起{changes}。',
    en: 'Registered "{name}" ({id}) from {from} on{changes}.',
  },
  CHANGED: {
    zh: '变更“{name}”（{id}），自 {from} 起{changes}。',
    en: 'Changed "{name}" ({id}) from {from} on{changes}.',
  },
  CLOSED: {
    zh: '撤销“{name}”（{id}），自 {from} 起{changes}。',
    en: 'Closed "{name}" ({id}) from {from} on{changes}.',
  },
  REOPENED: {
    zh: '恢复“{name}”（{id}），自 {from} 起{changes}。',
    en: 'Reopened "{name}" ({id}) from {from} on{changes}.',
  },
  CATALOG_CREATED: {
    zh: '新建目录《{title}》（{id}），属{owner}。',
    en: 'Created the catalog "{title}" ({id}) of {owner}.',
  },
  PROPOSED: { zh: '提请（待另一人确认）：{act}', en: 'Proposed, for another to confirm: {act}' },
  PROPOSAL_CONFIRMED: {
    zh: '确认“{by}”于 {on} 的提请（事由：{reason}）。',
    en: 'With this the proposal of "{by}" of {on} was confirmed: "{reason}".',
  },
  PROPOSAL_WITHDRAWN: {
    zh: '撤销“{by}”于 {on} 的提请（事由：{reason}）：{act}',
    en: 'Withdrew the proposal of "{by}" of {on}, "{reason}": {act}',
  },
  LOST: {
    zh: '目录“{catalog}”第 {number} 版的条目 {entries} 以 {value} 为适用区域，自 {on} 起不再适用于它，提请人已知悉。',
    en: 'Version {number} of catalog "{catalog}" names {value} in the territory of entries {entries}. From {on} on they apply there no more, which the proposer knows.',
  },
  LOST_DEFINITIONS: {
    zh: '目录“{catalog}”第 {number} 版使用上级目录的定义 {definitions}；{value} 自 {on} 起划出后，按最后有效的定义执行，提请人已知悉。',
    en: 'Version {number} of catalog "{catalog}" uses the definitions {definitions} of catalogs above. After the move of {value}, from {on} on, the last ones that counted stay in use, which the proposer knows.',
  },
  OTHER_UNITS: {
    zh: '目录“{catalog}”第 {number} 版与 {value} 自 {on} 起所属上级的目录以不能换算的单位计量同一产品：{products}。申请人须同时按两种单位填报，提请人已知悉。',
    en: 'Version {number} of catalog "{catalog}" counts products in other units than the catalogs above {value} from {on} on, and none converts: {products}. Applicants have to state them in both, which the proposer knows.',
  },
  CHANGES: { zh: '：{changes}', en: ': {changes}' },
  FIELD: { zh: '{field}为{after}', en: '{field} {after}' },
  FIELD_CHANGED: {
    zh: '{field}由“{before}”改为“{after}”',
    en: '{field} changed from "{before}" to "{after}"',
  },
  BOTH_NAMES: { zh: '{zh}（{en}）', en: '{en} ({zh})' },
  CARRIED_ON: {
    zh: '此后自 {days} 起的登记一并变更。',
    en: ' The records from {days} on are changed with it.',
  },
});

/** A field of a jurisdiction with what it said before and says after, in words; null where it says nothing. */
export interface RegisterFieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The fields in which a record differs from the one before it; all that it says where it is the first. */
export function registerFieldChanges(
  { record, before }: { readonly record: JurisdictionRecord; readonly before: JurisdictionRecord | null },
  place: Place,
  locale: Locale,
): readonly RegisterFieldChange[] {
  return Object.values(FIELDS)
    .map(([name, valueText]) => ({
      field: inLocale(name, locale),
      before: (before && valueText(before, place, locale)) || null,
      after: valueText(record, place, locale) || null,
    }))
    .filter((change) => change.before !== change.after);
}

type ValueText = (record: JurisdictionRecord, place: Place, locale: Locale) => string | null | undefined;

const FIELDS: { readonly [Field in 'name' | 'parent' | keyof ZoneFacts]: readonly [Text, ValueText] } = {
  name: [{ zh: '名称', en: 'name' }, ({ name }, _, locale) => bothNames(name, locale)],
  parent: [
    { zh: '上级', en: 'lies in' },
    ({ parent }, place, locale) => parent && `${inLocale(place(parent), locale)} (${parent})`,
  ],
  kind: [{ zh: '园区类型', en: 'kind' }, ({ zone }, _, locale) => label('zone.kind', zone?.kind, locale)],
  zoneLevel: [
    { zh: '园区级别', en: 'level' },
    ({ zone }, _, locale) => label('zone.level', zone?.zoneLevel, locale),
  ],
  riskGrade: [
    { zh: '安全风险等级', en: 'safety risk grade' },
    ({ zone }, _, locale) => label('zone.riskGrade', zone?.riskGrade, locale),
  ],
  positioning: [
    { zh: '产业定位', en: 'positioning' },
    ({ zone }, _, locale) => joined(zone?.positioning ?? [], 'ITEMS', locale),
  ],
  areas: [
    { zh: '片区', en: 'areas' },
    ({ zone }, _, locale) => {
      const areas = zone?.areas ?? [];
      return joined(
        areas.map(({ key, name }) => `${bothNames(name, locale)} (${key})`),
        'ITEMS',
        locale,
      );
    },
  ],
  suspended: [
    { zh: '暂停新建项目审批', en: 'approval of new projects suspended' },
    ({ zone }, _, locale) => zone && inLocale(TRUTH_LABELS[zone.suspended ? 'TRUE' : 'FALSE'], locale),
  ],
  facts: [
    { zh: '园区事项', en: 'facts of the zone' },
    ({ zone }, _, locale) => {
      const facts = zone?.facts ?? [];
      const said = facts.map(({ key, value }) => `${key} = ${Object.values(value).flat().join(', ')}`);
      return joined(said, 'ITEMS', locale);
    },
  ],
};

/** A change of either name has to show, whatever language is read. */
const bothNames = ({ zh, en }: Text, locale: Locale): string =>
  en ? sayIn(locale)('BOTH_NAMES', { zh, en }) : zh;

const label = (fact: string, option: string | undefined, locale: Locale): string | null =>
  option === undefined ? null : inLocale(OPTION_LABELS[fact]![option]!, locale);
