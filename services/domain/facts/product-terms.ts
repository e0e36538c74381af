import { productName, productNames } from './product-name.ts';
import type { ProductTerm } from './product-term.ts';

/** The product terms in force: what names mean, and what is a kind of what. */
export interface ProductTerms {
  /** The term that a test means: the one of that key or name, or else one that is called so and nothing else. */
  tested(product: string): string;
  /** The terms that a name belongs to, without their broader ones; empty where nobody knows it. */
  named(written: string): ReadonlySet<string>;
  /** A term and all that it is a kind of. */
  upwards(term: string): ReadonlySet<string>;
}

/**
 * @param tested products as tests name them, normalised: what no definition knows is a term by its name alone
 */
export function productTermsOf(
  definitions: readonly Pick<ProductTerm, 'key' | 'name' | 'aliases' | 'narrower'>[],
  tested: Iterable<string>,
): ProductTerms {
  const byName = new Map<string, Set<string>>();
  const broader = new Map<string, Set<string>>();
  const put = (to: Map<string, Set<string>>, key: string, value: string) => {
    to.set(key, (to.get(key) ?? new Set()).add(value));
  };
  const keys = new Map(definitions.map(({ key }) => [productName(key), key]));
  for (const { key, name, aliases, narrower } of definitions) {
    for (const each of [key, name.zh, name.en ?? '', ...aliases])
      if (productName(each) !== '') put(byName, productName(each), key);
    for (const each of narrower) put(broader, each, key);
  }
  const termOf = (product: string): string => {
    const [only, ...more] = byName.get(product) ?? [];
    return keys.get(product) ?? (more.length === 0 ? only : undefined) ?? product;
  };
  for (const product of tested) put(byName, product, termOf(product));
  const known = new Map<string, ReadonlySet<string>>();
  return {
    tested: termOf,
    named: (written) => new Set(productNames(written).flatMap((name) => [...(byName.get(name) ?? [])])),
    upwards(term) {
      const found = known.get(term);
      if (found) return found;
      const all = new Set([term]);
      for (const each of all) for (const above of broader.get(each) ?? []) all.add(above);
      known.set(term, all);
      return all;
    },
  };
}
