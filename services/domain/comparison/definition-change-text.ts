import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import { inLocale } from '../values/text.ts';
import { sayChangeIn } from './comparison-sentences.ts';
import { factDifference, listDifference } from './definition-difference.ts';
import type { FieldChange } from './field-change.ts';
import { fieldChangeText, fieldValueText } from './field-change-text.ts';
import { factFieldName, listFieldName } from './field-names.ts';
import type { Telling } from './wording-context.ts';

/**
 * What became of a fact that a catalog defines, in words: a headline and a line for each field.
 *
 * INVARIANT: one of the two is given.
 *
 * @param entries codes of the entries that test it
 */
export const factChangeText = (
  before: FactDefinition | undefined,
  after: FactDefinition | undefined,
  entries: readonly string[],
  telling: Telling,
): string =>
  definitionText('FACT', before, after, factDifference(before, after), factFieldName, entries, telling);

/** The same of a substance list: the members that came and went. */
export const listChangeText = (
  before: SubstanceList | undefined,
  after: SubstanceList | undefined,
  entries: readonly string[],
  telling: Telling,
): string =>
  definitionText('LIST', before, after, listDifference(before, after), listFieldName, entries, telling);

function definitionText(
  kind: 'FACT' | 'LIST',
  before: FactDefinition | SubstanceList | undefined,
  after: FactDefinition | SubstanceList | undefined,
  changes: readonly FieldChange[],
  nameOf: typeof factFieldName,
  entries: readonly string[],
  telling: Telling,
): string {
  const { locale } = telling;
  const say = sayChangeIn(locale);
  const { key, name } = (before ?? after)!;
  const what = before ? (after ? 'CHANGED' : 'REMOVED') : 'ADDED';
  const lines = changes.map((change) => {
    const field = nameOf(change.path, locale);
    if (before && after) return fieldChangeText(change, field, telling);
    return say('VALUE', { field, value: fieldValueText(change, after ? 'after' : 'before', telling) });
  });
  return [
    say(`${kind}_${what}`, { key, name: inLocale(name, locale) }),
    ...lines.map((line) => `  - ${line}`),
    ...(entries.length > 0
      ? [`  - ${say('TESTED_BY', { entries: entries.join(locale === 'zh' ? '、' : ', ') })}`]
      : []),
  ].join('\n');
}
