import type { Entry } from '../catalog/entry.ts';
import { inLocale } from '../values/text.ts';
import { sayChangeIn } from './comparison-sentences.ts';
import { entryDifference } from './entry-difference.ts';
import type { FieldChange } from './field-change.ts';
import { fieldChangeText, fieldValueText } from './field-change-text.ts';
import type { ItemTexts } from './field-names.ts';
import { entryFieldName } from './field-names.ts';
import type { Telling } from './wording-context.ts';

/**
 * What became of an entry in words: a headline and a line for each field. An entry that came or went is said whole.
 *
 * INVARIANT: one of the two is given.
 *
 * @param tendency whether it became stricter, in words; left out where it is not said
 */
export function entryChangeText(
  before: Entry | undefined,
  after: Entry | undefined,
  telling: Telling,
  tendency?: string,
): string {
  const say = sayChangeIn(telling.locale);
  const { code, text } = (after ?? before)!;
  const headline = before ? (after ? 'ENTRY_CHANGED' : 'ENTRY_REMOVED') : 'ENTRY_ADDED';
  return [
    say(headline, {
      code,
      tendency: tendency === undefined ? '' : say('TENDENCY', { tendency }),
      text: inLocale(text, telling.locale),
    }),
    ...entryChangeLines(before, after, telling).map((line) => `  - ${line}`),
  ].join('\n');
}

/** The same without the headline: one line for each field. */
export function entryChangeLines(
  before: Entry | undefined,
  after: Entry | undefined,
  telling: Telling,
): readonly string[] {
  const changes = entryDifference(before, after);
  if (before && after) return changes.map((change) => entryFieldText(change, before, after, telling));
  const say = sayChangeIn(telling.locale);
  return changes
    .filter(({ path: [field] }) => field !== 'code' && field !== 'text')
    .map((change) =>
      say('VALUE', {
        field: entryFieldName(change.path, itemTexts(before, after), telling.locale),
        value: fieldValueText(change, after ? 'after' : 'before', telling),
      }),
    );
}

/** One change of an entry in words. */
export const entryFieldText = (
  change: FieldChange,
  before: Entry | undefined,
  after: Entry | undefined,
  telling: Telling,
): string =>
  fieldChangeText(change, entryFieldName(change.path, itemTexts(before, after), telling.locale), telling);

/** An exception or requirement is called as it was: its new wording is a change of its own. */
export const itemTexts =
  (before: Entry | undefined, after: Entry | undefined): ItemTexts =>
  (field, key) =>
    [...(before?.[field] ?? []), ...(after?.[field] ?? [])].find((item) => item.key === key)?.text;
