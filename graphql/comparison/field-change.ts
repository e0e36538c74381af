import type { Entry } from '../../services/domain/catalog/entry.ts';
import type { FieldChange } from '../../services/domain/comparison/field-change.ts';
import { fieldChangeText, fieldValueText } from '../../services/domain/comparison/field-change-text.ts';
import {
  detailName,
  entryFieldName,
  factFieldName,
  listFieldName,
} from '../../services/domain/comparison/field-names.ts';
import { itemTexts } from '../../services/domain/comparison/item-change-text.ts';
import type { Locale } from '../../services/domain/values/text.ts';
import type { FieldChangeResolvers } from '../generated/types.ts';
import type { FieldChangeModel, Tell } from '../models.ts';

/** Changes of fields with what they are changes of, and how they are told. */
export const fieldModels = (
  telling: Tell,
  owner: FieldChangeModel['owner'],
  changes: readonly FieldChange[],
  before?: Entry,
  after?: Entry,
): readonly FieldChangeModel[] =>
  changes.map((change) => ({ telling, owner, change, itemText: itemTexts(before, after) }));

export const fieldChangeResolvers = {
  path: ({ change }) => change.path,
  field: ({ change }) => change.path.join('.'),
  name: (model, { locale }) => nameOf(model, locale),
  before: ({ change }) => change.before,
  after: ({ change }) => change.after,
  beforeText: async ({ change, telling }, { locale }) =>
    fieldValueText(change, 'before', await telling(locale)),
  afterText: async ({ change, telling }, { locale }) =>
    fieldValueText(change, 'after', await telling(locale)),
  text: async (model, { locale }) =>
    fieldChangeText(model.change, nameOf(model, locale), await model.telling(locale)),
} satisfies FieldChangeResolvers;

function nameOf({ owner, change: { path }, itemText }: FieldChangeModel, locale: Locale): string {
  switch (owner) {
    case 'ENTRY':
      return entryFieldName(path, itemText, locale);
    case 'DETAIL':
      return detailName(path, locale);
    case 'FACT':
      return factFieldName(path, locale);
    case 'LIST':
      return listFieldName(path, locale);
  }
}
