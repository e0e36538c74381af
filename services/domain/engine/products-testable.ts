import type { LapsedDefinitions, Reference } from '../assessment/assessment-basis.ts';
import type { CatalogContent } from '../catalog/catalog.ts';
import { borrowedKeys } from '../catalog/definitions-used.ts';
import { productName } from '../facts/product-name.ts';
import type { ProductTerms, TermsOfCatalog } from '../facts/product-terms.ts';
import { productTermsOf } from '../facts/product-terms.ts';
import { memoizeByKey, memoizeText } from '../values/memoize.ts';
import { compiled, namingTests, productTestsOf } from './compile.ts';
import type { ProductKinds, ProductRow } from './facts.ts';

/** What products can be, and how they are counted, where some catalogs are in force. */
export interface ProductReading extends ProductKinds {
  /** What a row is by its name, or by what the applicant says that it is. */
  read(written: string, stated: readonly string[] | null): ReadProduct;
  /** Whether some catalog can mean a term by this key or name. */
  isKnown(product: string): boolean;
  /** The dimensions in which products are tested. */
  readonly dimensions: ReadonlySet<string>;
}
interface ReadProduct extends Pick<ProductRow, 'is' | 'mayBe'> {
  /** The terms of the name that what is stated leaves out. */
  readonly gainsaid: readonly string[];
}
export interface CatalogInForce {
  readonly key: string;
  readonly jurisdiction: string;
  readonly content: CatalogContent;
}

/**
 * A term as one catalog or several read it: what a catalog adds to terms counts for its own tests and those of catalogs
 * below it (DESIGN 2.3), so that one term may be two things to test.
 *
 * @param catalogs from above to below
 * @param lapsed the last definitions of terms that these name by their keys and that none of them defines
 */
export function productsTestable(
  catalogs: readonly CatalogInForce[],
  lapsed: readonly LapsedDefinitions[],
  reference: Reference,
): ProductReading {
  const tests = catalogs.flatMap(productsNamed);
  const names = new Set(tests.map(({ product }) => product));
  // Most projects state no products, and few entries test them.
  let kept: ReadTerms | undefined;
  const read = (): ReadTerms => {
    kept ??= readTerms(catalogs, lapsed, reference, names);
    return kept;
  };
  const known = new Map<string, ReadonlySet<string>>();
  const upwards = (term: string): ReadonlySet<string> => {
    const found = known.get(term);
    if (found) return found;
    const { key, by } = parts(term);
    // What is a term for one catalog is it for all that know as much of it.
    const its = read().views.filter(({ terms }) => by.every((catalog) => terms.widenedBy(key).has(catalog)));
    const above = new Set([term, ...its.flatMap((view) => identities(view.terms, key))]);
    known.set(term, above);
    return above;
  };
  const readKept = memoizeText((row) =>
    readProduct(...(JSON.parse(row) as Parameters<ProductReading['read']>)),
  );
  /** By the terms of each view that a row says it is: of all names that nobody knows it is the same. */
  const beingOf = memoizeText((said) => {
    const [own, isStated] = JSON.parse(said) as [string[][], boolean];
    const is = new Set<string>();
    const mayBe = new Set<string>();
    for (const [at, { terms, tested }] of read().views.entries()) {
      const its = own[at]!;
      for (const key of its) for (const term of identities(terms, key)) is.add(term);
      if (isStated) continue;
      // A name that nobody knows may be anything; a known one leaves open which kind of what it says it is: 铁合金
      // may be 硅铁, but 铁合金（硅铁） is no 锰铁.
      const narrowest = its.filter(
        (key) => !its.some((other) => other !== key && terms.upwards(other).has(key)),
      );
      // What no definition in force has says what a row is, and not what else it is.
      const isOpen = its.length === 0 || its.some((key) => !terms.isInForce(key));
      for (const term of tested) {
        // Then all above it are in too: what is a kind of a kind is a kind.
        if (mayBe.has(term)) continue;
        const { key } = parts(term);
        // Nor does anybody know what a test covers of which no definition is left.
        if (isOpen || !terms.isDefined(key) || narrowest.some((each) => terms.upwards(key).has(each)))
          for (const each of upwards(term)) mayBe.add(each);
      }
    }
    for (const term of is) mayBe.delete(term);
    return { is, mayBe };
  });
  const readProduct: ProductReading['read'] = (written, stated) => {
    const own = read().views.map(({ terms }) =>
      stated ? stated.map((each) => terms.tested(productName(each))) : [...terms.named(written)],
    );
    const { is, mayBe } = beingOf(JSON.stringify([own, stated !== null]));
    const gainsaid = !stated
      ? []
      : read().views.flatMap(({ terms }) => {
          const said = new Set(stated.flatMap((each) => [...terms.upwards(terms.tested(productName(each)))]));
          return [...terms.named(written)].filter((key) => !said.has(key));
        });
    return { is, mayBe, gainsaid };
  };
  return {
    tested: (test) => read().tested(test),
    nameOf: (term) => parts(term).key,
    upwards,
    isKnown: memoizeText((product) =>
      read().views.some(
        ({ terms }) => terms.meant(productName(product)).length > 0 || names.has(productName(product)),
      ),
    ),
    read: (written, stated) => readKept(JSON.stringify([written, stated])),
    dimensions: new Set(tests.map(({ dimension }) => dimension)),
  };
}

