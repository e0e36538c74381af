import * as z from 'zod';
import { day, nonBlank } from '../../messages/fields.ts';
import { fault } from '../../messages/read-input.ts';
import { sayFrom } from '../../messages/sentences.ts';
import type { Operator } from './operator.ts';
import { factName } from './words.ts';

/** A date lies within bounds (日期条件): on the one day or later, and before the other. */
export const date: Operator<'date'> = {
  tests: 'date',
  shape: z
    .strictObject({ fact: nonBlank, before: day.optional(), onOrAfter: day.optional() })
    .refine(
      ({ before, onOrAfter }) => before !== undefined || onOrAfter !== undefined,
      fault('NO_BOUNDS', { options: ['before', 'onOrAfter'] }),
    ),
  text({ fact, onOrAfter, before }, words) {
    const say = sayFrom(SENTENCES)(words.locale);
    const period = [
      ...(onOrAfter ? [say('FROM', { day: onOrAfter })] : []),
      ...(before ? [say('BEFORE', { day: before })] : []),
    ];
    return say('LIES', { fact: factName(fact, words), period: period.join(say('AND')) });
  },
  compile({ fact, onOrAfter = null, before = null }, refuse) {
    if (!onOrAfter && !before) refuse(`the test on ${fact} has no bound`);
    return { kind: 'date', fact, from: onOrAfter, before };
  },
  implies: (one, other) =>
    one.fact === other.fact &&
    (other.before == null || (one.before != null && one.before <= other.before)) &&
    (other.onOrAfter == null || (one.onOrAfter != null && one.onOrAfter >= other.onOrAfter)),
  mentions: (asked) => ({ fact: asked.fact, period: asked }),
};

const SENTENCES = {
  LIES: { zh: '{fact}{period}', en: '{fact} is {period}' },
  FROM: { zh: '在 {day} 及以后', en: 'on or after {day}' },
  BEFORE: { zh: '早于 {day}', en: 'before {day}' },
  AND: { zh: '且', en: ' and ' },
} as const;
