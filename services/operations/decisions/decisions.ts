import type { Actor } from '../../domain/access/access.ts';
import type { Decision } from '../../domain/assessment/decision.ts';
import { shown } from '../../domain/messages/read-input.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import { hashOf } from '../../domain/values/canonical.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import type {
  DamagedDecision,
  DecisionOf,
  DecisionQuery,
  DecisionRow,
  StoredDecision,
} from '../../store/decisions.ts';
import type { Page, Paging } from '../../store/paging.ts';
import type { Deps } from '../deps.ts';
import type { DecisionVisibility } from './visibility.ts';
import { visibilityOf } from './visibility.ts';

/** A decision by id; null where there is none or the actor may not see it. @throws Refusal DECISION_DAMAGED */
export async function readDecision(deps: Deps, actor: Actor | null, id: string): Promise<Decision | null> {
  const visibility = await visibilityOf(deps, actor);
  const stored = visibility && (await storedUnder(deps, id));
  const shown = stored && shownTo(visibility, stored);
  if (shown instanceof Refusal) throw shown;
  return shown ?? null;
}

/**
 * The decision that takes the place of another; null while none does, and for whoever may not see it.
 *
 * @throws Refusal DECISION_DAMAGED
 */
export const supersededBy = (deps: Deps, actor: Actor | null, { id }: Decision): Promise<Decision | null> =>
  readDecision(deps, actor, supersedingId(id));

/** Whether another decision has taken its place, whatever has become of that one and whoever may see it. */
export const isSuperseded = async (deps: Deps, id: string): Promise<boolean> =>
  (await deps.store.readDecision(supersedingId(id))) !== null;

/** One for each decision superseded, whoever supersedes it. */
export const supersedingId = (superseded: string): string =>
  `decision_${hashOf(['supersede', superseded]).slice(0, 40)}`;

/** What lies under an id, whoever asks. */
export async function storedUnder(deps: Deps, id: string): Promise<StoredDecision | DamagedDecision | null> {
  // What no decision can be called is not there; the store could not even look it up.
  return /^decision_[0-9a-f]{40}$/.test(id) ? deps.store.readDecision(id) : null;
}

/**
 * Exactly one of `zone`, `projectCode` and `unifiedSocialCreditCode`, and of these decisions those with one of the
 * outcomes and with a text in the applicant's name; times are RFC 3339, `from` inclusive, `to` exclusive.
 */
export interface DecisionFilter {
  readonly zone?: string | null;
  readonly projectCode?: string | null;
  readonly unifiedSocialCreditCode?: string | null;
  readonly outcomes?: readonly Outcome[] | null;
  readonly applicant?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/**
 * Decisions of a zone, on a project code or on a credit code, newest first, those that the actor may see; in the place of one that is
 * damaged stands DECISION_DAMAGED.
 *
 * INVARIANT: neither an item, nor a cursor, nor whether there is a next page tells of a decision that the actor may
 * not see: with or without it the answer is the same.
 *
 * @throws Refusal NOT_EXACTLY_ONE, EMPTY_LIST, PERIOD_TOO_LONG
 * @throws Refusals INVALID_TIME
 */
export async function listDecisions(
  deps: Deps,
  actor: Actor | null,
  filter: DecisionFilter,
  { first, after }: Paging,
): Promise<Page<Decision | Refusal>> {
  const query = queryOf(filter);
  const visibility = await visibilityOf(deps, actor);
  if (!visibility || ('zone' in query && !visibility.reaches(query.zone))) return NOTHING;
  const asked = askedFor(filter);
  const wanted = (row: DecisionRow) => visibility.reaches(row.zone) && asked(row);
  const items: { cursor: string; value: Decision | Refusal }[] = [];
  let from = after ?? null;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    // One more than asked for tells whether another one follows that may be seen. Most callers see all of the first
    // page; who needs another is looking for few among many.
    const size = pages === 0 ? first + 1 : Math.max(first + 1, USUAL_PAGE);
    const page = await deps.store.listDecisions(query, { first: size, after: from }, wanted);
    for (const { cursor, value } of page.items) {
      from = cursor;
      const shown = shownTo(visibility, value);
      if (!shown) continue;
      if (items.length === first) return { items, hasNextPage: true };
      items.push({ cursor, value: shown });
    }
    if (!page.hasNextPage) return { items, hasNextPage: false };
  }
  throw new Refusal('PERIOD_TOO_LONG', { value: MAX_PAGES * USUAL_PAGE }, ['filter', 'from']);
}

/** What the actor is shown of a decision: itself, what is wrong with it, or nothing. */
export function shownTo(
  { sees, seesZone }: DecisionVisibility,
  stored: StoredDecision | DamagedDecision,
): Decision | Refusal | null {
  if ('decision' in stored) return sees(stored.decision) ? stored.decision : null;
  return seesZone(stored.zone) ? damaged(stored) : null;
}

/** What is said in the place of a decision that cannot be trusted. */
export const damaged = ({ id, damage }: DamagedDecision): Refusal =>
  new Refusal('DECISION_DAMAGED', { value: id, fault: damage.code });

const NOTHING: Page<Decision> = { items: [], hasNextPage: false };
/** Decisions of zones that the actor reaches but that lay elsewhere on their day: only zones that moved have any. */
const MAX_PAGES = 100;
const USUAL_PAGE = 50;

/**
 * Whether a decision has what is asked for besides; of one that is damaged nobody knows, and it is shown as such.
 *
 * @throws Refusal EMPTY_LIST
 */
function askedFor({ outcomes, applicant }: DecisionFilter): (row: DecisionRow) => boolean {
  if (outcomes?.length === 0) throw new Refusal('EMPTY_LIST', { field: 'outcomes' }, ['filter', 'outcomes']);
  const part = folded(applicant ?? '');
  return (row) =>
    row.outcome === null ||
    ((!outcomes || outcomes.includes(row.outcome)) && folded(row.applicant ?? '').includes(part));
}

/** As names are compared: width, case and blanks apart. */
const folded = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** @throws Refusal NOT_EXACTLY_ONE @throws Refusals INVALID_TIME */
function queryOf({ zone, projectCode, unifiedSocialCreditCode, ...times }: DecisionFilter): DecisionQuery {
  const span = { from: moment('from', times.from), to: moment('to', times.to) };
  const refusals = Object.values(span).filter((time) => time instanceof Refusal);
  if (refusals.length > 0) throw new Refusals(refusals);
  const { from, to } = span as { from: string | null; to: string | null };
  const named: DecisionOf[] = [
    ...(zone == null ? [] : [{ zone }]),
    ...(projectCode == null ? [] : [{ projectCode }]),
    ...(unifiedSocialCreditCode == null ? [] : [{ creditCode: unifiedSocialCreditCode }]),
  ];
  const [of, ...more] = named;
  if (of && more.length === 0) return { ...of, from, to };
  const options = ['zone', 'projectCode', 'unifiedSocialCreditCode'] as const;
  const value = of
    ? options.filter((name) => ({ zone, projectCode, unifiedSocialCreditCode })[name] != null)
    : '{}';
  throw new Refusal('NOT_EXACTLY_ONE', { field: 'filter', options: [...options], value }, ['filter']);
}

/** A time in UTC, as the index orders them. */
function moment(field: string, time: string | null | undefined): string | null | Refusal {
  if (time == null) return null;
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(time);
  if (isTime && !Number.isNaN(Date.parse(time))) return new Date(time).toISOString();
  return new Refusal('INVALID_TIME', { field, value: shown(time) }, ['filter', field]);
}
