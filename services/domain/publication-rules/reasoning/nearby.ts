import { scopeClasses } from '../../engine/compile.ts';
import { NATURES } from '../../vocabulary.ts';
import type { LawEntry } from './law.ts';
import type { Situation } from './situation.ts';

/** No more classes than this are tried one by one. */
const MOST_CLASSES = 6;

/**
 * A situation, and the same in other industries of the entry and of other natures: where one is taken by some other entry, a
 * neighbour often is not, and looking costs less than a search.
 */
export function* nearby(situation: Situation, { compiled }: LawEntry): Generator<Situation> {
  yield situation;
  if (compiled.industry) {
    const { classification } = situation;
    let tried = 0;
    for (const code of scopeClasses(compiled.industry.scope, classification)) {
      if (tried++ >= MOST_CLASSES) break;
      yield { ...situation, industries: [{ code, classes: [code] }] };
    }
  }
  const { natures } = compiled.entry;
  for (const nature of natures.length > 0 ? natures : NATURES)
    if (nature !== situation.choices.get('nature'))
      yield { ...situation, choices: new Map(situation.choices).set('nature', nature) };
}
