import type { Locale, Text } from '../values/text.ts';
import { inLocale } from '../values/text.ts';

/** What can replace a placeholder; a list is written item by item, a text in the language of the sentence. */
export type Part = string | number | boolean | null | readonly string[] | Text;

/** The placeholders of a sentence, so that no part is forgotten or superfluous. */
export type PartsOf<Sentence extends Text> = Places<Sentence['zh']> | Places<Extract<Sentence['en'], string>>;
type Places<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never;

/** Writes the sentences of a table in one language; `{name}` is replaced by a part. */
export const sayFrom =
  <const Table extends Readonly<Record<string, Readonly<Record<Locale, string>>>>>(sentences: Table) =>
  (locale: Locale) =>
  <Key extends keyof Table & string>(
    key: Key,
    ...[parts]: [PartsOf<Table[Key]>] extends [never] ? [] : [Readonly<Record<PartsOf<Table[Key]>, Part>>]
  ): string =>
    // A part may end with a full stop of its own: a second one after it is left out.
    sentences[key]![locale].replace(/((?:\{\w+\})+)([。.]?)/g, (_, places: string, stop: string) => {
      const said = filled(places, parts ?? {}, locale);
      return /[。.？！?!]$/.test(said) ? said : said + stop;
    });

/** A sentence with its parts, each unchanged. */
export const filled = (sentence: string, parts: Readonly<Record<string, Part>>, locale: Locale): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => inWords(parts[name], locale));

function inWords(part: Part | undefined, locale: Locale): string {
  if (Array.isArray(part)) return joined(part, 'ITEMS', locale);
  if (typeof part === 'object' && part !== null) return inLocale(part as Text, locale);
  return String(part ?? '');
}

/** Several texts in a row. */
export const joined = (said: readonly string[], as: keyof typeof BETWEEN, locale: Locale): string =>
  said.join(BETWEEN[as][locale]);

/** Something with a note in brackets. */
export const noted = (thing: Part, note: Part, locale: Locale): string =>
  filled(NOTED[locale], { thing, note }, locale);

const BETWEEN = {
  ITEMS: { zh: '、', en: ', ' },
  PHRASES: { zh: '，', en: ', ' },
  CLAUSES: { zh: '；', en: '; ' },
  SENTENCES: { zh: '', en: ' ' },
} as const satisfies Record<string, Text>;
const NOTED = { zh: '{thing}（{note}）', en: '{thing} ({note})' } as const;
