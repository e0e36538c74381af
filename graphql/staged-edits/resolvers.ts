import { checkContent } from '../../services/operations/catalog/check-draft.ts';
import {
  applyStagedEdit,
  readStagedEdit,
  stageEntries,
} from '../../services/operations/catalog/stage-entries.ts';
import { draftPayload } from '../catalogs/draft-payload.ts';
import { comparedContents } from '../comparison/compared-contents.ts';
import type { Resolvers } from '../generated/types.ts';
import { draftId } from '../request-record.ts';
import { refuseMisshapen } from '../set-aside.ts';
import { attempt } from '../user-errors.ts';

export const stagedEditsResolvers: Resolvers = {
  StagedEdit: {
    codes: ({ entries }) => entries,
    definitions: ({ facts, lists, products }) => [...facts, ...lists, ...products],
    contentHash: async ({ after }) => (await after()).contentHash,
    entryCount: async ({ after }) => (await after()).entryCount,
    comparison: async ({ id, catalog, draft, after }, _, context) =>
      comparedContents(
        { catalog, version: null, draft, content: draft.draft },
        { catalog, version: null, draft: null, staged: id, content: await after() },
        context,
      ),
    check: async ({ draft, after }, period, { deps }) => checkContent(deps, draft, await after(), period),
  },
  Query: {
    stagedEdit: async (_, input, { deps, actor, record }) => {
      const staged = await readStagedEdit(deps, actor, input);
      if (staged) record.accessed(draftId(staged.catalog));
      return staged;
    },
  },
  Mutation: {
    stageEntries: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(
        context,
        (deps, actor, given: typeof input) => {
          const codes = (given.entries ?? []).map(({ code }) => code);
          refuseMisshapen(context, codes, (place) => ['entries', String(place)]);
          return stageEntries(deps, actor, given);
        },
        input,
      );
      if (result) context.record.accessed(draftId(result.catalog));
      return { staged: result, userErrors };
    },
    applyStagedEdit: (_, { input }, context) => draftPayload(context, applyStagedEdit, input),
  },
};
