import { changeDetails } from '../../services/operations/catalog/change-details.ts';
import { removeDefinitions } from '../../services/operations/catalog/edit-definitions.ts';
import { discardDraft, returnDraft } from '../../services/operations/catalog/review.ts';
import { draftPayload } from '../catalogs/draft-payload.ts';
import type { Resolvers } from '../generated/types.ts';
import { attempt } from '../user-errors.ts';

export const draftLifeResolvers: Resolvers = {
  Mutation: {
    changeDetails: (_, { input }, context) => draftPayload(context, changeDetails, input),
    removeDefinitions: (_, { input }, context) => draftPayload(context, removeDefinitions, input),
    returnDraft: (_, { input }, context) => draftPayload(context, returnDraft, input),
    discardDraft: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, discardDraft, input);
      return { catalog: result?.state ?? null, userErrors };
    },
  },
};
