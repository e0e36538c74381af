import * as z from 'zod';
import { day, decimal, exactlyOne, nonBlank } from '../messages/fields.ts';
import { fault } from '../messages/read-input.ts';
import { parseDecimal } from '../values/decimal.ts';
import { ACTIVITIES } from '../vocabulary.ts';
import type { ChemicalTest, Condition, ProductTest, Substance } from './condition.ts';

/** Lists inside a condition are never empty: nobody could say whether nothing holds (DESIGN 2.3). */
const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item).refine((items) => items.length > 0, fault('EMPTY_CONDITION'));

const BOUNDS = ['lessThan', 'atMost', 'atLeast', 'moreThan'] as const;
const bounds = {
  lessThan: decimal.optional(),
  atMost: decimal.optional(),
  atLeast: decimal.optional(),
  moreThan: decimal.optional(),
};

const number = z
  .strictObject({ fact: nonBlank, unit: nonBlank.optional(), ...bounds })
  .refine(
    (test) => BOUNDS.some((bound) => test[bound] !== undefined),
    fault('NO_BOUNDS', { options: BOUNDS }),
  );
const flag = z.strictObject({ fact: nonBlank, is: z.boolean() });
const choice = z.strictObject({ fact: nonBlank, oneOf: listOf(nonBlank) });
const set = z.strictObject({ fact: nonBlank, includesAny: listOf(nonBlank) });
const date = z
  .strictObject({ fact: nonBlank, before: day.optional(), onOrAfter: day.optional() })
  .refine(
    (test) => test.before !== undefined || test.onOrAfter !== undefined,
    fault('NO_BOUNDS', { options: ['before', 'onOrAfter'] }),
  );
const substance = exactlyOne({
  cas: nonBlank.optional(),
  list: nonBlank.optional(),
  outsideList: nonBlank.optional(),
  any: z.literal(true).optional(),
}) as z.ZodType<Substance>;
/** An amount is never below 0, so neither is what it is compared with. */
const amount = decimal.refine((text) => parseDecimal(text)!.n >= 0n, fault('NEGATIVE_AMOUNT'));
const chemical: z.ZodType<ChemicalTest> = z.strictObject({
  substance,
  activities: listOf(z.enum(ACTIVITIES)).optional(),
  moreThan: amount.optional(),
});
/** Without bounds the product counts whatever its amount. */
const product: z.ZodType<ProductTest> = z.strictObject({
  product: nonBlank,
  unit: nonBlank,
  of: z.enum(['CAPACITY', 'PER_LINE', 'ADDED']),
  ...bounds,
});

/** A condition that the engine can evaluate, in the form of `ConditionInput` (DESIGN 2.3). */
export const condition: z.ZodType<Condition> = z.lazy(
  () =>
    exactlyOne({
      all: listOf(condition).optional(),
      any: listOf(condition).optional(),
      not: condition.optional(),
      number: number.optional(),
      flag: flag.optional(),
      choice: choice.optional(),
      set: set.optional(),
      date: date.optional(),
      chemical: chemical.optional(),
      product: product.optional(),
    }) as unknown as z.ZodType<Condition>,
);
