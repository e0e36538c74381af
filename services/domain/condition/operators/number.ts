import * as z from 'zod';
import { BOUNDS, bounds, hasBounds, nonBlank } from '../../messages/fields.ts';
import { fault } from '../../messages/read-input.ts';
import { sayFrom } from '../../messages/sentences.ts';
import { intervalOf } from '../../values/interval.ts';
import { boundsImply, boundsText } from './bounds.ts';
import type { Operator } from './operator.ts';
import { factName } from './words.ts';

/** A number lies within bounds (数值条件). */
export const number: Operator<'number'> = {
  tests: 'number',
  shape: z
    .strictObject({ fact: nonBlank, unit: nonBlank.optional(), ...bounds })
    .refine(hasBounds, fault('NO_BOUNDS', { options: BOUNDS })),
  text(asked, words) {
    const definition = words.names.fact(asked.fact);
    const unit = asked.unit ?? definition?.unit ?? '';
    return sayFrom(SENTENCES)(words.locale)(definition?.many ? 'SOME_LIES' : 'LIES', {
      fact: factName(asked.fact, words),
      bounds: boundsText(asked, unit, words),
    });
  },
  compile(asked, refuse) {
    const { fact } = asked;
    const interval = intervalOf(asked) ?? refuse(`a bound on ${fact} is no decimal`);
    if (!interval.low && !interval.high) refuse(`the test on ${fact} has no bound`);
    return { kind: 'number', fact, interval };
  },
  implies: boundsImply,
  mentions: (asked) => ({ fact: asked.fact, unit: asked.unit ?? null, bounds: asked }),
};

const SENTENCES = {
  LIES: { zh: '{fact}{bounds}', en: '{fact} is {bounds}' },
  SOME_LIES: { zh: '任一{fact}{bounds}', en: 'some {fact} is {bounds}' },
} as const;
