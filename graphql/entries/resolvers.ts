import type { Condition } from '../../services/domain/condition/condition.ts';
import { conditionText } from '../../services/domain/condition/condition-text.ts';
import type { Locale } from '../../services/domain/values/text.ts';
import type { Context } from '../context.ts';
import { namedCatalog } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';
import type { EntryModel } from '../models.ts';
import { namesOfContent } from './names-of.ts';

const conditional = { whenText };

export const entriesResolvers: Resolvers = {
  Entry: {
    ...conditional,
    position: ({ position }) => (typeof position === 'function' ? position() : position),
    conditionsPending: ({ conditionsPending }) => conditionsPending ?? false,
    catalog: ({ catalog }, _, context) => namedCatalog(catalog, context),
    exceptions: ({ exceptions, catalog, content }) =>
      exceptions.map((exception) => ({ ...exception, catalog, content })),
    requirements: ({ requirements, catalog, content }) =>
      requirements.map((requirement) => ({ ...requirement, catalog, content })),
  },
  TerritoryScope: {
    includeNames: async ({ include }, _, { reads }) => include.map(await reads.placeNames()),
    exceptNames: async ({ except }, _, { reads }) => except.map(await reads.placeNames()),
  },
  Exception: conditional,
  Requirement: conditional,
};

function whenText(
  { when, catalog, content }: Pick<EntryModel, 'catalog' | 'content'> & { readonly when?: Condition | null },
  { locale }: { readonly locale: Locale },
  { deps }: Context,
): string | null {
  if (!when) return null;
  return conditionText(when, namesOfContent(deps.reference, catalog, content), locale);
}
