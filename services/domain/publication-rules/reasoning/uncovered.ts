import type { Expression } from '../../condition/tests.ts';
import { none } from '../../condition/tests.ts';
import { scopeClasses } from '../../engine/compile.ts';
import { irreducible } from '../../solver/solve.ts';
import { NATURES } from '../../vocabulary.ts';
import type { Covering } from './covering-index.ts';
import { covererIn } from './covering-index.ts';
import { findSituation } from './find-situation.ts';
import type { Law, LawEntry } from './law.ts';
import type { Situation } from './situation.ts';
import { holdsIn } from './situation.ts';

/** Whether a claim about an entry holds somewhere where no other entry covers it. */
export type Uncovered =
  | { readonly kind: 'FOUND'; readonly situation: Situation }
  /** Everywhere else these cover it, taken together. */
  | { readonly kind: 'COVERED'; readonly by: readonly LawEntry[] }
  | { readonly kind: 'UNDECIDED' };

/** More entries than this are not weighed together. */
const MAX_OTHERS = 64;

/**
 * Looks for a situation with the claim in which no other entry covers it.
 *
 * Thousands of entries are never put into one search: a situation is found for the claim alone and shown to the
 * entries that can apply there; one that covers it joins the search, and only such.
 *
 * @param first a situation in which the claims are known to hold
 */
export function uncovered(
  entry: LawEntry,
  claims: readonly Expression[],
  covering: Covering,
  law: Law,
  first?: Situation,
): Uncovered {
  const by = new Map<LawEntry, Expression>();
  for (;;) {
    const situation =
      first && by.size === 0 ? first : findSituation([...claims, ...[...by.values()].map(none)], law);
    if (situation === null) {
      const uncovering = (others: readonly LawEntry[]) => [
        ...claims,
        ...others.map((each) => none(by.get(each)!)),
      ];
      const cover = (others: readonly LawEntry[]) => findSituation(uncovering(others), law) === null;
      // Those found last are kept before others.
      return { kind: 'COVERED', by: irreducible([...by.keys()], cover) };
    }
    if (situation === undefined) return { kind: 'UNDECIDED' };
    for (const near of by.size === 0 ? neighbourhood(situation, entry) : [situation]) {
      if (near !== situation && !claims.every((claim) => holdsIn(near, claim))) continue;
      if ([...by.values()].some((covers) => holdsIn(near, covers))) continue;
      const found = covererIn(near, entry, covering, law);
      if (!found) return { kind: 'FOUND', situation: near };
      by.set(found.other, found.covers);
    }
    if (by.size > MAX_OTHERS) return { kind: 'UNDECIDED' };
  }
}

/** No more classes than this are tried one by one. */
const MAX_CLASSES = 6;

/**
 * A situation, and the same in other industries of the entry and of other natures: where one is covered, a neighbour
 * often is not.
 */
function* neighbourhood(situation: Situation, { compiled }: LawEntry): Generator<Situation> {
  yield situation;
  const { classification, sets } = situation;
  const classes = compiled.industry ? [...scopeClasses(compiled.industry.scope, classification)] : [];
  for (const code of classes.slice(0, MAX_CLASSES))
    yield { ...situation, industries: [{ code, classes: [code] }] };
  const { natures } = compiled.entry;
  for (const nature of natures.length > 0 ? natures : NATURES)
    if (!sets.get('natures')!.has(nature))
      yield { ...situation, sets: new Map(sets).set('natures', new Set([nature])) };
}
