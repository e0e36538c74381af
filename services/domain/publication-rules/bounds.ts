import { testsOf } from '../catalog/tests-of.ts';
import { numberCells } from '../solver/number.ts';
import type { Bounds } from '../values/interval.ts';
import { intervalOf, within } from '../values/interval.ts';
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
    for (const { entry, field, mentions } of testsOf(publication.content)) {
      const { fact: key, bounds, period: { before, onOrAfter } = {} } = mentions;
      const fact = key === undefined ? {} : testableFact(publication, key);
      if (bounds && fact && !holdsANumber(bounds, fact)) yield { entry, field, value: shownBounds(bounds) };
      if (before != null && onOrAfter != null && onOrAfter >= before)
        yield { entry, field, value: `${onOrAfter} – ${before}` };
    }
  },
};

/** Whether a number that the fact can be lies within the bounds. */
function holdsANumber(bounds: Bounds, { integer, positive }: Partial<TestableFact>): boolean {
  const interval = intervalOf(bounds);
  if (!interval) return false;
  return numberCells([interval], { integer: integer === true, positive }).some((cell) =>
    within(cell, interval),
  );
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
