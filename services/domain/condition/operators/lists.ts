import * as z from 'zod';
import { fault } from '../../messages/read-input.ts';

/** Lists inside a condition are never empty: nobody could say whether nothing holds (DESIGN 2.3). */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item).refine((items) => items.length > 0, fault('EMPTY_CONDITION'));

export const isPart = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((item) => all.includes(item));
