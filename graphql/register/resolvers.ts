import type { JurisdictionRecord, ZoneFacts } from '../../services/domain/jurisdiction.ts';
import { areaId } from '../../services/domain/jurisdiction.ts';
import { registerRegion, registerZone } from '../../services/operations/register.ts';
import { catalogsOf } from '../catalogs/catalogs-of.ts';
import { connectionOf } from '../connection.ts';
import { dayArgument } from '../day-argument.ts';
import { effectiveEntries } from '../entries/effective-entries.ts';
import { entryConnection } from '../entries/entry-connection.ts';
import type { RegionResolvers, Resolvers } from '../generated/types.ts';
import { attempt } from '../user-errors.ts';
import { findJurisdiction } from './find-jurisdiction.ts';
import { versionsInForce } from './versions-in-force.ts';
import { zonesToday } from './zones-today.ts';

const jurisdiction = {
  parent: ({ parent }, _, context) => (parent === null ? null : findJurisdiction(parent, context)),
  catalogs: async ({ id }, _, context) => catalogsOf(await context.reads.register(), (of) => of === id),
  closed: ({ closed }) => closed ?? false,
} satisfies RegionResolvers;

export const registerResolvers: Resolvers = {
  Jurisdiction: { __resolveType: ({ level }) => (level === 'ZONE' ? 'Zone' : 'Region') },
  Region: {
    ...jurisdiction,
    zones: async ({ id }, page, context) =>
      connectionOf(await zonesToday({ region: id }, context), page, ['Region.zones', id], ({ code }) => code),
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
    versionsInForce: ({ id }, { on }, context) => versionsInForce(id, dayArgument(on, context), context),
    entries: async ({ id }, { on, filter, ...page }, context) => {
      const entries = await effectiveEntries(id, dayArgument(on, context), context);
      return entryConnection(entries, filter, page, ['Zone.entries', id, on], context);
    },
  },
  Area: { id: ({ zoneCode, key }) => areaId(zoneCode, key) },
  Query: {
    region: async (_, { id }, context) => (id.startsWith('region_') ? findJurisdiction(id, context) : null),
    zone: async (_, { id }, context) => (id.startsWith('zone_') ? findJurisdiction(id, context) : null),
    zones: async (_, { filter, ...page }, context) =>
      connectionOf(await zonesToday(filter ?? {}, context), page, ['zones', filter], ({ code }) => code),
  },
  Mutation: {
    registerRegion: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, () =>
        registerRegion(context.deps, context.actor, input),
      );
      return { region: result, userErrors };
    },
    registerZone: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, () =>
        registerZone(context.deps, context.actor, input),
      );
      return { zone: result, userErrors };
    },
  },
};

function zoneOf({ id, zone }: JurisdictionRecord): ZoneFacts {
  if (!zone) throw new Error(`${id} is no zone`);
  return zone;
}
