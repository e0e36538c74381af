import {
  createCatalog,
  openDraft,
  publishDraft,
  putDefinitions,
  putEntries,
  removeEntries,
  submitDraft,
} from '../../services/operations/catalog.ts';
import type { CatalogRead } from '../../services/operations/read.ts';
import type { Context } from '../context.ts';
import type { MutationResolvers } from '../generated/types.ts';
import type { DraftModel } from '../models.ts';
import { attempt } from '../user-errors.ts';

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

/** A step of a draft: what it came to, and the draft after it. */
async function drafted<Input>(
  context: Context,
  step: (deps: Context['deps'], actor: Context['actor'], input: Input) => Promise<CatalogRead>,
  input: Input,
) {
  const { result, userErrors } = await attempt(context, () => step(context.deps, context.actor, input));
  return { draft: result && draftAfter(result), userErrors };
}

function draftAfter(read: CatalogRead): DraftModel {
  if (!read.state.draft) throw new Error(`catalog ${read.state.key} has no draft after an edit of it`);
  return { ...read, draft: read.state.draft };
}
