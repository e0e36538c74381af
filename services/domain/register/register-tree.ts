import { Refusal } from '../messages/refusal.ts';
import type { Day } from '../vocabulary.ts';
import type { Register } from './register.ts';
import { everAbove, everBelow, jurisdictionOn, lineageOn } from './register.ts';

/**
 * Checks that from a day on a jurisdiction stands in the tree as it must, with all that begins later: records of
 * others may move its parent into its own child, or close it.
 *
 * INVARIANT: whoever is in the register has a whole lineage from then on, and what is open lies in nothing closed.
 *
 * @throws Refusal LINEAGE_BROKEN, PARENT_CLOSED, STILL_OPEN_INSIDE
 */
export function checkTree(register: Register, id: string, from: Day): void {
  const below = everBelow(register, id);
  for (const day of daysOfChange(register, [...everAbove(register, id), ...below], from)) {
    const lineage = lineageOn(register, id, day);
    const record = lineage?.at(-1);
    if (!lineage || !record) throw new Refusal('LINEAGE_BROKEN', { value: id, on: day }, ['parent']);
    if (record.closed) {
      refuseOpenInside(register, id, below, day);
      continue;
    }
    const closed = lineage.find((above) => above.closed);
    if (closed) throw new Refusal('PARENT_CLOSED', { value: id, parent: closed.id, on: day }, ['parent']);
  }
}

/** The day itself and every later one on which any of these changes, in order. */
function daysOfChange(register: Register, ids: readonly string[], from: Day): readonly Day[] {
  const days = ids.flatMap((id) =>
    (register.jurisdictions.get(id) ?? []).map(({ effectiveFrom }) => effectiveFrom),
  );
  return [...new Set([from, ...days.filter((day) => day > from)])].sort();
}

/** More would not be read, and the number says how many there are. */
const MAX_NAMED = 20;

function refuseOpenInside(register: Register, id: string, below: ReadonlySet<string>, day: Day): void {
  const inside = [...below].filter(
    (other) =>
      jurisdictionOn(register, other, day)?.closed !== true &&
      lineageOn(register, other, day)?.some((above) => above.id === id),
  );
  if (inside.length === 0) return;
  const named = inside.sort().slice(0, MAX_NAMED);
  throw new Refusal('STILL_OPEN_INSIDE', { value: id, on: day, inside: named, count: inside.length }, [
    'effectiveFrom',
  ]);
}
