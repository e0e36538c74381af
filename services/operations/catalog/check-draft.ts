import type { Actor } from '../../domain/access/access.ts';
import type { ContentRef } from '../../domain/catalog/catalog.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { BrokenRule, UndecidedRule } from '../../domain/publication-rules/check.ts';
import { checkOf } from '../../domain/publication-rules/check.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import { loadRegister, readDraft } from '../read.ts';
import { publicationOf } from './publication-of.ts';
import { rejectInvalidDates } from './reject-invalid-dates.ts';

export interface CheckDraftInput {
  /** Key of the catalog. */
  readonly catalog: string;
  /** Today where not given. */
  readonly effectiveFrom?: string | null;
  readonly effectiveTo?: string | null;
}
/** What publishing a draft as it is would be told, and of which content that holds. */
export interface DraftCheck {
  readonly contentHash: string;
  readonly revision: number;
  /** Whether no rule stands in the way; warnings have to be acknowledged all the same. */
  readonly publishable: boolean;
  readonly violations: readonly BrokenRule[];
  readonly undecided: readonly UndecidedRule[];
}

/**
 * Asks every publication rule of the open draft, and changes nothing.
 *
 * @returns null where there is no draft or the actor may not see it
 * @throws Refusal INVALID_DATE, EMPTY_PERIOD
 */
export async function checkDraft(
  deps: Deps,
  actor: Actor | null,
  { catalog, ...period }: CheckDraftInput,
): Promise<DraftCheck | null> {
  const { effectiveFrom } = periodOf(deps, period);
  const read = await readDraft(deps, actor, catalog);
  return read && checkContent(deps, read, read.draft, { ...period, effectiveFrom });
}

/**
 * The same of a content that the draft may get.
 *
 * @throws Refusal INVALID_DATE, EMPTY_PERIOD
 */
export async function checkContent(
  deps: Deps,
  { state, revision }: CatalogRead,
  { content, contentHash }: Pick<ContentRef, 'content' | 'contentHash'>,
  period: Period,
): Promise<DraftCheck> {
  const { register } = await loadRegister(deps, { consistent: true });
  const publication = await publicationOf(deps, { state, register, content, ...periodOf(deps, period) });
  const { broken, undecided } = checkOf(publication);
  return {
    contentHash,
    revision,
    publishable: broken.every(({ rule }) => rule.severity !== 'ERROR'),
    violations: broken,
    undecided,
  };
}

type Period = Omit<CheckDraftInput, 'catalog'>;

function periodOf(deps: Deps, { effectiveFrom: from, effectiveTo }: Period) {
  rejectInvalidDates({ effectiveFrom: from, effectiveTo });
  const effectiveFrom = from ?? dayOf(deps.clock());
  if (effectiveTo != null && effectiveTo < effectiveFrom)
    throw new Refusal('EMPTY_PERIOD', { value: effectiveTo, from: effectiveFrom }, ['effectiveTo']);
  return { effectiveFrom, effectiveTo };
}
