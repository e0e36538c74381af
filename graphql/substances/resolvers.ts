import { pageSize } from '../connection.ts';
import type { Resolvers } from '../generated/types.ts';

export const substancesResolvers: Resolvers = {
  Substance: {
    lists: ({ listings }) => listings,
    majorHazardThresholds: ({ majorHazard }) => majorHazard,
  },
  SubstanceListing: {
    key: ({ list }) => list,
    name: ({ list }, _, { deps }) => deps.reference.lists.find(({ key }) => key === list)!.name,
    item: ({ name }) => name,
  },
  BuiltInSubstanceList: { members: ({ members }) => members.length },
  Query: {
    substanceLists: (_, __, { deps }) => deps.reference.lists,
    substances: (_, { search, first }, { deps }) =>
      deps.reference.search.substances(search, pageSize(first, 20)),
  },
};
