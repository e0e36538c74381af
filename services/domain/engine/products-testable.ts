import type { Reference } from '../assessment/assessment-basis.ts';
import type { CatalogContent } from '../catalog/catalog.ts';
import { productTermsOf } from '../facts/product-terms.ts';
import { compiled, productTestsOf } from './compile.ts';
import type { ProductReading } from './read-products.ts';

/** What products can be where these catalogs are in force. */
export function productsTestable(contents: readonly CatalogContent[], reference: Reference): ProductReading {
  const tests = contents.flatMap((content) => productTestsOf(compiled(content)));
  const tested = new Set(tests.map(({ product }) => product));
  const terms = productTermsOf(reference.productTerms.all(), tested);
  const keys = new Set([...tested].map((product) => terms.tested(product)));
  return {
    terms,
    isTerm: (key) => keys.has(key) || reference.productTerms.get(key) !== undefined,
    dimensions: new Set(tests.map(({ dimension }) => dimension)),
  };
}
