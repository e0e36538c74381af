import type { ProjectAnywhere } from '../../services/domain/engine/project-in.ts';
import { Refusals } from '../../services/domain/messages/refusal.ts';
import type { Outcome } from '../../services/domain/vocabulary.ts';
import { OUTCOMES } from '../../services/domain/vocabulary.ts';
import type { ProjectAnswer } from '../../services/operations/decisions/assess.ts';
import type { Pinned, ZoneFound, ZonesFound } from '../../services/operations/decisions/find-zones.ts';
import { assessFound, assessInZones, findZones } from '../../services/operations/decisions/find-zones.ts';
import { resultsOf } from '../assessment/results.ts';
import { serialize } from '../assessment/serialize.ts';
import { connectionOf, pageSize } from '../connection.ts';
import type { Context } from '../context.ts';
import { placeOf } from '../cursor.ts';
import { dayArgument } from '../day-argument.ts';
import type { QueryFindZonesArgs, Resolvers } from '../generated/types.ts';
import type { FoundZoneModel } from '../models.ts';
import { asUserError } from '../user-errors.ts';

export const zoneSearchResolvers: Resolvers = {
  FoundZone: {
    zone: ({ on, found }) => ({ ...found.zone.lineage.at(-1)!, on }),
    outcome: ({ found }) => found.outcome,
    assessment: async (of) => {
      const answered = await of.answer();
      return 'assessment' in answered ? { ...answered.assessment, basis: answered.basis } : null;
    },
    userErrors: async (of) => {
      // What has an outcome can be assessed.
      if (of.found.outcome !== null && of.isExact) return [];
      const answered = await of.answer();
      return 'assessment' in answered ? [] : answered.refusals.map(asUserError);
    },
  },
  Query: {
    findZones: async (_, asked, context) => foundZones(asked, context),
    assessInZones: async (_, { project, zones, on }, { deps, actor, work, record, misshapen }) => {
      const faults = misshapen.get(project.name ?? '')?.faults(['project']);
      const answers = faults
        ? zones.map((): ProjectAnswer => ({ ref: null, refusals: faults }))
        : await serialize(work, () => assessInZones(deps, actor, project, zones, on ?? null, work));
      return resultsOf(answers, record);
    },
  },
};

async function foundZones(asked: QueryFindZonesArgs, context: Context) {
  const { project, outcomes, first, after } = asked;
  const filter = asked.filter ?? {};
  const on = asked.on == null ? null : dayArgument(asked.on, context);
  const query = ['findZones', project, filter, outcomes, on];
  pageSize(first);
  const pinned = pinnedBy(query, after);
  const { deps, actor, work, misshapen } = context;
  const { text, ...rest } = filter;
  const wanted = { filter: rest, named: deps.reference.search.named(text ?? ''), text: text ?? '' };
  let found: ZonesFound;
  try {
    const faults = misshapen.get(project.name ?? '')?.faults(['project']);
    if (faults) throw new Refusals(faults);
    found = await serialize(work, () => findZones(deps, actor, project, wanted, on, pinned, work));
  } catch (error) {
    if (!(error instanceof Refusals)) throw error;
    for (const { code } of error.refusals) context.record.countRefusal(code);
    const none = connectionOf<FoundZoneModel>([], { first }, query, () => '');
    return {
      ...none,
      counts: [],
      exact: true,
      on: on ?? context.today,
      userErrors: error.refusals.map(asUserError),
    };
  }
  return { ...pageOf(found, project, query, asked, context), userErrors: [] };
}

/** The state of the catalogs that a cursor is of. */
function pinnedBy(query: readonly unknown[], after: string | null | undefined): Pinned | null {
  const place = placeOf(query, after);
  if (place === null) return null;
  const [snapshot, on] = JSON.parse(place) as [string, string, string];
  return { snapshot, on };
}

function pageOf(
  found: ZonesFound,
  project: ProjectAnywhere,
  query: readonly unknown[],
  { outcomes, first, after }: QueryFindZonesArgs,
  { deps, actor, work }: Context,
) {
  const { zones, on, snapshot, exact } = found;
  const counted = new Map<Outcome | null, number>();
  for (const { outcome } of zones) counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
  const chosen = zones.filter(({ outcome }) => !outcomes || (outcome !== null && outcomes.includes(outcome)));
  const nodeOf = (one: ZoneFound): FoundZoneModel => {
    let answered: Promise<ProjectAnswer> | undefined;
    const answer = () =>
      (answered ??= serialize(work, () => assessFound(deps, actor, project, on, one.zone, work)));
    return { found: one, on, isExact: exact, answer };
  };
  const page = connectionOf(chosen, { first, after }, query, ({ zone }) =>
    JSON.stringify([snapshot, on, zone.lineage.at(-1)!.id]),
  );
  return {
    ...page,
    edges: page.edges.map(({ cursor, node }) => ({ cursor, node: nodeOf(node) })),
    counts: [...OUTCOMES, null].flatMap((outcome) => {
      const count = counted.get(outcome);
      return count ? [{ outcome, count }] : [];
    }),
    exact,
    on,
  };
}
