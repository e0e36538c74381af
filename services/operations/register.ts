import type * as z from 'zod';
import type { Actor } from '../domain/access.ts';
import { dayOf } from '../domain/day.ts';
import type { DeclaredFact } from '../domain/fact.ts';
import type {
  JurisdictionLevel,
  JurisdictionRecord,
  RiskGrade,
  ZoneKind,
  ZoneLevel,
} from '../domain/jurisdiction.ts';
import type { Register } from '../domain/register.ts';
import { checkRegistration, parentOf } from '../domain/registration.ts';
import { regionRecord, zoneRecord } from '../domain/registration-shape.ts';
import { readShape } from '../domain/shape.ts';
import type { Text } from '../domain/text.ts';
import { reasonFor, revisionOf, untilAppended } from './append.ts';
import type { Deps } from './deps.ts';
import { loadRegister } from './read.ts';
import { allowed, scopeOf } from './scope.ts';

export interface RegisterRegionInput {
  readonly code: string;
  readonly level: JurisdictionLevel;
  readonly name: Text;
  readonly parent?: string | null;
  readonly effectiveFrom: string;
  readonly reason: string;
}
export interface RegisterZoneInput {
  readonly code: string;
  readonly name: Text;
  readonly parent: string;
  readonly kind: ZoneKind;
  readonly zoneLevel: ZoneLevel;
  readonly riskGrade?: RiskGrade | null;
  readonly positioning?: readonly string[] | null;
  readonly areas?: readonly { readonly key: string; readonly name: Text }[] | null;
  readonly suspended?: boolean | null;
  readonly facts?: readonly DeclaredFact[] | null;
  readonly effectiveFrom: string;
  readonly reason: string;
}

/** Enters a region, or a new record of one, into the register (名录). */
export function registerRegion(
  deps: Deps,
  actor: Actor | null,
  input: RegisterRegionInput,
): Promise<JurisdictionRecord> {
  return enter(deps, actor, 'REGISTER_REGION', regionRecord, input);
}

/** Enters a zone, or a new record of one, into the register (名录). */
export function registerZone(
  deps: Deps,
  actor: Actor | null,
  input: RegisterZoneInput,
): Promise<JurisdictionRecord> {
  return enter(deps, actor, 'REGISTER_ZONE', zoneRecord, input);
}

async function enter(
  deps: Deps,
  actor: Actor | null,
  action: string,
  shape: z.ZodType<JurisdictionRecord>,
  { reason, ...input }: RegisterRegionInput | RegisterZoneInput,
): Promise<JurisdictionRecord> {
  const record = readShape(shape, input, []);
  const why = reasonFor(reason);
  return untilAppended('register', async () => {
    const { head, register } = await loadRegister(deps, { consistent: true });
    const by = registrar(deps, actor, register, record);
    checkRegistration(register, record);
    await deps.store.appendToRegister(head, revisionOf(deps, by, action, why), { jurisdictions: [record] });
    return record;
  });
}

/**
 * Who may enter the record: an admin of every place that it concerns. A new jurisdiction takes an admin of its parent,
 * a new root an admin of that very id, a change an admin of the jurisdiction itself. A move takes one of the old
 * parent and of the new: nobody can leave the catalogs above, or join a place, on their own authority.
 */
function registrar(
  deps: Deps,
  actor: Actor | null,
  register: Register,
  { id, parent, effectiveFrom }: JurisdictionRecord,
): string {
  const last = register.jurisdictions.get(id)?.at(-1);
  const parentToEnter = last?.parent === parent ? null : parent;
  if (parentToEnter) parentOf(register, parentToEnter, effectiveFrom);
  const placeToLeave = !last ? (parent ?? id) : last.parent === parent ? id : (last.parent ?? id);
  const [by] = [placeToLeave, ...(parentToEnter ? [parentToEnter] : [])].map((place) =>
    allowed(actor, 'REGISTER_JURISDICTION', place, scopeOf(register, place, dayOf(deps.clock()))),
  );
  return by!;
}
