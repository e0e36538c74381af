import { itemTexts } from '../../services/domain/comparison/entry-change-text.ts';
import type { FieldChange } from '../../services/domain/comparison/field-change.ts';
import { fieldChangeText, fieldValueText } from '../../services/domain/comparison/field-change-text.ts';
import {
  detailName,
  entryFieldName,
  factFieldName,
  listFieldName,
} from '../../services/domain/comparison/field-names.ts';
import type { Entry } from '../../services/domain/entry.ts';
import type { Locale } from '../../services/domain/text.ts';
import type { FieldChangeResolvers } from '../generated/types.ts';
import type { ComparedPair, FieldChangeModel } from '../models.ts';
import { told } from './told.ts';

/** Changes of fields with what they are changes of. */
export const fieldModels = (
  of: ComparedPair,
  owner: FieldChangeModel['owner'],
  changes: readonly FieldChange[],
  before?: Entry,
  after?: Entry,
): readonly FieldChangeModel[] =>
  changes.map((change) => ({ of, owner, change, itemText: itemTexts(before, after) }));

export const fieldChangeResolvers = {
  path: ({ change }) => change.path,
  field: ({ change }) => change.path.join('.'),
  name: (model, { locale }) => nameOf(model, locale),
  before: ({ change }) => change.before,
  after: ({ change }) => change.after,
  beforeText: async ({ of, change }, { locale }, context) =>
    fieldValueText(change, 'before', await told(of, locale, context)),
  afterText: async ({ of, change }, { locale }, context) =>
    fieldValueText(change, 'after', await told(of, locale, context)),
  text: async (model, { locale }, context) =>
    fieldChangeText(model.change, nameOf(model, locale), await told(model.of, locale, context)),
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
