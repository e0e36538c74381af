import type { Names } from '../messages/names.ts';
import { sayFrom } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import type { Condition } from './condition.ts';
import { ofTest } from './operators/table.ts';
import type { Words } from './operators/words.ts';

/** A condition as a sentence that a clerk can read, without its full stop. */
export const conditionText = (condition: Condition, names: Names, locale: Locale): string =>
  sentence(condition, { names, locale });

function sentence(condition: Condition, words: Words, nested = false): string {
  const say = sayFrom(SENTENCES)(words.locale);
  const joined = (parts: readonly Condition[], by: 'AND' | 'OR') => {
    const text = parts.map((part) => sentence(part, words, true)).join(say(by));
    return nested && parts.length > 1 ? say('NESTED', { text }) : text;
  };
  if ('all' in condition) return joined(condition.all, 'AND');
  if ('any' in condition) return joined(condition.any, 'OR');
  if ('not' in condition) return say('NOT', { condition: sentence(condition.not, words, true) });
  return ofTest(condition, (operator, asked) => operator.text(asked, words));
}

const SENTENCES = {
  AND: { zh: '，且', en: ' and ' },
  OR: { zh: '，或者', en: ' or ' },
  NOT: { zh: '不属于以下情形：{condition}', en: 'not the case that {condition}' },
  NESTED: { zh: '（{text}）', en: '({text})' },
} as const;
