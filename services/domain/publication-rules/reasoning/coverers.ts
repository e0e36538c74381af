import type { Expression } from '../../condition/tests.ts';
import type { Law, LawEntry } from './law.ts';
import type { Situation } from './situation.ts';
import { holdsIn } from './situation.ts';
import { watchOf } from './watch.ts';

/** Where another entry covers what is claimed of an entry; undefined where it never does. */
export type Covering = (other: LawEntry) => Expression | undefined;

/** Another entry that covers in this very situation, with where it does. */
export function covererIn(
  situation: Situation,
  entry: LawEntry,
  covering: Covering,
  law: Law,
): { readonly other: LawEntry; readonly covers: Expression } | undefined {
  for (const other of watchOf(law).candidates(situation)) {
    law.work.look(1);
    if (other === entry) continue;
    const covers = covering(other);
    if (covers && holdsIn(situation, covers)) return { other, covers };
  }
  return undefined;
}
