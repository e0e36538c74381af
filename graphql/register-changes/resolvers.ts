import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';
import { changeRegion, changeZone, closeJurisdiction } from '../../services/operations/register/changes.ts';
import type { Resolvers } from '../generated/types.ts';
import { attempt } from '../user-errors.ts';

export const registerChangesResolvers: Resolvers = {
  Mutation: {
    changeRegion: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, changeRegion, input);
      return { region: fromItsDay(result), userErrors };
    },
    changeZone: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, changeZone, input);
      return { zone: fromItsDay(result), userErrors };
    },
    closeJurisdiction: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, closeJurisdiction, input);
      return { jurisdiction: fromItsDay(result), userErrors };
    },
  },
};

/** With everything around it as it is on the first day of the change. */
const fromItsDay = (record: JurisdictionRecord | null) => record && { ...record, on: record.effectiveFrom };
