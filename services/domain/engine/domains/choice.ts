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
      return unknownFact(key, its, options, options.value, (to, option) => to.choices.set(key, option));
    }),
};

function optionsOf(key: string, { definitions }: Facts): readonly string[] {
  const { type, options } = definitions.get(key)!;
  return type === 'FLAG' ? ['false', 'true'] : (options ?? []);
}
