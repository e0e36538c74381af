import type * as z from 'zod';
import type { Actor } from '../../domain/access/access.ts';
import type { MessageCode } from '../../domain/messages/messages.ts';
import { readShape, shown } from '../../domain/messages/read-input.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import { changedRecords } from '../../domain/register/change-jurisdiction.ts';
import type { DatedChange } from '../../domain/register/change-shape.ts';
import type { JurisdictionRecord } from '../../domain/register/jurisdiction.ts';
import { timelineOf } from '../../domain/register/jurisdiction.ts';
import type { Register } from '../../domain/register/register.ts';
import { jurisdictionOn } from '../../domain/register/register.ts';
import { checkChange } from '../../domain/register/registration.ts';
import type { Day } from '../../domain/vocabulary.ts';
import { reasonFor, untilAppended } from '../append.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';
import type { Entered } from './enter-records.ts';
import { enterRecords } from './enter-records.ts';
import { registrar } from './registrar.ts';

/** What every change of the register says. */
export interface ChangeInput {
  readonly effectiveFrom: string;
  readonly reason: string;
  /** Set where entries that name what is lost are known, and the change is meant all the same. */
  readonly acknowledgeLostTerritory?: boolean | null;
}
interface Kind {
  readonly action: string;
  /** The field of the input that names the jurisdiction. */
  readonly field: 'region' | 'zone' | 'jurisdiction';
  readonly shape: z.ZodType<DatedChange>;
}

/**
 * Changes a jurisdiction from a day on, or proposes to where that takes two persons (ADR 0011).
 *
 * @throws Refusal UNKNOWN_ZONE, UNKNOWN_REGION, UNKNOWN_JURISDICTION, JURISDICTION_CLOSED, NOT_ALLOWED, NO_CHANGE, and
 * of `checkChange`
 * @throws Refusals faults of the input, and of `enterRecords`
 */
export async function applyChange(
  deps: Deps,
  actor: Actor | null,
  { action, field, shape }: Kind,
  { reason, acknowledgeLostTerritory, ...input }: ChangeInput,
): Promise<Entered> {
  const { id, effectiveFrom, change } = readShape(shape, input, []);
  const why = reasonFor(reason);
  return untilAppended(deps, 'register', async () => {
    const read = await loadRegister(deps, { consistent: true });
    const { register } = read;
    const before = recordToChange(register, field, id, effectiveFrom);
    const records = changedRecords(register.jurisdictions.get(id)!, effectiveFrom, change);
    const [after = before] = records;
    const by = registrar(deps, actor, register, before, after);
    if (before.closed) {
      const since = closedSince(register, before);
      throw new Refusal('JURISDICTION_CLOSED', { value: id, since }, [field]);
    }
    if (records.length === 0) throw new Refusal('NO_CHANGE', { value: id, on: effectiveFrom });
    checkChange(register, records);
    const act = { records, acknowledgeLostTerritory: acknowledgeLostTerritory ?? false };
    return enterRecords(deps, read, act, { by, action, reason: why, facts: change.facts ?? [] });
  });
}

const UNKNOWN = {
  zone: 'UNKNOWN_ZONE',
  region: 'UNKNOWN_REGION',
  jurisdiction: 'UNKNOWN_JURISDICTION',
} as const satisfies Record<Kind['field'], MessageCode>;

/** @throws Refusal UNKNOWN_ZONE, UNKNOWN_REGION, UNKNOWN_JURISDICTION (also before its first day) */
function recordToChange(register: Register, field: Kind['field'], id: string, on: Day): JurisdictionRecord {
  const [known] = register.jurisdictions.get(id) ?? [];
  const fits = field === 'jurisdiction' || (field === 'zone') === (known?.level === 'ZONE');
  if (!known || !fits) throw new Refusal(UNKNOWN[field], { value: shown(id), on }, [field]);
  const record = jurisdictionOn(register, id, on);
  if (!record) throw new Refusal('UNKNOWN_JURISDICTION', { value: id, on }, ['effectiveFrom']);
  return record;
}

function closedSince(register: Register, { id, effectiveFrom }: JurisdictionRecord): Day {
  const until = timelineOf(register.jurisdictions.get(id)!).filter(
    (record) => record.effectiveFrom <= effectiveFrom,
  );
  return until[until.findLastIndex(({ closed }) => !closed) + 1]!.effectiveFrom;
}
