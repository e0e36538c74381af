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

/** The options of a fact, any of which will do. */
export const optionNames = (fact: string, options: readonly string[], { names, locale }: Words): string =>
  listed(
    options.map((option) =>
      fact === 'industries'
        ? industryText(option, names, locale)
        : inLocale(names.option(fact, option), locale),
    ),
    locale,
  );

/** Some names, any of which will do. */
export function listed(names: readonly string[], locale: Locale): string {
  const { BETWEEN, LAST } = SEPARATORS[locale];
  const first = names.slice(0, -1).join(BETWEEN);
  return [...(first ? [first] : []), ...names.slice(-1)].join(LAST);
}

const SEPARATORS = {
  zh: { BETWEEN: '、', LAST: '或' },
  en: { BETWEEN: ', ', LAST: ' or ' },
} as const;
