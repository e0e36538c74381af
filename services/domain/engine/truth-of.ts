import type { Expression, Test } from '../condition/tests.ts';
import { factOf } from '../condition/tests.ts';
import type { Classification } from '../facts/industry.ts';
import { add, compare, divide, ZERO } from '../values/decimal.ts';
import { contains } from '../values/interval.ts';
import { scopeClasses } from './compile.ts';
import type { ChemicalTest } from './domains/chemicals.ts';
import { selects } from './domains/chemicals.ts';
import type { ProductTest } from './domains/products.ts';
import type { Facts } from './facts.ts';
import { readNumber } from './read-number.ts';

/** Three truth values: `undefined` is UNKNOWN, because a missing fact is not a no. */
export type Settled = boolean | undefined;

/** What the known facts say of a test by themselves. */
export function truthOf(test: Test, facts: Facts, classification: Classification): Settled {
  // DESIGN 2.6: a ZONE fact that the register does not state is FALSE here and a lower bound elsewhere.
  if (facts.unstated.size > 0 && facts.unstated.has(factOf(test))) return false;
  switch (test.kind) {
    case 'number': {
      const reading = readNumber(test, facts);
      return typeof reading === 'boolean' ? reading : undefined;
    }
    case 'choice': {
      const value = facts.choices.get(test.fact);
      return value === undefined ? undefined : test.oneOf.has(value);
    }
    case 'set': {
      const value = facts.sets.get(test.fact);
      return value && hasOneOf(value, test.any);
    }
    case 'date': {
      const day = facts.dates.get(test.fact);
      if (day === undefined) return undefined;
      return (test.from === null || test.from <= day) && (test.before === null || day < test.before);
    }
    case 'approvedBefore':
      if (facts.earlierApproval === null) return undefined;
      return facts.earlierApproval !== 'none' && facts.earlierApproval < test.before;
    case 'industry':
      return inScope(test, facts, classification);
    case 'activity':
      return facts.activities === null ? undefined : (facts.activities & test.mask) !== 0;
    case 'territory':
      return inTerritory(test, facts);
    case 'chemical':
      return hasSubstance(test, facts);
    case 'product':
      return makes(test, facts);
  }
}

function hasOneOf(value: ReadonlySet<string>, options: ReadonlySet<string>): boolean {
  for (const option of options) if (value.has(option)) return true;
  return false;
}

/** Kleene's reading of an expression: settled where the known facts alone settle it. */
export function settle(expression: Expression, truth: (test: Test) => Settled): Settled {
  switch (expression.kind) {
    case 'test':
      return truth(expression.test);
    case 'not': {
      const inner = settle(expression.part, truth);
      return inner === undefined ? undefined : !inner;
    }
    case 'and':
    case 'or': {
      const absorbing = expression.kind === 'or';
      let unsettled = false;
      for (const part of expression.parts) {
        const inner = settle(part, truth);
        if (inner === absorbing) return absorbing;
        if (inner === undefined) unsettled = true;
      }
      return unsettled ? undefined : !absorbing;
    }
  }
}

function inScope(
  { scope }: Test & { kind: 'industry' },
  facts: Facts,
  classification: Classification,
): Settled {
  if (!facts.industries) return undefined;
  const covered = scopeClasses(scope, classification);
  let unsettled = false;
  for (const { classes } of facts.industries) {
    let inside = 0;
    for (const one of classes) if (covered.has(one)) inside++;
    if (inside === classes.length) return true;
    if (inside > 0) unsettled = true;
  }
  return unsettled ? undefined : false;
}

function inTerritory({ ids }: Test & { kind: 'territory' }, facts: Facts): Settled {
  for (const id of ids) if (facts.lineage.has(id)) return true;
  if (facts.area !== null) return ids.has(facts.area);
  return facts.areas.some((area) => ids.has(area)) ? undefined : false;
}

function hasSubstance(test: ChemicalTest, facts: Facts): Settled {
  if (!facts.chemicals) return undefined;
  let unsettled = false;
  for (const [cas, lines] of facts.chemicals) {
    if (!selects(test, cas, facts.lists)) continue;
    let sum = ZERO;
    for (const line of lines) {
      const activities = line.activities ?? facts.activities;
      if (activities === null) unsettled = true;
      else if ((activities & test.mask) !== 0) {
        if (test.moreThan === null) return true;
        if (line.tonnes === null) unsettled = true;
        else sum = add(sum, line.tonnes);
      }
    }
    if (test.moreThan !== null && compare(sum, test.moreThan) > 0) return true;
  }
  return unsettled ? undefined : false;
}

function makes({ product, of, interval }: ProductTest, facts: Facts): Settled {
  if (!facts.products) return undefined;
  const line = facts.products.get(product);
  if (!line) return false;
  if (!interval) return true;
  const value = of === 'ADDED' ? line.added : line.capacity;
  if (value === null || (of === 'PER_LINE' && line.lines === null)) return undefined;
  return contains(interval, of === 'PER_LINE' ? divide(value, line.lines!) : value);
}
