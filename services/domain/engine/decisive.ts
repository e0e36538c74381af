import { unlessBounded } from '../solver/budget.ts';
import type { Formula } from '../solver/formula.ts';
import { not, or } from '../solver/formula.ts';
import type { Holds } from '../solver/incremental.ts';
import type { Ask, Severity } from './stakes.ts';

/** A finding or a reason, with all that it can make of the outcome. */
export interface Weight {
  /** When it makes the outcome as grave as the best that is still possible. */
  readonly reaches: Formula;
  /** The gravest that it can make of the outcome. */
  readonly gravest: Severity;
}

/**
 * The findings and reasons that decide the outcome, alone or together (DESIGN 2.8): those by which it can be graver
 * than the best still possible, and those that keep the best from being better.
 *
 * @param best the mildest possible outcome
 * @returns more than these where a question stays unanswered
 */
export function decisiveAmong<Item extends Weight>(
  weights: readonly Item[],
  best: Severity,
  ask: Ask,
): ReadonlySet<Item> {
  const beyond = weights.filter(({ gravest }) => gravest > best);
  return new Set([...beyond, ...(best === 0 ? [] : membersOfSmallest(weights, ask))]);
}

/** Several that, left out, make a better outcome possible, and none of which could stay. */
interface Smallest<Item> {
  readonly members: readonly Item[];
  /** Not all of them reach the best. */
  readonly apart: Formula;
}
const smallestOf = <Item extends Weight>(members: readonly Item[]): Smallest<Item> => ({
  members,
  apart: or(members.map(({ reaches }) => not(reaches))),
});

/** The members of all smallest sets without which some completion stays below the best outcome. */
function membersOfSmallest<Item extends Weight>(weights: readonly Item[], ask: Ask): ReadonlySet<Item> {
  // What reaches the best for certain is in every set; most often nothing else is.
  const certain = weights.filter(({ reaches }) => reaches === true);
  const open = weights.filter(({ reaches }) => typeof reaches !== 'boolean');
  const members = new Set(certain);
  if (open.length === 0) return members;
  const without = ask(open.map(({ reaches }) => not(reaches)));
  if (without === undefined) return new Set([...certain, ...open]);
  if (without) return members;
  const known: Smallest<Item>[] = [];
  let told = 0;
  for (const item of open) {
    if (members.has(item)) continue;
    if (isInSmallest(item, open, known, ask)) members.add(item);
    for (; told < known.length; told++) for (const member of known[told]!.members) members.add(member);
  }
  return members;
}

/**
 * Whether some smallest set has the item. What reaches the best beside it in one completion is thinned out to as few
 * as can be; if even fewer can do without the item, they are a smallest set of their own, and the next completion
 * must differ from it.
 *
 * @param known smallest sets found so far; those found on the way join them
 */
function isInSmallest<Item extends Weight>(
  item: Item,
  open: readonly Item[],
  known: Smallest<Item>[],
  ask: Ask,
): boolean {
  for (;;) {
    const apart = known.map((smallest) => smallest.apart);
    let holds: Holds | undefined;
    const canBe = ask([item.reaches, ...apart], undefined, (found) => {
      holds = found;
    });
    if (!canBe) return canBe === undefined;
    const others = open.toSpliced(open.indexOf(item), 1);
    const beside = thinned(others, [item.reaches, ...apart], ask, holds);
    if (beside === undefined) return true;
    const outside = others.filter((other) => !beside.includes(other));
    const stayBelow = [item, ...outside].map(({ reaches }) => not(reaches));
    const fewer = ask(stayBelow, undefined, (found) => {
      holds = found;
    });
    if (fewer === false) known.push(smallestOf([item, ...beside]));
    if (!fewer) return true;
    const smaller = thinned(beside, stayBelow, ask, holds);
    if (smaller === undefined) return true;
    known.push(smallestOf(smaller));
  }
}

/**
 * What of these cannot but reach the best outcome, once as many as can stay below it in their order do; undefined
 * where the bound came first.
 *
 * @param holds in a completion in which the demands hold: what stays below there need not be asked about
 */
function thinned<Item extends Weight>(
  items: readonly Item[],
  demands: readonly Formula[],
  ask: Ask,
  holds: Holds | undefined,
): readonly Item[] | undefined {
  return unlessBounded(() => {
    const met = [...demands];
    const left: Item[] = [];
    let holdsNow = holds;
    for (const item of items) {
      const below = not(item.reaches);
      const answer =
        holdsNow?.(below) ||
        ask([...met, below], undefined, (found) => {
          holdsNow = found;
        });
      if (answer === undefined) return undefined;
      if (answer) met.push(below);
      else left.push(item);
    }
    return left;
  });
}
