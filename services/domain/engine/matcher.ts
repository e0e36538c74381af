import type { Expression, Test } from '../condition/tests.ts';
import { asExpression } from '../condition/tests.ts';
import type { Classification } from '../facts/industry.ts';
import { ratioOf } from '../facts/ratio.ts';
import type { Rational } from '../values/decimal.ts';
import type { End } from '../values/interval.ts';
import { memoize, memoizeByKey } from '../values/memoize.ts';
import { unreachable } from '../values/unreachable.ts';
import type { CompiledCatalog, CompiledEntry } from './compile.ts';
import { coversClass } from './compile.ts';
import type { Facts } from './facts.ts';
import { truthOf } from './truth-of.ts';

/** What the known facts make of an entry. */
export type Match =
  /** It applies in no completion. */
  | 'RULED_OUT'
  /** It applies, and all that it means is settled too. */
  | 'SETTLED'
  /** Something about it is open. */
  | 'OPEN';

/** Kleene's truth values as small numbers: no object, no closure where thousands are read. */
type Truth3 = typeof FALSE | typeof TRUE | typeof UNKNOWN;
const FALSE = 0;
const TRUE = 1;
const UNKNOWN = 2;

/**
 * The entries of one version as conjunctions over atoms that are told apart once, and the known facts of one project at a
 * time as masks and numbers beside them.
 *
 * An entry is put so when it is first a candidate: most never are. What an atom says of a project is worked out once;
 * instead of being cleared it is marked with the number of the project.
 *
 * INVARIANT: says of every test what `truthOf` says.
 */
export class Matcher {
  readonly entries: readonly CompiledEntry[];
  /** The entries that can be about a class by their industry scope, in their order, as indexes. */
  readonly about: (one: string) => readonly number[];
  readonly #all: readonly number[];
  readonly #codes: (EntryCode | undefined)[] = [];
  readonly #atoms = new Map<string, Atom>();
  readonly #slots = new Map<string, Slot>();
  #facts!: Facts;
  /** Whether the class of every industry of the project is known, so that candidates are inside for certain. */
  #inside = false;
  #project = 0;

  constructor({ entries }: CompiledCatalog, classification: Classification) {
    this.entries = entries;
    this.#all = [...entries.keys()];
    this.about = entriesByClass(entries, classification);
  }

  /** Reads the facts of another project. */
  begin(facts: Facts): void {
    this.#facts = facts;
    this.#inside = facts.industries?.every(({ classes }) => classes.length === 1) === true;
    this.#project++;
  }

  /** The entries that can be about a project by its industry codes, as indexes in their order. */
  candidates(industries: Facts['industries']): readonly number[] {
    if (!industries) return this.#all;
    const [only, ...more] = industries;
    if (only?.classes.length === 1 && more.length === 0) return this.about(only.classes[0]!);
    const found = new Set(industries.flatMap(({ classes }) => classes.flatMap(this.about)));
    return [...found].sort((a, b) => a - b);
  }

