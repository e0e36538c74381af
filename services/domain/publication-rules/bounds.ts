import { testsOf } from '../catalog/tests-of.ts';
import { ceil, compare, floor, fromInteger, isInteger, ZERO } from '../values/decimal.ts';
import type { Bounds } from '../values/interval.ts';
import { intervalOf } from '../values/interval.ts';
import type { PublicationRule } from './rule.ts';
import { testableFact } from './tested-fact.ts';

export const BOUNDS_LEAVE_ROOM: PublicationRule = {
  code: 'PR-16',
  severity: 'ERROR',
  sentence: {
    zh: '条件的上下限之间有可取的值。',
    en: 'Some value lies within the bounds of every test.',
  },
  *violations({ content }) {
    for (const { entry, field, mentions } of testsOf(content)) {
      const { fact: key, bounds, period: { before, onOrAfter } = {} } = mentions;
      const fact = key === undefined ? {} : testableFact(content, key);
      if (bounds && fact && !holdsANumber(bounds, fact)) yield { entry, field, value: shownBounds(bounds) };
      if (before != null && onOrAfter != null && onOrAfter >= before)
        yield { entry, field, value: `${onOrAfter} – ${before}` };
    }
  },
};

/** Whether a number from 0 on lies within the bounds, a whole one or one above 0 where the fact is so. */
function holdsANumber(
  bounds: Bounds,
  { integer, positive }: { readonly integer?: boolean | null; readonly positive?: boolean },
): boolean {
  const interval = intervalOf(bounds);
  if (!interval) return false;
  const { high } = interval;
  const fromZero = { at: ZERO, closed: !positive };
  const low =
    interval.low && compare(interval.low.at, ZERO) > 0 ? interval.low : tighter(interval.low, fromZero);
  if (!high) return true;
  if (!integer) {
    const order = compare(low.at, high.at);
    return order < 0 || (order === 0 && low.closed && high.closed);
  }
  const least = !low.closed && isInteger(low.at) ? floor(low.at) + 1n : ceil(low.at);
  const greatest = !high.closed && isInteger(high.at) ? ceil(high.at) - 1n : floor(high.at);
  return compare(fromInteger(least), fromInteger(greatest)) <= 0;
}

/** Of two ends at or below 0 the one that lets less through: 0 itself counts only where both let it. */
function tighter<End extends { at: typeof ZERO; closed: boolean }>(end: End | undefined, zero: End): End {
  if (!end || compare(end.at, ZERO) < 0) return zero;
  return { ...zero, closed: end.closed && zero.closed };
}

const shownBounds = ({ atLeast, moreThan, atMost, lessThan }: Bounds): string =>
  [
    atLeast != null && `≥ ${atLeast}`,
    moreThan != null && `> ${moreThan}`,
    atMost != null && `≤ ${atMost}`,
    lessThan != null && `< ${lessThan}`,
  ]
    .filter(Boolean)
    .join(', ');
