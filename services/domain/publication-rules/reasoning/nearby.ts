import { scopeClasses } from '../../engine/compile.ts';
import { NATURES } from '../../vocabulary.ts';
import type { Law, LawEntry } from './law.ts';
import type { Situation } from './situation.ts';

/** No more classes than this are tried one by one. */
const MOST_CLASSES = 6;

/**
 * A situation, and the same in other industries of the entry and of other natures: where one is taken by some other entry, a
 * neighbour often is not, and looking costs less than a search.
 */
export function* nearby(situation: Situation, { compiled }: LawEntry, law: Law): Generator<Situation> {
  yield situation;
  const { facts } = situation;
  if (compiled.industry) {
    const { classification } = law.publication.reference;
    let tried = 0;
    for (const code of scopeClasses(compiled.industry.scope, classification)) {
      if (tried++ >= MOST_CLASSES) break;
      yield { ...situation, facts: { ...facts, industries: [{ code, classes: [code] }] } };
    }
  }
  const { natures } = compiled.entry;
  for (const nature of natures.length > 0 ? natures : NATURES)
    if (nature !== facts.choices.get('nature'))
      yield { ...situation, facts: { ...facts, choices: new Map(facts.choices).set('nature', nature) } };
}
