import type { AssessmentBasis, CatalogOnDay } from '../assessment/assessment-basis.ts';
import type { Test } from '../condition/tests.ts';
import { SearchBudget } from '../solver/budget.ts';
import { isFree, tyingAxioms } from '../solver/eliminate.ts';
import type { Formula, Variable } from '../solver/formula.ts';
import { replaced, variablesOf } from '../solver/formula.ts';
import { switchVariable } from '../solver/partition.ts';
import { memoize } from '../values/memoize.ts';
import type { CompiledEntry } from './compile.ts';
import type { Facts } from './facts.ts';
import type { RuledEntry } from './findings.ts';
import { ruledEntry } from './findings.ts';
import type { Matcher } from './matcher.ts';
import type { EntryReading } from './readings.ts';
import { formulaOf, partsOf, readEntry } from './readings.ts';
import type { Ask, Stake } from './stakes.ts';
import { askingAlone } from './stakes.ts';
import type { Unknowns } from './unknowns.ts';

/**
 * An entry of which the known facts leave some tests open, with a switch for each of these: the same for all projects that
 * leave them open, whatever the unknown facts behind them can be.
 */
export class OpenPattern {
  /** The tests that are open. */
  readonly open: readonly Test[];
  readonly reading: EntryReading;
  readonly #placeOf = new Map<Variable, number>();
  /** The places of those on which something hangs. */
  readonly deciding: readonly number[];
  /**
   * What it comes to where each of these can turn out either way whatever the others do; null where that is not to be
   * seen at a glance. It is no work of a project's: whether another has had it seen makes no difference.
   */
  readonly ruledAlone = memoize((basis: AssessmentBasis) => {
    const budget = new SearchBudget(GLANCE);
    const found = ruledEntry(this.reading, basis, askingAlone([], budget));
    return budget.exhausted ? null : { found };
  });
  #lasting: OpenEntry | undefined;

  /** INVARIANT: the matcher has the facts. */
  constructor(matcher: Matcher, at: number, catalog: CatalogOnDay, facts: Pick<Facts, 'confirmations'>) {
    this.open = matcher.openIn(at);
    const switches = new Map<Test, Formula>();
    for (const [place, test] of this.open.entries()) {
      const { variable, on } = switchVariable();
      this.#placeOf.set(variable, place);
      switches.set(test, on);
    }
    const formulaOfTest = (test: Test): Formula => matcher.truth(test) ?? switches.get(matcher.shared(test))!;
    const entry = matcher.entries.at(at)!;
    this.reading = readEntry(entry, catalog, facts, (expression) => formulaOf(expression, formulaOfTest));
    const variables = new Set(partsOf(this.reading).flatMap((part) => [...variablesOf(part)]));
    this.deciding = [...variables].map((variable) => this.#placeOf.get(variable)!);
  }

  /** Where all that is open follows from the law alone, one object for as long as the law is. */
  with(unknowns: Unknowns): OpenEntry {
    if (!this.open.every(unknowns.isLasting)) return this.#entry(unknowns);
    this.#lasting ??= this.#entry(unknowns);
    return this.#lasting;
  }

  #entry(unknowns: Unknowns): OpenEntry {
    return new OpenEntry(
      this,
      this.deciding.map((place) => unknowns.freeFormula(this.open[place]!)),
      this.open.map(unknowns.formula),
    );
  }