  /** @param at index of a candidate whose discretionary exceptions nobody has decided */
  match(at: number): Match {
    this.#codes[at] ??= this.#codeOf(this.entries[at]!);
    const { industry, atoms, ruledOutBy, others, consequences } = this.#codes[at]!;
    let isOpen = false;
    if (industry && !this.#inside) {
      const inside = this.#truth(industry);
      if (inside === FALSE) return 'RULED_OUT';
      isOpen = inside === UNKNOWN;
    }
    for (let place = 0; place < atoms.length; place++) {
      const truth = this.#truth(atoms[place]!);
      if (truth === ruledOutBy[place]) return 'RULED_OUT';
      if (truth === UNKNOWN) isOpen = true;
    }
    for (const clause of others) {
      const truth = this.#read(clause);
      if (truth === FALSE) return 'RULED_OUT';
      if (truth === UNKNOWN) isOpen = true;
    }
    if (isOpen) return 'OPEN';
    for (const clause of consequences) if (this.#read(clause) === UNKNOWN) return 'OPEN';
    return 'SETTLED';
  }

  /** INVARIANT: the expression is part of an entry that is settled. */
  settled(expression: Expression): boolean {
    return this.#read(this.#clauseOf(expression)) === TRUE;
  }

  readonly #clauseOf = memoize((expression: Expression): Clause => this.#clause(expression, false));

  #codeOf(entry: CompiledEntry): EntryCode {
    const literals: Literal[] = [];
    const others: Junction[] = [];
    const demand = (clause: Clause): void => {
      if ('atom' in clause) literals.push(clause);
      else if (clause.all) clause.parts.forEach(demand);
      else others.push(clause);
    };
    for (const part of entry.scope.parts)
      if (part.kind !== 'test' || part.test !== entry.industry) demand(this.#clause(part, false));
    demand(this.#clause(entry.when, false));
    if (entry.exempt) demand(this.#clause(asExpression(entry.exempt), true));
    for (const { when, discretionary } of entry.exceptions)
      if (!discretionary) demand(this.#clause(when, true));
    // What is read at a glance comes first: it rules most entries out.
    literals.sort((a, b) => a.atom.effort - b.atom.effort);
    return {
      industry: entry.industry ? this.#atom(entry.industry) : null,
      atoms: literals.map(({ atom }) => atom),
      ruledOutBy: literals.map(({ negated }) => (negated ? TRUE : FALSE)),
      others,
      consequences: [
        ...entry.exceptions.flatMap(({ when, discretionary }) =>
          discretionary ? [this.#clauseOf(when)] : [],
        ),
        ...entry.requirements.flatMap(({ when }) => (when ? [this.#clauseOf(when)] : [])),
      ],
    };
  }

  /** Negation is pushed into the literals, which changes nothing of three-valued truth. */
  #clause(expression: Expression, negated: boolean): Clause {
    switch (expression.kind) {
      case 'test':
        return { atom: this.#atom(expression.test), negated };
      case 'not':
        return this.#clause(expression.part, !negated);
      case 'and':
      case 'or':
        return {
          all: (expression.kind === 'and') !== negated,
          parts: expression.parts.map((part) => this.#clause(part, negated)),
        };
      default:
        return unreachable(expression);
    }
  }

  #atom(test: Test): Atom {
    const key = keyOf(test);
    if (key === null) return this.#newAtom(test);
    const atom = this.#atoms.get(key) ?? this.#newAtom(test);
    this.#atoms.set(key, atom);
    return atom;
  }

  #newAtom(test: Test): Atom {
    const atom = new Atom(test);
    switch (test.kind) {
      case 'activity':
        atom.slot = this.#slot(test.kind, '');
        atom.mask = test.mask;
        break;
      case 'choice':
      case 'set': {
        const slot = this.#slot(test.kind, test.fact);
        const mask = slot.maskOf(test.kind === 'choice' ? test.oneOf : test.any);
        if (mask === null) break;
        atom.slot = slot;
        atom.mask = mask;
        break;
      }
      case 'number':
        atom.slot = this.#slot(test.kind, test.fact);
        atom.bounds = boundsOf(test.interval);
        break;
      case 'date':
      case 'approvedBefore':
      case 'territory':
      case 'industry':
      case 'chemical':
      case 'product':
        break;
      default:
        unreachable(test);
    }
    return atom;
  }

  #slot(kind: Slot['kind'], fact: string): Slot {
    const key = `${kind} ${fact}`;
    const slot = this.#slots.get(key) ?? new Slot(kind, fact);
    this.#slots.set(key, slot);
    return slot;
  }

  #read(clause: Clause): Truth3 {
    if ('atom' in clause) {
      const truth = this.#truth(clause.atom);
      return truth === UNKNOWN || !clause.negated ? truth : truth === TRUE ? FALSE : TRUE;
    }
    const absorbing = clause.all ? FALSE : TRUE;
    let isOpen = false;
    for (const part of clause.parts) {
      const truth = this.#read(part);
      if (truth === absorbing) return absorbing;
      if (truth === UNKNOWN) isOpen = true;
    }
    return isOpen ? UNKNOWN : clause.all ? TRUE : FALSE;
  }

  #truth(atom: Atom): Truth3 {
    const { slot } = atom;
    if (slot !== null) {
      if (slot.project !== this.#project) {
        slot.read(this.#facts);
        slot.project = this.#project;
      }
      if (atom.bounds === null) return slot.mask < 0 ? UNKNOWN : (slot.mask & atom.mask) === 0 ? FALSE : TRUE;
      const truth = lies(slot.value, atom.bounds);
      if (truth !== UNKNOWN) return truth;
    }
    if (atom.project !== this.#project) {
      const truth = truthOf(atom.test, this.#facts);
      atom.truth = truth === undefined ? UNKNOWN : truth ? TRUE : FALSE;
      atom.project = this.#project;
    }
    return atom.truth;
  }
}

/** Made once for each version and classification. */
export const matcherOf = memoize((classification: Classification) =>
  memoize((catalog: CompiledCatalog) => new Matcher(catalog, classification)),
);

/** An entry without its words. */
interface EntryCode {
  readonly industry: Atom | null;
  /** Each rules the entry out where it has the truth value at the same place of `ruledOutBy`. */
  readonly atoms: readonly Atom[];
  readonly ruledOutBy: readonly Truth3[];
  /** What of it is no literal. */
  readonly others: readonly Clause[];
  /** Requirements, and exceptions at discretion: what matters once it applies. */
  readonly consequences: readonly Clause[];
}
type Clause = Literal | Junction;
interface Literal {
  readonly atom: Atom;
  readonly negated: boolean;
}
interface Junction {
  /** All of them, or some. */
  readonly all: boolean;
  readonly parts: readonly Clause[];
}

class Atom {
  readonly test: Test;
  readonly effort: number;
  /** The fact that decides it, where that is a mask or a number. */
  slot: Slot | null = null;
  mask = 0;
  bounds: Bounds | null = null;
  /** The project that `truth` is about. */
  project = 0;
  truth: Truth3 = UNKNOWN;

  constructor(test: Test) {
    this.test = test;
    this.effort = EFFORT[test.kind];
  }
}
const EFFORT = {
  activity: 0,
  choice: 0,
  set: 0,
  number: 1,
  approvedBefore: 2,
  date: 2,
  territory: 2,
  industry: 3,
  product: 4,
  chemical: 5,
} as const satisfies Record<Test['kind'], number>;

/** A fact of the project at hand: the options that it has as a mask, or the number that it is. */
class Slot {
  readonly kind: 'activity' | 'choice' | 'set' | 'number';
  readonly fact: string;
  /** The project that has been read. */
  project = 0;
  /** -1: unknown. */
  mask = -1;
  /** NaN: unknown, or not as simple as that. */
  value = Number.NaN;
  readonly #bits = new Map<string, number>();

  constructor(kind: Slot['kind'], fact: string) {
    this.kind = kind;
    this.fact = fact;
  }

  /** Null where there are more options than bits. */
  maskOf(options: Iterable<string>): number | null {
    let mask = 0;
    for (const option of options) {
      const bit = this.#bits.get(option) ?? this.#bits.size;
      if (bit >= MAX_BITS) return null;
      this.#bits.set(option, bit);
      mask |= 1 << bit;
    }
    // It may have an option that was not told apart before.
    this.project = 0;
    return mask;
  }

  read(facts: Facts): void {
    switch (this.kind) {
      case 'activity':
        this.mask = facts.activities ?? -1;
        return;
      case 'choice': {
        const choice = facts.choices.get(this.fact);
        this.mask = choice === undefined ? -1 : this.#maskAmong(choice);
        break;
      }
      case 'set': {
        const options = facts.sets.get(this.fact);
        this.mask = options ? 0 : -1;
        for (const option of options ?? []) this.mask |= this.#maskAmong(option);
        break;
      }
      case 'number':
        this.value = numberOf(this.fact, facts);
        return;
      default:
        unreachable(this.kind);
    }
    // DESIGN 2.6: FALSE here and a lower bound elsewhere.
    if (facts.unstated.size > 0 && facts.unstated.has(this.fact)) this.mask = 0;
  }

  #maskAmong(option: string): number {
    const bit = this.#bits.get(option);
    return bit === undefined ? 0 : 1 << bit;
  }
}
const MAX_BITS = 30;

/** Between `from` and `to` for certain, outside `above` and `below` for certain; between them is what rounding may hide. */
interface Bounds {
  readonly above: number;
  readonly from: number;
  readonly to: number;
  readonly below: number;
}

function boundsOf({ low, high }: { readonly low?: End; readonly high?: End }): Bounds {
  const [least, most] = [low ? near(low.at) : -Infinity, high ? near(high.at) : Infinity];
  const [belowLeast, aboveMost] = [
    low ? ROUNDING * Math.abs(least) : 0,
    high ? ROUNDING * Math.abs(most) : 0,
  ];
  return {
    above: least - belowLeast,
    from: least + belowLeast,
    to: most - aboveMost,
    below: most + aboveMost,
  };
}

/** UNKNOWN too where only the exact numbers tell. */
const lies = (value: number, { above, from, to, below }: Bounds): Truth3 =>
  value > from && value < to ? TRUE : value < above || value > below ? FALSE : UNKNOWN;

/** Far more than three roundings of a double make of a number. */
const ROUNDING = 1e-9;
const near = ({ n, d }: Rational): number => Number(n) / Number(d);

function numberOf(fact: string, { numbers, definitions, unstated }: Facts): number {
  if (unstated.has(fact) || definitions.get(fact)?.many) return Number.NaN;
  const ratio = ratioOf(fact, definitions);
  if (!ratio) return nearOf(numbers.get(fact));
  const quotient = nearOf(numbers.get(ratio.numerator)) / nearOf(numbers.get(ratio.denominator));
  return quotient * near(ratio.scale);
}
const nearOf = (value: Rational | undefined): number => (value ? near(value) : Number.NaN);

/** By what atoms of few different kinds are told apart; null where most differ, and telling costs more than it saves. */
function keyOf(test: Test): string | null {
  switch (test.kind) {
    case 'activity':
      return `${test.kind} ${test.mask}`;
    case 'choice':
      return JSON.stringify([test.kind, test.fact, ...test.oneOf]);
    case 'set':
      return JSON.stringify([test.kind, test.fact, ...test.any]);
    case 'date':
      return JSON.stringify([test.kind, test.fact, test.from, test.before]);
    case 'approvedBefore':
      return `${test.kind} ${test.before}`;
    case 'territory':
      return JSON.stringify([test.kind, ...test.include, null, ...test.except]);
    case 'number':
    case 'industry':
    case 'chemical':
    case 'product':
      return null;
    default:
      return unreachable(test);
  }
}

/**
 * Which entries can be about a class.
 *
 * INVARIANT: leaves out only entries whose industry test is FALSE.
 */
function entriesByClass(
  entries: readonly CompiledEntry[],
  classification: Classification,
): (one: string) => readonly number[] {
  const byCode = new Map<string, number[]>();
  const everywhere: number[] = [];
  for (const [at, { industry }] of entries.entries()) {
    const codes = industry?.scope.include ?? [];
    if (codes.length === 0) everywhere.push(at);
    for (const code of codes) {
      const its = byCode.get(code);
      if (its) its.push(at);
      else byCode.set(code, [at]);
    }
  }
  return memoizeByKey((one) => {
    const found = new Set(everywhere);
    for (let code: string | null = one; code !== null; code = classification.industry(code)?.parent ?? null)
      for (const at of byCode.get(code) ?? []) found.add(at);
    return [...found]
      .filter((at) => {
        const { industry } = entries[at]!;
        return !industry || coversClass(industry.scope, one, classification);
      })
      .sort((a, b) => a - b);
  });
}
