import { ALL_ACTIVITIES } from '../../condition/tests.ts';
import { partition } from '../../solver/partition.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { unknownFact } from './domain.ts';

/** The activities of the project: any that are not none. */
export const ACTIVITY: FactDomain<TestOf<'activity'>> = {
  truth: ({ mask }, { activities }) => (activities === null ? undefined : (activities & mask) !== 0),
  unknowns(tests) {
    const masks = Array.from({ length: ALL_ACTIVITIES }, (_, at) => at + 1);
    const encoding = partition(masks, tests, (activities, { mask }) => (activities & mask) !== 0);
    return [
      unknownFact('activities', tests, encoding, encoding.value, (to, activities) => {
        to.activities = activities;
      }),
    ];
  },
};
