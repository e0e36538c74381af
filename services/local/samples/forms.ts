import * as z from 'zod';
import type { ProjectInput } from '../../domain/assessment/project.ts';
import type { Entry } from '../../domain/catalog/entry.ts';
import type { Condition } from '../../domain/condition/condition.ts';
import type { FactDefinition, SubstanceList } from '../../domain/facts/fact.ts';
import {
  ACTIVITIES,
  FORCES,
  JURISDICTION_LEVELS,
  MEASURES,
  NATURES,
  OUTCOMES,
  RISK_GRADES,
  SETTLED_OUTCOMES,
  ZONE_KINDS,
  ZONE_LEVELS,
} from '../../domain/vocabulary.ts';

/*
 * The written form of the sample files. It is that of the public inputs, with what is left out filled in.
 * Strict: a field that is not known here is a fault of the file, never skipped.
 */

const word = z.string().min(1);
const text = z.strictObject({ zh: word, en: word });
const day = z.iso.date();
/** Decimals may be written as YAML numbers; they travel as strings. */
const decimal = z.union([z.string(), z.number().transform(String)]);
const bounds = {
  lessThan: decimal.optional(),
  atMost: decimal.optional(),
  atLeast: decimal.optional(),
  moreThan: decimal.optional(),
};

const substance = z.union([
  z.strictObject({ cas: word }),
  z.strictObject({ list: word }),
  z.strictObject({ outsideList: word }),
  z.strictObject({ any: z.literal(true) }),
]);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ number: z.strictObject({ fact: word, unit: word.optional(), ...bounds }) }),
    z.strictObject({ flag: z.strictObject({ fact: word, is: z.boolean() }) }),
    z.strictObject({ choice: z.strictObject({ fact: word, oneOf: z.array(word).min(1) }) }),
    z.strictObject({ set: z.strictObject({ fact: word, includesAny: z.array(word).min(1) }) }),
    z.strictObject({
      date: z.strictObject({ fact: word, before: day.optional(), onOrAfter: day.optional() }),
    }),
    z.strictObject({
      chemical: z.strictObject({
        substance,
        activities: z.array(z.enum(ACTIVITIES)).min(1).optional(),
        moreThan: decimal.optional(),
      }),
    }),
    z.strictObject({
      product: z.strictObject({
        product: word,
        unit: word,
        of: z.enum(['CAPACITY', 'PER_LINE', 'ADDED']),
        ...bounds,
      }),
    }),
  ]),
);

const entry: z.ZodType<Entry> = z.strictObject({
  code: word,
  measure: z.enum(MEASURES),
  force: z.enum(FORCES).default('MANDATORY'),
  text,
  industries: z
    .strictObject({ include: z.array(word), except: z.array(word).default([]) })
    .default({ include: [], except: [] }),
  natures: z.array(z.enum(NATURES)).default([]),
  activities: z.array(z.enum(ACTIVITIES)).default([]),
  territory: z.array(word).default([]),
  when: condition.optional(),
  exceptions: z
    .array(
      z.strictObject({
        key: word,
        text,
        when: condition.optional(),
        discretionary: z.boolean().default(false),
        decidedBy: z.enum(JURISDICTION_LEVELS).optional(),
      }),
    )
    .default([]),
  requirements: z
    .array(z.strictObject({ key: word, text, when: condition.optional(), evidence: text.optional() }))
    .default([]),
  validFrom: day.optional(),
  validTo: day.optional(),
  exemptIfApprovedBefore: day.optional(),
  deadline: day.optional(),
  replacement: text.optional(),
  responsibility: z.strictObject({ lead: word, cooperating: z.array(word).default([]) }).optional(),
  basis: z
    .array(
      z.strictObject({
        document: word,
        number: word.optional(),
        article: word.optional(),
        url: z.url().optional(),
      }),
    )
    .min(1),
  remark: text.optional(),
});

const fact: z.ZodType<FactDefinition> = z.strictObject({
  key: word,
  type: z.enum(['NUMBER', 'FLAG', 'CHOICE', 'SET', 'DATE']),
  about: z.enum(['PROJECT', 'ZONE']).default('PROJECT'),
  unit: word.optional(),
  integer: z.boolean().optional(),
  options: z.array(word).min(1).optional(),
  name: text,
  question: text,
});

const list: z.ZodType<SubstanceList> = z.strictObject({
  key: word,
  name: text,
  members: z.array(word).min(1),
});

/** One version of one catalog. A version `basedOn` another holds only what it changes, as an amending notice does. */
export const versionFile = z.strictObject({
  catalog: z.strictObject({ key: word, jurisdiction: word, title: text, issuer: word, documentNumber: word }),
  version: z.strictObject({
    number: z.int().min(1),
    basedOn: z.int().min(1).optional(),
    effectiveFrom: day,
    effectiveTo: day.optional(),
    reason: word,
    /** Warnings of the publication rules that the publisher answers for. */
    acknowledge: z.array(z.strictObject({ rule: word, entry: word.nullable() })).default([]),
  }),
  facts: z.array(fact).default([]),
  lists: z.array(list).default([]),
  /** Codes of entries that this version drops. */
  removes: z.array(word).default([]),
  entries: z.array(entry).min(1),
});
export type VersionFile = z.infer<typeof versionFile>;

const declared = z.strictObject({
  key: word,
  value: z.union([
    z.strictObject({ number: decimal }),
    z.strictObject({ flag: z.boolean() }),
    z.strictObject({ choice: word }),
    z.strictObject({ set: z.array(word) }),
    z.strictObject({ date: day }),
  ]),
});

/** All jurisdictions, each after the one it lies in. */
export const registerFile = z.strictObject({
  effectiveFrom: day,
  reason: word,
  regions: z.array(
    z.strictObject({
      code: word,
      level: z.enum(['COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY']),
      name: text,
      parent: word.optional(),
    }),
  ),
  zones: z.array(
    z.strictObject({
      code: word,
      name: text,
      parent: word,
      kind: z.enum(ZONE_KINDS),
      zoneLevel: z.enum(ZONE_LEVELS),
      riskGrade: z.enum(RISK_GRADES),
      positioning: z.array(word).default([]),
      areas: z.array(z.strictObject({ key: word, name: text })).default([]),
      suspended: z.boolean().default(false),
      facts: z.array(declared).default([]),
    }),
  ),
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
      project: z.looseObject({ zone: word }).transform((project) => project as ProjectInput),
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
