import type { Entry } from '../../services/domain/catalog/entry.ts';
import {
  detailName,
  entryFieldName,
  factFieldName,
  listFieldName,
  productFieldName,
} from '../../services/domain/catalog/field-names.ts';
import type { FieldChange } from '../../services/domain/comparison/field-change.ts';
import { fieldChangeText, fieldValueText } from '../../services/domain/comparison/field-change-text.ts';
import { itemTexts } from '../../services/domain/comparison/item-change-text.ts';
import type { Locale } from '../../services/domain/values/text.ts';
import { unreachable } from '../../services/domain/values/unreachable.ts';
import type { FieldChangeResolvers } from '../generated/types.ts';
import type { FieldChangeModel, Wording } from '../models.ts';

/** Changes of fields with what they are changes of, and how they are worded. */
export const fieldModels = (
  wording: Wording,
  owner: FieldChangeModel['owner'],
  changes: readonly FieldChange[],
  before?: Entry,
  after?: Entry,
): readonly FieldChangeModel[] =>
  changes.map((change) => ({ wording, owner, change, itemText: itemTexts(before, after) }));

export const fieldChangeResolvers = {
  path: ({ change }) => change.path,
  field: ({ change }) => change.path.join('.'),
  name: (model, { locale }) => nameOf(model, locale),
  before: ({ change }) => change.before,
  after: ({ change }) => change.after,
  beforeText: async ({ change, wording }, { locale }) =>
    fieldValueText(change, 'before', await wording(locale)),
  afterText: async ({ change, wording }, { locale }) =>
    fieldValueText(change, 'after', await wording(locale)),
  text: async (model, { locale }) =>
    fieldChangeText(model.change, nameOf(model, locale), await model.wording(locale)),
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
    case 'PRODUCT':
      return productFieldName(path, locale);
    default:
      return unreachable(owner);
  }
}
