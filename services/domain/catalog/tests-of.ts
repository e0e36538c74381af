import type { TestKind } from '../condition/condition.ts';
import type { Mentions } from '../condition/operators/operator.ts';
import { kindOf, mentionsOf } from '../condition/operators/table.ts';
import { testsIn } from '../condition/tests-in.ts';
import { memoize } from '../values/memoize.ts';
import type { CatalogContent } from './catalog.ts';
import { conditionsOf } from './conditions-of.ts';
import type { Entry } from './entry.ts';

/** A test of a condition, with the entry it belongs to and the way to it. */
export interface PlacedTest {
  readonly entry: string;
  readonly field: string;
  readonly kind: TestKind;
  readonly mentions: Mentions;
  /** The exception whose test it is, where an authority may deny that exception; null otherwise. */
  readonly deniable: string | null;
}

/** Every test of every condition of a catalog. A dozen rules ask for them. */
export const testsOf = memoize((content: CatalogContent): readonly PlacedTest[] =>
  content.entries.flatMap(testsOfEntry),
);

export const testsOfEntry = (entry: Entry): readonly PlacedTest[] =>
  conditionsOf(entry).flatMap(({ field: path, when, exception }) =>
    testsIn(when, path).map(({ field, test }) => ({
      entry: entry.code,
      field,
      kind: kindOf(test),
      mentions: mentionsOf(test),
      deniable: exception?.discretionary ? exception.key : null,
    })),
  );
