import { builtInFact } from '../../facts/dictionary.ts';
import { setEncoding } from '../../solver/set.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { byFact, unknownFact } from './domain.ts';

/** Sets of options, the natures of the project among them; where a fact has none, of what is asked for. */
export const SET: FactDomain<TestOf<'set'>> = {
  truth({ fact, any }, { sets }) {
    const value = sets.get(fact);
    if (!value) return undefined;
    for (const option of any) if (value.has(option)) return true;
    return false;
  },
  unknowns: (tests, { definitions }) =>
    byFact(tests).map(([key, its]) => {
      const options = definitions.get(key)!.options ?? new Set(its.flatMap(({ any }) => [...any]));
      const { filled } = builtInFact(key) ?? {};
      const encoding = setEncoding([...options], its, ({ any }) => any, filled);
      return unknownFact(key, its, encoding, encoding.value, (to, value) => to.sets.set(key, new Set(value)));
    }),
};
