import { cellsWhere } from './cells.ts';
import type { Formula, Variable } from './formula.ts';
import { Literal, literal } from './formula.ts';
import type { Model } from './model.ts';

/** What an unknown fact can turn out to be, as variables, and what each test on it then says. */
export interface Encoding<T> {
  readonly variables: readonly Variable[];
  formula(test: T): Formula;
  /** Holds in every completion though the variables alone do not say so. INVARIANT: it is about these variables only. */
  readonly axiom?: Formula;
  /** False where it holds more completions than there are. */
  readonly exact?: boolean;
}

/** The same, with a value of the unknown fact in each model. */
export interface ValueEncoding<V, T> extends Encoding<T> {
  value(model: Model): V;
}

/**
 * One variable whose cells are the candidates that some test tells apart.
 *
 * @param candidates at least one of every kind that the tests can distinguish
 */
export function partition<C, T>(
  candidates: readonly C[],
  tests: readonly T[],
  holds: (candidate: C, test: T, at: number) => boolean,
): ValueEncoding<C, T> {
  const cellOf = new Map<string, C>();
  const signatures: Int32Array[] = [];
  for (const candidate of candidates) {
    const signature = new Int32Array((tests.length + 31) >>> 5);
    for (let at = 0; at < tests.length; at++)
      if (holds(candidate, tests[at]!, at)) signature[at >>> 5]! |= 1 << (at & 31);
    const key = signature.join();
    if (cellOf.has(key)) continue;
    cellOf.set(key, candidate);
    signatures.push(signature);
    // Every combination of answers is there; no further candidate adds one.
    if (cellOf.size === 2 ** tests.length) break;
  }
  const variable: Variable = { full: cellsWhere(signatures.length, () => true) };
  const formulas = new Map<T, Formula>(
    tests.map((test, at) => [
      test,
      literal(
        variable,
        cellsWhere(signatures.length, (cell) => ((signatures[cell]![at >>> 5]! >>> (at & 31)) & 1) === 1),
      ),
    ]),
  );
  const values = [...cellOf.values()];
  return {
    variables: [variable],
    formula(test) {
      return formulas.get(test)!;
    },
    value(model) {
      return values[model.cell(variable)]!;
    },
  };
}

/** A yes-or-no variable. */
export function switchVariable(): { readonly variable: Variable; readonly on: Formula } {
  const variable: Variable = { full: [0b11] };
  return { variable, on: new Literal(variable, [0b10]) };
}

/** Every answer by itself, which only adds ways to turn out. */
export function eachByItself<T>(tests: readonly T[]): ValueEncoding<undefined, T> {
  const switches = new Map(tests.map((test) => [test, switchVariable()]));
  return {
    variables: [...switches.values()].map(({ variable }) => variable),
    formula: (test) => switches.get(test)!.on,
    value: () => undefined,
    exact: false,
  };
}
