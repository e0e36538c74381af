import type { Test } from '../../condition/tests.ts';
import { ALL_ACTIVITIES } from '../../condition/tests.ts';
import { builtInFact } from '../../facts/dictionary.ts';
import { numberCells } from '../../solver/number.ts';
import type { Partition } from '../../solver/partition.ts';
import { partition } from '../../solver/partition.ts';
import { setDomain } from '../../solver/set.ts';
import { decimalWithin, within } from '../../values/interval.ts';
import type { Dimension } from './dimension.ts';
import type { Draft } from './draft.ts';
import type { Law } from './law.ts';

type TestOf<Kind extends Test['kind']> = Test & { readonly kind: Kind };

/** The ways that one number can turn out. */
export function numberFact(key: string, tests: readonly TestOf<'number'>[], law: Law): Dimension {
  const fact = law.definitions.get(key)!;
  const cells = numberCells(
    tests.map(({ interval }) => interval),
    { integer: fact.integer === true, positive: builtInFact(key)?.positive === true },
  );
  const ways = partition(cells, tests, (cell, test) => within(cell, test.interval));
  return oneOfThem(ways, tests, (cell, draft) => {
    const value = decimalWithin(cell);
    if (value) draft.numbers.put(key, value);
    return value !== undefined;
  });
}

/** The ways that a choice or a flag can turn out. */
export function choiceFact(key: string, tests: readonly TestOf<'choice'>[], law: Law): Dimension {
  const { type, options } = law.definitions.get(key)!;
  const all = type === 'FLAG' ? ['false', 'true'] : (options ?? []);
  const ways = partition(all, tests, (option, test) => test.oneOf.has(option));
  return oneOfThem(ways, tests, (option, draft) => {
    draft.choices.put(key, option);
    return true;
  });
}

/** The ways that a set can turn out: any subset of its options, or where it has none, of what is asked for. */
export function setFact(key: string, tests: readonly TestOf<'set'>[], law: Law): Dimension {
  const options = law.definitions.get(key)!.options ?? new Set(tests.flatMap(({ any }) => [...any]));
  const domain = setDomain([...options], tests, (test, option) => test.any.has(option));
  return {
    tests,
    variables: domain.variables,
    formula(test) {
      return domain.formula(test as TestOf<'set'>);
    },
    axioms: [],
    exact: true,
    write({ cell }, draft) {
      const on = [...domain.elements].filter(([variable]) => cell(variable) === 1);
      draft.sets.put(key, new Set(on.map(([, option]) => option)));
      return true;
    },
  };
}

/** The ways that a date can turn out. */
export function dateFact(key: string, tests: readonly TestOf<'date'>[]): Dimension {
  const boundaries = tests.flatMap(({ from, before }) => [from, before]).filter((day) => day !== null);
  const ways = partition([dayBefore(boundaries), ...boundaries], tests, dayMeets);
  return oneOfThem(ways, tests, (day, draft) => {
    draft.dates.put(key, day);
    return true;
  });
}

export const dayMeets = (day: string, { from, before }: TestOf<'date'>): boolean =>
  (from === null || from <= day) && (before === null || day < before);

/** A day before all of some days. */
export const dayBefore = (days: readonly string[]): string =>
  days.every((day) => day > '1949-10-01') ? '1949-10-01' : '1000-01-01';

/** The ways that the activities can turn out: any that are not none. */
export function activitiesFact(tests: readonly TestOf<'activity'>[]): Dimension {
  const masks = Array.from({ length: ALL_ACTIVITIES }, (_, at) => at + 1);
  const ways = partition(masks, tests, (mask, test) => (mask & test.mask) !== 0);
  return oneOfThem(ways, tests, (mask, draft) => {
    draft.activities = mask;
    return true;
  });
}

/** A dimension that takes exactly one of some ways. */
export function oneOfThem<Way, T extends Test>(
  ways: Partition<Way, T>,
  tests: readonly T[],
  write: (way: Way, draft: Draft) => boolean,
  exact = true,
): Dimension {
  return {
    tests,
    variables: ways.variables,
    formula(test) {
      return ways.formula(test as T);
    },
    axioms: [],
    exact,
    write({ cell }, draft) {
      return write(ways.candidates[cell(ways.variable)]!, draft);
    },
  };
}
