import type { SearchBudget } from './budget.ts';
import type { Cells } from './cells.ts';
import { cellsWhere, firstOf, hasCell, intersect, isEmpty, meeting, without } from './cells.ts';
import type { Formula, Junction, Literal, Variable } from './formula.ts';
import type { Domains } from './search.ts';
import { completionOf, NOTHING_FIXED, prepare, reduced } from './search.ts';

type Open = Literal | Junction;

/**
 * Formulas that hold together, with one completion of them kept: whether something can hold beside them starts from
 * that completion and mends only what it breaks, instead of looking at every formula again.
 *
 * INVARIANT: between two questions every place has the cell of the kept completion, and is narrowed only by what the
 * formulas fix by themselves.
 */
export class IncrementalSearch {
  readonly #budget: SearchBudget;
  readonly #fixed: Domains;
  readonly #open: readonly Open[];
  readonly #places = new Map<Variable, Place>();
  /** Whether the formulas can hold at all. */
  readonly satisfiable: boolean;

  // The question at work.
  /** What must hold beside the formulas, and the nodes of it. */
  #asked: readonly Open[] = [];
  #extras: readonly Node[] = [];
  /** Formulas that a change may have broken; all before `#checked` hold. */
  readonly #pending: Node[] = [];
  #checked = 0;
  readonly #trail: Narrowed[] = [];

