import * as z from 'zod';
import { nonBlank } from '../../messages/fields.ts';
import { sayFrom } from '../../messages/sentences.ts';
import { isPart, listOf } from './lists.ts';
import type { Operator } from './operator.ts';
import { filled } from './operator.ts';
import { factName, optionNames } from './words.ts';

/** A choice is one of several (单选条件). */
export const choice: Operator<'choice'> = {
  tests: 'choice',
  shape: z.strictObject({ fact: nonBlank, oneOf: listOf(nonBlank) }),
  text: ({ fact, oneOf }, words) =>
    sayFrom(SENTENCES)(words.locale)('IS', {
      fact: factName(fact, words),
      options: optionNames(fact, oneOf, words),
    }),
  compile: ({ fact, oneOf }, refuse) => ({
    kind: 'choice',
    fact,
    oneOf: new Set(filled(oneOf, 'oneOf', refuse)),
  }),
  implies: (one, other) => one.fact === other.fact && isPart(one.oneOf, other.oneOf),
  mentions: ({ fact, oneOf }) => ({ fact, options: { field: 'oneOf', asked: oneOf } }),
};

const SENTENCES = { IS: { zh: '{fact}为{options}', en: '{fact} is {options}' } } as const;
