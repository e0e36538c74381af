import { repealedFrom } from '../../services/domain/catalog/version.ts';
import { withdrawVersion } from '../../services/operations/catalog/withdraw.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import type { WithdrawalModel } from '../models.ts';
import { attempt } from '../user-errors.ts';

export const withdrawalsResolvers: Resolvers = {
  CatalogVersion: {
    withdrawals: async ({ catalog, number }, _, { reads }) => {
      const { withdrawals } = await reads.version(catalog, number);
      return (withdrawals ?? []).map((withdrawal) => ({ ...withdrawal, catalog }));
    },
  },
  Catalog: {
    repealedFrom: async ({ key }, _, { reads }) =>
      repealedFrom((await reads.catalog(key))?.state.versions ?? []),
  },
  Withdrawal: {
    by: (withdrawal, _, context) => ofHistory(withdrawal, 'by', context),
    reason: (withdrawal, _, context) => ofHistory(withdrawal, 'reason', context),
  },
  Mutation: {
    withdrawVersion: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, withdrawVersion, input);
      return { version: result && { catalog: result.state.key, number: input.number }, userErrors };
    },
  },
};

/** That and from when a version does not count is law and public; who decided it and why is the authority's record. */
const ofHistory = async (
  withdrawal: WithdrawalModel,
  field: 'by' | 'reason',
  { reads }: Context,
): Promise<string | null> => ((await reads.seesHistory(withdrawal.catalog)) ? withdrawal[field] : null);
