import type { Actor } from '../../domain/access/access.ts';
import type { CatalogChange } from '../../domain/catalog/change.ts';
import type { Revision } from '../../domain/chain/revision.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Paging } from '../../store/paging.ts';
import { rejectInvalidDates } from '../catalog/reject-invalid-dates.ts';
import type { Deps } from '../deps.ts';
import { readChanges, seesHistory } from '../read.ts';
import type { StepsPage } from './steps-page.ts';
import { stepsPage } from './steps-page.ts';

/** Which steps of any history; all that is given must hold, unset and null mean any. */
export interface StepFilter {
  /** The person, as the record names them. */
  readonly by?: string | null;
  /** The first and the last day on which it was done. */
  readonly from?: string | null;
  readonly to?: string | null;
}

export interface RevisionFilter extends StepFilter {
  readonly actions?: readonly string[] | null;
  /** Code of an entry that it named. */
  readonly entry?: string | null;
}

/**
 * The revisions of a catalog that pass a filter, newest first; a page may hold fewer than asked for and yet have a next one.
 *
 * @returns null where the actor may not see them
 * @throws Refusals INVALID_DATE
 */
export async function catalogHistory(
  deps: Deps,
  actor: Actor | null,
  key: string,
  paging: Paging,
  filter: RevisionFilter = {},
): Promise<StepsPage<Revision> | null> {
  if (!(await seesHistory(deps, actor, key))) return null;
  const { actions, entry } = filter;
  const passes = stepPasses(filter);
  return stepsPage(
    paging,
    isAny(filter) ? Math.min(paging.first + 1, BATCH) : BATCH,
    (part) => deps.store.catalogHistory(key, part),
    async function* (revisions) {
      const changes = entry == null ? null : await readChanges(deps, revisions);
      for (const [place, revision] of revisions.entries()) {
        const isLookedFor =
          passes(revision) &&
          (actions == null || actions.includes(revision.action)) &&
          (changes === null || names(changes[place]!, entry!));
        yield isLookedFor ? revision : null;
      }
    },
  );
}

const isAny = (filter: RevisionFilter): boolean => Object.values(filter).every((value) => value == null);

const BATCH = 100;

/** Whether who did a step, and when, is what is looked for. @throws Refusals INVALID_DATE */
export function stepPasses({ by, from, to }: StepFilter): (step: Revision) => boolean {
  rejectInvalidDates({ from, to });
  return ({ actor, time }) => {
    const day = dayOf(new Date(time));
    return (by == null || actor === by) && (from == null || day >= from) && (to == null || day <= to);
  };
}

function names(change: CatalogChange, code: string): boolean {
  if (change.kind === 'DRAFT_EDITED') return change.entries.includes(code);
  if (change.kind === 'DRAFT_RETURNED') return change.comments.some(({ entry }) => entry === code);
  return change.kind === 'DRAFT_PUBLISHED' && change.acknowledged.some(({ entry }) => entry === code);
}
