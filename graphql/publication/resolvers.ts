import { refusalOf } from '../../services/domain/publication-rules/check.ts';
import { PUBLICATION_RULES } from '../../services/domain/publication-rules/table.ts';
import { checkDraft } from '../../services/operations/catalog/check-draft.ts';
import { tryEntries } from '../../services/operations/catalog/try-entries.ts';
import { entryModel } from '../entries/entries-of.ts';
import { findCatalog } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';
import { draftId } from '../request-record.ts';
import { asUserError } from '../user-errors.ts';

export const publicationResolvers: Resolvers = {
  EntryTrial: {
    entry: ({ catalog, content, entry }) => entry && entryModel(catalog, content, entry),
    userErrors: ({ refusals }) => refusals.map(asUserError),
    violations: ({ violations }) => violations(),
    under: async ({ examples }) => (await examples()).under,
    outside: async ({ examples }) => (await examples()).outside,
  },
  ExampleProject: {
    text: ({ text }, { locale }) => text(locale),
  },
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
    tryEntries: async (_, { catalog, entries }, context) => {
      const found = await findCatalog(catalog, context);
      const tried = found && (await tryEntries(context.deps, context.actor, { catalog: found.key, entries }));
      if (!tried) return null;
      context.record.accessed(draftId(found.key));
      return tried.map((trial, at) => {
        const refusals = context.misshapen.get(entries[at]!.code)?.faults([]);
        return refusals ? { ...trial, entry: null, refusals } : trial;
      });
    },
    publicationRules: () => PUBLICATION_RULES,
  },
};
