import type { Names } from '../facts/names.ts';
import { OPTION_LABELS, unitLabel } from '../messages/labels.ts';
import type { Locale } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import type { Bounds, Condition } from './condition.ts';

/** A condition as a sentence that a clerk can read, without its full stop. */
export function conditionText(condition: Condition, names: Names, locale: Locale): string {
  return sentence(condition, names, locale, false);
}

function sentence(condition: Condition, names: Names, locale: Locale, nested: boolean): string {
  const zh = locale === 'zh';
  const part = (inner: Condition) => sentence(inner, names, locale, true);
  if ('all' in condition && condition.all)
    return joined(condition.all.map(part), zh ? '，且' : ' and ', nested, zh);
  if ('any' in condition && condition.any)
    return joined(condition.any.map(part), zh ? '，或者' : ' or ', nested, zh);
  if ('not' in condition && condition.not) {
    return zh ? `不属于以下情形：${part(condition.not)}` : `not the case that ${part(condition.not)}`;
  }
  return testText(condition, names, locale);
}

function joined(parts: readonly string[], by: string, nested: boolean, zh: boolean): string {
  const text = parts.join(by);
  if (!nested || parts.length < 2) return text;
  return zh ? `（${text}）` : `(${text})`;
}

function testText(condition: Condition, names: Names, locale: Locale): string {
  const zh = locale === 'zh';
  const factName = (key: string) => {
    const fact = names.fact(key);
    return fact ? inLocale(fact.name, locale) : key;
  };
  const options = (fact: string, keys: readonly string[]) =>
    listed(
      keys.map((key) =>
        inLocale(fact === 'industries' ? coded(key, names) : names.option(fact, key), locale),
      ),
      zh,
    );
  if ('number' in condition && condition.number) {
    const { fact } = condition.number;
    const unit = condition.number.unit ?? names.fact(fact)?.unit ?? '';
    return zh
      ? `${factName(fact)}${boundsText(condition.number, unit, locale)}`
      : `${factName(fact)} is ${boundsText(condition.number, unit, locale)}`;
  }
  if ('flag' in condition && condition.flag) {
    const { fact, is } = condition.flag;
    return zh ? `${factName(fact)}为“${is ? '是' : '否'}”` : `"${factName(fact)}" is ${is ? 'yes' : 'no'}`;
  }
  if ('choice' in condition && condition.choice) {
    const { fact, oneOf } = condition.choice;
    return zh ? `${factName(fact)}为${options(fact, oneOf)}` : `${factName(fact)} is ${options(fact, oneOf)}`;
  }
  if ('set' in condition && condition.set) {
    const { fact, includesAny } = condition.set;
    return zh
      ? `${factName(fact)}包括${options(fact, includesAny)}`
      : `${factName(fact)} include ${options(fact, includesAny)}`;
  }
  if ('date' in condition && condition.date)
    return dateText(factName(condition.date.fact), condition.date, zh);
  if ('chemical' in condition && condition.chemical) return chemicalText(condition.chemical, names, locale);
  if ('product' in condition && condition.product) return productText(condition.product, locale);
  return '';
}

const coded = (code: string, names: Names) => {
  const name = names.industry(code);
  return { zh: `${code} ${name.zh}`, en: `${code} ${name.en ?? name.zh}` };
};

function listed(names: readonly string[], zh: boolean): string {
  if (names.length < 2) return names.join('');
  return zh
    ? names.join('、').replace(/、([^、]*)$/, '或$1')
    : names.join(', ').replace(/, ([^,]*)$/, ' or $1');
}

function boundsText(bounds: Bounds, unit: string, locale: Locale): string {
  const words = BOUND_WORDS[locale];
  const said = (['atLeast', 'moreThan', 'atMost', 'lessThan'] as const)
    .filter((bound) => bounds[bound] != null)
    .map((bound) => words[bound].replace('{value}', withUnit(bounds[bound]!, unitLabel(unit, locale))));
  return said.join(locale === 'zh' ? '且' : ' and ');
}

const BOUND_WORDS = {
  zh: {
    atLeast: '不低于 {value}',
    moreThan: '超过 {value}',
    atMost: '不超过 {value}',
    lessThan: '低于 {value}',
  },
  en: {
    atLeast: 'at least {value}',
    moreThan: 'more than {value}',
    atMost: 'at most {value}',
    lessThan: 'less than {value}',
  },
} as const;

const withUnit = (value: string, unit: string): string => (unit ? `${value} ${unit}` : value);

function dateText(
  name: string,
  { onOrAfter, before }: { onOrAfter?: string | null; before?: string | null },
  zh: boolean,
): string {
  const said = [
    ...(onOrAfter ? [zh ? `在 ${onOrAfter} 及以后` : `on or after ${onOrAfter}`] : []),
    ...(before ? [zh ? `早于 ${before}` : `before ${before}`] : []),
  ];
  return zh ? `${name}${said.join('且')}` : `${name} is ${said.join(' and ')}`;
}

function chemicalText(
  test: Extract<Condition, { chemical: unknown }>['chemical'],
  names: Names,
  locale: Locale,
): string {
  const zh = locale === 'zh';
  const { substance, activities, moreThan } = test;
  const what =
    'cas' in substance && substance.cas
      ? `${inLocale(names.substance(substance.cas), locale)}${zh ? `（CAS ${substance.cas}）` : ` (CAS ${substance.cas})`}`
      : 'list' in substance && substance.list
        ? template(
            zh ? '“{list}”中的任一种化学品' : 'any one chemical of "{list}"',
            inLocale(names.list(substance.list), locale),
          )
        : 'outsideList' in substance && substance.outsideList
          ? template(
              zh ? '“{list}”以外的化学品' : 'a chemical outside "{list}"',
              inLocale(names.list(substance.outsideList), locale),
            )
          : zh
            ? '任何化学品'
            : 'any chemical';
  const acts = (activities ?? []).map((activity) => inLocale(OPTION_LABELS.activities![activity]!, locale));
  const does = acts.length > 0 ? listed(acts, zh) : zh ? '涉及' : 'handles';
  const amount =
    moreThan == null
      ? ''
      : zh
        ? `，设计最大量超过 ${moreThan} t`
        : `, designed maximum more than ${moreThan} t`;
  return zh
    ? `${does}${what}${amount}`
    : `the project ${acts.length > 0 ? 'is to ' : ''}${does} ${what}${amount}`;
}

const template = (sentenceText: string, list: string): string => sentenceText.replace('{list}', list);

function productText(test: Extract<Condition, { product: unknown }>['product'], locale: Locale): string {
  const bounds = boundsText(test, test.unit, locale);
  const of = PRODUCT_WORDS[locale][test.of];
  if (locale === 'zh') return bounds ? `产品“${test.product}”的${of}${bounds}` : `生产“${test.product}”`;
  return bounds
    ? `the ${of} of product "${test.product}" is ${bounds}`
    : `the project makes "${test.product}"`;
}

const PRODUCT_WORDS = {
  zh: { CAPACITY: '产能', PER_LINE: '单线产能', ADDED: '新增产能' },
  en: { CAPACITY: 'capacity', PER_LINE: 'capacity per line', ADDED: 'added capacity' },
} as const;
