import { standingOf } from '../../services/domain/access/proposal.ts';
import { barredFrom, basisOf, effectsOf } from '../../services/domain/catalog-life/proposals.ts';
import { catalogId, proposalId, proposalIn } from '../../services/domain/ids.ts';
import { basisOf as basisInRegister } from '../../services/domain/register/register-act.ts';
import { recordItems } from '../../services/domain/register/register-change.ts';
import type { CatalogProposed } from '../../services/operations/catalog/withdraw.ts';
import { proposeRepealReversal, proposeWithdrawal } from '../../services/operations/catalog/withdraw.ts';
import { confirmProposal, withdrawProposal } from '../../services/operations/proposals.ts';
import { comparedContents } from '../comparison/compared-contents.ts';
import { comparedVersion } from '../comparison/find-compared.ts';
import { connectionOf, type PageArguments } from '../connection.ts';
import type { Context } from '../context.ts';
import { namedCatalog, namedJurisdiction } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';
import type { ProposalEffectModel, ProposalModel } from '../models.ts';
import { attempt, type Operation } from '../user-errors.ts';
import { proposalText } from './proposal-text.ts';

export const proposalsResolvers: Resolvers = {
  Proposal: {
    id: ({ catalog, proposal }) =>
      proposalId(catalog === null ? 'register' : catalogId(catalog), proposal.number),
    kind: (model) => {
      if (model.catalog === null) return 'REGISTER_CHANGE';
      const { act } = model.proposal;
      if (act.kind === 'REVERSAL') return 'REPEAL_REVERSAL';
      return act.repeal ? 'REPEAL' : 'WITHDRAWAL';
    },
    catalog: ({ catalog }, _, context) => (catalog === null ? null : namedCatalog(catalog, context)),
    jurisdiction: ({ catalog, proposal }, _, context) =>
      catalog === null ? namedJurisdiction(proposal.act.records[0]!.id, context) : null,
    version: ({ catalog, proposal }) =>
      catalog !== null && proposal.act.kind === 'WITHDRAWAL'
        ? { catalog, number: proposal.act.number }
        : null,
    effectiveFrom: ({ proposal }) => proposal.effectiveFrom,
    lastDay: ({ proposal }) => proposal.lastDay,
    standing: (model, _, context) => standing(model, context),
    by: ({ proposal }) => proposal.by,
    at: ({ proposal }) => proposal.at,
    reason: ({ proposal }) => proposal.reason,
    retroactiveReason: ({ catalog, proposal }) =>
      catalog !== null && proposal.act.kind === 'WITHDRAWAL' ? proposal.act.retroactiveReason : null,
    barredFromConfirming: async (model, _, context) =>
      model.catalog !== null && (await standing(model, context)) === 'OPEN'
        ? barredFrom(await stateOf(model.catalog, context), model.proposal, context.today)
        : [model.proposal.by],
    effects: (model, _, context) => effects(model, context),
    registerChanges: async ({ catalog, proposal }, _, { reads }) =>
      catalog === null ? recordItems(proposal.act.records, (await reads.register()).jurisdictions) : [],
    text: async (model, { locale }, context) =>
      proposalText(model, await effects(model, context), locale, context),
  },
  ProposalEffect: {
    before: ({ catalog, before }) => before && { catalog, number: before.number },
    after: ({ catalog, after }) => after && { catalog, number: after.number },
    comparison: async ({ catalog, before, after }, _, context) =>
      before &&
      after &&
      comparedContents(
        await comparedVersion(catalog, before.number, context),
        await comparedVersion(catalog, after.number, context),
        context,
      ),
  },
  Catalog: {
    proposals: async ({ key }, page, context) =>
      pageOf(await ofCatalog(key, context), page, ['Catalog.proposals', key]),
  },
  Query: {
    proposal: async (_, { id }, context) => {
      const place = proposalIn(id);
      if (!place) return null;
      const known =
        place.catalog === null ? await ofRegister(context) : await ofCatalog(place.catalog, context);
      return known.find(({ proposal }) => proposal.number === place.number) ?? null;
    },
    registerProposals: async (_, page, context) =>
      pageOf(await ofRegister(context), page, ['registerProposals', context.actor?.subject]),
  },
  Mutation: {
    proposeWithdrawal: (_, { input }, context) => proposed(context, proposeWithdrawal, input),
    proposeRepealReversal: (_, { input }, context) => proposed(context, proposeRepealReversal, input),
    confirmProposal: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, confirmProposal, input);
      const changed = result?.jurisdiction;
      return {
        catalog: result?.catalog?.state ?? null,
        jurisdiction: changed ? { ...changed, on: changed.effectiveFrom } : null,
        userErrors,
      };
    },
    withdrawProposal: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, withdrawProposal, input);
      const about = result?.jurisdiction;
      return {
        catalog: result?.catalog?.state ?? null,
        jurisdiction: about ? await namedJurisdiction(about.id, context) : null,
        userErrors,
      };
    },
  },
};

async function proposed<Input>(
  context: Context,
  operation: Operation<Input, CatalogProposed>,
  input: Input,
): Promise<{
  proposal: ProposalModel | null;
  userErrors: Awaited<ReturnType<typeof attempt>>['userErrors'];
}> {
  const { result, userErrors } = await attempt(context, operation, input);
  return { proposal: result && { catalog: result.state.key, proposal: result.proposal }, userErrors };
}

const pageOf = (proposals: readonly ProposalModel[], page: PageArguments, query: unknown) =>
  connectionOf(
    proposals,
    page,
    query,
    ({ proposal }) => String(proposal.number),
    (place, other) => Number(place) > Number(other),
  );

/** The open proposals about a catalog; none for those who may not read its history. */
async function ofCatalog(catalog: string, { reads }: Context): Promise<readonly ProposalModel[]> {
  if (!(await reads.seesHistory(catalog))) return [];
  const proposals = (await reads.catalog(catalog))?.state.proposals ?? [];
  return proposals.map((proposal) => ({ catalog, proposal }));
}

const ofRegister = async ({ reads }: Context): Promise<readonly ProposalModel[]> =>
  (await reads.registerProposals()).map((proposal) => ({ catalog: null, proposal }));

async function stateOf(catalog: string, { reads }: Context) {
  const read = await reads.catalog(catalog);
  if (!read) throw new Error(`there is no catalog ${catalog}`);
  return read.state;
}

async function standing(model: ProposalModel, context: Context) {
  const basis =
    model.catalog === null
      ? basisInRegister(await context.reads.register(), model.proposal.act)
      : basisOf(await stateOf(model.catalog, context));
  return standingOf(model.proposal, basis, context.today);
}

/** What a proposal about a catalog would change; nothing where it can no longer be confirmed. */
async function effects(model: ProposalModel, context: Context): Promise<readonly ProposalEffectModel[]> {
  if (model.catalog === null || (await standing(model, context)) !== 'OPEN') return [];
  const { catalog, proposal } = model;
  const state = await stateOf(catalog, context);
  return effectsOf(state, proposal, context.today).map((effect) => ({ ...effect, catalog }));
}
