import type { Reference } from '../domain/assessment/assessment-basis.ts';
import type { Store } from '../store/create-store.ts';
import type { Waiting } from '../store/retry.ts';

/** What every operation works with: built once per process. */
export interface Deps {
  readonly store: Store;
  readonly reference: Reference;
  readonly clock: () => Date;
  /** A new id that sorts by nothing and repeats never. */
  readonly newId: () => string;
  /** How long to wait where somebody else was faster: that of the machine, but for tests. */
  readonly waiting?: Waiting;
}
