import { decideAdmission, listDecisions, readDecision } from '../../services/operations/decisions/decide.ts';
import { replayDecision } from '../../services/operations/decisions/replay.ts';
import { storedConnection } from '../connection.ts';
import { namedCatalog } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';
import { attempt } from '../user-errors.ts';
import { decisionsThat } from './decisions-that.ts';
import { groundOfDecision } from './ground-of-decision.ts';

export const decisionsResolvers: Resolvers = {
  Decision: {
    assessment: async (decision, _, context) => ({
      ...decision.assessment,
      ground: await groundOfDecision(decision, context),
    }),
    replay: async (decision, _, context) => {
      const replay = await replayDecision(context.deps, decision);
      const ground = await groundOfDecision(decision, context);
      return { ...replay, assessment: { ...replay.assessment, ground } };
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
      const { result, userErrors } = await attempt(context, decideAdmission, input);
      if (result) context.record.countOutcome(result.assessment.outcome);
      return { decision: result, userErrors };
    },
  },
};
