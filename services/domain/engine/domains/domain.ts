import type { Test } from '../../condition/tests.ts';
import type { SearchBudget } from '../../solver/budget.ts';
import type { Formula } from '../../solver/formula.ts';
import type { Model } from '../../solver/model.ts';
import type { Encoding } from '../../solver/partition.ts';
import type { Facts, MutableFacts } from '../facts.ts';

export type TestOf<Kind extends Test['kind']> = Test & { readonly kind: Kind };

/** Three truth values: `undefined` is UNKNOWN, because a missing fact is not a no. */
export type Settled = boolean | undefined;

/** All that a kind of test means: what known facts say of it, and what the unknown ones can turn out to be. */
export interface FactDomain<T extends Test> {
  truth(test: T, facts: Facts): Settled;
  /**
   * @param tests the known facts leave each of them open
   * @param budget what telling values apart may cost; where it is spent the answer is one that is not exact
   */
  unknowns(
    tests: readonly T[],
    facts: Facts,
    projectActs: ProjectActs,
    budget: SearchBudget,
  ): readonly UnknownFact[];
}

/** Whether the project's activities, which may be unknown, are among those of a mask. */
export type ProjectActs = (mask: number) => Formula;

/** An unknown fact, as far as some tests can tell its values apart. */
export interface UnknownFact<F = MutableFacts> extends Encoding<Test> {
  readonly key: string;
  /** The facts to ask for: itself, or for a derived number its unknown inputs. */
  readonly asks: readonly string[];
  readonly tests: readonly Test[];
  /** Gives the fact a value that a model has for it, false where there is none. Absent where part of it is known. */
  readonly assign?: (model: Model, facts: F) => boolean;
}

/** @param put undefined: no value is ever asked for */
export function unknownFact<T extends Test, Value, F = MutableFacts>(
  key: string,
  tests: readonly T[],
  { variables, formula, axiom, exact }: Encoding<T>,
  valueIn?: (model: Model) => Value | undefined,
  put?: (facts: F, value: Value) => unknown,
): UnknownFact<F> {
  return {
    key,
    asks: [key],
    tests,
    variables,
    formula: formula as (test: Test) => Formula,
    axiom,
    exact,
    ...(valueIn && put
      ? {
          assign(model: Model, facts: F) {
            const value = valueIn(model);
            if (value === undefined) return false;
            put(facts, value);
            return true;
          },
        }
      : {}),
  };
}

export function byFact<T extends { readonly fact: string }>(
  tests: readonly T[],
): readonly (readonly [string, T[]])[] {
  const groups = new Map<string, T[]>();
  for (const test of tests) {
    const its = groups.get(test.fact);
    if (its) its.push(test);
    else groups.set(test.fact, [test]);
  }
  return [...groups];
}
