import * as z from 'zod';
import { nonBlank } from '../../messages/fields.ts';
import { sayFrom } from '../../messages/sentences.ts';
import type { Operator } from './operator.ts';
import { factName } from './words.ts';

/** A yes-or-no fact is as stated (是否条件). */
export const flag: Operator<'flag'> = {
  tests: 'flag',
  shape: z.strictObject({ fact: nonBlank, is: z.boolean() }),
  text: ({ fact, is }, words) =>
    sayFrom(SENTENCES)(words.locale)(is ? 'YES' : 'NO', { fact: factName(fact, words) }),
  compile: ({ fact, is }) => ({ kind: 'choice', fact, oneOf: new Set([String(is)]) }),
  implies: () => false,
  mentions: ({ fact }) => ({ fact }),
};

const SENTENCES = {
  YES: { zh: '{fact}为“是”', en: '"{fact}" is yes' },
  NO: { zh: '{fact}为“否”', en: '"{fact}" is no' },
} as const;
