import type { Names } from '../messages/names.ts';
import type { Locale } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import type { LawEntry } from './reasoning/law.ts';

/** Entries by the title of their catalog and their code: `《山西省示范目录》条目 1`. */
export const entriesText = (entries: readonly LawEntry[], names: Names, locale: Locale): string =>
  entries
    .map(({ catalog, compiled: { entry } }) => {
      const title = inLocale(names.catalog(catalog.key), locale);
      return locale === 'zh' ? `《${title}》条目 ${entry.code}` : `entry ${entry.code} of "${title}"`;
    })
    .join(locale === 'zh' ? '、' : ', ');
