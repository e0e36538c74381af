import type { Names } from '../../messages/names.ts';
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
        ? `${option} ${inLocale(names.industry(option), locale)}`
        : inLocale(names.option(fact, option), locale),
    ),
    locale,
  );

/** Some names, any of which will do. */
export function listed(names: readonly string[], locale: Locale): string {
  if (names.length < 2) return names.join('');
  return locale === 'zh'
    ? names.join('、').replace(/、([^、]*)$/, '或$1')
    : names.join(', ').replace(/, ([^,]*)$/, ' or $1');
}
