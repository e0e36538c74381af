import * as z from 'zod';
import { exactlyOne } from '../messages/fields.ts';
import type { Condition, TestKind } from './condition.ts';
import { listOf } from './operators/lists.ts';
import type { Operator } from './operators/operator.ts';
import { OPERATORS } from './operators/table.ts';

/** A condition that the engine can evaluate, in the form of `ConditionInput` (DESIGN 2.3). */
export const condition: z.ZodType<Condition> = z.lazy(
  () =>
    exactlyOne({
      all: listOf(condition).optional(),
      any: listOf(condition).optional(),
      not: condition.optional(),
      ...TESTS,
    }) as unknown as z.ZodType<Condition>,
);

const TESTS = Object.fromEntries(
  Object.entries<Pick<Operator<TestKind>, 'shape'>>(OPERATORS).map(([kind, { shape }]) => [
    kind,
    shape.optional(),
  ]),
);
