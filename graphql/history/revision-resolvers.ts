import { itemTexts } from '../../services/domain/comparison/entry-change-text.ts';
import type { FieldChange } from '../../services/domain/comparison/field-change.ts';
import { fieldChangeText, fieldValueText } from '../../services/domain/comparison/field-change-text.ts';
import {
  detailName,
  entryFieldName,
  factFieldName,
  listFieldName,
} from '../../services/domain/comparison/field-names.ts';
import { PUBLICATION_RULES } from '../../services/domain/publication-rules/table.ts';
import { revisionItemText } from '../../services/domain/revision/revision-item-text.ts';
import type { RevisionItem } from '../../services/domain/revision/revision-items.ts';
import { revisionText } from '../../services/domain/revision/revision-text.ts';
import type { Locale } from '../../services/domain/text.ts';
import { connectionOf } from '../connection.ts';
import type { Resolvers } from '../generated/types.ts';
import type { ChangedFieldModel, RevisionChangeModel } from '../models.ts';
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
      return revisionText(items, telling(locale));
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
    text: ({ item, telling }, { locale }) => revisionItemText(item, telling(locale)),
  },
  AcceptedWarning: {
    sentence: ({ rule }, { locale }) =>
      PUBLICATION_RULES.find(({ code }) => code === rule)?.sentence[locale] ?? null,
  },
  ChangedField: {
    path: ({ change }) => change.path,
    name: ({ name }, { locale }) => name(locale),
    before: async ({ change, telling }, { locale }) =>
      change.before === null ? null : fieldValueText(change, 'before', await telling(locale)),
    after: async ({ change, telling }, { locale }) =>
      change.after === null ? null : fieldValueText(change, 'after', await telling(locale)),
    text: async ({ change, name, telling }, { locale }) =>
      fieldChangeText(change, name(locale), await telling(locale)),
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

function fieldsOf({ item, telling }: RevisionChangeModel): readonly ChangedFieldModel[] {
  if (!('changes' in item)) return [];
  return item.changes.map((change) => ({ change, telling, name: nameOf(item, change) }));
}

function nameOf(item: RevisionItem, { path }: FieldChange): (locale: Locale) => string {
  switch (item.kind) {
    case 'ENTRY_ADDED':
    case 'ENTRY_CHANGED':
    case 'ENTRY_REMOVED': {
      const texts = itemTexts(item.before ?? undefined, item.after ?? undefined);
      return (locale) => entryFieldName(path, texts, locale);
    }
    case 'FACT_ADDED':
    case 'FACT_CHANGED':
    case 'FACT_REMOVED':
      return (locale) => factFieldName(path, locale);
    case 'LIST_ADDED':
    case 'LIST_CHANGED':
    case 'LIST_REMOVED':
      return (locale) => listFieldName(path, locale);
    default:
      return (locale) => detailName(path, locale);
  }
}
