import type { SearchBudget } from './budget.ts';
import type { Cells } from './cells.ts';
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
 * @throws SearchBoundReached where telling them apart costs more than the budget has
 */
export function partition<C, T>(
  candidates: readonly C[],
  tests: readonly T[],
  holds: (candidate: C, test: T, at: number) => boolean,
  budget?: SearchBudget,
): ValueEncoding<C, T> {
  budget?.look(Math.floor((candidates.length * tests.length) / PAIRS));
  const rows = candidates.map(() => new Int32Array((tests.length + 31) >>> 5));
  // All of one test together: what it looks candidates up in is then at hand.
  for (const [at, test] of tests.entries())
    for (let row = 0; row < rows.length; row++)
      if (holds(candidates[row]!, test, at)) rows[row]![at >>> 5]! |= 1 << (at & 31);
  const values: C[] = [];
  const signatures: Int32Array[] = [];
  const byHash = new Map<number, Int32Array[]>();
  for (const [row, signature] of rows.entries()) {
    const hash = hashOf(signature);
    const alike = byHash.get(hash);
    if (alike?.some((other) => isSame(other, signature))) continue;
    if (alike) alike.push(signature);
    else byHash.set(hash, [signature]);
    values.push(candidates[row]!);
    signatures.push(signature);
  }
  const variable: Variable = { full: cellsWhere(signatures.length, () => true) };
  const columns = turned(signatures, tests.length);
  const formulas = new Map<T, Formula>(tests.map((test, at) => [test, literal(variable, columns[at]!)]));
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

/** For each bit the rows that have it. A word of each column at a time: few rows are then looked at again and again. */
function turned(rows: readonly Int32Array[], bits: number): readonly Cells[] {
  const columns = Array.from({ length: bits }, () => new Array<number>((rows.length + 31) >>> 5).fill(0));
  for (let from = 0; from < rows.length; from += 32)
    for (let bit = 0; bit < bits; bit++) {
      let word = 0;
      for (let at = from; at < rows.length && at < from + 32; at++)
        word |= ((rows[at]![bit >>> 5]! >>> (bit & 31)) & 1) << (at - from);
      columns[bit]![from >>> 5] = word;
    }
  return columns;
}

/** So many candidates held against a test cost as much as a literal that is looked at, as measured. */
const PAIRS = 16;

function hashOf(words: Int32Array): number {
  let hash = 0;
  for (let at = 0; at < words.length; at++) hash = (Math.imul(hash, 31) + words[at]!) | 0;
  return hash;
}

function isSame(one: Int32Array, other: Int32Array): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** A yes-or-no variable. */
export function switchVariable(): { readonly variable: Variable; readonly on: Formula } {
  const variable: Variable = { full: EITHER };
  return { variable, on: new Literal(variable, ON) };
}
export const EITHER: Cells = [0b11];
export const ON: Cells = [0b10];

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
