import type { Test } from '../../condition/tests.ts';
import { and, not } from '../../solver/formula.ts';
import { switchVariable } from '../../solver/partition.ts';
import type { Dimension } from './dimension.ts';

/**
 * A ZONE fact that a catalog defines: any of its ways, or unstated, and then every test on it fails (DESIGN 2.6).
 *
 * @param its the ways of the fact where it is stated; undefined where only that is asked
 */
export function zoneFact(key: string, its: Dimension | undefined, unstated: readonly Test[]): Dimension {
  const stated = switchVariable();
  const asked = new Set(unstated);
  return {
    tests: [...(its?.tests ?? []), ...unstated],
    variables: [stated.variable, ...(its?.variables ?? [])],
    formula: (test) => (asked.has(test) ? not(stated.on) : and([stated.on, its!.formula(test)])),
    axioms: its?.axioms ?? [],
    exact: its?.exact ?? true,
    write(chosen, draft) {
      if (chosen.cell(stated.variable) === 1) return its?.write(chosen, draft) ?? true;
      draft.unstated.add(key);
      return true;
    },
  };
}
