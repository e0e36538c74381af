import type { Locale, Text } from '../values/text.ts';

/** The parts that a sentence has, so that none is forgotten or given in vain. */
type Parts<Sentence extends string> = Sentence extends `${string}{${infer Part}}${infer Rest}`
  ? Part | Parts<Rest>
  : never;
type PartsOf<Sentence extends Text> = Parts<Sentence['zh']> | Parts<Extract<Sentence['en'], string>>;

/** Says the sentences of a table in one language; `{name}` stands for a part. */
export const sayFrom =
  <Table extends Readonly<Record<string, Readonly<Record<Locale, string>>>>>(sentences: Table) =>
  (locale: Locale) =>
  <Key extends keyof Table & string>(
    key: Key,
    ...[parts]: [PartsOf<Table[Key]>] extends [never] ? [] : [Readonly<Record<PartsOf<Table[Key]>, string>>]
  ): string =>
    filled(sentences[key]![locale], parts ?? {});

/** A sentence with its parts, each as it stands; a full stop where a sentence has ended already is left out. */
export function filled(sentence: string, parts: Readonly<Record<string, string>>): string {
  // Every second piece is the name of a part.
  return sentence.split(/\{(\w+)\}/).reduce((said, piece, place) => {
    if (place % 2 === 1) return said + (parts[piece] ?? '');
    return said + (/[。.？！?!]$/.test(said) ? piece.replace(/^[。.]/, '') : piece);
  }, '');
}
