import type { Test } from '../../condition/tests.ts';
import type { Law } from './law.ts';

/** What was worked out of these very tests under a law, or what `build` now works out of them. */
export type Remembered<T> = (tests: readonly Test[], law: Law, build: () => T) => T;

interface Branch<T> {
  next?: Map<Test, Branch<T>>;
  value?: T;
}

/** More tests come from several entries at once; hardly anybody asks of the same again. */
const MOST_TESTS = 6;

/**
 * A memory by tests in their order: several rules ask of the same tests of an entry, one after the other.
 *
 * INVARIANT: what is worked out depends on nothing but the tests and the law.
 */
export function rememberedByTests<T extends object>(): Remembered<T> {
  const roots = new WeakMap<Law, Branch<T>>();
  return (tests, law, build) => {
    if (tests.length > MOST_TESTS) return build();
    let branch = roots.get(law) ?? {};
    roots.set(law, branch);
    for (const test of tests) {
      branch.next ??= new Map();
      const further: Branch<T> = branch.next.get(test) ?? {};
      branch.next.set(test, further);
      branch = further;
    }
    branch.value ??= build();
    return branch.value;
  };
}
