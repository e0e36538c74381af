import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';
import { changeRegion, changeZone, closeJurisdiction } from '../../services/operations/register/changes.ts';
import type { Resolvers } from '../generated/types.ts';
import { entered } from '../register/entered.ts';

export const registerChangesResolvers: Resolvers = {
  Mutation: {
    changeRegion: async (_, { input }, context) => {
      const { record, ...payload } = await entered(context, changeRegion, input);
      return { region: fromItsDay(record), ...payload };
    },
    changeZone: async (_, { input }, context) => {
      const { record, ...payload } = await entered(context, changeZone, input);
      return { zone: fromItsDay(record), ...payload };
    },
    closeJurisdiction: (_, { input }, context) => entered(context, closeJurisdiction, input),
  },
};

/** With everything around it as it is on the first day of the change. */
const fromItsDay = (record: JurisdictionRecord | null) => record && { ...record, on: record.effectiveFrom };
