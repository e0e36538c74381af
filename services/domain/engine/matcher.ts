import type { Expression, Test } from '../condition/tests.ts';
import { asExpression, testKey } from '../condition/tests.ts';
import { ratioOf } from '../facts/ratio.ts';
import type { Rational } from '../values/decimal.ts';
import type { End } from '../values/interval.ts';
import { memoize } from '../values/memoize.ts';
import { unreachable } from '../values/unreachable.ts';
import type { CompiledCatalog, CompiledEntry } from './compile.ts';
import { allTests } from './compile.ts';
import type { Settled } from './domains/domain.ts';
import type { Facts } from './facts.ts';
import { truthOf } from './truth-of.ts';

/** It applies in no completion. */
export const RULED_OUT = -2;
/** Something about it is open. */
export const OPEN = -1;
/** What the known facts make of an entry; where they settle all of it, a bit for each of its consequences that holds. */
export type Match = typeof RULED_OUT | typeof OPEN | number;

/** Kleene's truth values as small numbers: no object, no closure where thousands are read. */
type Truth3 = typeof FALSE | typeof TRUE | typeof UNKNOWN;
const FALSE = 0;
const TRUE = 1;
const UNKNOWN = 2;
const SETTLED = [false, true, undefined] as const;

/**
 * The entries of one version as conjunctions of literals in one array of numbers, and the known facts of one project at a
 * time as masks and numbers beside them. A literal is twice the number of its atom, and one more where it is negated: an
 * atom whose truth is its last bit rules the entry out. Those on masks, which rule most entries out, have slot and mask in
 * their place.
 *
 * An entry is put so when it is first a candidate: most never are. Atoms are told apart once, and what one says of a
 * project is worked out once; instead of being cleared it is marked with the number of the project.
 *
 * INVARIANT: says of every test what `truthOf` says.
 */
export class Matcher {
  /** Others may join them. */
  readonly entries: Entries;
  readonly #isApart: (test: Test) => boolean;
  /** Where an entry begins in `#code`; 0: nowhere yet. */
  #starts = new Int32Array(0);
  /** Of each entry the atom of its industry scope or -1, how many literals it has on masks and on others, and these. */
  #code = new Int32Array(1024);
  #length = 1;
  /** What of an entry is no literal. */
  readonly #clauses: (Clauses | null)[] = [];
  readonly #atomsIn: (readonly number[] | undefined)[] = [];
  readonly #atoms: Atom[] = [];
  readonly #atomOf = new Map<string, number>();
  readonly #slots: Slot[] = [];
  readonly #slotOf = new Map<string, number>();
  /** By slot: the options that the project has; UNKNOWN_MASK, or UNREAD. */
  #masks = new Int32Array(32);
  /** By atom: what it says of the project whose number stands beside. */
  #truths = new Uint8Array(256);
  #readFor = new Int32Array(256);
  #facts!: Facts;
  #isOpen: ((test: Test) => boolean) | null = null;
  /** Whether the class of every industry of the project is known, so that candidates are inside for certain. */
  #inside = false;
  #project = 0;

  /** @param isApart tests of which `begin` or `assume` may say something else than the facts */
  constructor(entries: Entries, isApart: (test: Test) => boolean = () => false) {
    this.entries = entries;
    this.#isApart = isApart;
  }

  /**
   * Reads the facts of another project.
   *
   * @param isOpen tests that are open whatever the facts say, numbers and products and those that are apart
   */
  begin(facts: Facts, isOpen: ((test: Test) => boolean) | null = null): void {
    this.#facts = facts;
    this.#isOpen = isOpen;
    this.#inside = facts.industries?.every(({ classes }) => classes.length === 1) === true;
    this.#project++;
    this.#masks.fill(UNREAD);
  }

  /** @param at index of a candidate whose discretionary exceptions nobody has decided */
  match(at: number): Match {
    const start = this.#starts[at]! || this.#encode(at);
    const code = this.#code;
    let isOpen = false;
    if (code[start]! >= 0 && !this.#inside) {
      const inside = this.#truth(code[start]!);
      if (inside === FALSE) return RULED_OUT;
      isOpen = inside === UNKNOWN;
    }
    let place = start + 3;
    for (const end = place + 2 * code[start + 1]!; place < end; place += 2) {
      const slot = code[place]!;
      const mask = this.#mask(slot >> 1);
      if (mask === UNKNOWN_MASK) isOpen = true;
      else if (Number((mask & code[place + 1]!) !== 0) === (slot & 1)) return RULED_OUT;
    }
    for (const end = place + code[start + 2]!; place < end; place++) {
      const literal = code[place]!;
      const truth = this.#truth(literal >> 1);
      if (truth === (literal & 1)) return RULED_OUT;
      if (truth === UNKNOWN) isOpen = true;
    }
    const clauses = this.#clauses[at]!;
    if (clauses === null) return isOpen ? OPEN : 0;
    for (const clause of clauses.others) {
      const truth = this.#read(clause);
      if (truth === FALSE) return RULED_OUT;
      if (truth === UNKNOWN) isOpen = true;
    }
    const { consequences } = clauses;
    if (isOpen || consequences.length > MAX_BITS) return OPEN;
    let held = 0;
    for (let place = 0; place < consequences.length; place++) {
      const truth = this.#read(consequences[place]!);
      if (truth === UNKNOWN) return OPEN;
      held |= truth << place;
    }
    return held;
  }

