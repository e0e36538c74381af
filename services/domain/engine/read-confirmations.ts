import type { Actor } from '../access/access.ts';
import { may } from '../access/access.ts';
import type { AssessmentBasis } from '../assessment/assessment-basis.ts';
import type { Confirmation } from '../assessment/project.ts';
import { catalogId } from '../ids.ts';
import { shown } from '../messages/read-input.ts';
import type { JurisdictionRecord } from '../register/jurisdiction.ts';
import { confirmationKey } from './facts.ts';
import type { Reader } from './reader.ts';
import { MAX_ITEMS } from './reader.ts';

/** What officers have decided of discretionary exceptions; from anyone else it is a fault (DESIGN 2.5). */
export function readConfirmations(
  reader: Reader,
  basis: AssessmentBasis,
  given: readonly Confirmation[] | null | undefined,
  actor: Actor | null,
): ReadonlyMap<string, boolean> {
  if (given == null) return NONE;
  const confirmations = new Map<string, boolean>();
  for (const [at, confirmation] of (
    reader.list(given, ['confirmations'], MAX_ITEMS.confirmations) ?? []
  ).entries()) {
    const path = ['confirmations', String(at)];
    const { catalog, entry, exception, confirmed, document } = confirmation;
    const holder = basis.catalogs.find(({ identity }) => catalogId(identity.key) === catalog);
    const found = holder?.inForce?.content.entries
      .find((candidate) => candidate.code === entry)
      ?.exceptions.find((candidate) => candidate.key === exception && candidate.discretionary);
    if (!holder || !found) {
      reader.fault('UNKNOWN_CONFIRMATION', { catalog, entry, exception }, path);
      continue;
    }
    const deciders = decidingLineage(basis.lineage, holder.identity.jurisdiction, found.decidedBy ?? null);
    if (!may(actor, 'CONFIRM_DISCRETION', deciders)) {
      const decider = basis.lineage.find((record) => record.id === deciders.at(-1))!;
      const details = { jurisdiction: decider.name, entry, exception, value: confirmed };
      reader.fault('CONFIRMATION_NOT_ALLOWED', details, path);
      continue;
    }
    if (typeof document !== 'string' || document.trim() === '' || document.length > 500) {
      reader.outOfRange([...path, 'document'], shown(document), '1–500');
    }
    const key = confirmationKey(holder.identity.key, entry, exception);
    if (confirmations.has(key))
      reader.fault('DUPLICATE_FACT', { key: `${catalog}/${entry}/${exception}`, value: confirmed }, path);
    confirmations.set(key, confirmed);
  }
  return confirmations;
}

const NONE: ReadonlyMap<string, boolean> = new Map();

/**
 * The jurisdiction whose officer decides, and its ancestors: the one of the named level in the lineage, or where
 * that level is skipped the next above; by default the catalog's own (DESIGN 2.5).
 */
function decidingLineage(
  lineage: readonly JurisdictionRecord[],
  own: string,
  decidedBy: JurisdictionRecord['level'] | null,
): readonly string[] {
  const ownAt = lineage.findIndex((record) => record.id === own);
  const at =
    decidedBy === null || lineage[ownAt]!.level === decidedBy
      ? ownAt
      : lineage.findLastIndex((record) => LEVEL_RANK[record.level] <= LEVEL_RANK[decidedBy]);
  return lineage.slice(0, Math.max(at, 0) + 1).map((record) => record.id);
}

const LEVEL_RANK = { COUNTRY: 0, PROVINCE: 1, PREFECTURE: 2, COUNTY: 3, ZONE: 4 } as const;
