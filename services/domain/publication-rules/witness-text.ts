import type { ChemicalInput, ProductInput } from '../assessment/project.ts';
import type { Witness } from '../assessment/witness.ts';
import type { FactDefinition, FactValue } from '../facts/fact.ts';
import type { Names } from '../facts/names.ts';
import { industryText } from '../facts/names.ts';
import { statedFor } from '../facts/ratio.ts';
import { unitLabel } from '../messages/labels.ts';
import type { Locale, Text } from '../values/text.ts';
import { inLocale } from '../values/text.ts';

/**
 * A witness in words, as far as these facts go: `industry codes: 2611 Inorganic acid; total investment: 2999 mu; …`.
 *
 * @param keys of the facts that matter to what it shows
 */
export function witnessText(
  witness: Witness,
  keys: ReadonlySet<string>,
  names: Names,
  locale: Locale,
): string {
  const zh = locale === 'zh';
  const said = [...new Set(['industries', ...keys])]
    .flatMap((key) => statedFor(names.fact(key), key))
    .filter((key, at, all) => all.indexOf(key) === at)
    .map((key) => factText(key, witness, names, locale))
    .filter((said) => said !== undefined)
    .map(([name, value]) => (zh ? `${name}：${value}` : `${name}: ${value}`));
  return [...said, zh ? `日期：${witness.on}` : `on ${witness.on}`].join(zh ? '；' : '; ');
}

function factText(
  key: string,
  { project, zone }: Witness,
  names: Names,
  locale: Locale,
): readonly [string, string] | undefined {
  const words = WORDS[locale];
  const fact = names.fact(key);
  const name = fact ? inLocale(fact.name, locale) : key;
  const options = (picked: readonly string[]) =>
    picked.map((option) => inLocale(names.option(key, option), locale)).join(words.and) || words.nothing;
  switch (key) {
    case 'industries':
      return [name, project.industries!.map((code) => industryText(code, names, locale)).join(words.and)];
    case 'natures':
      return [name, options(project.natures!)];
    case 'activities':
      return [name, options(project.activities!)];
    case 'areas': {
      const areas = zone.zone!.areas.filter((each) => project.areas?.includes(each.key));
      return [words.place, [zone, ...areas].map((each) => inLocale(each.name, locale)).join(words.and)];
    }
    case 'earlierApproval':
      return [name, project.earlierApproval?.approvedOn ?? words.nothing];
    case 'chemicals':
      return [
        name,
        project.facts!.chemicals!.map((line) => chemicalText(line, names, locale)).join(words.and) ||
          words.nothing,
      ];
    case 'products':
      return [
        name,
        project.facts!.products!.map((line) => productText(line, locale)).join(words.and) || words.nothing,
      ];
    case 'zone.kind':
      return [name, options([zone.zone!.kind])];
    case 'zone.level':
      return [name, options([zone.zone!.zoneLevel])];
    case 'zone.riskGrade':
      return [name, options([zone.zone!.riskGrade])];
    case 'zone.positioning':
      return [name, options(zone.zone!.positioning)];
    case 'zone.suspended':
      return [name, zone.zone!.suspended ? words.yes : words.no];
  }
  if (!fact) return undefined;
  const declared = [...(project.facts?.declared ?? []), ...zone.zone!.facts].find((each) => each.key === key);
  if (declared) return [name, valueText(fact, declared.value, names, locale)];
  const value = (project.facts as Record<string, unknown> | undefined)?.[key];
  if (value === undefined) return fact.about === 'ZONE' ? [name, words.unstated] : undefined;
  // A witness states every amount in the unit of its fact.
  const amount =
    fact.type === 'NUMBER' && typeof value === 'object' ? (value as { number: string }).number : value;
  return [name, valueText(fact, { [FIELD[fact.type]]: amount }, names, locale)];
}

const FIELD = { NUMBER: 'number', FLAG: 'flag', CHOICE: 'choice', SET: 'set', DATE: 'date' } as const;

function valueText({ key, unit }: FactDefinition, value: FactValue, names: Names, locale: Locale): string {
  const words = WORDS[locale];
  const label = (option: string) => inLocale(names.option(key, option), locale);
  if (value.number != null) return unit ? `${value.number} ${unitLabel(unit, locale)}` : `${value.number}`;
  if (value.numbers != null)
    return (
      value.numbers
        .map((number) => (unit ? `${number} ${unitLabel(unit, locale)}` : `${number}`))
        .join(words.and) || words.nothing
    );
  if (value.flag != null) return value.flag ? words.yes : words.no;
  if (value.choice != null) return label(value.choice);
  if (value.set != null) return value.set.map(label).join(words.and) || words.nothing;
  return value.date ?? words.nothing;
}

function chemicalText(
  { cas, activities, tonnes, fraction }: ChemicalInput,
  names: Names,
  locale: Locale,
): string {
  const does = (activities ?? []).map((activity) => inLocale(names.option('activities', activity), locale));
  const name: Text = names.substance(cas!);
  return locale === 'zh'
    ? `${does.join('、')}${inLocale(name, 'zh')}（CAS ${cas}${fraction == null ? '' : `，${fraction} %`}）${tonnes} t`
    : `${does.join(' and ')} ${tonnes} t of ${inLocale(name, 'en')} (CAS ${cas}${fraction == null ? '' : `, ${fraction} %`})`;
}

function productText({ product, otherAmounts, ...first }: ProductInput, locale: Locale): string {
  const amounts = [first, ...(otherAmounts ?? [])].map(
    ({ unit, capacity, addedCapacity, lineCapacities }) => {
      if (capacity == null) return locale === 'zh' ? '产能不限' : 'any capacity';
      const lines = (lineCapacities ?? []).join(' + ');
      return locale === 'zh'
        ? `产能 ${capacity} ${unit}、新增产能 ${addedCapacity} ${unit}、各生产线 ${lines}`
        : `capacity ${capacity} ${unit}, of it added ${addedCapacity} ${unit}, on lines of ${lines}`;
    },
  );
  return locale === 'zh' ? `${product}：${amounts.join('；')}` : `${product}: ${amounts.join('; ')}`;
}

const WORDS = {
  zh: { and: '、', nothing: '无', yes: '是', no: '否', place: '位置', unstated: '名录未登记' },
  en: {
    and: ', ',
    nothing: 'none',
    yes: 'yes',
    no: 'no',
    place: 'place',
    unstated: 'not stated by the register',
  },
} as const;
