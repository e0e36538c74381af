import type { AssessmentBasis, CatalogOnDay } from '../assessment/assessment-basis.ts';
import type { Test } from '../condition/tests.ts';
import { SearchBudget } from '../solver/budget.ts';
import { isFree, tyingAxioms } from '../solver/eliminate.ts';
import type { Formula, Variable } from '../solver/formula.ts';
import { and, Literal, replaced, sharesVariable, variablesOf } from '../solver/formula.ts';
import { EITHER, ON } from '../solver/partition.ts';
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

/** Stands for a test that is open, the same in all entries: whether it holds. */
class Switch implements Variable {
  readonly full = EITHER;
  readonly on = new Literal(this, ON);
  readonly test: Test;

  constructor(test: Test) {
    this.test = test;
  }
}
const switchOf = memoize((test: Test) => new Switch(test));

/**
 * An entry of which the known facts leave some tests open, with a switch for each of these: the same for all projects that
 * leave them open, whatever the unknown facts behind them can be.
 */
export class OpenPattern {
  /** The tests that are open. */
  readonly open: readonly Test[];
  readonly reading: EntryReading;
  /** Those on which something hangs. */
  readonly deciding: readonly Switch[];
  #ruledAlone: Ruled | null | undefined;
  #lasting: OpenEntry | undefined;

  /** INVARIANT: the matcher has the facts. */
  constructor(matcher: Matcher, at: number, catalog: CatalogOnDay, facts: Pick<Facts, 'confirmations'>) {
    this.open = matcher.openIn(at);
    const formulaOfTest = (test: Test): Formula => matcher.truth(test) ?? switchOf(matcher.shared(test)).on;
    const entry = matcher.entries.at(at)!;
    this.reading = readEntry(entry, catalog, facts, (expression) => formulaOf(expression, formulaOfTest));
    // INVARIANT: a pattern speaks of nothing but switches.
    this.deciding = [...new Set(partsOf(this.reading).flatMap(variablesOf) as Variable[] as Switch[])];
  }

  /**
   * What it comes to where each of these can turn out either way whatever the others do; null where that is not to be
   * seen at a glance. It is no work of a project's: whether another has had it seen makes no difference.
   *
   * INVARIANT: a pattern is of one basis.
   */
  ruledAlone(basis: AssessmentBasis): Ruled | null {
    if (this.#ruledAlone === undefined) {
      const budget = new SearchBudget(GLANCE);
      const found = ruledEntry(this.reading, basis, askingAlone([], budget));
      this.#ruledAlone = budget.exhausted ? null : (found ?? false);
    }
    return this.#ruledAlone;
  }

  /** Where all that is open follows from the law alone, one object for as long as the law is. */
  with(unknowns: Unknowns): OpenEntry {
    if (!this.open.every(unknowns.isLasting)) return new OpenEntry(this, unknowns);
    this.#lasting ??= new OpenEntry(this, unknowns);
    return this.#lasting;
  }
}

/** What an entry comes to; false where it applies in no completion. */
type Ruled = RuledEntry | false;

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
  /** What the switches stand for, in their order. */
  readonly #formulas: readonly Formula[];
  /** The same where it can turn out either way, as can be seen without a search. */
  readonly #free: readonly (Exclude<Formula, boolean> | null)[];
  /** Parts of the pattern, and what has been put together for each: parts that are one stay one. */
  readonly #parts: Formula[] = [];
  readonly #put: Formula[] = [];
  #atLeast: Stake['atLeast'] | undefined;
  /** What it comes to whatever else is open; null where that has to be asked. */
  #ruled: Ruled | null | undefined;

  constructor(pattern: OpenPattern, unknowns: Unknowns) {
    this.#pattern = pattern;
    this.#formulas = pattern.deciding.map(({ test }) => unknowns.formula(test));
    this.#free = pattern.deciding.map(({ test }) => unknowns.freeFormula(test));
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
    if (this.#ruled === null) return ruledEntry(this, basis, ask);
    return this.#ruled || undefined;
  }

  #settled(basis: AssessmentBasis, axioms: readonly Formula[]): Ruled | null {
    const alone = this.#isEachByItself(axioms) ? this.#pattern.ruledAlone(basis) : null;
    if (alone !== null) return alone && { ...alone, reading: this };
    return partsOf(this).every((part) => typeof part === 'boolean' || isFree(part, axioms))
      ? (ruledEntry(this, basis, ANYTHING_CAN_BE) ?? false)
      : null;
  }

  /** Whether all on which something hangs can turn out either way whatever the rest does, as can be seen without a search. */
  #isEachByItself(axioms: readonly Formula[]): boolean {
    const formulas: Exclude<Formula, boolean>[] = [];
    for (const formula of this.#free) {
      if (!formula || formulas.some((other) => sharesVariable(formula, other))) return false;
      formulas.push(formula);
    }
    return tyingAxioms(and(formulas), axioms).length === 0;
  }

  #graded([always, conditional, review, refused]: Stake['atLeast']): Stake['atLeast'] {
    return [always, this.#part(conditional), this.#part(review), this.#part(refused)];
  }

  #part(part: Formula): Formula {
    if (typeof part === 'boolean') return part;
    const at = this.#parts.indexOf(part);
    if (at >= 0) return this.#put[at]!;
    const { deciding } = this.#pattern;
    const put = replaced(part, (on) => this.#formulas[deciding.indexOf(on as Switch)]!);
    this.#parts.push(part);
    this.#put.push(put);
    return put;
  }
}
