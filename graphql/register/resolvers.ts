import { areaId } from '../../services/domain/ids.ts';
import type { JurisdictionRecord, ZoneFacts } from '../../services/domain/register/jurisdiction.ts';
import type { Day } from '../../services/domain/vocabulary.ts';
import { registerRegion, registerZone } from '../../services/operations/register/register.ts';
import { catalogsOf } from '../catalogs/catalogs-of.ts';
import { connectionOf } from '../connection.ts';
import type { Context } from '../context.ts';
import { dayArgument } from '../day-argument.ts';
import { effectiveEntries } from '../entries/effective-entries.ts';
import { entryConnection } from '../entries/entry-connection.ts';
import { findJurisdiction } from '../find.ts';
import type { RegionResolvers, Resolvers } from '../generated/types.ts';
import { attempt } from '../user-errors.ts';
import { lastDayOf, recordsOf } from './records-of.ts';
import { versionsInForce } from './versions-in-force.ts';
import { zoneConnection } from './zone-connection.ts';

const jurisdiction = {
  parent: ({ parent, on }, _, context) => (parent === null ? null : findJurisdiction(parent, context, on)),
  catalogs: async ({ id }, _, context) => catalogsOf(await context.reads.register(), (of) => of === id),
  closed: ({ closed }) => closed ?? false,
  effectiveTo: (record, _, context) => lastDayOf(record, context),
  records: async (record, page, context) =>
    connectionOf(
      await recordsOf(record, context),
      page,
      ['Jurisdiction.records', record.id],
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
    versionsInForce: ({ id, on: asOf }, { on }, context) =>
      versionsInForce(id, dayArgument(on ?? asOf, context), context),
    entries: async ({ id, on: asOf }, { on, filter, ...page }, context) => {
      const day = on ?? asOf;
      const entries = await effectiveEntries(id, dayArgument(day, context), context);
      return entryConnection(entries, filter, page, ['Zone.entries', id, day], context);
    },
  },
  Area: { id: ({ zoneCode, key }) => areaId(zoneCode, key) },
  Query: {
    region: async (_, { id, on }, context) =>
      id.startsWith('region_') ? findJurisdiction(id, context, asOfDay(on, context)) : null,
    zone: async (_, { id, on }, context) =>
      id.startsWith('zone_') ? findJurisdiction(id, context, asOfDay(on, context)) : null,
    zones: (_, { filter, on, ...page }, context) =>
      zoneConnection(filter ?? {}, asOfDay(on, context), page, ['zones', filter, on], context),
  },
  Mutation: {
    registerRegion: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, registerRegion, input);
      return { region: result, userErrors };
    },
    registerZone: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, registerZone, input);
      return { zone: result, userErrors };
    },
  },
};

/** @throws Refusal INVALID_DATE */
const asOfDay = (on: string | null | undefined, context: Context): Day | null =>
  on == null ? null : dayArgument(on, context);

function zoneOf({ id, zone }: JurisdictionRecord): ZoneFacts {
  if (!zone) throw new Error(`${id} is no zone`);
  return zone;
}
