import { findCatalog, namedJurisdiction } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';

export const projectResolvers: Resolvers = {
  Project: {
    zone: ({ zone }, _, context) => namedJurisdiction(zone, context),
    confirmations: ({ confirmations }) => confirmations ?? [],
  },
  Confirmation: {
    catalog: async ({ catalog }, _, context) => {
      const found = await findCatalog(catalog, context);
      if (!found) throw new Error(`the register has no ${catalog}`);
      return found;
    },
  },
};