interface View {
  readonly terms: ProductTerms;
  /** The terms that its catalogs test. */
  readonly tested: Set<string>;
}

/** The terms of products as catalogs read them. */
interface ReadTerms {
  readonly views: readonly View[];
  readonly tested: ProductKinds['tested'];
}

/** @param names of all products that are tested */
function readTerms(
  catalogs: readonly CatalogInForce[],
  lapsed: readonly LapsedDefinitions[],
  reference: Reference,
  names: ReadonlySet<string>,
): ReadTerms {
  const builtIn = reference.productTerms.all();
  // Where no catalog says more, and where none is in force, what is built in counts.
  const views = new Map<string, View>([
    ['[]', { terms: productTermsOf(builtIn, [], names), tested: new Set() }],
  ]);
  const viewOf = new Map<CatalogInForce, View>();
  for (const catalog of catalogs) {
    const its = termsThatCountFor(catalog, catalogs, lapsed);
    const key = JSON.stringify(
      its.map((each) => [each.catalog, each.lapsed ? each.products.map((term) => term.key) : null]),
    );
    const view = views.get(key) ?? { terms: productTermsOf(builtIn, its, names), tested: new Set() };
    views.set(key, view);
    viewOf.set(catalog, view);
    for (const { product } of productsNamed(catalog)) view.tested.add(termIn(view, product));
  }
  return { views: [...views.values()], tested: termsOfTests(viewOf) };
}

const productsNamed = ({ content }: CatalogInForce) =>
  namingTests(content).flatMap(({ test }) => (test.kind === 'product' ? [test] : []));

const termIn = ({ terms }: View, product: string): string => identity(terms, terms.tested(product));

/** Where all catalogs read products alike it does not matter in which of them a test stands. */
function termsOfTests(viewOf: ReadonlyMap<CatalogInForce, View>): ProductKinds['tested'] {
  const [view, ...others] = new Set(viewOf.values());
  if (!view) return ({ product }) => product;
  if (others.length === 0) {
    const termOf = memoizeByKey((product: string) => termIn(view, product));
    return ({ product }) => termOf(product);
  }
  const found = new Map<Parameters<ProductKinds['tested']>[0], string>();
  for (const [{ content }, its] of viewOf)
    for (const test of productTestsOf(compiled(content))) found.set(test, termIn(its, test.product));
  return (test) => found.get(test) ?? test.product;
}

/** The terms of the catalogs above, and its own, each with the last definitions of those that it names. */
function termsThatCountFor(
  of: CatalogInForce,
  catalogs: readonly CatalogInForce[],
  lapsed: readonly LapsedDefinitions[],
): readonly TermsOfCatalog[] {
  const level = (one: CatalogInForce) =>
    catalogs.findIndex(({ jurisdiction }) => jurisdiction === one.jurisdiction);
  return catalogs
    .filter((one) => one === of || level(one) < level(of))
    .flatMap(({ key, content }) => [
      { catalog: key, products: content.products },
      ...lapsedTermsFor(content, lapsed),
    ])
    .filter(({ products }) => products.length > 0);
}

/** The last definitions of the terms that a content names and of their kinds; they are nobody else's words. */
export function lapsedTermsFor(
  content: CatalogContent,
  lapsed: readonly LapsedDefinitions[],
): readonly TermsOfCatalog[] {
  const all = lapsed.map(({ catalog, number, keys, content: { products } }) => ({
    catalog: `${catalog}@${number}`,
    products: products.filter(({ key }) => keys.includes(key)),
    lapsed: true,
  }));
  const named = new Set(all.some(({ products }) => products.length > 0) ? borrowedKeys(content) : []);
  // Kinds are added while it runs.
  for (const each of named)
    for (const { key, narrower } of all.flatMap(({ products }) => products))
      if (key === each) for (const kind of narrower) named.add(kind);
  return all.map((each) => ({ ...each, products: each.products.filter(({ key }) => named.has(key)) }));
}

/** A term and who widened it: catalogs to whom it is the same share it. */
const identity = (terms: ProductTerms, key: string): string =>
  [key, ...[...terms.widenedBy(key)].sort()].join('\n');
const parts = (term: string): { readonly key: string; readonly by: readonly string[] } => {
  const [key, ...by] = term.split('\n');
  return { key: key!, by };
};
const identities = (terms: ProductTerms, key: string): readonly string[] =>
  [...terms.upwards(key)].map((each) => identity(terms, each));