  /** Whether the options of the project leave a candidate, as far as two of its tests tell; `match` rules out all others. */
  isLeft({ tests }: Listed, place: number): boolean {
    const at = place * TELLING;
    return this.#isPassed(tests[at]!, tests[at + 1]!) && this.#isPassed(tests[at + 2]!, tests[at + 3]!);
  }

  /** Whether a test on options may hold, or there is none. */
  #isPassed(slot: number, mask: number): boolean {
    if (mask === 0) return true;
    const options = this.#mask(slot >> 1);
    return options === UNKNOWN_MASK || Number((options & mask) !== 0) !== (slot & 1);
  }

  listed(candidates: readonly number[]): Listed {
    return { candidates, tests: Int32Array.from(candidates.flatMap((at) => this.#tellingOf(at))) };
  }

  /** Those that fewest projects pass. */
  #tellingOf(at: number): readonly number[] {
    const start = this.#starts[at]! || this.#encode(at);
    const found = Array.from({ length: this.#code[start + 1]! }, (_, literal) => [
      this.#code[start + 3 + 2 * literal]!,
      this.#code[start + 4 + 2 * literal]!,
    ]);
    const passing = ([slot, mask]: readonly number[]) => bitsIn(mask!) + (slot! & 1) * MAX_BITS;
    found.sort((a, b) => passing(a) - passing(b));
    return [...found.flat(), 0, 0, 0, 0].slice(0, TELLING);
  }

  /** INVARIANT: the expression is part of an entry that is settled. */
  settled(expression: Expression): boolean {
    return this.#read(this.#clause(expression, false)) === TRUE;
  }

  /** The number of a test; the same for tests that ask the same. */
  atomOf(test: Test): number {
    return this.#numberOf(test);
  }
  /** One for all tests that ask the same. */
  shared(test: Test): Test {
    return this.#atoms[this.#numberOf(test)]!.test;
  }
  truth(test: Test): Settled {
    return SETTLED[this.#truth(this.#numberOf(test))];
  }

  /** Every test that an entry can turn on, each once, by their numbers. */
  atomsIn(at: number): readonly number[] {
    let atoms = this.#atomsIn[at];
    if (!atoms) {
      atoms = [...new Set(allTests(this.entries.at(at)!).map((test) => this.#numberOf(test)))];
      this.#atomsIn[at] = atoms;
    }
    return atoms;
  }

  /** The tests of a candidate that the facts leave open; one for all that ask the same. */
  openIn(at: number): readonly Test[] {
    const open = this.atomsIn(at).filter((atom) => this.#truth(atom) === UNKNOWN);
    return open.map((atom) => this.#atoms[atom]!.test);
  }

  /** Stands for a candidate and what the facts make of each of its tests; undefined where these are too many. */
  stateOf(at: number): number | undefined {
    const atoms = this.atomsIn(at);
    if (atoms.length > MAX_ATOMS) return undefined;
    const inside = this.#inside ? this.#code[this.#starts[at]! || this.#encode(at)]! : -1;
    let state = 0;
    for (const atom of atoms) state = state * 3 + (atom === inside ? TRUE : this.#truth(atom));
    return state * this.entries.length + at;
  }

  /** Takes it that tests that are apart have these truths, until told otherwise of them or of another project. */
  assume(atoms: readonly number[], truths: readonly Settled[] | null): void {
    for (let place = 0; place < atoms.length; place++) {
      const atom = atoms[place]!;
      const truth = truths === null ? undefined : truths[place];
      this.#truths[atom] = truth === undefined ? UNKNOWN : truth ? TRUE : FALSE;
      this.#readFor[atom] = this.#project;
    }
  }

  readonly #numberOf = memoize((test: Test): number => this.#atom(test));

  #encode(at: number): number {
    const entry = this.entries.at(at)!;
    const literals: number[] = [];
    const others: Junction[] = [];
    const demand = (clause: Clause): void => {
      if (typeof clause === 'number') literals.push(clause);
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
    const effort = (literal: number) => EFFORT[this.#atoms[literal >> 1]!.test.kind];
    literals.sort((a, b) => effort(a) - effort(b));
    const consequences = [
      ...entry.exceptions.flatMap(({ when, discretionary }) =>
        discretionary ? [this.#clause(when, false)] : [],
      ),
      ...entry.requirements.flatMap(({ when }) => (when ? [this.#clause(when, false)] : [])),
    ];
    // A copy has no room to grow: thousands are kept.
    this.#clauses[at] =
      others.length + consequences.length > 0 ? { others, consequences: consequences.slice() } : null;
    const isOnMask = (literal: number) => this.#atoms[literal >> 1]!.mask !== 0;
    const onMasks = literals.filter(isOnMask).flatMap((literal) => {
      const { slot, mask } = this.#atoms[literal >> 1]!;
      return [slot * 2 + (literal & 1), mask];
    });
    const onOthers = literals.filter((literal) => !isOnMask(literal));
    const industry = entry.industry ? this.#atom(entry.industry) : -1;
    const own = [industry, onMasks.length / 2, onOthers.length, ...onMasks, ...onOthers];
    const start = this.#length;
    this.#length += own.length;
    if (this.#length > this.#code.length) this.#code = wider(this.#code, this.#length);
    this.#code.set(own, start);
    if (at >= this.#starts.length) this.#starts = wider(this.#starts, Math.max(at + 1, this.entries.length));
    this.#starts[at] = start;
    return start;
  }

  /** Negation is pushed into the literals, which changes nothing of three-valued truth. */
  #clause(expression: Expression, negated: boolean): Clause {
    switch (expression.kind) {
      case 'test':
        return this.#atom(expression.test) * 2 + Number(negated);
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

  #atom(test: Test): number {
    const key = testKey(test);
    const known = this.#atomOf.get(key);
    if (known !== undefined) return known;
    const atom = this.#atoms.push(this.#newAtom(test)) - 1;
    this.#atomOf.set(key, atom);
    if (atom >= this.#truths.length) {
      this.#truths = wider(this.#truths, atom + 1);
      this.#readFor = wider(this.#readFor, atom + 1);
    }
    return atom;
  }

  #newAtom(test: Test): Atom {
    if (this.#isApart(test)) return { test, slot: -1, mask: 0, bounds: null };
    switch (test.kind) {
      case 'activity':
        return { test, slot: this.#slot(test.kind, ''), mask: test.mask, bounds: null };
      case 'choice':
      case 'set': {
        const slot = this.#slot(test.kind, test.fact);
        const mask = this.#slots[slot]!.maskOf(test.kind === 'choice' ? test.oneOf : test.any);
        // It may be an option that was not told apart before.
        this.#masks[slot] = UNREAD;
        return { test, slot, mask: mask ?? 0, bounds: null };
      }
      case 'number':
        return { test, slot: this.#slot(test.kind, test.fact), mask: 0, bounds: boundsOf(test.interval) };
      case 'date':
      case 'approvedBefore':
      case 'territory':
      case 'industry':
      case 'chemical':
      case 'product':
        return { test, slot: -1, mask: 0, bounds: null };
      default:
        return unreachable(test);
    }
  }

  #slot(kind: Slot['kind'], fact: string): number {
    const key = `${kind} ${fact}`;
    const known = this.#slotOf.get(key);
    if (known !== undefined) return known;
    const slot = this.#slots.push(new Slot(kind, fact)) - 1;
    this.#slotOf.set(key, slot);
    if (slot >= this.#masks.length) this.#masks = wider(this.#masks, slot + 1);
    this.#masks[slot] = UNREAD;
    return slot;
  }

  #read(clause: Clause): Truth3 {
    if (typeof clause === 'number') {
      const truth = this.#truth(clause >> 1);
      return truth === UNKNOWN ? UNKNOWN : ((truth ^ (clause & 1)) as Truth3);
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

  #truth(atom: number): Truth3 {
    if (this.#readFor[atom] === this.#project) return this.#truths[atom] as Truth3;
    const truth = this.#truthNow(this.#atoms[atom]!);
    this.#truths[atom] = truth;
    this.#readFor[atom] = this.#project;
    return truth;
  }

  #truthNow({ test, slot, mask, bounds }: Atom): Truth3 {
    if (mask !== 0) {
      const its = this.#mask(slot);
      return its === UNKNOWN_MASK ? UNKNOWN : (its & mask) === 0 ? FALSE : TRUE;
    }
    if (this.#isOpen?.(test)) return UNKNOWN;
    if (bounds !== null) {
      const value = this.#slots[slot]!.numberOf(this.#facts, this.#project);
      if (value === UNKNOWN_NUMBER) return UNKNOWN;
      const truth = lies(value, bounds);
      if (truth !== UNKNOWN) return truth;
    }
    const truth = truthOf(test, this.#facts);
    return truth === undefined ? UNKNOWN : truth ? TRUE : FALSE;
  }

  #mask(slot: number): number {
    const mask = this.#masks[slot]!;
    if (mask !== UNREAD) return mask;
    const read = this.#slots[slot]!.maskIn(this.#facts);
    this.#masks[slot] = read;
    return read;
  }
}

/** Numbers that stand for two tests. */
const TELLING = 4;

function bitsIn(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
}

/** Made once for each version. */
export const matcherOf = memoize((catalog: CompiledCatalog) => new Matcher(catalog));

/** Candidates with the tests that tell most about each side by side, so that a search need not look at the entries themselves. */
export interface Listed {
  readonly candidates: readonly number[];
  /** Of each candidate two slots, as in the code of entries, each with its mask: 0 where there is no test. */
  readonly tests: Int32Array;
}

type Entries = Pick<readonly CompiledEntry[], 'length' | 'at'>;

interface Clauses {
  readonly others: readonly Clause[];
  /** Exceptions at discretion, and requirements: what matters once it applies. */
  readonly consequences: readonly Clause[];
}
/** A literal, or some of them together. */
type Clause = number | Junction;
interface Junction {
  /** All of them, or some. */
  readonly all: boolean;
  readonly parts: readonly Clause[];
}

interface Atom {
  readonly test: Test;
  /** The fact that decides it, where it is one of a mask or a number; -1 elsewhere. */
  readonly slot: number;
  /** 0 where it is not on a mask. */
  readonly mask: number;
  readonly bounds: Bounds | null;
}

/** INVARIANT: `3 ** MAX_ATOMS` times as many entries as there can be is a whole number that a double holds. */
const MAX_ATOMS = 18;

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

/** The same numbers with room for twice as many at least. */
function wider<Numbers extends Int32Array | Uint8Array>(numbers: Numbers, least: number): Numbers {
  const more = new (numbers.constructor as new (length: number) => Numbers)(
    Math.max(least, numbers.length * 2),
  );
  more.set(numbers);
  return more;
}

/** A fact of projects: its options as bits of a mask, or a number. */
class Slot {
  readonly kind: 'activity' | 'choice' | 'set' | 'number';
  readonly fact: string;
  readonly #bits = new Map<string, number>();
  /** UNKNOWN_NUMBER; NaN where it is not as simple as that. */
  #number = Number.NaN;
  /** The project that it is of. */
  #project = 0;

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
    return mask;
  }

  /** The options that a project has. */
  maskIn({ activities, choices, sets, unstated }: Facts): number {
    if (this.kind === 'activity') return activities ?? UNKNOWN_MASK;
    // DESIGN 2.6: FALSE here and a lower bound elsewhere.
    if (unstated.size > 0 && unstated.has(this.fact)) return 0;
    if (this.kind === 'choice') {
      const choice = choices.get(this.fact);
      return choice === undefined ? UNKNOWN_MASK : this.#maskAmong(choice);
    }
    const options = sets.get(this.fact);
    if (!options) return UNKNOWN_MASK;
    let mask = 0;
    for (const option of options) mask |= this.#maskAmong(option);
    return mask;
  }

  /** The number that a project has. */
  numberOf(facts: Facts, project: number): number {
    if (this.#project !== project) {
      this.#number = numberOf(this.fact, facts);
      this.#project = project;
    }
    return this.#number;
  }

  #maskAmong(option: string): number {
    const bit = this.#bits.get(option);
    return bit === undefined ? 0 : 1 << bit;
  }
}
const UNKNOWN_MASK = -1;
/** No fact is below 0. */
const UNKNOWN_NUMBER = -1;
const UNREAD = -2;
const MAX_BITS = 30;

/** Between `from` and `to` for certain, outside `above` and `below` for certain; between them is what rounding may hide. */
interface Bounds {
  readonly above: number;
  readonly from: number;
  readonly to: number;
  readonly below: number;
}

/** Null where nothing above 0 is inside, so that an unknown share of something is not open. */
function boundsOf({ low, high }: { readonly low?: End; readonly high?: End }): Bounds | null {
  if (high && high.at.n <= 0n) return null;
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
  const of = numbers.get(ratio?.numerator ?? fact);
  if (!of) return UNKNOWN_NUMBER;
  if (!ratio) return near(of);
  const by = numbers.get(ratio.denominator);
  // Of nothing at all any share is nothing.
  if (!by) return of.n === 0n ? Number.NaN : UNKNOWN_NUMBER;
  return (near(of) / near(by)) * near(ratio.scale);
}
