import type { RevisionItem } from '../../services/domain/comparison/revision-items.ts';
import { revisionItemText, revisionText } from '../../services/domain/comparison/revision-text.ts';
import { PUBLICATION_RULES } from '../../services/domain/publication-rules/table.ts';
import { fieldModels } from '../comparison/field-change.ts';
import { connectionOf } from '../connection.ts';
import type { Resolvers } from '../generated/types.ts';
import type { FieldChangeModel, RevisionChangeModel } from '../models.ts';
import { changeOf } from './change-of.ts';

export const revisionResolvers: Resolvers = {
  Revision: {
    changes: async (revision, page, context) => {
      const { items, telling } = await changeOf(revision, context);
      const models = items.map((item, place) => ({ item, place, catalog: revision.catalog, telling }));
      const query = ['Revision.changes', revision.catalog, revision.hash];
      return connectionOf(models, page, query, ({ place }) => String(place));
    },
    changeText: async (revision, { locale }, context) => {
      const { items, telling } = await changeOf(revision, context);
      return revisionText(items, await telling(locale));
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
          : null,
    effectiveTo: ({ item }) => (item.kind === 'VERSION_PUBLISHED' ? (item.record.effectiveTo ?? null) : null),
    retroactiveReason: ({ item }) => ('retroactiveReason' in item ? item.retroactiveReason : null),
    acknowledged: ({ item }) => ('acknowledged' in item ? item.acknowledged : []),
    text: async ({ item, telling }, { locale }) => revisionItemText(item, await telling(locale)),
  },
  AcceptedWarning: {
    sentence: ({ rule }, { locale }) =>
      PUBLICATION_RULES.find(({ code }) => code === rule)?.sentence[locale] ?? null,
  },
};

function identityOf(item: RevisionItem): string | null {
  const one = 'after' in item ? (item.after ?? item.before) : null;
  if (!one) return null;
  return 'code' in one ? one.code : one.key;
}

function versionOf(item: RevisionItem): number | null {
  if (item.kind === 'VERSION_PUBLISHED') return item.record.number;
  return 'version' in item ? item.version : null;
}

function fieldsOf({ item, telling }: RevisionChangeModel): readonly FieldChangeModel[] {
  switch (item.kind) {
    case 'ENTRY_ADDED':
    case 'ENTRY_CHANGED':
    case 'ENTRY_REMOVED':
      return fieldModels(telling, 'ENTRY', item.changes, item.before ?? undefined, item.after ?? undefined);
    case 'FACT_ADDED':
    case 'FACT_CHANGED':
    case 'FACT_REMOVED':
      return fieldModels(telling, 'FACT', item.changes);
    case 'LIST_ADDED':
    case 'LIST_CHANGED':
    case 'LIST_REMOVED':
      return fieldModels(telling, 'LIST', item.changes);
    case 'DETAILS_CHANGED':
      return fieldModels(telling, 'DETAIL', item.changes);
    default:
      return [];
  }
}
