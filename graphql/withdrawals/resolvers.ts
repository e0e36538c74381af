import { repealedFrom } from '../../services/domain/catalog/version.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import type { ReversalModel, WithdrawalModel } from '../models.ts';

export const withdrawalsResolvers: Resolvers = {
  CatalogVersion: {
    withdrawals: async ({ catalog, number }, _, { reads }) => {
      const { withdrawals, reversals } = await reads.version(catalog, number);
      return (withdrawals ?? []).map((withdrawal, place) => {
        const reversal = (reversals ?? []).find(({ of }) => of === place);
        return { ...withdrawal, catalog, reversal: reversal ? { ...reversal, catalog } : null };
      });
    },
  },
  Catalog: {
    repealedFrom: async ({ key }, _, { reads }) =>
      repealedFrom((await reads.catalog(key))?.state.versions ?? []),
  },
  Withdrawal: {
    by: (withdrawal, _, context) => ofHistory(withdrawal, 'by', context),
    proposedBy: (withdrawal, _, context) => ofHistory(withdrawal, 'proposedBy', context),
    reason: (withdrawal, _, context) => ofHistory(withdrawal, 'reason', context),
  },
  Reversal: {
    by: (reversal, _, context) => ofHistory(reversal, 'by', context),
    proposedBy: (reversal, _, context) => ofHistory(reversal, 'proposedBy', context),
    reason: (reversal, _, context) => ofHistory(reversal, 'reason', context),
  },
};

/** That and from when a version does not count is law and public; who decided it and why is the authority's record. */
const ofHistory = async (
  step: WithdrawalModel | ReversalModel,
  field: 'by' | 'proposedBy' | 'reason',
  { reads }: Context,
): Promise<string | null> => ((await reads.seesHistory(step.catalog)) ? step[field] : null);
