import * as z from 'zod';
import type { ProjectInput } from '../../domain/assessment/project.ts';
import { catalogShape } from '../../domain/catalog/catalog-shape.ts';
import { entry } from '../../domain/catalog/entry-shape.ts';
import { factDefinition, productTerm, substanceList } from '../../domain/facts/definition-shape.ts';
import { day } from '../../domain/messages/fields.ts';
import { OUTCOMES, SETTLED_OUTCOMES } from '../../domain/vocabulary.ts';
import type { RegisterRegionInput, RegisterZoneInput } from '../../operations/register/register.ts';

/*
 * The written form of the sample files. It is that of the public inputs, as the domain reads them.
 * Strict: a field that is not known here, or to the API where the files are loaded, is a fault of the file.
 */

const word = z.string().min(1);

/** One version of one catalog. A version `basedOn` another holds only what it changes, as an amending notice does. */
export const versionFile = z.strictObject({
  catalog: catalogShape,
  version: z.strictObject({
    number: z.int().min(1),
    basedOn: z.int().min(1).optional(),
    effectiveFrom: day,
    effectiveTo: day.optional(),
    reason: word,
    /** Warnings of the publication rules that the publisher answers for. */
    acknowledge: z.array(z.strictObject({ rule: word, entry: word.nullable() })).default([]),
  }),
  facts: z.array(factDefinition).default([]),
  lists: z.array(substanceList).default([]),
  products: z.array(productTerm).default([]),
  /** Codes of entries that this version drops. */
  removes: z.array(word).default([]),
  entries: z.array(entry).min(1),
});
export type VersionFile = z.infer<typeof versionFile>;

/** An input whose fields the API checks when it is loaded. */
const inputWith = <Input>(...required: string[]) =>
  z
    .looseObject(Object.fromEntries(required.map((field) => [field, word])))
    .transform((input) => input as unknown as Input);

/** All jurisdictions, each after the one it lies in. */
export const registerFile = z.strictObject({
  effectiveFrom: day,
  reason: word,
  regions: z.array(inputWith<Omit<RegisterRegionInput, 'effectiveFrom' | 'reason'>>('code')),
  zones: z.array(inputWith<Omit<RegisterZoneInput, 'effectiveFrom' | 'reason'>>('code')),
});
export type RegisterFile = z.infer<typeof registerFile>;

/** Projects and what a practitioner expects of them. The projects themselves are checked as any applicant's are. */
export const projectsFile = z.strictObject({
  /** Facts that several projects share, taken over by YAML aliases. */
  common: z.unknown(),
  projects: z.array(
    z.strictObject({
      name: word,
      en: word,
      on: day.optional(),
      /** The roles of the officer who asks; nobody's where empty. */
      as: z.array(word).default([]),
      project: inputWith<ProjectInput>('zone'),
      expect: z.union([
        z.strictObject({ error: word }),
        z.strictObject({
          outcome: z.enum(OUTCOMES),
          possible: z.array(z.enum(SETTLED_OUTCOMES)).optional(),
          /** The entries whose effect is the outcome, as "catalog entry". */
          decisive: z.array(word).default([]),
          /** Facts that must be among the missing ones. */
          missing: z.array(word).default([]),
          reasons: z.array(word).default([]),
        }),
      ]),
      why: word,
    }),
  ),
});
export type SampleProject = z.infer<typeof projectsFile>['projects'][number];
