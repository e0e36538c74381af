import type { Actor } from '../../domain/access/access.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { BrokenRule, UndecidedRule } from '../../domain/publication-rules/check.ts';
import { checkOf } from '../../domain/publication-rules/check.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Deps } from '../deps.ts';
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
  { catalog, effectiveFrom: from, effectiveTo }: CheckDraftInput,
): Promise<DraftCheck | null> {
  rejectInvalidDates({ effectiveFrom: from, effectiveTo });
  const effectiveFrom = from ?? dayOf(deps.clock());
  if (effectiveTo != null && effectiveTo < effectiveFrom)
    throw new Refusal('EMPTY_PERIOD', { value: effectiveTo, from: effectiveFrom }, ['effectiveTo']);
  const read = await readDraft(deps, actor, catalog);
  if (!read) return null;
  const { state, revision, draft } = read;
  const { register } = await loadRegister(deps, { consistent: true });
  const publication = await publicationOf(deps, {
    state,
    register,
    content: draft.content,
    effectiveFrom,
    effectiveTo,
  });
  const { broken, undecided } = checkOf(publication);
  return {
    contentHash: draft.contentHash,
    revision,
    publishable: broken.every(({ rule }) => rule.severity !== 'ERROR'),
    violations: broken,
    undecided,
  };
}
