import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import { entryStepText } from '../../services/domain/comparison/revision-text.ts';
import { memoize } from '../../services/domain/values/memoize.ts';
import type { EntryStep } from '../../services/operations/history/entry-history.ts';
import { entryHistory } from '../../services/operations/history/entry-history.ts';
import { loadContentHeader } from '../../services/operations/read.ts';
import { fieldModels } from '../comparison/field-change.ts';
import { wordingOf } from '../comparison/wording.ts';
import { storedConnection } from '../connection.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import type { EntryModel, Wording } from '../models.ts';

export const entryStepResolvers: Resolvers = {
  Catalog: {
    entryHistory: async ({ key }, { code, ...page }, context) =>
      storedConnection(page, ['Catalog.entryHistory', key, code], async (paging) => {
        const found = await entryHistory(context.deps, context.actor, key, code, paging);
        return {
          ...found,
          items: found.items.map(({ cursor, value }) => ({
            cursor,
            value: { ...value, wording: wordingOfStep(value, context) },
          })),
        };
      }),
  },
  EntryStep: {
    by: ({ revision }) => revision?.actor ?? null,
    revision: ({ revision, catalog }) => revision && { ...revision, catalog },
    version: ({ version, catalog }) => (version === null ? null : { catalog, number: version }),
    before: ({ catalog, before, entryBefore }, _, context) => entryIn(catalog, before, entryBefore, context),
    after: ({ catalog, after, entryAfter }, _, context) => entryIn(catalog, after, entryAfter, context),
    fields: ({ changes, entryBefore, entryAfter, wording }) =>
      fieldModels(wording, 'ENTRY', changes, entryBefore ?? undefined, entryAfter ?? undefined),
    text: async ({ wording, ...step }, { locale }) => entryStepText(step, await wording(locale)),
  },
};

/** Read once for all fields of a step, and not at all where none needs it. */
function wordingOfStep({ catalog, before, after }: EntryStep, context: Context): Wording {
  const read = memoize(async (of: Context) =>
    wordingOf(catalog, await headerOf(before, of), await headerOf(after, of), of),
  );
  return async (locale) => (await read(context))(locale);
}

const headerOf = (content: string | null, { deps }: Context): Promise<CatalogContent> | null =>
  content === null ? null : loadContentHeader(deps, content);

async function entryIn(
  catalog: string,
  content: string | null,
  entry: Entry | null,
  context: Context,
): Promise<EntryModel | null> {
  const header = await headerOf(content, context);
  if (content === null || !header || !entry) return null;
  const position = async () => {
    const { entries } = await context.reads.content(content);
    return entries.findIndex(({ code }) => code === entry.code) + 1;
  };
  return { ...entry, catalog, content: header, position };
}
