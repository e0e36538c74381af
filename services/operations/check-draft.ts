import type { Actor } from '../domain/access.ts';
import { dayOf } from '../domain/day.ts';
import type { BrokenRule } from '../domain/publication-rules/check.ts';
import { brokenRules } from '../domain/publication-rules/check.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Deps } from './deps.ts';
import { loadContent, loadRegister, readDraft } from './read.ts';
import { refuseNoDays } from './refuse-no-days.ts';

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
  refuseNoDays({ effectiveFrom: from, effectiveTo });
  const effectiveFrom = from ?? dayOf(deps.clock());
  if (effectiveTo != null && effectiveTo < effectiveFrom)
    throw new Refusal('EMPTY_PERIOD', { value: effectiveTo, from: effectiveFrom }, ['effectiveTo']);
  const read = await readDraft(deps, actor, catalog);
  if (!read) return null;
  const { state, revision, draft } = read;
  const { register } = await loadRegister(deps, { consistent: true });
  const content = await loadContent(deps, draft.content);
  const violations = brokenRules({
    catalog: state,
    content,
    effectiveFrom,
    effectiveTo,
    versions: state.versions,
    register,
    reference: deps.reference,
  });
  return {
    contentHash: draft.contentHash,
    revision,
    publishable: violations.every(({ rule }) => rule.severity !== 'ERROR'),
    violations,
  };
}
