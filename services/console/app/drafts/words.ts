import { DraftWords, type DraftWordsQuery, type FactWordsFragment } from '../generated/queries.ts';
import type { Text } from '../shell/locale.ts';
import { useLookup } from '../shell/troubles.ts';

/** What the conditions of a catalog can speak of. */
export interface Words {
  /** Facts that a condition tests by themselves, as they are asked for. */
  readonly facts: ReadonlyMap<string, FactWordsFragment>;
  readonly lists: ReadonlyMap<string, Text>;
  /** Product terms that catalogs define. */
  readonly products: readonly {
    readonly key: string;
    readonly name: Text;
    readonly units: readonly string[];
  }[];
}

/** Built in, of the draft itself, and of the catalogs beside and above it; null until they are there. */
export function useWords(catalog: string): Words | null {
  const data = useLookup(DraftWords, { id: catalog });
  return data && wordsIn(data);
}

function wordsIn({ factDefinitions, substanceLists, catalog }: DraftWordsQuery): Words {
  const contents = [
    ...catalogsAbove(catalog?.jurisdiction).flatMap(({ versionInForce }) => versionInForce ?? []),
    ...(catalog?.draft ? [catalog.draft] : []),
  ];
  const facts = [...factDefinitions, ...contents.flatMap(({ facts }) => facts)];
  return {
    facts: new Map(
      facts.filter(({ key }) => !OWN_FIELDS.includes(key)).map((fact) => [fact.key, fact] as const),
    ),
    lists: new Map(
      [...substanceLists, ...contents.flatMap(({ lists }) => lists)].map(({ key, name }) => [key, name]),
    ),
    products: contents.flatMap(({ products }) => products),
  };
}

/** Chemicals and products have tests of their own; an entry has fields for areas and earlier approval (PR-12). */
const OWN_FIELDS: readonly string[] = ['chemicals', 'products', 'areas', 'earlierApproval'];

type Content = Pick<
  NonNullable<NonNullable<DraftWordsQuery['catalog']>['draft']>,
  'facts' | 'lists' | 'products'
>;
interface Above {
  readonly catalogs: readonly { readonly versionInForce: Content | null }[];
  readonly parent?: Above | null;
}
const catalogsAbove = (there: Above | null | undefined): readonly Above['catalogs'][number][] =>
  there ? [...catalogsAbove(there.parent), ...there.catalogs] : [];
