import type { Entry } from '../catalog/entry.ts';
import { entryName } from '../catalog/entry-name.ts';
import type { ItemTexts } from '../catalog/field-names.ts';
import {
  detailName,
  entryFieldName,
  factFieldName,
  listFieldName,
  productFieldName,
} from '../catalog/field-names.ts';
import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import type { ProductTerm } from '../facts/product-term.ts';
import { sayIn } from './change-sentences.ts';
import { factDifference, listDifference, productDifference } from './definition-difference.ts';
import { entryDifference } from './entry-difference.ts';
import type { Tendency } from './entry-tendency.ts';
import { TENDENCY_LABELS } from './entry-tendency.ts';
import type { FieldChange } from './field-change.ts';
import { fieldChangeText, fieldValueText } from './field-change-text.ts';
import type { WordingContext } from './wording-context.ts';

// How an item of a catalog changed, in words: a headline and a line for each field.
// INVARIANT: at least one of `before` and `after` is given.

/**
 * An entry; one that was added or removed is described whole.
 *
 * @param tendency left out if the text does not say it
 */
export function entryChangeText(
  before: Entry | undefined,
  after: Entry | undefined,
  wording: WordingContext,
  tendency?: Tendency,
): string {
  const say = sayIn(wording.locale);
  const { text } = (after ?? before)!;
  const headline = say(`ENTRY_${happened(before, after)}`, {
    code: entryName((after ?? before)!),
    tendency: tendency ? say('TENDENCY', { tendency: TENDENCY_LABELS[tendency] }) : '',
    text,
  });
  // The headline already has the code, the printed place and the wording of what was added or removed.
  const changes = entryDifference(before, after).filter(
    ({ path: [field] }) => (before && after) || !['code', 'printedAs', 'text'].includes(field!),
  );
  const nameOf = (path: readonly string[]) => entryFieldName(path, itemTexts(before, after), wording.locale);
  return withLines(headline, fieldLines(changes, nameOf, before, after, wording));
}

/** An exception or requirement goes by its old wording: the new wording is another change. */
export const itemTexts =
  (before: Entry | undefined, after: Entry | undefined): ItemTexts =>
  (field, key) =>
    [...(before?.[field] ?? []), ...(after?.[field] ?? [])].find((item) => item.key === key)?.text;

/** @param entries what the entries that test the fact are called */
export const factChangeText = (
  before: FactDefinition | undefined,
  after: FactDefinition | undefined,
  entries: readonly string[],
  wording: WordingContext,
): string =>
  definitionText('FACT', before, after, factDifference(before, after), factFieldName, entries, wording);

/** The same for a substance list: the members added and removed. */
export const listChangeText = (
  before: SubstanceList | undefined,
  after: SubstanceList | undefined,
  entries: readonly string[],
  wording: WordingContext,
): string =>
  definitionText('LIST', before, after, listDifference(before, after), listFieldName, entries, wording);

/** The same for a product term. */
export const productChangeText = (
  before: ProductTerm | undefined,
  after: ProductTerm | undefined,
  entries: readonly string[],
  wording: WordingContext,
): string =>
  definitionText(
    'PRODUCT',
    before,
    after,
    productDifference(before, after),
    productFieldName,
    entries,
    wording,
  );

function definitionText(
  kind: 'FACT' | 'LIST' | 'PRODUCT',
  before: FactDefinition | SubstanceList | ProductTerm | undefined,
  after: FactDefinition | SubstanceList | ProductTerm | undefined,
  changes: readonly FieldChange[],
  fieldName: typeof factFieldName,
  entries: readonly string[],
  wording: WordingContext,
): string {
  const say = sayIn(wording.locale);
  const { key, name } = (before ?? after)!;
  const nameOf = (path: readonly string[]) => fieldName(path, wording.locale);
  return withLines(say(`${kind}_${happened(before, after)}`, { key, name }), [
    ...fieldLines(changes, nameOf, before, after, wording),
    ...(entries.length > 0 ? [say('TESTED_BY', { entries })] : []),
  ]);
}

/** Title, issuer and document number. */
export const detailsChangeText = (changes: readonly FieldChange[], wording: WordingContext): string =>
  withLines(
    sayIn(wording.locale)('DETAILS_CHANGED'),
    changes.map((change) => fieldChangeText(change, detailName(change.path, wording.locale), wording)),
  );

const happened = (before: unknown, after: unknown) => (before ? (after ? 'CHANGED' : 'REMOVED') : 'ADDED');

const fieldLines = (
  changes: readonly FieldChange[],
  nameOf: (path: readonly string[]) => string,
  before: unknown,
  after: unknown,
  wording: WordingContext,
): readonly string[] =>
  changes.map((change) => {
    const field = nameOf(change.path);
    if (before && after) return fieldChangeText(change, field, wording);
    const value = fieldValueText(change, after ? 'after' : 'before', wording);
    return sayIn(wording.locale)('VALUE', { field, value });
  });

const withLines = (headline: string, lines: readonly string[]): string =>
  [headline, ...lines.map((line) => `  - ${line}`)].join('\n');
