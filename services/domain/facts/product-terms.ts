import { productName, productNames } from './product-name.ts';
import type { ProductTerm } from './product-term.ts';

/** The product terms that count for the tests of one catalog: what names mean, and what is a kind of what. */
export interface ProductTerms {
  /** The terms that a test can mean by a key or name: of that key, or else all that are called so. */
  meant(product: string): readonly string[];
  /** The term that a test means; a name of none or of several is a term by itself. */
  tested(product: string): string;
  /** The terms that a name belongs to, without their broader ones; empty where nobody knows it. */
  named(written: string): ReadonlySet<string>;
  /** A term and all that it is a kind of. */
  upwards(term: string): ReadonlySet<string>;
  /** Whether the key of a term is defined, by what was law last too; a test may name what nobody defines any more. */
  isDefined(term: string): boolean;
  /** Whether a definition in force has all of it. */
  isInForce(term: string): boolean;
  /** The catalogs that say more of a term, or of a kind of it, than what is built in. */
  widenedBy(term: string): ReadonlySet<string>;
}
export type DefinedTerm = Pick<ProductTerm, 'key' | 'name' | 'aliases' | 'narrower'>;
/** What one catalog says of terms. */
export interface TermsOfCatalog {
  readonly catalog: string;
  readonly products: readonly DefinedTerm[];
  /** Whether it is law no more, and read all the same (ADR 0009). */
  readonly lapsed?: boolean;
}

/**
 * @param tested products as tests name them, normalised: what no definition knows is a term by its name alone
 */
export function productTermsOf(
  builtIn: readonly DefinedTerm[],
  catalogs: readonly TermsOfCatalog[],
  tested: Iterable<string>,
): ProductTerms {
  const byName = new Map<string, Set<string>>();
  const broader = new Map<string, Set<string>>();
  const keys = new Map<string, string>();
  const put = (to: Map<string, Set<string>>, key: string, value: string) => {
    to.set(key, (to.get(key) ?? new Set()).add(value));
  };
  for (const { key, name, aliases, narrower } of [
    ...builtIn,
    ...catalogs.flatMap(({ products }) => products),
  ]) {
    keys.set(productName(key), key);
    for (const each of [key, name.zh, name.en ?? '', ...aliases])
      if (productName(each) !== '') put(byName, productName(each), key);
    for (const each of narrower) put(broader, each, key);
  }
  const meant = (product: string): readonly string[] => {
    const key = keys.get(product);
    return key === undefined ? [...(byName.get(product) ?? [])] : [key];
  };
  const termOf = (product: string): string => {
    const [only, ...more] = meant(product);
    return (more.length === 0 ? only : undefined) ?? product;
  };
  for (const product of tested) put(byName, product, termOf(product));
  const defined = new Set(keys.values());
  const lapsed = new Set(
    catalogs.flatMap((each) => (each.lapsed ? each.products.map(({ key }) => key) : [])),
  );
  const known = new Map<string, ReadonlySet<string>>();
  const upwards = (term: string): ReadonlySet<string> => {
    const found = known.get(term);
    if (found) return found;
    const all = new Set([term]);
    for (const each of all) for (const above of broader.get(each) ?? []) all.add(above);
    known.set(term, all);
    return all;
  };
  const widened = new Map<string, Set<string>>();
  for (const { catalog, products } of catalogs)
    for (const { key } of products) for (const each of upwards(key)) put(widened, each, catalog);
  return {
    meant,
    tested: termOf,
    named: (written) => new Set(productNames(written).flatMap((name) => [...(byName.get(name) ?? [])])),
    upwards,
    isDefined: (term) => defined.has(term),
    isInForce: (term) => defined.has(term) && !lapsed.has(term),
    widenedBy: (term) => widened.get(term) ?? NONE,
  };
}
const NONE: ReadonlySet<string> = new Set();
