import type { Actor } from '../../../services/domain/access/access.ts';
import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { CatalogIdentity } from '../../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import type { Discretion } from './entry-in-completion.ts';

/** Somebody confirmed or denied what is not theirs to decide. */
export class NotAllowed extends Error {}

/**
 * How far the authority has come with each exception of an entry (DESIGN 2.5).
 *
 * @throws NotAllowed where a confirmation comes from anybody but an officer of the deciding jurisdiction or above
 */
export function discretionOf(
  entry: Entry,
  identity: CatalogIdentity,
  { lineage }: AssessmentBasis,
  project: ProjectInput,
  actor: Actor | null,
): readonly Discretion[] {
  return entry.exceptions.map(({ key, discretionary, decidedBy }) => {
    if (!discretionary) return 'HARD';
    const confirmation = project.confirmations?.find(
      (given) =>
        given.catalog === `catalog_${identity.key}` && given.entry === entry.code && given.exception === key,
    );
    if (!confirmation) return 'OPEN';
    // Of two zones one in the other, the level ZONE names the catalog's own, else the project's.
    const own = lineage.findIndex(({ id }) => id === identity.jurisdiction);
    const decider =
      decidedBy == null || decidedBy === lineage[own]!.level
        ? own
        : lineage.findLastIndex(({ level }) => level === decidedBy);
    const above = lineage.slice(0, decider + 1).map(({ id }) => id);
    if (!actor?.roles.some(({ role, jurisdiction }) => role === 'officer' && above.includes(jurisdiction)))
      throw new NotAllowed(`${identity.key} ${entry.code} ${key}`);
    return confirmation.confirmed ? 'CONFIRMED' : 'DENIED';
  });
}
