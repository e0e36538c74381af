import type { Actor } from '../domain/access.ts';
import { may } from '../domain/access.ts';
import { dayOf } from '../domain/day.ts';
import type { Decision } from '../domain/decision.ts';
import { Refusal, Refusals } from '../domain/refusal.ts';
import type { Register } from '../domain/register.ts';
import { shown } from '../domain/shape.ts';
import type { DecisionQuery, Page, Paging } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { loadRegister } from './read.ts';
import { scopeOf } from './scope.ts';

/** A decision by id; null where there is none or the actor may not see it. */
export async function readDecision(deps: Deps, actor: Actor | null, id: string): Promise<Decision | null> {
  const stored = await deps.store.readDecision(id);
  if (!stored) return null;
  return (await sightOf(deps, actor))(stored.decision) ? stored.decision : null;
}

/** Exactly one of `zone` and `projectCode`; times are RFC 3339, `from` inclusive, `to` exclusive. */
export interface DecisionFilter {
  readonly zone?: string | null;
  readonly projectCode?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/**
 * Decisions of a zone or on a project code, newest first, those that the actor may see.
 *
 * @throws Refusal NOT_EXACTLY_ONE
 * @throws Refusals INVALID_TIME
 */
export async function listDecisions(
  deps: Deps,
  actor: Actor | null,
  filter: DecisionFilter,
  { first, after }: Paging,
): Promise<Page<Decision>> {
  const query = queryOf(filter);
  const sees = await sightOf(deps, actor);
  const items: { cursor: string; value: Decision }[] = [];
  // What may not be seen leaves no gap: pages are filled up from the next ones.
  for (let cursor = after ?? null; ; ) {
    const page = await deps.store.listDecisions(query, { first, after: cursor });
    for (const [place, item] of page.items.entries()) {
      if (!sees(item.value.decision)) continue;
      items.push({ cursor: item.cursor, value: item.value.decision });
      const more = page.hasNextPage || place < page.items.length - 1;
      if (items.length === first) return { items, hasNextPage: more };
    }
    const last = page.items.at(-1);
    if (!last || !page.hasNextPage) return { items, hasNextPage: false };
    cursor = last.cursor;
  }
}

function queryOf({ zone, projectCode, ...times }: DecisionFilter): DecisionQuery {
  const span = { from: moment('from', times.from), to: moment('to', times.to) };
  const refusals = Object.values(span).filter((time) => time instanceof Refusal);
  if (refusals.length > 0) throw new Refusals(refusals);
  const { from, to } = span as { from: string | null; to: string | null };
  if (zone != null && projectCode == null) return { zone, from, to };
  if (projectCode != null && zone == null) return { projectCode, from, to };
  const value = zone == null ? '{}' : ['zone', 'projectCode'];
  throw new Refusal('NOT_EXACTLY_ONE', { field: 'filter', options: ['zone', 'projectCode'], value }, [
    'filter',
  ]);
}

/** A time in UTC, as the index orders them. */
function moment(field: string, time: string | null | undefined): string | null | Refusal {
  if (time == null) return null;
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(time);
  if (isTime && !Number.isNaN(Date.parse(time))) return new Date(time).toISOString();
  return new Refusal('INVALID_TIME', { field, value: shown(time) }, ['filter', field]);
}

/**
 * Which decisions the actor may see: those of zones that lie, or lay on the day of the decision, where the actor has
 * a role.
 */
async function sightOf(deps: Deps, actor: Actor | null): Promise<(decision: Decision) => boolean> {
  if (!actor) return () => false;
  const { register }: { register: Register } = await loadRegister(deps);
  const today = dayOf(deps.clock());
  return ({ project, evidence }) =>
    may(actor, 'READ_DECISION', [
      ...scopeOf(register, project.zone, today),
      ...evidence.lineage.map((record) => record.id),
    ]);
}
