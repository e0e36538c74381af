import { builtInFact, DICTIONARY } from '../facts/dictionary.ts';
import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import type { Classification } from '../facts/industry.ts';
import type { Names, ReferenceNames } from '../facts/names.ts';
import { namesFrom } from '../facts/names.ts';
import { memoizeByKey } from '../values/memoize.ts';
import type { Text } from '../values/text.ts';
import { ACTIVITIES } from '../vocabulary.ts';
import type { Book } from './scanner.ts';
import { bookOf } from './scanner.ts';

/** What a condition can name: what is built in, and what a catalog defines. */
export interface Nameable {
  readonly classification: Pick<Classification, 'industry' | 'isCalled'>;
  readonly names: ReferenceNames;
  readonly facts: readonly FactDefinition[];
  readonly lists: readonly SubstanceList[];
}

/** The same, ready to be looked up by key and by name. */
export interface Vocabulary {
  readonly names: Names;
  readonly facts: Book;
  readonly lists: Book;
  /** Empty for a fact that takes whatever it is given. */
  readonly options: (fact: string) => Book;
  readonly activities: Book;
  readonly classification: Nameable['classification'];
}

export function vocabularyOf({ classification, names: reference, facts, lists }: Nameable): Vocabulary {
  const names = namesFrom(reference, new Map([['', { title: { zh: '' }, facts, lists }]]));
  const definition = (key: string) => builtInFact(key) ?? facts.find((fact) => fact.key === key);
  const called = (items: readonly { readonly key: string; readonly name: Text }[]) =>
    bookOf(items.map(({ key, name }) => [key, name]));
  return {
    names,
    classification,
    facts: called([...DICTIONARY, ...facts]),
    lists: called([...reference.lists, ...lists]),
    options: memoizeByKey((fact: string) =>
      bookOf((definition(fact)?.options ?? []).map((option) => [option, names.option(fact, option)])),
    ),
    activities: bookOf(ACTIVITIES.map((activity) => [activity, names.option('activities', activity)])),
  };
}
