import type { Entry } from './entry.ts';
import type { PlacedTest } from './tests-of.ts';
import { testsOfEntry } from './tests-of.ts';

/** A fact or substance list that a condition of an entry names. */
export interface TestedKey extends Pick<PlacedTest, 'deniable'> {
  readonly key: string;
}

/** The keys of all facts and substance lists that the conditions of an entry name. */
export const testedKeys = (entry: Entry): readonly TestedKey[] =>
  testsOfEntry(entry).flatMap(({ mentions: { fact, list }, deniable }) => {
    const key = fact ?? list;
    return key === undefined ? [] : [{ key, deniable }];
  });
