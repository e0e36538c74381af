import type { ProductInput } from '../../../services/domain/assessment/project.ts';
import type { ProductTest } from '../../../services/domain/condition/condition.ts';
import type { Bounds } from '../../../services/domain/values/interval.ts';
import type { ProductLine } from './completed-facts.ts';
import { thousandths } from './completed-facts.ts';
import { productHolds } from './interpreter.ts';
import { representativeNumbers } from './numbers.ts';
import { choices, firstOfEach } from './sets.ts';

/**
 * Product lists that tell apart, for these tests, all that the project's can be (ADR 0001.3).
 *
 * @param given the stated list, of which only unset fields are unknown; null where there is none
 */
export function representativeProductLists(
  tests: readonly ProductTest[],
  given: readonly ProductInput[] | null,
): readonly (readonly ProductLine[])[] {
  if (given) return choices(given.map((line) => representativeLines(line, tests)));
  const products = [...new Set(tests.map(({ product }) => product))];
  const absentOrPresent = products.map((product) => [
    null,
    ...representativeLines({ product, unit: '' }, tests),
  ]);
  return choices(absentOrPresent).map((lines) => lines.filter((line) => line !== null));
}

/** What one line can be: capacity and number of lines together, because `PER_LINE` is the one by the other. */
function representativeLines(line: ProductInput, allTests: readonly ProductTest[]): readonly ProductLine[] {
  const tests = allTests.filter(({ product }) => product === line.product);
  const bounds = (of: ProductTest['of']): readonly number[] =>
    tests.filter((test) => test.of === of).flatMap(boundsOf);
  const capacityKnown = line.capacity == null ? null : thousandths(line.capacity);
  const capacities = capacityKnown === null ? bounds('CAPACITY') : [capacityKnown];
  const perLine = bounds('PER_LINE');
  const counts = line.lines == null ? representativeCounts(capacities, perLine) : [Number(line.lines)];
  const added =
    line.addedCapacity == null ? representativeNumbers(bounds('ADDED')) : [thousandths(line.addedCapacity)];
  const all = counts.flatMap((lines) => {
    const ofThese =
      capacityKnown === null
        ? representativeNumbers([...capacities, ...perLine.map((bound) => bound * lines)])
        : [capacityKnown];
    return choices<number>([ofThese, added]).map(([capacity, addedCapacity]) => ({
      product: line.product,
      capacity: capacity!,
      added: addedCapacity!,
      lines,
    }));
  });
  return firstOfEach(all, (each) => tests.map((test) => (productHolds(test, [each]) ? '1' : '0')).join(''));
}

/**
 * Numbers of lines around every quotient of a capacity and a bound a line. For each pair the least number that
 * brings the capacity a line below the bound is among them, and its neighbours.
 */
function representativeCounts(capacities: readonly number[], perLine: readonly number[]): readonly number[] {
  const around = capacities.flatMap((capacity) =>
    perLine
      .filter((bound) => bound > 0)
      .flatMap((bound) => [-1, 0, 1, 2].map((step) => Math.floor(capacity / bound) + step)),
  );
  return [...new Set([1, ...around])].filter((count) => count >= 1);
}

export function boundsOf(bounds: Bounds): readonly number[] {
  return [bounds.lessThan, bounds.atMost, bounds.atLeast, bounds.moreThan].flatMap((bound) =>
    bound == null ? [] : [thousandths(bound)],
  );
}
