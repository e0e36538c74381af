import { testedProducts } from '../../services/domain/engine/tested-products.ts';
import { catalogId } from '../../services/domain/ids.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import { pageSize } from '../connection.ts';
import { dayArgument } from '../day-argument.ts';
import type { Resolvers } from '../generated/types.ts';

export const productsResolvers: Resolvers = {
  ProductTerm: {
    narrower: ({ narrower }, _, { deps }) => narrower.map((key) => deps.reference.productTerms.get(key)!),
    broader: ({ key }, _, { deps }) => deps.reference.productTerms.above(key),
    industries: ({ industries }, _, { deps }) =>
      industries.map((code) => deps.reference.classification.industry(code)!),
  },
  TestedProduct: { catalogs: ({ catalogs }) => catalogs.map(catalogId) },
  Query: {
    testedProducts: async (_, { zone, on }, context) =>
      testedProducts(await basisOf(context.deps, zone, dayArgument(on, context))),
    productTerms: (_, { search, first }, { deps }) =>
      deps.reference.search.productTerms(search, pageSize(first, 20)),
  },
};
