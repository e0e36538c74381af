import { createCatalog, openDraft } from '../../services/operations/catalog/create-catalog.ts';
import { putDefinitions } from '../../services/operations/catalog/edit-definitions.ts';
import { publishDraft } from '../../services/operations/catalog/publish.ts';
import { putEntries, removeEntries } from '../../services/operations/catalog/put-entries.ts';
import { submitDraft } from '../../services/operations/catalog/review.ts';
import type { MutationResolvers } from '../generated/types.ts';
import { attempt } from '../user-errors.ts';
import { drafted } from './drafted.ts';

export const catalogMutations = {
  createCatalog: async (_, { input }, context) => {
    const { result, userErrors } = await attempt(context, () =>
      createCatalog(context.deps, context.actor, input),
    );
    return { catalog: result?.state ?? null, userErrors };
  },
  openDraft: (_, { input }, context) => drafted(context, openDraft, input),
  putEntries: (_, { input }, context) => drafted(context, putEntries, input),
  putDefinitions: (_, { input }, context) => drafted(context, putDefinitions, input),
  removeEntries: (_, { input }, context) => drafted(context, removeEntries, input),
  submitDraft: (_, { input }, context) => drafted(context, submitDraft, input),
  publishDraft: async (_, { input }, context) => {
    const { result, userErrors } = await attempt(context, () =>
      publishDraft(context.deps, context.actor, input),
    );
    return {
      version: result && { catalog: result.state.key, number: result.version.number },
      userErrors,
    };
  },
} satisfies MutationResolvers;
