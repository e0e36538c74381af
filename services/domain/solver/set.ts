import type { Formula, Variable } from './formula.ts';
import { or } from './formula.ts';
import type { ValueEncoding } from './partition.ts';
import { switchVariable } from './partition.ts';

/**
 * A set that may hold any of its elements, each or not: one switch for every group of elements that no test tells
 * apart.
 *
 * @param elements everything that can be in the set
 * @param touched the elements that make a test hold; what is no element does not count
 * @param filled whether the set cannot be empty
 */
export function setEncoding<E, T>(
  elements: readonly E[],
  tests: readonly T[],
  touched: (test: T) => Iterable<E>,
  filled = false,
): ValueEncoding<readonly E[], T> {
  const groups = new Map<string, { readonly on: Formula; readonly variable: Variable }>();
  const elementOf = new Map<Variable, E>();
  const partsOf = new Map<T, Formula[]>(tests.map((test) => [test, []]));
  const testsOf = new Map<E, number[]>(elements.map((element) => [element, []]));
  for (const [at, test] of tests.entries())
    for (const element of touched(test)) testsOf.get(element)?.push(at);
  let untested: readonly E[] = [];
  for (const element of elements) {
    // Elements of every kind are there; no further one tells more.
    if (untested.length > 0 && groups.size + 1 === 2 ** tests.length) break;
    const its = testsOf.get(element)!;
    if (its.length === 0) {
      untested = [element];
      continue;
    }
    const signature = its.join();
    if (groups.has(signature)) continue;
    const group = switchVariable();
    groups.set(signature, group);
    elementOf.set(group.variable, element);
    for (const at of its) partsOf.get(tests[at]!)!.push(group.on);
  }
  const switches = [...groups.values()];
  return {
    variables: switches.map(({ variable }) => variable),
    formula(test) {
      return or(partsOf.get(test)!);
    },
    value(model) {
      const on = [...elementOf].flatMap(([variable, element]) =>
        model.cell(variable) === 1 ? [element] : [],
      );
      return filled && on.length === 0 ? untested : on;
    },
    axiom: filled && untested.length === 0 ? or(switches.map(({ on }) => on)) : undefined,
  };
}
