import type { Industry } from '../../services/domain/facts/industry.ts';
import { writtenIndustries } from '../../services/domain/facts/written-industry.ts';
import { inLocale } from '../../services/domain/values/text.ts';
import { pageSize } from '../connection.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';

export const classificationResolvers: Resolvers = {
  Industry: {
    parent: ({ parent }, _, context) => (parent === null ? null : named(parent, context)),
    children: ({ children }, _, context) => children.map((code) => named(code, context)),
  },
  SearchSuggestion: { message: ({ message }, { locale }) => inLocale(message, locale) },
  Query: {
    industry: (_, { code }, { deps: { reference } }) => {
      const { industries } = writtenIndustries(String(code));
      const { classification } = reference;
      return (industries.length === 1 && classification.industry(industries[0]!.code)) || null;
    },
    industries: (_, { search, first }, { deps }) =>
      deps.reference.search.industries(search, pageSize(first, 20)),
    industrySearch: (_, { search, first }, { deps }) => ({
      industries: deps.reference.search.industries(search, pageSize(first, 20)),
      suggestions: deps.reference.search.suggestions(search),
    }),
  },
};

function named(code: string, { deps }: Context): Industry {
  const industry = deps.reference.classification.industry(code);
  if (!industry) throw new Error(`the classification has no industry ${code}`);
  return industry;
}
