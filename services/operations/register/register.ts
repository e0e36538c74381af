import type * as z from 'zod';
import type { Actor } from '../../domain/access/access.ts';
import { readShape } from '../../domain/messages/read-input.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { JurisdictionRecord, ZoneFacts } from '../../domain/register/jurisdiction.ts';
import { jurisdictionOn, withRecords } from '../../domain/register/register.ts';
import { checkRegistration } from '../../domain/register/registration.ts';
import { regionRecord, zoneRecord } from '../../domain/register/registration-shape.ts';
import { hashOf, withoutNulls } from '../../domain/values/canonical.ts';
import type { Text } from '../../domain/values/text.ts';
import type { JurisdictionLevel } from '../../domain/vocabulary.ts';
import { reasonFor, revisionOf, untilAppended } from '../append.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';
import { refuseLostTerritory } from './lost-territory.ts';
import { registrar } from './registrar.ts';
import { checkStatedFacts } from './stated-zone-facts.ts';

export interface RegisterRegionInput {
  readonly code: string;
  readonly level: JurisdictionLevel;
  readonly name: Text;
  readonly parent?: string | null;
  readonly effectiveFrom: string;
  readonly acknowledgeLostTerritory?: boolean | null;
  readonly reason: string;
}
export interface RegisterZoneInput
  extends Pick<ZoneFacts, 'kind' | 'zoneLevel'>,
    Optional<Omit<ZoneFacts, 'kind' | 'zoneLevel'>> {
  readonly code: string;
  readonly name: Text;
  readonly parent: string;
  readonly effectiveFrom: string;
  readonly acknowledgeLostTerritory?: boolean | null;
  readonly reason: string;
}

/** Fields that may be left out, or null. */
export type Optional<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | null };

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
  { reason, acknowledgeLostTerritory, ...input }: RegisterRegionInput | RegisterZoneInput,
): Promise<JurisdictionRecord> {
  const record = readShape(shape, input, []);
  const why = reasonFor(reason);
  return untilAppended(deps, 'register', async () => {
    const { head, register } = await loadRegister(deps, { consistent: true });
    const before = jurisdictionOn(register, record.id, record.effectiveFrom);
    const by = registrar(deps, actor, register, before, record);
    checkRegistration(register, record);
    refuseSame(before, record);
    const { facts = [] } = record.zone ?? {};
    await checkStatedFacts(deps, withRecords(register, [record]), record, facts, before?.zone?.facts);
    if (!acknowledgeLostTerritory) await refuseLostTerritory(deps, register, [record]);
    await deps.store.appendToRegister(head, revisionOf(deps, by, action, why), { jurisdictions: [record] });
    return record;
  });
}

/** The same again is a request sent twice, and no record of anything. @throws Refusal NO_CHANGE */
function refuseSame(before: JurisdictionRecord | undefined, record: JurisdictionRecord): void {
  const { id, effectiveFrom } = record;
  if (before && hashOf(withoutNulls({ ...before, effectiveFrom })) === hashOf(withoutNulls(record)))
    throw new Refusal('NO_CHANGE', { value: id, on: effectiveFrom });
}
