import { standingOn, statusOn } from '../../services/domain/catalog/version.ts';
import { barredFromPublishing } from '../../services/domain/catalog-life/barred.ts';
import { catalogId, versionId } from '../../services/domain/ids.ts';
import { catalogHistory } from '../../services/operations/read.ts';
import { connectionOf, storedConnection } from '../connection.ts';
import type { Context } from '../context.ts';
import { dayArgument } from '../day-argument.ts';
import { entriesOf } from '../entries/entries-of.ts';
import { entryConnection } from '../entries/entry-connection.ts';
import { findCatalog, findVersion, namedCatalog, namedJurisdiction, versionOfNumber } from '../find.ts';
import type { Resolvers, RevisionAction } from '../generated/types.ts';
import type { VersionModel } from '../models.ts';
import { catalogsThat } from './catalogs-that.ts';
import { catalogMutations } from './mutations.ts';

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
    history: ({ key }, page, { deps, actor }) =>
      storedConnection(page, ['Catalog.history', key], async (paging) =>
        ofCatalog(key, await catalogHistory(deps, actor, key, paging)),
      ),
  },
  CatalogVersion: {
    id: ({ catalog, number }) => versionId(catalog, number),
    catalog: ({ catalog }, _, context) => namedCatalog(catalog, context),
    title: async (version, _, context) => (await contentOf(version, context)).title,
    issuer: async (version, _, context) => (await contentOf(version, context)).issuer ?? null,
    documentNumber: async (version, _, context) => (await contentOf(version, context)).documentNumber ?? null,
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
    facts: async (version, _, context) => (await contentOf(version, context)).facts,
    lists: async (version, _, context) => (await contentOf(version, context)).lists,
  },
  Draft: {
    catalog: ({ state }) => state,
    title: async ({ draft }, _, { reads }) => (await reads.content(draft.content)).title,
    issuer: async ({ draft }, _, { reads }) => (await reads.content(draft.content)).issuer ?? null,
    documentNumber: async ({ draft }, _, { reads }) =>
      (await reads.content(draft.content)).documentNumber ?? null,
    status: ({ draft }) => draft.status,
    basedOn: ({ state, draft }) =>
      draft.basedOn == null ? null : { catalog: state.key, number: draft.basedOn },
    contentHash: ({ draft }) => draft.contentHash,
    entryCount: ({ draft }) => draft.entryCount,
    editors: ({ draft }) => draft.editors,
    barredFromPublishing: ({ state }) => barredFromPublishing(state),
    entries: async ({ state, draft }, { filter, ...page }, context) => {
      const entries = entriesOf(state.key, null, await context.reads.content(draft.content));
      return entryConnection(entries, filter, page, ['Draft.entries', state.key], context);
    },
    facts: async ({ draft }, _, { reads }) => (await reads.content(draft.content)).facts,
    lists: async ({ draft }, _, { reads }) => (await reads.content(draft.content)).lists,
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
      connectionOf(await catalogsThat(filter ?? {}, context), page, ['catalogs', filter], ({ key }) => key),
    catalogVersion: (_, { id }, context) => findVersion(id, context),
  },
  Mutation: catalogMutations,
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

const contentOf = async (version: VersionModel, context: Context) =>
  context.reads.content((await recordOf(version, context)).content);
