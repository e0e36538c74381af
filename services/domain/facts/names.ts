import { OPTION_LABELS } from '../messages/labels.ts';
import type { Locale, Text } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import { builtInFact } from './dictionary.ts';
import type { FactDefinition, SubstanceList } from './fact.ts';

/** What things are called, for sentences; a key without a name stands for itself. */
export interface Names {
  fact(key: string): FactDefinition | undefined;
  option(fact: string, option: string): Text;
  industry(code: string): Text;
  substance(cas: string): Text;
  list(key: string): Text;
  catalog(key: string): Text;
}

/** Names that come with the reference data. */
export interface ReferenceNames {
  readonly lists: readonly SubstanceList[];
  industry(code: string): Text | undefined;
  substance(cas: string): Text | undefined;
  process(key: string): Text | undefined;
}

/** What a catalog names. */
interface NamedContent {
  readonly title: Text;
  readonly facts: readonly FactDefinition[];
  readonly lists: readonly SubstanceList[];
}

/** @param catalogs the contents whose titles, facts and lists may be named, by catalog key */
export function namesFrom(reference: ReferenceNames, catalogs: ReadonlyMap<string, NamedContent>): Names {
  const contents = [...catalogs.values()];
  const facts = new Map(contents.flatMap((content) => content.facts).map((fact) => [fact.key, fact]));
  const lists = new Map(
    [...reference.lists, ...contents.flatMap((content) => content.lists)].map((list) => [
      list.key,
      list.name,
    ]),
  );
  const itself = (key: string): Text => ({ zh: key, en: key });
  return {
    fact: (key) => builtInFact(key) ?? facts.get(key),
    option: (fact, option) =>
      (fact === 'processes' ? reference.process(option) : OPTION_LABELS[fact]?.[option]) ?? itself(option),
    industry: (code) => reference.industry(code) ?? itself(code),
    substance: (cas) => reference.substance(cas) ?? itself(cas),
    list: (key) => lists.get(key) ?? itself(key),
    catalog: (key) => catalogs.get(key)?.title ?? itself(key),
  };
}

/** An industry by its code and name; by its code alone where the classification does not have it. */
export function industryText(code: string, names: Names, locale: Locale): string {
  const name = inLocale(names.industry(code), locale);
  return name === code ? code : `${code} ${name}`;
}
