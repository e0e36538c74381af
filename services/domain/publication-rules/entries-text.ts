import { entryName } from '../catalog/entry-name.ts';
import type { Names } from '../facts/names.ts';
import { joined, sayFrom } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import type { LawEntry } from './reasoning/law.ts';

/** Entries by the title of their catalog and their code: `《山西省示范目录》条目 1`. */
export function entriesText(entries: readonly LawEntry[], names: Names, locale: Locale): string {
  const said = entries.map(({ catalog, compiled: { entry } }) =>
    sayIn(locale)('ENTRY', { catalog: names.catalog(catalog.key), code: entryName(entry) }),
  );
  return joined(said, 'ITEMS', locale);
}

const sayIn = sayFrom({ ENTRY: { zh: '《{catalog}》条目 {code}', en: 'entry {code} of "{catalog}"' } });
