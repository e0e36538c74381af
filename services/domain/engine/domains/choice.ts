import { partition } from '../../solver/partition.ts';
import type { Facts } from '../facts.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { byFact, unknownFact } from './domain.ts';

/** Choices and flags. */
export const CHOICE: FactDomain<TestOf<'choice'>> = {
  truth({ fact, oneOf }, { choices }) {
    const value = choices.get(fact);
    return value === undefined ? undefined : oneOf.has(value);
  },
  unknowns: (tests, facts) =>
    byFact(tests).map(([key, its]) => {
      const options = partition(optionsOf(key, facts), its, (option, test) => test.oneOf.has(option));
      const unknown = unknownFact(key, its, options, options.value, (to, option) =>
        to.choices.set(key, option),
      );
      return key === 'majorHazardLevel' && facts.majorHazard
        ? { ...unknown, asks: facts.majorHazard.asks }
        : unknown;
    }),
};

function optionsOf(key: string, { definitions, majorHazard }: Facts): readonly string[] {
  // What is stated is no unknown; the inventory leaves some of the levels.
  if (key === 'majorHazardLevel' && majorHazard) return majorHazard.levels;
  const { type, options } = definitions.get(key)!;
  return type === 'FLAG' ? ['false', 'true'] : (options ?? []);
}