  /** @throws SearchBoundReached */
  constructor(formulas: readonly Formula[], budget: SearchBudget) {
    this.#budget = budget;
    const prepared = prepare(formulas, NOTHING_FIXED);
    this.#fixed = prepared?.fixed ?? NOTHING_FIXED;
    this.#open = prepared?.open ?? [];
    const nodes = this.#open.map((formula) => {
      const node = this.#nodeOf(formula);
      for (const variable of formula.variables) this.#placeOf(variable).within.push(node);
      return node;
    });
    this.satisfiable = prepared !== undefined && this.#settle(nodes);
  }

  /** Whether all of these can hold beside the formulas. @throws SearchBoundReached */
  allows(extras: readonly Formula[]): boolean;
  /** The same; undefined where that is not seen within some branches. @throws SearchBoundReached */
  allows(extras: readonly Formula[], branches: number | undefined): boolean | undefined;
  /** @param found is told of the completion, and may ask what else holds in it */
  allows(
    extras: readonly Formula[],
    branches: number | undefined,
    found: ((holds: Holds) => void) | undefined,
  ): boolean | undefined;
  allows(extras: readonly Formula[], branches?: number, found?: (holds: Holds) => void): boolean | undefined {
    if (!this.satisfiable || extras.includes(false)) return false;
    const open = (
      extras.includes(true) ? extras.filter((extra) => extra !== true) : extras
    ) as readonly Open[];
    if (!found && this.#holdAlready(open)) return true;
    this.#ask(open);
    try {
      const seen = this.#search(branches);
      if (seen) found?.(this.#holding());
      if (seen !== undefined || branches !== undefined) return seen;
      const completion = completionOf([...open, ...this.#open], this.#fixed, this.#budget);
      if (completion) found?.((formula) => reduced(formula, completion) === true);
      return completion !== undefined;
    } finally {
      this.#undo({ narrowed: 0, pending: 0, checked: 0 });
    }
  }

  /** Thousands of questions are the one before and something more. */
  #ask(open: readonly Open[]): void {
    const [asked, nodes] = [this.#asked, this.#extras];
    this.#asked = [...open];
    this.#extras = open.map((extra, at) => (extra === asked[at] ? renewed(nodes[at]!) : this.#nodeOf(extra)));
  }

  /** Whether nothing has to be mended, which takes no nodes to see and costs the same. */
  #holdAlready(extras: readonly Open[]): boolean {
    let looked = 0;
    const look = () => looked++;
    const cellOf = (variable: Variable) => this.#cellNow(variable);
    if (!extras.every((extra) => holdsWith(extra, cellOf, look))) return false;
    this.#budget.look(looked);
    return true;
  }

  /** What holds with the cells that the places have now, whatever becomes of them. */
  #holding(): Holds {
    const cells = new Map<Variable, number>();
    for (const [variable, { cell }] of this.#places) cells.set(variable, cell);
    const cellOf = (variable: Variable) => cells.get(variable) ?? this.#cellNow(variable);
    const look = () => this.#budget.look(1);
    return (formula) => holdsWith(formula, cellOf, look);
  }

  #cellNow(variable: Variable): number {
    return this.#places.get(variable)?.cell ?? firstOf(this.#fixed.get(variable) ?? variable.full);
  }

  /** The one cell that a variable has in the kept completion. */
  cellOf(variable: Variable): Cells {
    const { cell } = this.#placeOf(variable);
    return cellsWhere(variable.full.length * 32, (each) => each === cell);
  }

  /** Finds the completion to keep. */
  #settle(nodes: readonly Node[]): boolean {
    this.#pending.push(...nodes);
    const found = this.#search();
    if (found !== undefined) {
      for (const { place, now } of this.#trail.reverse()) place.now = now;
      this.#trail.length = 0;
      this.#pending.length = 0;
      this.#checked = 0;
      return found;
    }
    this.#undo({ narrowed: 0, pending: 0, checked: 0 });
    const completion = completionOf(this.#open, this.#fixed, this.#budget);
    for (const [variable, cells] of completion ?? []) this.#placeOf(variable).cell = firstOf(cells);
    return completion !== undefined;
  }

  /** Whether all that is broken can be mended; undefined where that takes a search of another kind. */
  #search(most = MAX_BRANCHES): boolean | undefined {
    const choices: Choice[] = [];
    for (let branches = 0; ; ) {
      const broken = this.#nextBroken();
      if (!broken) return true;
      const how = this.#force(broken);
      if (how === 'FORCED') continue;
      if (how === 'OPEN') {
        if (++branches > most) return undefined;
        this.#budget.branch();
        const literal = this.#choose(broken);
        choices.push({ literal, mark: this.#mark() });
        this.#narrow(literal.place, literal.cells);
        continue;
      }
      for (;;) {
        const choice = choices.pop();
        if (!choice) return false;
        this.#undo(choice.mark);
        const { place, cells } = choice.literal;
        if (this.#narrow(place, without(place.now, cells)) !== 'DEAD') break;
      }
    }
  }

  #nextBroken(): Node | undefined {
    for (; this.#checked < this.#pending.length; this.#checked++) {
      const node = this.#pending[this.#checked]!;
      if (!this.#holds(node)) return node;
    }
    return this.#extras.find((extra) => !this.#holds(extra));
  }

  /** Whether it holds with the cells that the places have now. */
  #holds(node: Node): boolean {
    if (node.kind === 'in') {
      this.#budget.look(1);
      return hasCell(node.cells, node.place.cell);
    }
    const { parts, kind } = node;
    const absorbing = kind === 'or';
    if (this.#holds(parts[node.decided]!) === absorbing) return absorbing;
    for (let at = 0; at < parts.length; at++) {
      if (at === node.decided || this.#holds(parts[at]!) !== absorbing) continue;
      node.decided = at;
      return absorbing;
    }
    return !absorbing;
  }

  /** Whether it can still hold, taking each literal by itself. */
  #possible(node: Node): boolean {
    if (node.kind === 'in') {
      this.#budget.look(1);
      return meeting(node.place.now, node.cells) !== 'NONE';
    }
    return node.kind === 'and'
      ? node.parts.every((part) => this.#possible(part))
      : node.parts.some((part) => this.#possible(part));
  }

  /** Takes what must hold for the node to hold. */
  #force(node: Node): Forced {
    if (node.kind === 'in') return this.#narrow(node.place, node.cells);
    if (node.kind === 'and') {
      let all: Forced = 'OPEN';
      for (const part of node.parts) {
        const how = this.#force(part);
        if (how === 'DEAD') return how;
        if (how === 'FORCED') all = how;
      }
      return all;
    }
    let only: Node | undefined;
    for (const part of node.parts) {
      if (!this.#possible(part)) continue;
      if (only) return 'OPEN';
      only = part;
    }
    return only ? this.#force(only) : 'DEAD';
  }

  /** The literal that breaks least, of some by which the node can come to hold. */
  #choose(node: Node): LiteralNode {
    let best: LiteralNode | undefined;
    let least = Number.POSITIVE_INFINITY;
    let tried = 0;
    const visit = (part: Node): boolean => {
      if (part.kind !== 'in')
        return part.parts.some((each) => this.#possible(each) && !this.#holds(each) && visit(each));
      const damage = this.#damage(part.place, firstOf(intersect(part.place.now, part.cells)));
      if (damage < least) {
        least = damage;
        best = part;
      }
      return damage === 0 || ++tried >= MAX_TRIED;
    };
    visit(node);
    return best!;
  }

  /** How much of a place's formulas does not hold with this cell, as far as it matters. */
  #damage(place: Place, cell: number): number {
    const before = place.cell;
    place.cell = cell;
    let broken = 0;
    for (const node of place.within) if (!this.#holds(node) && ++broken === MAX_DAMAGE) break;
    place.cell = before;
    return broken;
  }

  #narrow(place: Place, cells: Cells): Forced {
    const now = intersect(place.now, cells);
    if (isEmpty(now)) return 'DEAD';
    if (meeting(place.now, now) === 'ALL') return 'OPEN';
    this.#trail.push({ place, now: place.now, cell: place.cell });
    place.now = now;
    if (hasCell(now, place.cell)) return 'FORCED';
    place.cell = this.#bestOf(place, now);
    for (const node of place.within) this.#pending.push(node);
    return 'FORCED';
  }

  /** The cell that breaks least, of the first some. */
  #bestOf(place: Place, cells: Cells): number {
    let best = firstOf(cells);
    let least = Number.POSITIVE_INFINITY;
    let left = cells;
    for (let tried = 0; tried < MAX_TRIED && !isEmpty(left) && least > 0; tried++) {
      const cell = firstOf(left);
      left = left.map((word, at) => (at === cell >>> 5 ? word & (word - 1) : word));
      const damage = this.#damage(place, cell);
      if (damage >= least) continue;
      least = damage;
      best = cell;
    }
    return best;
  }

  #mark(): Mark {
    return { narrowed: this.#trail.length, pending: this.#pending.length, checked: this.#checked };
  }
  #undo({ narrowed, pending, checked }: Mark): void {
    while (this.#trail.length > narrowed) {
      const { place, now, cell } = this.#trail.pop()!;
      place.now = now;
      place.cell = cell;
    }
    this.#pending.length = pending;
    this.#checked = checked;
  }

  #nodeOf(formula: Open): Node {
    if (formula.kind === 'in')
      return { kind: 'in', place: this.#placeOf(formula.variable), cells: formula.cells };
    return { kind: formula.kind, parts: formula.parts.map((part) => this.#nodeOf(part)), decided: 0 };
  }

  #placeOf(variable: Variable): Place {
    let place = this.#places.get(variable);
    if (!place) {
      const now = this.#fixed.get(variable) ?? variable.full;
      place = { now, cell: firstOf(now), within: [] };
      this.#places.set(variable, place);
    }
    return place;
  }
}

/** Whether a formula holds for certain in some completion. @throws SearchBoundReached */
export type Holds = (formula: Formula) => boolean;

/** Beyond this many branches one question is left to a search that keeps independent parts and activity in view. */
const MAX_BRANCHES = 400;
/** More cells or literals than this are not tried for the one that breaks least. */
const MAX_TRIED = 12;
/** Breaking more is as bad as breaking this much. */
const MAX_DAMAGE = 4;

/** A variable: what is left open of it, and the cell that it has now. */
interface Place {
  now: Cells;
  cell: number;
  /** The formulas that speak of it. */
  readonly within: Node[];
}

/** A formula over places. */
type Node = LiteralNode | JunctionNode;
interface LiteralNode {
  readonly kind: 'in';
  readonly place: Place;
  readonly cells: Cells;
}
interface JunctionNode {
  readonly kind: 'and' | 'or';
  readonly parts: readonly Node[];
  /** The part that decided last time: it is looked at first. */
  decided: number;
}

/** As if it were new: what a question costs does not hang on the one before. */
function renewed(node: Node): Node {
  if (node.kind === 'in') return node;
  node.decided = 0;
  for (const part of node.parts) renewed(part);
  return node;
}

interface Narrowed {
  readonly place: Place;
  readonly now: Cells;
  readonly cell: number;
}
interface Mark {
  readonly narrowed: number;
  readonly pending: number;
  readonly checked: number;
}
interface Choice {
  readonly literal: LiteralNode;
  readonly mark: Mark;
}
type Forced = 'DEAD' | 'FORCED' | 'OPEN';

/** Whether a formula holds where each variable has one cell. @param look called for each literal looked at */
function holdsWith(formula: Formula, cellOf: (variable: Variable) => number, look: () => void): boolean {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'in') {
    look();
    return hasCell(formula.cells, cellOf(formula.variable));
  }
  const absorbing = formula.kind === 'or';
  for (const part of formula.parts) if (holdsWith(part, cellOf, look) === absorbing) return absorbing;
  return !absorbing;
}
