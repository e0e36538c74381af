import type { CatalogContent } from '../catalog/catalog.ts';
import type { PlacedTest } from '../catalog/tests-of.ts';
import { testsOf } from '../catalog/tests-of.ts';
import { lapsedTermsFor } from '../engine/products-testable.ts';
import { measureOf } from '../facts/measure.ts';
import { productName } from '../facts/product-name.ts';
import type { ProductTerms } from '../facts/product-terms.ts';
import { productTermsOf } from '../facts/product-terms.ts';
import { memoize } from '../values/memoize.ts';
import type { Publication, PublicationRule, Violation } from './rule.ts';

export const PRODUCTS_ARE_KNOWN: PublicationRule = {
  code: 'PR-40',
  // What nobody can recognise in a project would let it pass, or ask of everybody.
  severity: 'ERROR',
  sentence: {
    zh: '条件所用的产品均为一个内置、上级目录或本目录定义的产品类别。',
    en: 'Conditions name products by one product term that is built in, of a catalog above or of the catalog itself.',
  },
  *violations(publication) {
    const { terms } = termsFor(publication);
    for (const { entry, field, product } of productTests(publication.content)) {
      const meant = terms.meant(productName(product));
      if (meant.length === 1) continue;
      const others = meant.length === 0 ? '' : `: ${meant.join(', ')}`;
      yield { entry, field: `${field}.product`, value: `${product}${others}` };
    }
  },
};

export const PRODUCT_TERMS_HAVE_A_PLACE: PublicationRule = {
  code: 'PR-41',
  severity: 'ERROR',
  sentence: {
    zh: '产品类别以“目录编号.名称”编号或为内置、上级目录的类别，所列下位产品均存在，且不循环。',
    en: 'Product terms are the catalog’s own, or known above; their kinds are known, and no term is a kind of itself.',
  },
  *violations(publication) {
    const { catalog, content } = publication;
    const { terms, above } = termsFor(publication);
    const known = (key: string) => isOwn(catalog.key, key) || above.has(key);
    for (const { key, narrower } of content.products) {
      if (!known(key)) yield { entry: null, field: `products.${key}`, value: key };
      for (const each of narrower) {
        const isKnown = above.has(each) || content.products.some((term) => term.key === each);
        if (!isKnown || terms.upwards(key).has(each))
          yield { entry: null, field: `products.${key}.narrower`, value: each };
      }
    }
  },
};

export const NAMES_MEAN_ONE_PRODUCT: PublicationRule = {
  code: 'PR-42',
  // A row that is called so is both, which may be meant.
  severity: 'WARNING',
  sentence: {
    zh: '产品名称和别名只属于一个产品类别及其上位类别。',
    en: 'A name or alias of a product belongs to one term, or to terms of which one is a kind of the other.',
  },
  *violations(publication) {
    const { terms } = termsFor(publication);
    for (const { key, name, aliases } of publication.content.products)
      for (const value of [name.zh, name.en ?? '', ...aliases]) {
        const others = [...terms.named(value)].filter(
          (other) => !terms.upwards(other).has(key) && !terms.upwards(key).has(other),
        );
        if (others.length > 0)
          yield { entry: null, field: `products.${key}`, value: `${value}: ${others.join(', ')}` };
      }
  },
};

export const PRODUCT_TERMS_ARE_USED: PublicationRule = {
  code: 'PR-43',
  severity: 'WARNING',
  sentence: {
    zh: '目录定义的产品类别均有条件使用，或是所用类别的下位产品。',
    en: 'Every product term of the catalog is tested by some condition, or is a kind of one that is.',
  },
  *violations(publication) {
    const { terms } = termsFor(publication);
    const tested = new Set(
      productTests(publication.content).map(({ product }) => terms.tested(productName(product))),
    );
    // That a tested term is a kind of another leaves open a name that says no more than the other.
    const near = new Set([...tested].flatMap((each) => [...terms.upwards(each)]));
    for (const { key } of publication.content.products)
      if (!near.has(key) && ![...terms.upwards(key)].some((each) => tested.has(each)))
        yield { entry: null, field: `products.${key}`, value: key };
  },
};

