import * as z from 'zod';

/**
 * The small vocabulary of a case file. The files are read without any guessing of types (every scalar is the text
 * that stands there), so that a clerk may write 051 or 2026-11-23 without quotes; these turn the texts into values.
 */
export const text = z.string().min(1, 'is empty');

/** `new-build` and `NEW_BUILD` are the same word. */
const asWord = (written: string): string => written.toUpperCase().replaceAll('-', '_');

export const word = text.transform(asWord);

export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  word.pipe(z.enum(words));

export const yesNo = z.enum(['yes', 'no']).transform((answer) => answer === 'yes');

export const day = text.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day such as 2026-11-23');

export const wholeNumber = text.regex(/^\d+$/, 'is not a whole number').transform(Number);

/** The Chinese text alone, or both languages. */
export const bilingual = z.union([
  text.transform((zh) => ({ zh })),
  z.strictObject({ zh: text, en: text.optional() }),
]);

/** `unknown` in place of a value: the field is sent as null. */
export const known = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('unknown').transform(() => null), schema]);
