import type { Cells } from './cells.ts';
import { cellsWhere } from './cells.ts';
import type { Formula, Literal, Variable } from './formula.ts';
import { and, or, variablesOf } from './formula.ts';
import { reduced } from './search.ts';

/**
 * When a formula can still come true however much of it is left open: the formula over the other variables that holds
 * exactly where some values of the open ones make it true.
 *
 * @param isOpen which variables are left open
 * @param axioms what holds in every completion
 */
export function possibly(
  formula: Formula,
  isOpen: (variable: Variable) => boolean,
  axioms: readonly Formula[],
): Formula {
  const own = variablesOf(formula);
  // An axiom says that one of many is so; unless the formula speaks of all of them, another can make it hold.
  const concerned = axioms.filter((axiom) =>
    [...variablesOf(axiom)].every((its) => isOpen(its) && own.has(its)),
  );
  let left = and([formula, ...concerned]);
  for (const variable of own) if (isOpen(variable)) left = or(ways(left, variable));
  return left;
}

/** The formula under each of a variable's cells that no other cell outdoes: it is monotone in its literals. */
function ways(formula: Formula, variable: Variable): Formula[] {
  const literals = literalsOn(formula, variable);
  if (literals.length === 0) return [formula];
  const truths = new Map<string, { readonly held: ReadonlySet<number>; readonly cell: number }>();
  for (let cell = 0; cell < variable.full.length * 32; cell++) {
    if (!has(variable.full, cell)) continue;
    const held = new Set(literals.flatMap((cells, at) => (has(cells, cell) ? [at] : [])));
    const signature = [...held].join();
    if (!truths.has(signature)) truths.set(signature, { held, cell });
  }
  const all = [...truths.values()];
  const best = all.filter(
    ({ held }) =>
      !all.some((other) => other.held.size > held.size && [...held].every((at) => other.held.has(at))),
  );
  return best.map(({ cell }) =>
    reduced(formula, new Map([[variable, cellsWhere(variable.full.length * 32, (one) => one === cell)]])),
  );
}

function literalsOn(formula: Formula, variable: Variable): readonly Cells[] {
  const found = new Map<string, Cells>();
  const visit = (part: Exclude<Formula, boolean>): void => {
    if (part.kind !== 'in') part.parts.forEach(visit);
    else if (part.variable === variable) found.set((part as Literal).cells.join(), part.cells);
  };
  if (typeof formula !== 'boolean') visit(formula);
  return [...found.values()];
}

const has = (cells: Cells, cell: number): boolean => (cells[cell >>> 5]! & (1 << (cell & 31))) !== 0;
