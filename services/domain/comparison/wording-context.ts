import type { Names } from '../facts/names.ts';
import type { Locale, Text } from '../values/text.ts';

/** What it takes to say a change in words: the language, and what things were called before and are called after. */
export interface WordingContext {
  readonly locale: Locale;
  readonly before: Names;
  readonly after: Names;
  /** The name of a jurisdiction or area by its id; the id itself where the register has none. */
  readonly place: (id: string) => Text;
}

/** The same with everything called as it was before, or as it is after. */
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
