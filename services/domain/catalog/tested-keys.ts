import { productName } from '../facts/product-name.ts';
import type { CatalogContent } from './catalog.ts';
import type { Entry } from './entry.ts';
import type { PlacedTest } from './tests-of.ts';
import { testsOfEntry } from './tests-of.ts';

/** A fact or substance list that a condition of an entry names. */
export interface TestedKey extends Pick<PlacedTest, 'deniable'> {
  readonly key: string;
}

/**
 * The keys of all facts and substance lists that the conditions of an entry name, and of the product terms that some
 * contents define and that may be what they name.
 */
export const testedKeys = (entry: Entry, ...contents: readonly Terms[]): readonly TestedKey[] =>
  testsOfEntry(entry).flatMap(({ mentions: { fact, list, product }, deniable }) => {
    const key = fact ?? list;
    if (key !== undefined) return [{ key, deniable }];
    if (!product) return [];
    return contents.flatMap((content) =>
      termsWithin(product.product, content).map((key) => ({ key, deniable })),
    );
  });

type Terms = Pick<CatalogContent, 'products'>;

/** The terms of a content that are, or may be kinds of, what a test names. */
function termsWithin(product: string, { products }: Terms): readonly string[] {
  const called = productName(product);
  const found = new Set(
    products
      .filter(({ key, name, aliases }) =>
        [key, name.zh, name.en ?? '', ...aliases].some((each) => productName(each) === called),
      )
      .map(({ key }) => key),
  );
  for (const key of found)
    for (const term of products) if (term.key === key) for (const each of term.narrower) found.add(each);
  return [...found];
}
