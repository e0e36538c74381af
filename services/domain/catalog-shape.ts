import * as z from 'zod';
import type { RegisteredCatalog } from './catalog.ts';
import { code, nonBlank, text } from './fields.ts';
import { fault } from './shape.ts';

/** Facts of the zone are called `zone.<name>`, so no catalog can be. */
const RESERVED_KEYS: readonly string[] = ['zone'];

/** A catalog in the form of `CreateCatalogInput`, without the reason. */
export const catalogShape: z.ZodType<RegisteredCatalog> = z.strictObject({
  jurisdiction: nonBlank,
  key: code.refine((key) => !RESERVED_KEYS.includes(key), fault('RESERVED_KEY')),
  title: text.refine(({ zh }) => zh.trim() !== '', { ...fault('REQUIRED'), path: ['zh'] }),
  issuer: z.string().optional(),
  documentNumber: z.string().optional(),
});
