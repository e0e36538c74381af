import type { Cells } from './cells.ts';
import { hasCell, intersect, meeting, union, without } from './cells.ts';

/** One independent part of an unknown fact: it takes exactly one of the cells of `full`. Compared by identity. */
export interface Variable {
  readonly full: Cells;
}

/**
 * What an entry says of the unknown facts, with everything known already worked in.
 *
 * INVARIANT: negation is pushed into the literals (a literal is a set of cells, its negation the other cells), so a
 * formula is monotone in its literals.
 */
export type Formula = boolean | Literal | Junction;
export class Literal {
  readonly kind = 'in';
  readonly variable: Variable;
  readonly cells: Cells;
  readonly size = 1;
  readonly isReadOnce = true;
  #negation: Literal | undefined;

  constructor(variable: Variable, cells: Cells) {
    this.variable = variable;
    this.cells = cells;
  }

  get variables(): readonly Variable[] {
    return [this.variable];
  }
  speaksOf(variable: Variable): boolean {
    return this.variable === variable;
  }
  get negation(): Literal {
    if (!this.#negation) {
      this.#negation = new Literal(this.variable, without(this.variable.full, this.cells));
      this.#negation.#negation = this;
    }
    return this.#negation;
  }
}
/** What follows from its parts is worked out once, when somebody asks. */
export class Junction {
  readonly kind: 'and' | 'or';
  readonly parts: readonly Exclude<Formula, boolean>[];
  #variables: readonly Variable[] | undefined;
  #among: ReadonlySet<Variable> | undefined;
  #size = 0;
  #negation: Junction | undefined;

  constructor(kind: Junction['kind'], parts: Junction['parts']) {
    this.kind = kind;
    this.parts = parts;
  }

  get variables(): readonly Variable[] {
    this.#variables ??= [...new Set(this.parts.flatMap((part) => part.variables))];
    return this.#variables;
  }
  speaksOf(variable: Variable): boolean {
    if (this.variables.length <= FEW) return this.variables.includes(variable);
    this.#among ??= new Set(this.variables);
    return this.#among.has(variable);
  }
  /** How many literals there are in it. */
  get size(): number {
    if (this.#size === 0) for (const part of this.parts) this.#size += part.size;
    return this.#size;
  }
  /** Whether no variable stands in it twice. Then, but for axioms, each makes a difference, and it can hold or not. */
  get isReadOnce(): boolean {
    return this.variables.length === this.size;
  }
  get negation(): Junction {
    if (!this.#negation) {
      const parts = this.parts.map((part) => part.negation);
      this.#negation = new Junction(this.kind === 'and' ? 'or' : 'and', parts);
      this.#negation.#negation = this;
    }
    return this.#negation;
  }
}

/** Of so many a list is as fast as a set, and a fraction of its size. */
const FEW = 16;

/** A literal, or the truth where the cells hold all or nothing of the variable. */
export function literal(variable: Variable, cells: Cells): Formula {
  switch (meeting(variable.full, cells)) {
    case 'ALL':
      return true;
    case 'NONE':
      return false;
    case 'SPLIT':
      return new Literal(variable, cells);
  }
}

export const and = (formulas: readonly Formula[]): Formula => join('and', formulas);
export const or = (formulas: readonly Formula[]): Formula => join('or', formulas);

export const not = (formula: Formula): Formula =>
  typeof formula === 'boolean' ? !formula : formula.negation;

/** The variables a formula speaks of. */
export const variablesOf = (formula: Formula): readonly Variable[] =>
  typeof formula === 'boolean' ? NO_VARIABLES : formula.variables;
const NO_VARIABLES: readonly Variable[] = [];

/** Whether two formulas speak of a variable that is the same. */
export const sharesVariable = (one: Exclude<Formula, boolean>, other: Exclude<Formula, boolean>): boolean =>
  one.kind === 'in'
    ? other.speaksOf(one.variable)
    : one.variables.some((variable) => other.speaksOf(variable));

/** The same formula about other variables, where `renaming` has them. */
export function renamed(formula: Formula, renaming: ReadonlyMap<Variable, Variable>): Formula {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'in') {
    const other = renaming.get(formula.variable);
    return other ? new Literal(other, formula.cells) : formula;
  }
  const parts = formula.parts.map((part) => renamed(part, renaming) as Literal | Junction);
  return parts.every((part, at) => part === formula.parts[at]) ? formula : new Junction(formula.kind, parts);
}

/** The same formula where each variable, a switch, stands for a formula of its own. */
export function replaced(formula: Formula, formulaOf: (on: Variable) => Formula): Formula {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind !== 'in')
    return merged(
      join(
        formula.kind,
        formula.parts.map((part) => replaced(part, formulaOf)),
      ),
    );
  const its = formulaOf(formula.variable);
  return hasCell(formula.cells, 1) ? its : not(its);
}

/** Literals of one variable beside each other are one literal. */
function merged(formula: Formula): Formula {
  if (typeof formula === 'boolean' || formula.isReadOnce) return formula;
  const { kind, parts } = formula as Junction;
  const beside = new Map<Variable, Cells>();
  for (const part of parts) {
    if (part.kind !== 'in') continue;
    const others = beside.get(part.variable);
    const both = kind === 'and' ? intersect : union;
    beside.set(part.variable, others ? both(others, part.cells) : part.cells);
  }
  return join(
    kind,
    parts.flatMap((part) => {
      if (part.kind !== 'in') return part;
      const cells = beside.get(part.variable);
      beside.delete(part.variable);
      return cells ? literal(part.variable, cells) : [];
    }),
  );
}

export function join(kind: 'and' | 'or', formulas: readonly Formula[]): Formula {
  const absorbing = kind === 'or';
  const parts: Exclude<Formula, boolean>[] = [];
  for (const formula of formulas) {
    if (formula === absorbing) return absorbing;
    if (typeof formula === 'boolean') continue;
    if (formula.kind === kind) parts.push(...formula.parts);
    else parts.push(formula);
  }
  if (parts.length === 0) return !absorbing;
  // A copy has no room to grow: thousands are kept.
  return parts.length === 1 ? parts[0]! : new Junction(kind, parts.slice());
}
