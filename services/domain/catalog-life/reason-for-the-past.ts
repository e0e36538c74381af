import { Refusal } from '../messages/refusal.ts';
import { isBlank } from '../values/is-blank.ts';
import type { Day } from '../vocabulary.ts';

/** Whoever changes what held on days gone by says why, for the record (DESIGN 3.2). @throws Refusal REASON_REQUIRED */
export function reasonForThePast(effectiveFrom: Day, today: Day, reason: string | null | undefined): void {
  if (effectiveFrom >= today || !isBlank(reason ?? '')) return;
  throw new Refusal(
    'REASON_REQUIRED',
    { field: 'effectiveFrom', value: effectiveFrom, reason: 'retroactiveReason' },
    ['retroactiveReason'],
  );
}
