import * as z from 'zod';
import type { Condition, TestKind } from '../../../services/domain/condition/condition.ts';
import { ACTIVITIES } from '../../../services/domain/vocabulary.ts';
import { day, oneOf, text, word, yesNo } from './words.ts';

/** A condition as `ConditionInput` has it: one key an object. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z
    .strictObject({
      all: z.array(condition).optional(),
      any: z.array(condition).optional(),
      not: condition.optional(),
      number: z.strictObject({ fact: text, unit: text.optional(), ...bounds }).optional(),
      flag: z.strictObject({ fact: text, is: yesNo }).optional(),
      choice: z.strictObject({ fact: text, oneOf: z.array(word) }).optional(),
      set: z
        .strictObject({
          fact: text,
          includesAny: z.array(word).optional(),
          includesAll: z.array(word).optional(),
          includesNone: z.array(word).optional(),
        })
        .optional(),
      date: z.strictObject({ fact: text, before: day.optional(), onOrAfter: day.optional() }).optional(),
      chemical: z
        .strictObject({
          substance: z
            .strictObject({
              cas: text.optional(),
              list: text.optional(),
              outsideList: text.optional(),
              any: z
                .literal('yes')
                .transform(() => true)
                .optional(),
            })
            .refine(hasOneKey, 'needs exactly one of cas, list, outsideList, any'),
          activities: z.array(oneOf(ACTIVITIES)).optional(),
          fraction: z.strictObject(bounds).optional(),
          moreThan: text.optional(),
        })
        .optional(),
      product: z
        .strictObject({
          product: text,
          unit: text,
          of: oneOf(['CAPACITY', 'PER_LINE', 'ADDED']).default('CAPACITY'),
          ...bounds,
        })
        .optional(),
    } satisfies { readonly [Operator in 'all' | 'any' | 'not' | TestKind]: z.ZodType })
    .refine(hasOneKey, 'needs exactly one of all, any, not or a test')
    .transform((written) => written as unknown as Condition),
);

export const bounds = {
  lessThan: text.optional(),
  atMost: text.optional(),
  atLeast: text.optional(),
  moreThan: text.optional(),
};

function hasOneKey(written: object): boolean {
  return Object.values(written).filter((value) => value !== undefined).length === 1;
}
