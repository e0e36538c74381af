import { refusalOf } from '../../services/domain/publication-rules/check.ts';
import { PUBLICATION_RULES } from '../../services/domain/publication-rules/table.ts';
import { checkDraft } from '../../services/operations/catalog/check-draft.ts';
import { findCatalog } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';
import { draftId } from '../request-record.ts';

export const publicationResolvers: Resolvers = {
  DraftViolation: {
    rule: ({ rule }) => rule.code,
    severity: ({ rule }) => rule.severity,
    sentence: ({ rule }, { locale }) => rule.sentence[locale],
    value: ({ value }) => value || null,
    message: (broken, { locale }) => refusalOf(broken).text(locale),
    witness: ({ witness }) => witness ?? null,
  },
  UndecidedRule: {
    rule: ({ rule }) => rule.code,
    sentence: ({ rule }, { locale }) => rule.sentence[locale],
  },
  Query: {
    checkDraft: async (_, { catalog, effectiveFrom, effectiveTo }, context) => {
      const found = await findCatalog(catalog, context);
      const input = found && { catalog: found.key, effectiveFrom, effectiveTo };
      const checked = input && (await checkDraft(context.deps, context.actor, input));
      if (checked) context.record.accessed(draftId(input.catalog));
      return checked;
    },
    publicationRules: () => PUBLICATION_RULES,
  },
};
