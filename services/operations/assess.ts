import type { Actor } from '../domain/access.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Ground } from '../domain/ground.ts';
import type { ProjectInput } from '../domain/project.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Deps } from './deps.ts';

/** At most this many projects in one call (DESIGN 6). */
export const MAX_PROJECTS = 1000;

/** What one project came to. `ground` is there to render entries, versions and explanations without reading again. */
export type ProjectAnswer =
  | { readonly ref: string | null; readonly assessment: Assessment; readonly ground: Ground }
  | { readonly ref: string | null; readonly refusals: readonly Refusal[] };

/**
 * Assesses projects in the order given; what is wrong with one never touches the others.
 *
 * @param on a calendar day, today in Asia/Shanghai where not given
 * @throws Refusal TOO_MANY_PROJECTS
 */
export async function assessProjects(
  _deps: Deps,
  _actor: Actor | null,
  _projects: readonly ProjectInput[],
  _on?: string | null,
): Promise<readonly ProjectAnswer[]> {
  throw new Error('under construction');
}
