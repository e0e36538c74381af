import * as z from 'zod';
import { condition } from '../condition/condition-shape.ts';
import { code, day, distinctBy, nonBlank, text, webAddress } from '../messages/fields.ts';
import { fault } from '../messages/read-input.ts';
import { byteLength } from '../values/byte-length.ts';
import { ACTIVITIES, FORCES, JURISDICTION_LEVELS, MEASURES, NATURES } from '../vocabulary.ts';
import type { Entry, Exception, Requirement } from './entry.ts';

/** Bytes of JSON: an entry must fit one storage bucket with room to spare, and no law is longer. */
const MAX_ENTRY_BYTES = 32 * 1024;

/** A place in a law is short: 第三章第十二条第（二）项第3目. */
const MAX_PRINTED = 40;
const printed = nonBlank.refine(
  (given) => given.length <= MAX_PRINTED,
  fault('OUT_OF_RANGE', { allowed: `1–${MAX_PRINTED}` }),
);

const territoryScope = z.strictObject({
  include: z.array(nonBlank).default([]),
  except: z.array(nonBlank).default([]),
});

const industryScope = z.strictObject({
  include: z.array(nonBlank),
  except: z.array(nonBlank).default([]),
});

const exception: z.ZodType<Exception> = z
  .strictObject({
    key: code,
    text,
    when: condition.optional(),
    discretionary: z.boolean().default(false),
    decidedBy: z.enum(JURISDICTION_LEVELS).optional(),
  })
  .superRefine((given, context) => {
    // One with neither would take every project out of its entry (DESIGN 2.2.7).
    if (given.when === undefined && !given.discretionary)
      context.addIssue(fault('EXCEPTION_WITHOUT_TEST', { value: given.key }));
  });

const requirement: z.ZodType<Requirement> = z.strictObject({
  key: code,
  text,
  when: condition.optional(),
  evidence: text.optional(),
});

const legalBasis = z.strictObject({
  document: z.string(),
  number: z.string().optional(),
  article: z.string().optional(),
  url: webAddress.optional(),
});

/**
 * Stands for the shape below: a content that says it was written with this one need not be looked through entry by
 * entry when it is read, a fifth of what a cold start over 5 000 entries takes.
 *
 * INVARIANT: another shape has another: tests hold it against the schema.
 */
export const ENTRY_SHAPE = 'def42fed1b67';

/**
 * An entry that the engine can evaluate, in the form of `EntryInput`; what is left out gets its default.
 *
 * An entry reads back as what it was put in, so the same schema reads what is stored: `entry.parse` throws on an
 * entry that this version of the software cannot read, and nothing is assessed without it.
 */
export const entry: z.ZodType<Entry> = z
  .strictObject({
    code,
    printedAs: printed.optional(),
    sortedAs: code.optional(),
    measure: z.enum(MEASURES),
    force: z.enum(FORCES).default('MANDATORY'),
    text,
    industries: industryScope.default({ include: [], except: [] }),
    natures: z.array(z.enum(NATURES)).default([]),
    activities: z.array(z.enum(ACTIVITIES)).default([]),
    territory: territoryScope.default({ include: [], except: [] }),
    when: condition.optional(),
    // Unset and false mean the same, so that equal meaning has equal hashes.
    conditionsPending: z
      .boolean()
      .transform((pending) => pending || undefined)
      .optional(),
    exceptions: z
      .array(exception)
      .superRefine(distinctBy((item) => item.key))
      .default([]),
    requirements: z
      .array(requirement)
      .superRefine(distinctBy((item) => item.key))
      .default([]),
    validFrom: day.optional(),
    validTo: day.optional(),
    exemptIfApprovedBefore: day.optional(),
    deadline: day.optional(),
    replacement: text.optional(),
    responsibility: z
      .strictObject({ lead: z.string(), cooperating: z.array(z.string()).default([]) })
      .optional(),
    basis: z.array(legalBasis).default([]),
    remark: text.optional(),
  })
  .superRefine((given, context) => {
    const bytes = byteLength(JSON.stringify(given));
    if (bytes > MAX_ENTRY_BYTES)
      context.addIssue(fault('TOO_LARGE', { value: bytes, allowed: MAX_ENTRY_BYTES }));
  });
