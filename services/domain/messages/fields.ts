import * as z from 'zod';
import { isDay } from '../values/day.ts';
import { isExact, parseDecimal } from '../values/decimal.ts';
import type { Bounds } from '../values/interval.ts';
import { isBlank } from '../values/is-blank.ts';
import type { Text } from '../values/text.ts';
import type { Day, DecimalText } from '../vocabulary.ts';
import { fault } from './read-input.ts';

// The kinds of field that entries, definitions and the register are made of.

/** Letters, digits, '-', '_', '.'; at most 64 characters. */
export const code = z.string().refine((text) => /^[A-Za-z0-9._-]{1,64}$/.test(text), fault('INVALID_CODE'));

/** As `code` without '.': what stands behind a dot, so that `a.b.c` can be read in one way only. */
export const key = z.string().refine((text) => /^[A-Za-z0-9_-]{1,64}$/.test(text), fault('INVALID_KEY'));

export const nonBlank = z.string().refine((text) => !isBlank(text), fault('REQUIRED'));

/** A Chinese text left empty is a fault at publication, not before: a draft may be unfinished. */
export const text: z.ZodType<Text> = z
  .strictObject({ zh: z.string(), en: z.string().optional() })
  .transform(({ zh, en }) => (en ? { zh, en } : { zh }));

export const day: z.ZodType<Day> = z.string().refine(isDay, fault('INVALID_DATE'));

/** A decimal as text; a JSON number is taken where it is sure to be what was written. */
export const decimal: z.ZodType<DecimalText> = z.unknown().transform((value, context) => {
  const written = typeof value === 'number' && isExact(value) ? String(value) : value;
  if (typeof written === 'string' && parseDecimal(written)) return written;
  context.addIssue({ ...fault(value === undefined ? 'REQUIRED' : 'INVALID_NUMBER'), input: value });
  return z.NEVER;
});

/** The bounds that can be set to a number, as fields of a shape. */
export const bounds = {
  lessThan: decimal.optional(),
  atMost: decimal.optional(),
  atLeast: decimal.optional(),
  moreThan: decimal.optional(),
};
export const BOUNDS = Object.keys(bounds) as readonly (keyof Bounds)[];
export const hasBounds = (given: Bounds): boolean => BOUNDS.some((bound) => given[bound] != null);

/** Some bounds and nothing else. */
export const someBounds = z.strictObject(bounds).refine(hasBounds, fault('NO_BOUNDS', { options: BOUNDS }));

export const webAddress = z.string().refine((text) => /^https?:\/\/\S+$/.test(text), fault('INVALID_URL'));

/** An object of which exactly one field is given, as a `@oneOf` input. */
export function exactlyOne<Shape extends z.ZodRawShape>(fields: Shape) {
  const options = Object.keys(fields);
  return z.strictObject(fields).superRefine((given, context) => {
    const names = Object.keys(given);
    if (names.length !== 1)
      context.addIssue(fault('NOT_EXACTLY_ONE', { options, value: names.length ? names : '{}' }));
  });
}

/** Refuses the second of two items with the same key. */
export function distinctBy<T>(keyOf: (item: T) => string) {
  return (items: readonly T[], context: z.core.$RefinementCtx<readonly T[]>): void => {
    const seen = new Set<string>();
    items.forEach((item, place) => {
      const itemKey = keyOf(item);
      if (seen.has(itemKey)) context.addIssue(fault('DUPLICATE_CODE', { value: itemKey }, [place]));
      seen.add(itemKey);
    });
  };
}
