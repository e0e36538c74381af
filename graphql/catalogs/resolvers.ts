import { standingOn, statusOn } from '../../services/domain/catalog/version.ts';
import { barredFromPublishing } from '../../services/domain/catalog-life/publish-draft.ts';
import { catalogId, versionId } from '../../services/domain/ids.ts';
import { createCatalog, openDraft } from '../../services/operations/catalog/create-catalog.ts';
import { putDefinitions } from '../../services/operations/catalog/edit-definitions.ts';
import { publishDraft } from '../../services/operations/catalog/publish.ts';
import { putEntries, removeEntries } from '../../services/operations/catalog/put-entries.ts';
import { submitDraft } from '../../services/operations/catalog/review.ts';
import { catalogHistory } from '../../services/operations/history/catalog-history.ts';
import { connectionOf, storedConnection } from '../connection.ts';
import type { Context } from '../context.ts';
import { dayArgument } from '../day-argument.ts';
import { entriesOf } from '../entries/entries-of.ts';
import { entryConnection } from '../entries/entry-connection.ts';
import { findCatalog, findVersion, namedCatalog, namedJurisdiction, versionOfNumber } from '../find.ts';
import type { Resolvers, RevisionAction } from '../generated/types.ts';
import type { DraftModel, VersionModel } from '../models.ts';
import { refuseMisshapen } from '../set-aside.ts';
import { attempt } from '../user-errors.ts';
import { draftPayload } from './draft-payload.ts';
import { filterCatalogs } from './filter-catalogs.ts';

/** What a version and a draft both show of their contents. */
const ofContent = {
  title: async (of, _, context) => (await contentOf(of, context)).title,
  issuer: async (of, _, context) => (await contentOf(of, context)).issuer ?? null,
  documentNumber: async (of, _, context) => (await contentOf(of, context)).documentNumber ?? null,
  facts: async (of, _, context) => (await contentOf(of, context)).facts,
  lists: async (of, _, context) => (await contentOf(of, context)).lists,
  products: async (of, _, context) => (await contentOf(of, context)).products,
} satisfies ResolversOf<VersionModel | DraftModel>;

