import type { AssessmentBasis, CatalogOnDay } from '../../services/domain/assessment/assessment-basis.ts';
import type { Decision } from '../../services/domain/assessment/decision.ts';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { isDay } from '../../services/domain/values/day.ts';
import { decideAdmission } from '../../services/operations/decisions/decide.ts';
import type {
  DecisionFilter,
  DecisionFilter as StoredFilter,
} from '../../services/operations/decisions/decisions.ts';
import { isSuperseded, listDecisions, supersededBy } from '../../services/operations/decisions/decisions.ts';
import { publicReceipt } from '../../services/operations/decisions/public-receipt.ts';
import { replayDecision } from '../../services/operations/decisions/replay.ts';
import { storedConnection } from '../connection.ts';
import type { Context } from '../context.ts';
import { findDecision, namedCatalog } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';
import { refuseMisshapen } from '../set-aside.ts';
import { attempt } from '../user-errors.ts';

export const decisionsResolvers: Resolvers = {
  Decision: {
    assessment: async (decision, _, context) => ({
      ...decision.assessment,
      basis: await basisOfDecision(decision, context),
    }),
    superseded: ({ id }, _, { deps }) => isSuperseded(deps, id),
    supersededBy: async (decision, _, { deps, actor, record }) => {
      const found = await supersededBy(deps, actor, decision);
      if (found) record.accessed(found.id);
      return found;
    },
    replay: async (decision, _, context) => {
      const replay = await replayDecision(context.deps, decision);
      const basis = await basisOfDecision(decision, context);
      return { ...replay, assessment: { ...replay.assessment, basis } };
    },
  },
  Supersession: { decision: ({ decision }, _, context) => findDecision(decision, context) },
  DecisionEdge: {
    // INVARIANT: what is said in the place of a decision names it.
    id: ({ node }) => (node instanceof Refusal ? (node.details.value as string) : node.id),
    node: ({ node }) => {
      if (node instanceof Refusal) throw node;
      return node;
    },
  },
  CatalogEvidence: {
    catalog: ({ key }, _, context) => namedCatalog(key, context),
    version: ({ key, version }) => version && { catalog: key, number: version.number },
  },
  LapsedEvidence: {
    catalog: ({ key }, _, context) => namedCatalog(key, context),
    version: ({ key, version }) => ({ catalog: key, number: version.number }),
  },
  ChainHead: { revision: ({ seq }) => seq },
  ReplayChange: {
    ENGINE: 'engine',
    DICTIONARY: 'dictionary',
    LISTS: 'lists',
    CLASSIFICATION: 'classification',
  },
  Query: {
    decision: (_, { id }, context) => findDecision(id, context),
    decisionReceipt: (_, { id }, { deps }) => publicReceipt(deps, id),
    decisions: (_, { filter, ...page }, { deps, actor, record }) =>
      storedConnection(page, ['decisions', filter], async (paging) => {
        const found = await listDecisions(deps, actor, storedFilter(filter), paging);
        for (const { value } of found.items) if ('id' in value) record.accessed(value.id);
        return found;
      }),
  },
  Mutation: {
    decideAdmission: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(
        context,
        (deps, actor, given) => {
          refuseMisshapen(context, [given.project.zone]);
          return decideAdmission(deps, actor, given);
        },
        input,
      );
      if (result) {
        context.record.countOutcome(result.assessment.outcome);
        context.record.accessed(result.id);
      }
      return { decision: result, userErrors };
    },
  },
};

/** What a decision rested on, read again by the hashes that it recorded. */
async function basisOfDecision(
  { on, evidence: { lineage, catalogs, lapsed } }: Decision,
  { deps, reads }: Context,
): Promise<AssessmentBasis> {
  const onDay = catalogs.map(async ({ key, jurisdiction, standing, version }): Promise<CatalogOnDay> => {
    const identity = { key, jurisdiction };
    if (!version) return { identity, standing };
    const { number, contentHash, content } = version;
    return { identity, standing, inForce: { number, contentHash, content: await reads.content(content) } };
  });
  const definitions = lapsed.map(async ({ key, keys, version: { number, contentHash, content } }) => ({
    catalog: key,
    keys,
    number,
    contentHash,
    content: await reads.content(content),
  }));
  return {
    on,
    lineage,
    catalogs: await Promise.all(onDay),
    lapsed: await Promise.all(definitions),
    reference: deps.reference,
  };
}

/**
 * The filter in points of time: days are those of Asia/Shanghai, the last one is included.
 *
 * @throws Refusal INVALID_DATE
 */
const storedFilter = ({ from, to, ...which }: DecisionFilter): StoredFilter => ({
  ...which,
  from: startOf(from, 'from', 0),
  to: startOf(to, 'to', 1),
});

/** The beginning of a day, or of one some days later. */
function startOf(day: string | null | undefined, field: string, daysLater: number): string | null {
  if (day == null) return null;
  if (!isDay(day)) throw new Refusal('INVALID_DATE', { field, value: day }, ['filter', field]);
  const midnight = new Date(`${day}T00:00:00+08:00`).getTime();
  return new Date(midnight + daysLater * MILLISECONDS_OF_A_DAY).toISOString();
}

const MILLISECONDS_OF_A_DAY = 24 * 60 * 60 * 1000;