  /** A part of the reading where the tests that are open come to these. */
  put(part: Formula, formulas: readonly Formula[]): Formula {
    return replaced(part, (on) => formulas[this.#placeOf.get(on)!]!);
  }
}

/** A few literals stand twice in some entries. */
const GLANCE = 200;
/** Whatever can be, is in some completion. */
const ANYTHING_CAN_BE: Ask = () => true;

/**
 * An entry of which some tests are open, over what is unknown. Its parts are put together when somebody asks for them.
 *
 * INVARIANT: it can outlive the project that it is first read for, of which it keeps nothing.
 */
export class OpenEntry implements EntryReading {
  readonly #pattern: OpenPattern;
  readonly #free: readonly (Exclude<Formula, boolean> | null)[];
  readonly #formulas: readonly Formula[];
  /** Parts that are one stay one. */
  #put: Map<Formula, Formula> | undefined;
  #atLeast: Stake['atLeast'] | undefined;
  /** What it comes to whatever else is open; null where that has to be asked. */
  #ruled: { readonly found: RuledEntry | undefined } | null | undefined;

  /**
   * @param free of the tests on which something hangs, where it can turn out either way
   * @param formulas of the tests that are open
   */
  constructor(
    pattern: OpenPattern,
    free: readonly (Exclude<Formula, boolean> | null)[],
    formulas: readonly Formula[],
  ) {
    this.#pattern = pattern;
    this.#free = free;
    this.#formulas = formulas;
  }

  get catalog(): CatalogOnDay {
    return this.#pattern.reading.catalog;
  }
  get compiled(): CompiledEntry {
    return this.#pattern.reading.compiled;
  }
  get applies(): Formula {
    return this.#part(this.#pattern.reading.applies);
  }
  get discretionOpen(): Formula {
    return this.#part(this.#pattern.reading.discretionOpen);
  }
  get atLeast(): Stake['atLeast'] {
    this.#atLeast ??= this.#graded(this.#pattern.reading.atLeast);
    return this.#atLeast;
  }
  get withoutDiscretion(): Stake['atLeast'] {
    return this.#graded(this.#pattern.reading.withoutDiscretion);
  }
  get exceptions(): EntryReading['exceptions'] {
    return this.#pattern.reading.exceptions.map((each) => ({ ...each, holds: this.#part(each.holds) }));
  }
  get requirements(): EntryReading['requirements'] {
    return this.#pattern.reading.requirements.map(({ key, met }) => ({
      key,
      met: met === undefined ? undefined : this.#part(met),
    }));
  }

  /**
   * What it comes to; undefined where it applies in no completion.
   *
   * INVARIANT: only axioms about its own variables tie it, and these are the same wherever it is.
   */
  ruled(basis: AssessmentBasis, axioms: readonly Formula[], ask: Ask): RuledEntry | undefined {
    if (this.#ruled === undefined) this.#ruled = this.#settled(basis, axioms);
    return this.#ruled ? this.#ruled.found : ruledEntry(this, basis, ask);
  }

  #settled(
    basis: AssessmentBasis,
    axioms: readonly Formula[],
  ): { readonly found: RuledEntry | undefined } | null {
    const alone = this.#isEachByItself(axioms) ? this.#pattern.ruledAlone(basis) : null;
    if (alone) return { found: alone.found && { ...alone.found, reading: this } };
    return partsOf(this).every((part) => typeof part === 'boolean' || isFree(part, axioms))
      ? { found: ruledEntry(this, basis, ANYTHING_CAN_BE) }
      : null;
  }

  /** Whether all on which something hangs can turn out either way whatever the rest does, as can be seen without a search. */
  #isEachByItself(axioms: readonly Formula[]): boolean {
    const formulas: Exclude<Formula, boolean>[] = [];
    for (const formula of this.#free) {
      if (!formula || formulas.some((other) => sharesVariable(formula, other))) return false;
      formulas.push(formula);
    }
    const variables = new Set(formulas.flatMap((formula) => [...formula.variables]));
    return tyingAxioms(variables, axioms).length === 0;
  }

  #graded(atLeast: Stake['atLeast']): Stake['atLeast'] {
    return { 0: true, 1: this.#part(atLeast[1]), 2: this.#part(atLeast[2]), 3: this.#part(atLeast[3]) };
  }

  #part(part: Formula): Formula {
    if (typeof part === 'boolean') return part;
    this.#put ??= new Map();
    let put = this.#put.get(part);
    if (put === undefined) {
      put = this.#pattern.put(part, this.#formulas);
      this.#put.set(part, put);
    }
    return put;
  }
}

function sharesVariable(one: Exclude<Formula, boolean>, other: Exclude<Formula, boolean>): boolean {
  if (one.kind === 'in')
    return other.kind === 'in' ? one.variable === other.variable : other.variables.has(one.variable);
  for (const variable of one.variables) if (variablesOf(other).has(variable)) return true;
  return false;
}
