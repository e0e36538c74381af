import type { Names } from '../../facts/names.ts';
import { industryText } from '../../facts/names.ts';
import type { Locale } from '../../values/text.ts';
import { inLocale } from '../../values/text.ts';

/** In which language a test is said, and what things are called. */
export interface Words {
  readonly names: Names;
  readonly locale: Locale;
}

export function factName(key: string, { names, locale }: Words): string {
  const fact = names.fact(key);
  return fact ? inLocale(fact.name, locale) : key;
}

/** The options of a fact: any of which will do, or all of which it takes. */
export const optionNames = (
  fact: string,
  options: readonly string[],
  { names, locale }: Words,
  by: 'OR' | 'AND' = 'OR',
): string =>
  listed(
    options.map((option) =>
      fact === 'industries'
        ? industryText(option, names, locale)
        : inLocale(names.option(fact, option), locale),
    ),
    locale,
    by,
  );

/** Some names, any of which will do, or all of which it takes. */
export function listed(names: readonly string[], locale: Locale, by: 'OR' | 'AND' = 'OR'): string {
  const { BETWEEN, [by]: last } = SEPARATORS[locale];
  const first = names.slice(0, -1).join(BETWEEN);
  return [...(first ? [first] : []), ...names.slice(-1)].join(last);
}

const SEPARATORS = {
  zh: { BETWEEN: '、', OR: '或', AND: '和' },
  en: { BETWEEN: ', ', OR: ' or ', AND: ' and ' },
} as const;
