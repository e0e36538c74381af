import * as z from 'zod';
import { StoredDataUnreadable } from './faults.ts';

/**
 * What is stored, in the shape that this version of the software knows; anything else stops the reading, because
 * a field that is passed over might be the one that forbids.
 *
 * @param what is named in the error
 * @throws StoredDataUnreadable
 */
export function read<T>(schema: z.ZodType<T>, stored: unknown, what: string): T {
  const result = schema.safeParse(stored);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, code }) => `${path.join('.') || 'as a whole'} (${code})`);
  throw new StoredDataUnreadable(`${what} is not readable: ${faults.slice(0, MAX_FAULTS).join(', ')}`, {
    cause: result.error,
  });
}

/** Of one item: the first few show what happened to it. */
const MAX_FAULTS = 5;

/** A strict object that the compiler holds to every field of `T`, the optional ones too. */
export const fields =
  <T>() =>
  <Shape extends { readonly [Name in keyof Required<T>]: z.ZodType }>(shape: Shape) =>
    z.strictObject(shape);

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
