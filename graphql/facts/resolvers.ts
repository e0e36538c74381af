import { definitionsOn } from '../../services/domain/engine/lineage.ts';
import { type BuiltInFact, DICTIONARY } from '../../services/domain/facts/dictionary.ts';
import type { FactDefinition } from '../../services/domain/facts/fact.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import { dayArgument } from '../day-argument.ts';
import type { Resolvers } from '../generated/types.ts';

export const factsResolvers: Resolvers = {
  FactDefinition: {
    integer: ({ integer }) => integer ?? false,
    many: ({ many }) => many ?? false,
    source: (fact) => (isBuiltIn(fact) ? (fact.source ?? null) : null),
  },
  SubstanceList: { fractions: ({ fractions }) => fractions ?? [] },
  Query: {
    factDefinitions: async (_, { zone, on }, context) => {
      if (zone == null) return DICTIONARY;
      const basis = await basisOf(context.deps, zone, dayArgument(on, context));
      return [...definitionsOn(basis).values()];
    },
  },
};

const isBuiltIn = (fact: FactDefinition): fact is BuiltInFact => 'testedBy' in fact;
