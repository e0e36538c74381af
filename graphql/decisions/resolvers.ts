import { decideAdmission } from '../../services/operations/decisions/decide.ts';
import { listDecisions, readDecision } from '../../services/operations/decisions/decisions.ts';
import { replayDecision } from '../../services/operations/decisions/replay.ts';
import { namedCatalog } from '../catalogs/find-catalog.ts';
import { storedConnection } from '../connection.ts';
import type { Resolvers } from '../generated/types.ts';
import { attempt } from '../user-errors.ts';
import { basisOfDecision } from './basis-of-decision.ts';
import { decisionsThat } from './decisions-that.ts';

export const decisionsResolvers: Resolvers = {
  Decision: {
    assessment: async (decision, _, context) => ({
      ...decision.assessment,
      basis: await basisOfDecision(decision, context),
    }),
    replay: async (decision, _, context) => {
      const replay = await replayDecision(context.deps, decision);
      const basis = await basisOfDecision(decision, context);
      return { ...replay, assessment: { ...replay.assessment, basis } };
    },
  },
  CatalogEvidence: {
    catalog: ({ key }, _, context) => namedCatalog(key, context),
    version: ({ key, version }) => version && { catalog: key, number: version.number },
  },
  ChainHead: { revision: ({ seq }) => seq },
  ReplayChange: {
    ENGINE: 'engine',
    DICTIONARY: 'dictionary',
    LISTS: 'lists',
    CLASSIFICATION: 'classification',
  },
  Query: {
    decision: (_, { id }, { deps, actor }) => readDecision(deps, actor, id),
    decisions: (_, { filter, ...page }, { deps, actor }) =>
      storedConnection(page, ['decisions', filter], (paging) =>
        listDecisions(deps, actor, decisionsThat(filter), paging),
      ),
  },
  Mutation: {
    decideAdmission: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, () =>
        decideAdmission(context.deps, context.actor, input),
      );
      if (result) context.record.countOutcome(result.assessment.outcome);
      return { decision: result, userErrors };
    },
  },
};
