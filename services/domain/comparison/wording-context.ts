import type { Names } from '../facts/names.ts';
import type { Locale, Text } from '../values/text.ts';

/** What is needed to put a change in words: the language, and the names of things before and after. */
export interface WordingContext {
  readonly locale: Locale;
  readonly before: Names;
  readonly after: Names;
  /** The name of a jurisdiction or area by its id; the id itself if the register has none. */
  readonly place: (id: string) => Text;
}

/** The same with the names of one side. */
export interface WordingSide extends Pick<WordingContext, 'locale' | 'place'> {
  readonly names: Names;
}
export const sideOf = (
  { locale, place, ...names }: WordingContext,
  side: 'before' | 'after',
): WordingSide => ({
  locale,
  place,
  names: names[side],
});