export const catalogsResolvers: Resolvers = {
  Catalog: {
    id: ({ key }) => catalogId(key),
    jurisdiction: ({ jurisdiction }, _, context) => namedJurisdiction(jurisdiction, context),
    title: async ({ key }, _, context) => (await stateOf(key, context)).title,
    issuer: async ({ key }, _, context) => (await stateOf(key, context)).issuer ?? null,
    documentNumber: async ({ key }, _, context) => (await stateOf(key, context)).documentNumber ?? null,
    versionInForce: async ({ key }, { on }, context) => {
      const standing = standingOn((await stateOf(key, context)).versions, dayArgument(on, context));
      return standing.kind === 'IN_FORCE' ? { catalog: key, number: standing.version.number } : null;
    },
    version: ({ key }, { number }, context) => versionOfNumber(key, number, context),
    versions: async ({ key }, page, context) => {
      const { versions } = await stateOf(key, context);
      const newestFirst = versions.map(({ number }) => ({ catalog: key, number })).reverse();
      return connectionOf(newestFirst, page, ['Catalog.versions', key], ({ number }) => String(number));
    },
    draft: ({ key }, _, { reads }) => reads.draft(key),
    history: ({ key }, { filter, ...page }, { deps, actor }) =>
      storedConnection(page, ['Catalog.history', key, filter], async (paging) =>
        ofCatalog(key, await catalogHistory(deps, actor, key, paging, filter ?? {})),
      ),
  },
  CatalogVersion: {
    id: ({ catalog, number }) => versionId(catalog, number),
    catalog: ({ catalog }, _, context) => namedCatalog(catalog, context),
    ...ofContent,
    status: async ({ catalog, number }, { on }, context) => {
      const version = await context.reads.version(catalog, number);
      return statusOn(version, (await stateOf(catalog, context)).versions, dayArgument(on, context));
    },
    effectiveFrom: async (version, _, context) => (await recordOf(version, context)).effectiveFrom,
    effectiveTo: async (version, _, context) => (await recordOf(version, context)).effectiveTo ?? null,
    publishedAt: async (version, _, context) => (await recordOf(version, context)).publishedAt,
    contentHash: async (version, _, context) => (await recordOf(version, context)).contentHash,
    entryCount: async (version, _, context) => (await recordOf(version, context)).entryCount,
    entries: async (version, { filter, ...page }, context) => {
      const entries = entriesOf(version.catalog, version, await contentOf(version, context));
      const query = ['CatalogVersion.entries', version.catalog, version.number];
      return entryConnection(entries, filter, page, query, context);
    },
  },
  Draft: {
    catalog: ({ state }) => state,
    ...ofContent,
    status: ({ draft }) => draft.status,
    basedOn: ({ state, draft }) =>
      draft.basedOn == null ? null : { catalog: state.key, number: draft.basedOn },
    contentHash: ({ draft }) => draft.contentHash,
    entryCount: ({ draft }) => draft.entryCount,
    editors: ({ draft }) => draft.editors,
    barredFromPublishing: ({ state }) => barredFromPublishing(state),
    comments: ({ draft }) => draft.comments ?? [],
    entries: async (draft, { filter, ...page }, context) => {
      const { key } = draft.state;
      const entries = entriesOf(key, null, await contentOf(draft, context));
      return entryConnection(entries, filter, page, ['Draft.entries', key], context);
    },
  },
  Revision: {
    number: ({ seq }) => seq,
    // The operations name their actions; one that the SDL does not have fails here rather than passing as text.
    action: ({ action }) => action as RevisionAction,
    at: ({ time }) => time,
    by: ({ actor }) => actor,
  },
  Query: {
    catalog: (_, { id }, context) => findCatalog(id, context),
    catalogs: async (_, { filter, ...page }, context) =>
      connectionOf(await filterCatalogs(filter ?? {}, context), page, ['catalogs', filter], ({ key }) => key),
    catalogVersion: (_, { id }, context) => findVersion(id, context),
  },
  Mutation: {
    createCatalog: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, createCatalog, input);
      return { catalog: result?.state ?? null, userErrors };
    },
    openDraft: (_, { input }, context) => draftPayload(context, openDraft, input),
    putEntries: (_, { input }, context) =>
      draftPayload(
        context,
        (deps, actor, given: typeof input) => {
          const codes = given.entries.map(({ code }) => code);
          refuseMisshapen(context, codes, (place) => ['entries', String(place)]);
          return putEntries(deps, actor, given);
        },
        input,
      ),
    putDefinitions: (_, { input }, context) => draftPayload(context, putDefinitions, input),
    removeEntries: (_, { input }, context) => draftPayload(context, removeEntries, input),
    submitDraft: (_, { input }, context) => draftPayload(context, submitDraft, input),
    publishDraft: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, publishDraft, input);
      const version = result && { catalog: result.state.key, number: result.version.number };
      return { version, userErrors };
    },
  },
};

/** A revision does not say itself of which catalog it is. */
const ofCatalog = (catalog: string, page: Awaited<ReturnType<typeof catalogHistory>>) =>
  page && {
    ...page,
    items: page.items.map(({ cursor, value }) => ({ cursor, value: { ...value, catalog } })),
  };

async function stateOf(key: string, { reads }: Context) {
  const read = await reads.catalog(key);
  if (!read) throw new Error(`there is no catalog ${key}`);
  return read.state;
}

const recordOf = ({ catalog, number }: VersionModel, { reads }: Context) => reads.version(catalog, number);

const contentOf = async (of: VersionModel | DraftModel, context: Context) =>
  context.reads.content('draft' in of ? of.draft.content : (await recordOf(of, context)).content);

type ResolversOf<Parent> = Readonly<
  Record<string, (parent: Parent, args: unknown, context: Context) => unknown>
>;
