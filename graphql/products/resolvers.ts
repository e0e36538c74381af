import { pageSize } from '../connection.ts';
import type { Resolvers } from '../generated/types.ts';

export const productsResolvers: Resolvers = {
  ProductTerm: {
    narrower: ({ narrower }, _, { deps }) => narrower.map((key) => deps.reference.productTerms.get(key)!),
    broader: ({ key }, _, { deps }) => deps.reference.productTerms.above(key),
    industries: ({ industries }, _, { deps }) =>
      industries.map((code) => deps.reference.classification.industry(code)!),
  },
  Query: {
    productTerms: (_, { search, first }, { deps }) =>
      deps.reference.search.productTerms(search, pageSize(first, 20)),
  },
};
