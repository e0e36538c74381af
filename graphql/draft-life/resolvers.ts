import { changeDetails } from '../../services/operations/catalog/change-details.ts';
import { removeDefinitions } from '../../services/operations/catalog/edit-definitions.ts';
import { discardDraft, returnDraft } from '../../services/operations/catalog/review.ts';
import { drafted } from '../catalogs/drafted.ts';
import type { Resolvers } from '../generated/types.ts';
import { attempt } from '../user-errors.ts';

export const draftLifeResolvers: Resolvers = {
  Mutation: {
    changeDetails: (_, { input }, context) => drafted(context, changeDetails, input),
    removeDefinitions: (_, { input }, context) => drafted(context, removeDefinitions, input),
    returnDraft: (_, { input }, context) => drafted(context, returnDraft, input),
    discardDraft: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, () =>
        discardDraft(context.deps, context.actor, input),
      );
      return { catalog: result?.state ?? null, userErrors };
    },
  },
};
