import * as z from 'zod';
import type { RegisteredCatalog } from './catalog.ts';
import { code, nonBlank, text } from './fields.ts';
import { fault } from './shape.ts';
import type { Text } from './text.ts';

/** Facts of the zone are called `zone.<name>`, so no catalog can be. */
const RESERVED_KEYS: readonly string[] = ['zone'];

/** The title of a catalog; unlike the texts of a draft it is never left open. */
export const catalogTitle: z.ZodType<Text> = text.refine(({ zh }) => zh.trim() !== '', {
  ...fault('REQUIRED'),
  path: ['zh'],
});

/** A catalog in the form of `CreateCatalogInput`, without the reason. */
export const catalogShape: z.ZodType<RegisteredCatalog> = z.strictObject({
  jurisdiction: nonBlank,
  key: code.refine((key) => !RESERVED_KEYS.includes(key), fault('RESERVED_KEY')),
  title: catalogTitle,
  issuer: z.string().optional(),
  documentNumber: z.string().optional(),
});
