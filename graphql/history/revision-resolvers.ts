import type { RevisionItem } from '../../services/domain/comparison/revision-items.ts';
import { revisionItemText, revisionText } from '../../services/domain/comparison/revision-text.ts';
import { catalogId, proposalId } from '../../services/domain/ids.ts';
import { PUBLICATION_RULES } from '../../services/domain/publication-rules/table.ts';
import { memoize } from '../../services/domain/values/memoize.ts';
import { unreachable } from '../../services/domain/values/unreachable.ts';
import { revisionChange } from '../../services/operations/history/revision-change.ts';
import { fieldModels } from '../comparison/field-change.ts';
import { wordingOf } from '../comparison/wording.ts';
import { connectionOf } from '../connection.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import type { FieldChangeModel, RevisionChangeModel, RevisionModel } from '../models.ts';

export const revisionResolvers: Resolvers = {
  Revision: {
    changes: async (revision, page, context) => {
      const { items, wording } = await changeOf(context)(revision);
      const models = items.map((item, place) => ({ item, place, catalog: revision.catalog, wording }));
      const query = ['Revision.changes', revision.catalog, revision.hash];
      return connectionOf(models, page, query, ({ place }) => String(place));
    },
    changeText: async (revision, { locale }, context) => {
      const { items, wording } = await changeOf(context)(revision);
      return revisionText(items, await wording(locale));
    },
  },
  RevisionChange: {
    kind: ({ item }) => item.kind,
    item: ({ item }) => identityOf(item),
    fields: (model) => fieldsOf(model),
    version: ({ item, catalog }) => {
      const number = versionOf(item);
      return number === null ? null : { catalog, number };
    },
    contentHash: ({ item }) =>
      item.kind === 'VERSION_PUBLISHED'
        ? item.record.contentHash
        : 'contentHash' in item
          ? item.contentHash
          : null,
    effectiveFrom: ({ item }) =>
      item.kind === 'VERSION_PUBLISHED'
        ? item.record.effectiveFrom
        : 'effectiveFrom' in item
          ? item.effectiveFrom
          : 'proposal' in item
            ? item.proposal.effectiveFrom
            : null,
    effectiveTo: ({ item }) => (item.kind === 'VERSION_PUBLISHED' ? (item.record.effectiveTo ?? null) : null),
    retroactiveReason: ({ item }) => ('retroactiveReason' in item ? item.retroactiveReason : null),
    proposal: ({ item, catalog }) =>
      'proposal' in item ? proposalId(catalogId(catalog), item.proposal.number) : null,
    acknowledged: ({ item }) => ('acknowledged' in item ? item.acknowledged : []),
    comments: ({ item }) => ('comments' in item ? item.comments : []),
    text: async ({ item, wording }, { locale }) => revisionItemText(item, await wording(locale)),
  },
  AcceptedWarning: {
    sentence: ({ rule }, { locale }) =>
      PUBLICATION_RULES.find(({ code }) => code === rule)?.sentence[locale] ?? null,
  },
};

/** What a revision did, read once however many fields of it are asked for. */
const changeOf = memoize((context: Context) =>
  memoize(async (revision: RevisionModel) => {
    const { catalog } = revision;
    const { items, before, after } = await revisionChange(context.deps, catalog, revision);
    return { items, wording: wordingOf(catalog, before, after, context) };
  }),
);

function identityOf(item: RevisionItem): string | null {
  const one = 'after' in item ? (item.after ?? item.before) : null;
  if (!one) return null;
  return 'code' in one ? one.code : one.key;
}

function versionOf(item: RevisionItem): number | null {
  if (item.kind === 'VERSION_PUBLISHED') return item.record.number;
  if ('proposal' in item) return item.proposal.act.kind === 'WITHDRAWAL' ? item.proposal.act.number : null;
  return 'version' in item ? item.version : null;
}

function fieldsOf({ item, wording }: RevisionChangeModel): readonly FieldChangeModel[] {
  switch (item.kind) {
    case 'ENTRY_ADDED':
    case 'ENTRY_CHANGED':
    case 'ENTRY_REMOVED':
      return fieldModels(wording, 'ENTRY', item.changes, item.before ?? undefined, item.after ?? undefined);
    case 'FACT_ADDED':
    case 'FACT_CHANGED':
    case 'FACT_REMOVED':
      return fieldModels(wording, 'FACT', item.changes);
    case 'LIST_ADDED':
    case 'LIST_CHANGED':
    case 'LIST_REMOVED':
      return fieldModels(wording, 'LIST', item.changes);
    case 'PRODUCT_ADDED':
    case 'PRODUCT_CHANGED':
    case 'PRODUCT_REMOVED':
      return fieldModels(wording, 'PRODUCT', item.changes);
    case 'DETAILS_CHANGED':
      return fieldModels(wording, 'DETAIL', item.changes);
    case 'DRAFT_OPENED':
    case 'NOTHING_CHANGED':
    case 'REVIEW_VOIDED':
    case 'DRAFT_SUBMITTED':
    case 'DRAFT_RETURNED':
    case 'DRAFT_DISCARDED':
    case 'VERSION_PUBLISHED':
    case 'VERSION_WITHDRAWN':
    case 'CATALOG_REPEALED':
    case 'REPEAL_REVERSED':
    case 'PROPOSED':
    case 'PROPOSAL_CONFIRMED':
    case 'PROPOSAL_WITHDRAWN':
      return [];
    default:
      return unreachable(item);
  }
}
