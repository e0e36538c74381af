import { isIdentical } from '../../services/domain/comparison/compare-contents.ts';
import { changeText, comparisonText } from '../../services/domain/comparison/comparison-text.ts';
import { factChangeText, listChangeText } from '../../services/domain/comparison/definition-change-text.ts';
import { releaseNotesText } from '../../services/domain/comparison/release-notes-text.ts';
import { catalogId, versionId } from '../../services/domain/ids.ts';
import { connectionOf } from '../connection.ts';
import type { Context } from '../context.ts';
import { findVersion } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';
import type { ComparedPair, Tell } from '../models.ts';
import { changedEntries } from './changed-entries.ts';
import { countsOf } from './counts-of.ts';
import { entryModelOf } from './entry-model-of.ts';
import { fieldChangeResolvers, fieldModels } from './field-change.ts';
import { findComparison } from './find-compared.ts';
import { notesOf, releaseNotesOfVersion } from './release-notes.ts';
import { sideOfText } from './side-of-text.ts';
import { told } from './told.ts';

export const comparisonResolvers: Resolvers = {
  Comparison: {
    identical: ({ comparison }) => isIdentical(comparison.difference),
    counts: ({ comparison }) => countsOf(comparison),
    details: (of, _, context) => fieldModels(toldOf(of, context), 'DETAIL', of.comparison.difference.details),
    entries: (of, { filter, ...page }) => changedEntries(of, filter, page),
    facts: (of) => of.comparison.facts.map((change) => ({ ...change, of })),
    lists: (of) => of.comparison.lists.map((change) => ({ ...change, of })),
    text: async (of, { locale }, context) =>
      comparisonText(of.comparison, sideOfText(of.from), sideOfText(of.to), await told(of, locale, context)),
    releaseNotes: (of, _, context) => notesOf(of, context),
  },
  ComparedContent: {
    id: ({ catalog, version }) =>
      version ? versionId(catalog, version.number) : `${catalogId(catalog)}@draft`,
    contentHash: ({ content }) => content.contentHash,
    entryCount: ({ content }) => content.entryCount,
  },
  EntryChange: {
    before: ({ before, of }) => entryModelOf(before, of, 'from'),
    after: ({ after, of }) => entryModelOf(after, of, 'to'),
    fields: ({ of, changes, before, after }, _, context) =>
      fieldModels(toldOf(of, context), 'ENTRY', changes, before, after),
    text: async ({ of, ...change }, { locale }, context) =>
      changeText(change, await told(of, locale, context)),
  },
  FactChange: {
    before: ({ before }) => before ?? null,
    after: ({ after }) => after ?? null,
    fields: ({ of, changes }, _, context) => fieldModels(toldOf(of, context), 'FACT', changes),
    text: async ({ of, before, after, entries }, { locale }, context) =>
      factChangeText(before, after, entries, await told(of, locale, context)),
  },
  SubstanceListChange: {
    before: ({ before }) => before ?? null,
    after: ({ after }) => after ?? null,
    membersAdded: ({ before, after }) => missingFrom(before?.members, after?.members),
    membersRemoved: ({ before, after }) => missingFrom(after?.members, before?.members),
    fields: ({ of, changes }, _, context) => fieldModels(toldOf(of, context), 'LIST', changes),
    text: async ({ of, before, after, entries }, { locale }, context) =>
      listChangeText(before, after, entries, await told(of, locale, context)),
  },
  FieldChange: fieldChangeResolvers,
  ReleaseNotes: {
    effectiveFrom: ({ notes }) => notes.period?.effectiveFrom ?? null,
    effectiveTo: ({ notes }) => notes.period?.effectiveTo ?? null,
    dates: ({ notes }) => notes.dates,
    zones: ({ from, to, notes }, page) =>
      connectionOf(notes.zones, page, ['ReleaseNotes.zones', idsOf({ from, to })], ({ code }) => code),
    industries: ({ notes }, _, { deps }) =>
      notes.industries.codes.map((code) => deps.reference.classification.industry(code)!),
    everyIndustry: ({ notes }) => notes.industries.everyIndustry,
    unknownIndustries: ({ notes }) => notes.industries.unknown,
    counts: ({ comparison }) => countsOf(comparison),
    entries: (of, { filter, ...page }) => changedEntries(of, filter, page),
    text: async (of, { locale }, context) =>
      releaseNotesText(of.notes, sideOfText(of.from), sideOfText(of.to), await told(of, locale, context)),
  },
  CatalogVersion: { releaseNotes: (version, _, context) => releaseNotesOfVersion(version, context) },
  Query: {
    compare: (_, { from, to }, context) => findComparison(from, to, context),
    releaseNotes: async (_, { version: id }, context) => {
      const version = await findVersion(id, context);
      return version && releaseNotesOfVersion(version, context);
    },
  },
};

const toldOf =
  (of: ComparedPair, context: Context): Tell =>
  (locale) =>
    told(of, locale, context);

const idsOf = ({ from, to }: Pick<ComparedPair, 'from' | 'to'>) => [
  from?.content.contentHash,
  to.content.contentHash,
];

function missingFrom(known: readonly string[] = [], members: readonly string[] = []): readonly string[] {
  const there = new Set(known);
  return members.filter((member) => !there.has(member));
}
