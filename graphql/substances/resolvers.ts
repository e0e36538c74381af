import type { BuiltInList } from '../../services/domain/facts/substance.ts';
import { pageSize } from '../connection.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';

export const substancesResolvers: Resolvers = {
  Substance: {
    lists: ({ listings }) => listings,
    majorHazardThresholds: ({ majorHazard }) => majorHazard,
  },
  SubstanceListing: {
    key: ({ list }) => list,
    name: ({ list }, _, context) => listOf(list, context).name,
    coverage: ({ list }, _, context) => listOf(list, context).coverage,
    item: ({ name }) => name,
  },
  BuiltInSubstanceList: { members: ({ members }) => members.length },
  Query: {
    majorHazardClasses: (_, __, { deps }) => deps.reference.majorHazard.classes,
    substanceLists: (_, __, { deps }) => deps.reference.lists,
    substances: (_, { search, first }, { deps }) =>
      deps.reference.search.substances(search, pageSize(first, 20)),
  },
};

const listOf = (list: string, { deps }: Context): BuiltInList =>
  deps.reference.lists.find(({ key }) => key === list)!;
