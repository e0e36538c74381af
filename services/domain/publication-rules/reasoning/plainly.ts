import type { Expression } from '../../condition/tests.ts';
import { all } from '../../condition/tests.ts';
import type { Aim, Alteration } from './alterations.ts';
import type { Covering } from './coverers.ts';
import { covererIn } from './coverers.ts';
import { testsIn } from './effects.ts';
import type { Law, LawEntry } from './law.ts';
import { isExhausted } from './law.ts';
import { Sketch } from './sketch.ts';

const SKETCHES = new WeakMap<Law, Sketch>();

/** How the first claims about an entry came to hold: later rules mostly ask of the same, or of some of them. */
const BEGINNINGS = new WeakMap<LawEntry, Beginning>();
interface Beginning {
  readonly claims: readonly Expression[];
  readonly alterations: readonly Alteration[];
}

/** Whether claims about an entry plainly hold somewhere: true is sure, false says nothing. */
export const plainlyHold = (entry: LawEntry, claims: readonly Expression[], law: Law): boolean =>
  begun(entry, claims, law) !== undefined;

/**
 * Whether claims about an entry plainly hold where no other entry covers them: true is sure, false says nothing.
 *
 * From a situation with the claims it leads away from whatever entry covers it, step by step, and never back.
 */
export function plainlyUncovered(
  entry: LawEntry,
  claims: readonly Expression[],
  covering: Covering,
  law: Law,
): boolean {
  const work = begun(entry, claims, law);
  if (!work) return false;
  const { sketch, aim } = work;
  const left: Expression[] = [];
  for (;;) {
    const found = covererIn(sketch.situation, entry, covering, law);
    if (!found) return true;
    left.push(found.covers);
    const outside = sketch.make(
      found.covers,
      false,
      aim,
      () => sketch.holdsAll(claims) && !left.some((covers) => sketch.holds(covers)),
    );
    if (!outside) return false;
  }
}

/** A sketch in which the claims hold. */
function begun(
  entry: LawEntry,
  claims: readonly Expression[],
  law: Law,
): { readonly sketch: Sketch; readonly aim: Aim } | undefined {
  if (isExhausted(law)) return undefined;
  const sketch = SKETCHES.get(law) ?? new Sketch(law);
  SKETCHES.set(law, sketch);
  sketch.reset();
  const aim = { entry, tests: testsIn(claims) };
  const known = BEGINNINGS.get(entry);
  if (known && claims.every((claim) => known.claims.includes(claim))) sketch.do(known.alterations);
  else if (sketch.make(all(claims), true, aim, () => sketch.holdsAll(claims)))
    BEGINNINGS.set(entry, { claims, alterations: sketch.done });
  else return undefined;
  return { sketch, aim };
}
