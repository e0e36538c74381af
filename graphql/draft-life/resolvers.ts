import {
  changeDetails,
  discardDraft,
  removeDefinitions,
  returnDraft,
} from '../../services/operations/catalog/create-catalog.ts';
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
