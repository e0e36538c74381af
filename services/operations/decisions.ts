import type { Actor } from '../domain/access.ts';
import type { Decision } from '../domain/decision.ts';
import { Refusal, Refusals } from '../domain/refusal.ts';
import { shown } from '../domain/shape.ts';
import type { DecisionQuery, Page, Paging } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { sightOf } from './sight.ts';

/** A decision by id; null where there is none or the actor may not see it. */
export async function readDecision(deps: Deps, actor: Actor | null, id: string): Promise<Decision | null> {
  // What no decision can be called is not there; the store could not even look it up.
  if (!/^decision_[0-9a-f]{40}$/.test(id)) return null;
  const sight = await sightOf(deps, actor);
  const stored = sight && (await deps.store.readDecision(id));
  return stored && sight.sees(stored.decision) ? stored.decision : null;
}

/** Exactly one of `zone` and `projectCode`; times are RFC 3339, `from` inclusive, `to` exclusive. */
export interface DecisionFilter {
  readonly zone?: string | null;
  readonly projectCode?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Where a page ends is said even when nothing on it may be seen. */
export interface DecisionPage extends Page<Decision> {
  /** Where to go on; null where nothing was read. */
  readonly endCursor: string | null;
}

/**
 * Decisions of a zone or on a project code, newest first, those that the actor may see.
 *
 * A page may hold fewer than asked for, even none, and yet have a next one: where very many may not be seen, the
 * search for those that may goes on with the next request instead of holding up this one.
 *
 * @throws Refusal NOT_EXACTLY_ONE
 * @throws Refusals INVALID_TIME
 */
export async function listDecisions(
  deps: Deps,
  actor: Actor | null,
  filter: DecisionFilter,
  { first, after }: Paging,
): Promise<DecisionPage> {
  const query = queryOf(filter);
  const sight = await sightOf(deps, actor);
  if (!sight || ('zone' in query && !sight.reaches(query.zone))) return NOTHING;
  const items: { cursor: string; value: Decision }[] = [];
  let endCursor = after ?? null;
  // What may not be seen leaves no gap: pages are filled up from the next ones.
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    // Most callers see all of the first page; who needs another is looking for few among many.
    const size = pages === 0 ? first : Math.max(first, USUAL_PAGE);
    const page = await deps.store.listDecisions(query, { first: size, after: endCursor });
    for (const [place, { cursor, value }] of page.items.entries()) {
      endCursor = cursor;
      if (!sight.sees(value.decision)) continue;
      items.push({ cursor, value: value.decision });
      const more = page.hasNextPage || place < page.items.length - 1;
      if (items.length === first) return { items, hasNextPage: more, endCursor };
    }
    if (!page.hasNextPage) return { items, hasNextPage: false, endCursor };
  }
  return { items, hasNextPage: true, endCursor };
}

const NOTHING: DecisionPage = { items: [], hasNextPage: false, endCursor: null };
const MOST_PAGES = 10;
const USUAL_PAGE = 50;

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
