import type * as z from 'zod';
import type { Actor } from '../../domain/access/access.ts';
import { readShape } from '../../domain/messages/read-input.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { JurisdictionRecord, ZoneFacts } from '../../domain/register/jurisdiction.ts';
import { jurisdictionOn } from '../../domain/register/register.ts';
import { checkRegistration } from '../../domain/register/registration.ts';
import { regionRecord, zoneRecord } from '../../domain/register/registration-shape.ts';
import { hashOf, withoutNulls } from '../../domain/values/canonical.ts';
import type { Text } from '../../domain/values/text.ts';
import type { JurisdictionLevel } from '../../domain/vocabulary.ts';
import { reasonFor, untilAppended } from '../append.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';
import type { Entered } from './enter-records.ts';
import { enterRecords } from './enter-records.ts';
import { registrar } from './registrar.ts';

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

/** Enters a region into the register (名录), or a new record of one: that takes two persons where entries test it. */
export function registerRegion(
  deps: Deps,
  actor: Actor | null,
  input: RegisterRegionInput,
): Promise<Entered> {
  return enter(deps, actor, 'REGISTER_REGION', regionRecord, input);
}

/** Enters a zone into the register (名录), or a new record of one: that takes two persons where entries test it. */
export function registerZone(deps: Deps, actor: Actor | null, input: RegisterZoneInput): Promise<Entered> {
  return enter(deps, actor, 'REGISTER_ZONE', zoneRecord, input);
}

async function enter(
  deps: Deps,
  actor: Actor | null,
  action: string,
  shape: z.ZodType<JurisdictionRecord>,
  { reason, acknowledgeLostTerritory, ...input }: RegisterRegionInput | RegisterZoneInput,
): Promise<Entered> {
  const record = readShape(shape, input, []);
  const why = reasonFor(reason);
  return untilAppended(deps, 'register', async () => {
    const read = await loadRegister(deps, { consistent: true });
    const { register } = read;
    const before = jurisdictionOn(register, record.id, record.effectiveFrom);
    const by = registrar(deps, actor, register, before, record);
    checkRegistration(register, record);
    refuseSame(before, record);
    const act = { records: [record], acknowledgeLostTerritory: acknowledgeLostTerritory ?? false };
    return enterRecords(deps, read, act, { by, action, reason: why, facts: record.zone?.facts ?? [] });
  });
}

/** The same again is a request sent twice, and no record of anything. @throws Refusal NO_CHANGE */
function refuseSame(before: JurisdictionRecord | undefined, record: JurisdictionRecord): void {
  const { id, effectiveFrom } = record;
  if (before && hashOf(withoutNulls({ ...before, effectiveFrom })) === hashOf(withoutNulls(record)))
    throw new Refusal('NO_CHANGE', { value: id, on: effectiveFrom });
}
