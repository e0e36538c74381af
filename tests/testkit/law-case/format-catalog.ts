import * as z from 'zod';
import {
  ACTIVITIES,
  FORCES,
  JURISDICTION_LEVELS,
  MEASURES,
  NATURES,
} from '../../../services/domain/vocabulary.ts';
import { bounds, condition } from './format-condition.ts';
import { bilingual, day, oneOf, text, wholeNumber, word, yesNo } from './words.ts';

const scope = z
  .strictObject({ include: z.array(text).default([]), except: z.array(text).default([]) })
  .default({ include: [], except: [] });

/** A line of a catalog as `EntryInput` has it; what is left out is filled in as the README says. */
export const entry = z.strictObject({
  code: text,
  printedAs: text.optional(),
  sortedAs: text.optional(),
  measure: oneOf(MEASURES),
  force: oneOf(FORCES).default('MANDATORY'),
  text: bilingual.optional(),
  industries: scope,
  natures: z.array(oneOf(NATURES)).default([]),
  activities: z.array(oneOf(ACTIVITIES)).default([]),
  territory: scope,
  when: condition.optional(),
  exceptions: z
    .array(
      z.strictObject({
        key: text,
        text: bilingual.optional(),
        when: condition.optional(),
        discretionary: yesNo.default(false),
        decidedBy: oneOf(JURISDICTION_LEVELS).optional(),
      }),
    )
    .default([]),
  requirements: z
    .array(
      z.strictObject({
        key: text,
        text: bilingual.optional(),
        when: condition.optional(),
        evidence: bilingual.optional(),
      }),
    )
    .default([]),
  validFrom: day.optional(),
  validTo: day.optional(),
  exemptIfApprovedBefore: day.optional(),
  deadline: day.optional(),
  replacement: bilingual.optional(),
  responsibility: z.strictObject({ lead: text, cooperating: z.array(text).default([]) }).optional(),
  basis: z
    .array(z.strictObject({ document: text, number: text.optional(), article: text.optional() }))
    .optional(),
  remark: bilingual.optional(),
});

export const definition = z.strictObject({
  name: text,
  type: oneOf(['NUMBER', 'FLAG', 'CHOICE', 'SET', 'DATE']),
  about: oneOf(['PROJECT', 'ZONE']).default('PROJECT'),
  unit: text.optional(),
  integer: yesNo.optional(),
  many: yesNo.optional(),
  ratio: z.strictObject({ numerator: text, denominator: text }).optional(),
  options: z.array(word).optional(),
});

/** Product terms by name; `+` before the full key of a term of others, of which the catalog says more. */
const terms = z.record(
  text,
  z.strictObject({
    aliases: z.array(text).default([]),
    narrower: z.array(text).default([]),
    units: z.array(text).default([]),
  }),
);
export const products = terms.default({});
/** A member of a list: a CAS number, or one with a mass fraction. */
const member = z.union([text, z.strictObject({ cas: text, ...bounds })]);
export const lists = z.record(text, z.array(member)).default({});
const version = z.strictObject({
  number: wholeNumber,
  from: day,
  to: day.optional(),
  withdrawn: z.strictObject({ from: day, repeal: yesNo.default(false) }).optional(),
  facts: z.array(definition).optional(),
  lists: z.record(text, z.array(text)).optional(),
  products: terms.optional(),
  entries: z.array(entry).optional(),
});
export const catalog = z.strictObject({
  key: text,
  of: text,
  facts: z.array(definition).default([]),
  lists,
  products,
  entries: z.array(entry).default([]),
  versions: z.array(version).min(1).optional(),
});