export const ONE_PRODUCT_ONE_UNIT: PublicationRule = {
  code: 'PR-19',
  severity: 'ERROR',
  sentence: {
    zh: '同一产品在目录中使用可以互相换算的计量单位。',
    en: 'A product is tested in units of one dimension throughout the catalog.',
  },
  *violations(publication) {
    const { terms } = termsFor(publication);
    const units = new Map<string, string>();
    for (const { entry, field, product, unit } of productTests(publication.content)) {
      const term = terms.tested(productName(product));
      const first = units.get(term) ?? unit;
      units.set(term, first);
      if (measureOf(unit).dimension !== measureOf(first).dimension)
        yield { entry, field: `${field}.unit`, value: `${product}: ${unit} ≠ ${first}` };
    }
  },
};

export const ONE_UNIT_WITH_OTHER_CATALOGS: PublicationRule = {
  code: 'PR-33',
  // Applicants have to state such a product in both.
  severity: 'WARNING',
  sentence: {
    zh: '产品的计量单位与同级、上级和下级现行目录可以互相换算。',
    en: 'A product is tested in units of the dimension in which the catalogs in force beside, above and below the catalog test it.',
  },
  *violations(publication) {
    const { content, above, below } = publication;
    const { terms } = termsFor(publication);
    yield* otherUnits(
      content,
      [...above, ...(below ?? [])].flatMap(({ identity, inForce }) =>
        inForce ? [{ name: `${identity.key}, ${identity.jurisdiction}`, content: inForce.content }] : [],
      ),
      terms,
    );
  },
};

/**
 * Tests of a product of which another catalog counts the same in units of another dimension.
 *
 * @param terms by which both are read
 */
export function* otherUnits(
  content: CatalogContent,
  others: readonly { readonly name: string; readonly content: CatalogContent }[],
  terms: ProductTerms,
): Generator<Violation, void, undefined> {
  const of = ({ product }: ProductMention) => terms.tested(productName(product));
  for (const mine of productTests(content))
    for (const other of others) {
      const theirs = productTests(other.content).find(
        (test) => of(test) === of(mine) && measureOf(test.unit).dimension !== measureOf(mine.unit).dimension,
      );
      if (theirs)
        yield {
          entry: mine.entry,
          field: `${mine.field}.unit`,
          value: `${mine.product}: ${mine.unit} ≠ ${theirs.unit} (${other.name})`,
        };
    }
}

interface ProductMention extends Pick<PlacedTest, 'entry' | 'field'> {
  readonly product: string;
  readonly unit: string;
}
const productTests = memoize((content: CatalogContent): readonly ProductMention[] =>
  testsOf(content).flatMap(({ entry, field, mentions: { product } }) =>
    product ? [{ entry, field, product: product.product, unit: product.unit }] : [],
  ),
);

const isOwn = (catalog: string, key: string): boolean => key.startsWith(`${catalog}.`);

/** The terms that count for the catalog, and the keys of those that it did not define itself. */
const termsFor = memoize(({ catalog, content, above, lapsed = [], reference }: Publication) => {
  const builtIn = reference.productTerms.all();
  // What a catalog beside it defines counts for that one alone.
  const beside = above.filter(({ identity }) => identity.jurisdiction === catalog.jurisdiction);
  const higher = [
    ...above.flatMap(({ identity, inForce }) => {
      if (!inForce || beside.some((each) => each.identity === identity)) return [];
      const { products } = inForce.content;
      return [{ catalog: identity.key, products }, ...lapsedTermsFor(inForce.content, lapsed)];
    }),
    ...lapsedTermsFor(
      content,
      lapsed.filter((each) => !beside.some(({ identity }) => identity.key === each.catalog)),
    ),
  ];
  const terms = productTermsOf(
    builtIn,
    [...higher, { catalog: catalog.key, products: content.products }],
    [],
  );
  const keys = [...builtIn, ...higher.flatMap(({ products }) => products)].map(({ key }) => key);
  return { terms, above: new Set(keys) as ReadonlySet<string> };
});
