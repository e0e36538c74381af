import {
  createCatalog,
  openDraft,
  publishDraft,
  putDefinitions,
  putEntries,
  removeEntries,
  submitDraft,
} from '../../services/operations/catalog/create-catalog.ts';
import type { MutationResolvers } from '../generated/types.ts';
import { attempt } from '../user-errors.ts';
import { draftPayload } from './draft-payload.ts';

export const catalogMutations = {
  createCatalog: async (_, { input }, context) => {
    const { result, userErrors } = await attempt(context, createCatalog, input);
    return { catalog: result?.state ?? null, userErrors };
  },
  openDraft: (_, { input }, context) => draftPayload(context, openDraft, input),
  putEntries: (_, { input }, context) => draftPayload(context, putEntries, input),
  putDefinitions: (_, { input }, context) => draftPayload(context, putDefinitions, input),
  removeEntries: (_, { input }, context) => draftPayload(context, removeEntries, input),
  submitDraft: (_, { input }, context) => draftPayload(context, submitDraft, input),
  publishDraft: async (_, { input }, context) => {
    const { result, userErrors } = await attempt(context, publishDraft, input);
    return {
      version: result && { catalog: result.state.key, number: result.version.number },
      userErrors,
    };
  },
} satisfies MutationResolvers;
