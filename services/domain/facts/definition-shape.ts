import * as z from 'zod';
import { day, decimal, distinctBy, exactlyOne, nonBlank, someBounds, text } from '../messages/fields.ts';
import { fault } from '../messages/read-input.ts';
import { byteLength } from '../values/byte-length.ts';
import { canonicalJson } from '../values/canonical.ts';
import type { DeclaredFact, FactDefinition, FactValue, SubstanceList } from './fact.ts';
import { FACT_TYPES } from './fact.ts';
import type { ProductTerm } from './product-term.ts';

/** Bytes of JSON: 20 000 substances or so. */
const MAX_LIST_BYTES = 256 * 1024;

const filled = <T>(items: readonly T[]): boolean => items.length > 0;

/** A fact of a catalog, in the form of `FactDefinitionInput`. Its key is checked against the catalog's, see `ownKey`. */
export const factDefinition: z.ZodType<FactDefinition> = z
  .strictObject({
    key: nonBlank,
    type: z.enum(FACT_TYPES),
    about: z.enum(['PROJECT', 'ZONE']).default('PROJECT'),
    unit: nonBlank.optional(),
    integer: z.boolean().optional(),
    many: z.boolean().optional(),
    ratio: z.strictObject({ numerator: nonBlank, denominator: nonBlank }).optional(),
    options: z
      .array(nonBlank)
      .refine(filled, fault('NOTHING_GIVEN'))
      .superRefine(distinctBy((option) => option))
      .optional(),
    name: text,
    question: text,
  })
  .superRefine((given, context) => {
    const hasOptions = given.type === 'CHOICE' || given.type === 'SET';
    // Without a closed list nobody could say which values an unknown fact may take (DESIGN 2.6).
    if (hasOptions && !given.options) context.addIssue(fault('REQUIRED', {}, ['options']));
    for (const [name, fits] of [
      ['options', hasOptions],
      ['unit', given.type === 'NUMBER'],
      ['integer', given.type === 'NUMBER' && !given.ratio],
      ['many', given.type === 'NUMBER' && !given.ratio],
      ['ratio', given.type === 'NUMBER' && given.about === 'PROJECT'],
    ] as const)
      if (!fits && given[name] !== undefined) context.addIssue(fault('UNKNOWN_FIELD', {}, [name]));
  });

/** A substance list of a catalog, in the form of `SubstanceListInput`. */
export const substanceList: z.ZodType<SubstanceList> = z
  .strictObject({
    key: nonBlank,
    name: text,
    members: z
      .array(nonBlank)
      .refine(filled, fault('NOTHING_GIVEN'))
      .superRefine(distinctBy((cas) => cas)),
    // In one order, so that the same list has the same hash.
    fractions: z
      .array(z.strictObject({ cas: nonBlank, fraction: someBounds }))
      .transform((fractions) => [...fractions].sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)))
      .optional(),
  })
  .superRefine(({ members, fractions = [] }, context) => {
    const there = new Set(members);
    for (const [at, { cas }] of fractions.entries())
      if (!there.has(cas))
        context.addIssue(fault('OUT_OF_RANGE', { value: cas, allowed: 'members' }, ['fractions', at, 'cas']));
  })
  .superRefine((given, context) => {
    const bytes = byteLength(JSON.stringify(given));
    if (bytes > MAX_LIST_BYTES)
      context.addIssue(fault('TOO_LARGE', { value: bytes, allowed: MAX_LIST_BYTES }));
  });

/** A product term of a catalog, or what it says beside of one that is built in or of a catalog above; `ProductTermInput`. */
export const productTerm: z.ZodType<ProductTerm> = z.strictObject({
  key: nonBlank,
  name: text,
  aliases: termNames(),
  narrower: termNames(),
  units: termNames(),
});
function termNames() {
  return z
    .array(nonBlank)
    .superRefine(distinctBy((name) => name))
    .default([]);
}

/** Whether a key belongs to a catalog: `<catalog key>.<name>`, the name without a dot, so that it belongs to one only. */
export const ownKey = (catalog: string, key: string): boolean =>
  key.startsWith(`${catalog}.`) && /^[A-Za-z0-9_-]{1,64}$/.test(key.slice(catalog.length + 1));

const factValue = exactlyOne({
  number: decimal.optional(),
  numbers: z.array(decimal).optional(),
  flag: z.boolean().optional(),
  choice: z.string().optional(),
  set: z.array(z.string()).optional(),
  date: day.optional(),
}) as z.ZodType<FactValue>;

/** What is stated of a fact that a catalog defines, in the form of `DeclaredFactInput`. */
export const declaredFact: z.ZodType<DeclaredFact> = z.strictObject({ key: nonBlank, value: factValue });
