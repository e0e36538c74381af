import type { Actor } from './access.ts';
import type { Assessment } from './assessment.ts';
import type { Ground } from './ground.ts';
import type { ProjectInput } from './project.ts';

/** Changes only when an answer may change (DESIGN 2.9). */
export const ENGINE_VERSION = '1';

/**
 * What the catalogs in force mean for a project (DESIGN 2).
 *
 * @param actor who asks; only an officer's confirmations are taken
 * @throws Refusals every fault of the input, with field and value
 */
export function assess(_ground: Ground, _project: ProjectInput, _actor: Actor | null = null): Assessment {
  throw new Error('under construction');
}
