import type { Entry } from '../../services/domain/catalog/entry.ts';
import { isIdentical, sizeOf } from '../../services/domain/comparison/compare-contents.ts';
import type { Comparison } from '../../services/domain/comparison/comparison.ts';
import { namesOfEntries } from '../../services/domain/comparison/comparison.ts';
import {
  type ComparedSide,
  changeText,
  comparisonText,
} from '../../services/domain/comparison/comparison-text.ts';
import type { Tendency } from '../../services/domain/comparison/entry-tendency.ts';
import {
  factChangeText,
  listChangeText,
  productChangeText,
} from '../../services/domain/comparison/item-change-text.ts';
import { releaseNotesText } from '../../services/domain/comparison/release-notes-text.ts';
import { draftId, versionId } from '../../services/domain/ids.ts';
import { connectionOf } from '../connection.ts';
import { entryModel } from '../entries/entries-of.ts';
import { findVersion } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';
import type { ComparedModel, ComparedPair, EntryModel } from '../models.ts';
import { changedEntries } from './changed-entries.ts';
import { fieldChangeResolvers, fieldModels } from './field-change.ts';
import { findComparison } from './find-compared.ts';
import { notesOf, releaseNotesOfVersion } from './release-notes.ts';

export const comparisonResolvers: Resolvers = {
  Comparison: {
    identical: ({ comparison }) => isIdentical(comparison.difference),
    counts: ({ comparison }) => countsOf(comparison),
    details: (of) => fieldModels(of.wording, 'DETAIL', of.comparison.difference.details),
    entries: (of, { filter, ...page }) => changedEntries(of, filter, page),
    facts: (of) => of.comparison.facts.map((change) => ({ ...change, of })),
    lists: (of) => of.comparison.lists.map((change) => ({ ...change, of })),
    products: (of) => of.comparison.products.map((change) => ({ ...change, of })),
    text: async (of, { locale }) =>
      comparisonText(of.comparison, sideOfText(of.from), sideOfText(of.to), await of.wording(locale)),
    releaseNotes: (of, _, context) => notesOf(of, context),
  },
  ComparedContent: {
    id: ({ catalog, version, staged }) =>
      staged ?? (version ? versionId(catalog, version.number) : draftId(catalog)),
    contentHash: ({ content }) => content.contentHash,
    entryCount: ({ content }) => content.entryCount,
  },
  EntryChange: {
    before: ({ before, of }) => entryOn(before, of, 'from'),
    after: ({ after, of }) => entryOn(after, of, 'to'),
    fields: ({ of, changes, before, after }) => fieldModels(of.wording, 'ENTRY', changes, before, after),
    text: async ({ of, ...change }, { locale }) => changeText(change, await of.wording(locale)),
  },
  FactChange: {
    before: ({ before }) => before ?? null,
    after: ({ after }) => after ?? null,
    fields: ({ of, changes }) => fieldModels(of.wording, 'FACT', changes),
    text: async ({ of, before, after, entries }, { locale }) =>
      factChangeText(before, after, entries.map(namesOfEntries(of.comparison)), await of.wording(locale)),
  },
  SubstanceListChange: {
    before: ({ before }) => before ?? null,
    after: ({ after }) => after ?? null,
    membersAdded: ({ before, after }) => missingFrom(before?.members, after?.members),
    membersRemoved: ({ before, after }) => missingFrom(after?.members, before?.members),
    fields: ({ of, changes }) => fieldModels(of.wording, 'LIST', changes),
    text: async ({ of, before, after, entries }, { locale }) =>
      listChangeText(before, after, entries.map(namesOfEntries(of.comparison)), await of.wording(locale)),
  },
  ProductTermChange: {
    before: ({ before }) => before ?? null,
    after: ({ after }) => after ?? null,
    fields: ({ of, changes }) => fieldModels(of.wording, 'PRODUCT', changes),
    text: async ({ of, before, after, entries }, { locale }) =>
      productChangeText(before, after, entries, await of.wording(locale)),
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
    text: async (of, { locale }) =>
      releaseNotesText(of.notes, sideOfText(of.from), sideOfText(of.to), await of.wording(locale)),
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

/** An entry of one side; null where it is not there. */
const entryOn = (
  entry: Entry | undefined,
  { to: { catalog }, comparison }: ComparedPair,
  side: 'from' | 'to',
): EntryModel | null => (entry ? entryModel(catalog, comparison[side], entry) : null);

/** How a side of a comparison is called in its text. */
function sideOfText(side: ComparedModel | null): ComparedSide {
  if (side === null) return 'NOTHING';
  if (side.staged) return 'STAGED';
  return side.version ? { version: side.version.number } : 'DRAFT';
}

const idsOf = ({ from, to }: Pick<ComparedPair, 'from' | 'to'>) => [
  from?.content.contentHash,
  to.content.contentHash,
];

function missingFrom(known: readonly string[] = [], members: readonly string[] = []): readonly string[] {
  const there = new Set(known);
  return members.filter((member) => !there.has(member));
}

/** How much differs, by kind and by the way it went. */
function countsOf({ difference: { entries, facts, lists, products }, entries: changes }: Comparison) {
  const went = (way: Tendency) => changes.filter(({ tendency }) => tendency === way).length;
  return {
    entriesAdded: entries.added.length,
    entriesRemoved: entries.removed.length,
    entriesChanged: entries.changed.length,
    stricter: went('STRICTER'),
    looser: went('LOOSER'),
    same: went('SAME'),
    changed: went('CHANGED'),
    facts: sizeOf(facts),
    lists: sizeOf(lists),
    products: sizeOf(products),
  };
}
