import { testsOf } from '../catalog/tests-of.ts';
import type { NumberRange } from '../solver/number.ts';
import { numberCells } from '../solver/number.ts';
import type { Bounds, Interval } from '../values/interval.ts';
import { intersection, intervalOf, within } from '../values/interval.ts';
import type { PublicationRule } from './rule.ts';
import type { TestableFact } from './tested-fact.ts';
import { testableFact } from './tested-fact.ts';

export const BOUNDS_LEAVE_ROOM: PublicationRule = {
  code: 'PR-16',
  severity: 'ERROR',
  sentence: {
    zh: '条件的上下限之间有可取的值。',
    en: 'Some value lies within the bounds of every test.',
  },
  *violations(publication) {
    const { content } = publication;
    for (const { key, fractions = [] } of content.lists)
      for (const { fraction } of fractions)
        if (!holdsAFraction(fraction))
          yield { entry: null, field: `lists.${key}.fractions`, value: shownBounds(fraction) };
    for (const { entry, field, mentions } of testsOf(content)) {
      const { fact: key, bounds, fraction, period: { before, onOrAfter } = {} } = mentions;
      const fact = key === undefined ? {} : testableFact(publication, key);
      if (bounds && fact && !holdsANumber(bounds, fact)) yield { entry, field, value: shownBounds(bounds) };
      if (fraction && !holdsAFraction(fraction))
        yield { entry, field: `${field}.fraction`, value: shownBounds(fraction) };
      if (before != null && onOrAfter != null && onOrAfter >= before)
        yield { entry, field, value: `${onOrAfter} – ${before}` };
    }
  },
};

/** Whether a number that the fact can be lies within the bounds. */
const holdsANumber = (bounds: Bounds, { integer, positive }: Partial<TestableFact>): boolean =>
  isMet(intervalOf(bounds), { integer: integer === true, positive });

/** Whether a mass fraction above 0 and up to 100 % does. */
function holdsAFraction(bounds: Bounds): boolean {
  const interval = intervalOf(bounds);
  return isMet(interval && intersection(interval, UP_TO_100), { positive: true });
}
const UP_TO_100 = intervalOf({ atMost: '100' })!;

const isMet = (interval: Interval | undefined, range: NumberRange): boolean =>
  !!interval && numberCells([interval], range).some((cell) => within(cell, interval));

const shownBounds = ({ atLeast, moreThan, atMost, lessThan }: Bounds): string =>
  [
    atLeast != null && `≥ ${atLeast}`,
    moreThan != null && `> ${moreThan}`,
    atMost != null && `≤ ${atMost}`,
    lessThan != null && `< ${lessThan}`,
  ]
    .filter(Boolean)
    .join(', ');
