import type { Actor } from '../../domain/access/access.ts';
import type { JurisdictionRecord } from '../../domain/register/jurisdiction.ts';
import type { Register } from '../../domain/register/register.ts';
import { rootsOf } from '../../domain/register/register.ts';
import { parentOf } from '../../domain/register/registration.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Deps } from '../deps.ts';
import { allowed, scopeOf } from '../scope.ts';

/**
 * Who may enter the record: an admin of every place that it concerns. To enter, close or reopen a jurisdiction takes
 * an admin of its parent (of a root, one of that very id), to change it one of the jurisdiction itself. A move takes
 * one of the old parent and of the new: nobody can leave the catalogs above, or join a place, on their own authority.
 * A new root beside others takes an admin of each of them too: a role for an id that nobody registered founds nothing.
 *
 * @param before what counted until then; undefined for a new jurisdiction
 * @throws Refusal NOT_ALLOWED, UNKNOWN_JURISDICTION (the parent to join)
 */
export function registrar(
  deps: Deps,
  actor: Actor | null,
  register: Register,
  before: JurisdictionRecord | undefined,
  { id, parent, effectiveFrom, closed = false }: JurisdictionRecord,
): string {
  const moves = before !== undefined && before.parent !== parent;
  if (parent !== null && (moves || !before)) parentOf(register, parent, effectiveFrom);
  const begins = !before || (before.closed ?? false) !== closed;
  const beside = !before && parent === null ? rootsOf(register) : [];
  const places = moves ? [before.parent ?? id, parent ?? id] : [begins ? (parent ?? id) : id, ...beside];
  const today = dayOf(deps.clock());
  const [by] = places.map((place) =>
    allowed(actor, 'REGISTER_JURISDICTION', place, scopeOf(register, place, today)),
  );
  return by!;
}
