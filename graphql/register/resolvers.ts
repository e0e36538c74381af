import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { areaId } from '../../services/domain/ids.ts';
import type { JurisdictionRecord, ZoneFacts } from '../../services/domain/register/jurisdiction.ts';
import { timelineOf } from '../../services/domain/register/jurisdiction.ts';
import { notReachedText } from '../../services/domain/register/not-reached.ts';
import { dayBefore } from '../../services/domain/values/day.ts';
import type { Day } from '../../services/domain/vocabulary.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import { entriesNotReaching } from '../../services/operations/register/not-reached.ts';
import { registerRegion, registerZone } from '../../services/operations/register/register.ts';
import { filterCatalogs } from '../catalogs/filter-catalogs.ts';
import { connectionOf } from '../connection.ts';
import type { Context } from '../context.ts';
import { dayArgument } from '../day-argument.ts';
import { entriesOf } from '../entries/entries-of.ts';
import { entryConnection } from '../entries/entry-connection.ts';
import { findJurisdiction } from '../find.ts';
import type { RegionResolvers, Resolvers } from '../generated/types.ts';
import type { VersionModel } from '../models.ts';
import { entered } from './entered.ts';
import { regionConnection, zoneConnection } from './zone-connection.ts';

const jurisdiction = {
  parent: ({ parent, on }, _, context) => (parent === null ? null : findJurisdiction(parent, context, on)),
  catalogs: ({ id }, _, context) => filterCatalogs({ jurisdiction: id }, context),
  closed: ({ closed }) => closed ?? false,
  effectiveTo: async ({ id, effectiveFrom }, _, context) => {
    const next = (await timeline(id, context)).find((record) => record.effectiveFrom > effectiveFrom);
    return next ? dayBefore(next.effectiveFrom) : null;
  },
  // Newest first, each with all around it as of its first day.
  records: async ({ id }, page, context) =>
    connectionOf(
      (await timeline(id, context)).map((record) => ({ ...record, on: record.effectiveFrom })).reverse(),
      page,
      ['Jurisdiction.records', id],
      ({ effectiveFrom }) => effectiveFrom,
      (day, other) => day < other,
    ),
} satisfies RegionResolvers;

export const registerResolvers: Resolvers = {
  Jurisdiction: { __resolveType: ({ level }) => (level === 'ZONE' ? 'Zone' : 'Region') },
  Region: {
    ...jurisdiction,
    zones: ({ id, on }, page, context) =>
      zoneConnection({ region: id }, on ?? null, page, ['Region.zones', id, on], context),
  },
  Zone: {
    ...jurisdiction,
    kind: (record) => zoneOf(record).kind,
    zoneLevel: (record) => zoneOf(record).zoneLevel,
    riskGrade: (record) => zoneOf(record).riskGrade,
    positioning: (record) => zoneOf(record).positioning,
    areas: (record) => zoneOf(record).areas.map((area) => ({ ...area, zoneCode: record.code })),
    suspended: (record) => zoneOf(record).suspended,
    facts: (record) => zoneOf(record).facts,
    notReachedBy: ({ id, on, effectiveFrom }, _, context) => {
      const day = dayArgument(on, context);
      return entriesNotReaching(context.deps, id, day < effectiveFrom ? effectiveFrom : day);
    },
    versionsInForce: async ({ id, on: asOf }, { on }, context) =>
      (await catalogsInForce(id, dayArgument(on ?? asOf, context), context)).map(({ version }) => version),
    entries: async ({ id, on: asOf }, { on, filter, ...page }, context) => {
      const day = on ?? asOf;
      const inForce = await catalogsInForce(id, dayArgument(day, context), context);
      const entries = inForce.flatMap(({ version, content }) => entriesOf(version.catalog, version, content));
      return entryConnection(entries, filter, page, ['Zone.entries', id, day], context);
    },
  },
  NotReached: {
    version: ({ catalog, number }) => ({ catalog, number }),
    message: (told, { locale }) => notReachedText(told, locale),
  },
  Area: { id: ({ zoneCode, key }) => areaId(zoneCode, key) },
  Query: {
    region: async (_, { id, on }, context) =>
      id.startsWith('region_') ? findJurisdiction(id, context, asOfDay(on, context)) : null,
    zone: async (_, { id, on }, context) =>
      id.startsWith('zone_') ? findJurisdiction(id, context, asOfDay(on, context)) : null,
    regions: (_, { text = null, on, ...page }, context) =>
      regionConnection(text, asOfDay(on, context), page, ['regions', text, on], context),
    zones: (_, { filter, on, ...page }, context) =>
      zoneConnection(filter ?? {}, asOfDay(on, context), page, ['zones', filter, on], context),
  },
  Mutation: {
    registerRegion: async (_, { input }, context) => {
      const { record, ...payload } = await entered(context, registerRegion, input);
      return { region: record, ...payload };
    },
    registerZone: async (_, { input }, context) => {
      const { record, ...payload } = await entered(context, registerZone, input);
      return { zone: record, ...payload };
    },
  },
};

/** The records of a jurisdiction that count, in order. */
const timeline = async (id: string, { reads }: Context): Promise<readonly JurisdictionRecord[]> =>
  timelineOf((await reads.register()).jurisdictions.get(id) ?? []);

/** @throws Refusal INVALID_DATE */
const asOfDay = (on: string | null | undefined, context: Context): Day | null =>
  on == null ? null : dayArgument(on, context);

function zoneOf({ id, zone }: JurisdictionRecord): ZoneFacts {
  if (!zone) throw new Error(`${id} is no zone`);
  return zone;
}

/**
 * The versions in force in a zone on a day with what they say, country first (DESIGN 2.1).
 *
 * @throws Refusal UNKNOWN_ZONE, ZONE_CLOSED: a zone that does not exist that day has no catalogs, which is not to be
 * read as "nothing is forbidden"
 */
async function catalogsInForce(
  zone: string,
  on: Day,
  { deps }: Context,
): Promise<readonly { readonly version: VersionModel; readonly content: CatalogContent }[]> {
  const { catalogs } = await basisOf(deps, zone, on);
  return catalogs.flatMap(({ identity, inForce }) =>
    inForce ? [{ version: { catalog: identity.key, number: inForce.number }, content: inForce.content }] : [],
  );
}
