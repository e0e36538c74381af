import * as z from 'zod';
import { code, nonBlank, text } from '../messages/fields.ts';
import { fault } from '../messages/read-input.ts';
import { byteLength } from '../values/byte-length.ts';
import { isBlank } from '../values/is-blank.ts';
import type { Text } from '../values/text.ts';
import type { RegisteredCatalog } from './catalog.ts';

/** Facts of the zone are called `zone.<name>`, so no catalog can be, in whatever case. */
const RESERVED_KEYS: readonly string[] = ['zone'];

/** The title of a catalog; unlike the texts of a draft it is never left open. */
export const catalogTitle: z.ZodType<Text> = text
  .refine(({ zh }) => !isBlank(zh), { ...fault('REQUIRED'), path: ['zh'] })
  .superRefine(({ zh, en }, context) => {
    withinBytes(zh, context, ['zh']);
    withinBytes(en ?? '', context, ['en']);
  });

/** An issuer or document number. */
export const catalogDetail: z.ZodType<string> = nonBlank.superRefine((said, context) =>
  withinBytes(said, context),
);

/** A catalog in the form of `CreateCatalogInput`, without the reason. */
export const catalogShape: z.ZodType<RegisteredCatalog> = z.strictObject({
  jurisdiction: nonBlank,
  key: code.refine((key) => !RESERVED_KEYS.includes(key.toLowerCase()), fault('RESERVED_KEY')),
  title: catalogTitle,
  issuer: catalogDetail.optional(),
  documentNumber: catalogDetail.optional(),
});

/** A thousand Chinese characters. They stand in every state of the catalog and in every list of catalogs. */
const MAX_BYTES = 3_000;

function withinBytes(said: string, context: z.core.$RefinementCtx, path: PropertyKey[] = []): void {
  const value = byteLength(said);
  if (value > MAX_BYTES) context.addIssue(fault('TOO_LARGE', { value, allowed: MAX_BYTES }, path));
}
