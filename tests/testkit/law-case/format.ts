import * as z from 'zod';
import { EFFECTS, OUTCOMES, SETTLED_OUTCOMES, type Truth } from '../../../services/domain/assessment.ts';
import { ACTIVITIES, type Condition } from '../../../services/domain/condition.ts';
import { FORCES, MEASURES, NATURES } from '../../../services/domain/entry.ts';
import {
  JURISDICTION_LEVELS,
  RISK_GRADES,
  ZONE_KINDS,
  ZONE_LEVELS,
} from '../../../services/domain/jurisdiction.ts';
import { bilingual, day, known, oneOf, text, wholeNumber, word, yesNo } from './words.ts';

/** The form of a file of law cases, as tests/cases/README.md explains it. Strict: what it does not know is a fault. */
export const lawFile = z.lazy(() => z.strictObject({ title: text, zh: text, laws: z.array(law).min(1) }));
export type LawFile = z.infer<typeof lawFile>;
export type Law = LawFile['laws'][number];
export type Situation = Law['cases'][number];
export type Expectation = Situation['expect'];

const bounds = {
  lessThan: text.optional(),
  atMost: text.optional(),
  atLeast: text.optional(),
  moreThan: text.optional(),
};
const condition: z.ZodType<Condition> = z.lazy(() =>
  z
    .strictObject({
      all: z.array(condition).optional(),
      any: z.array(condition).optional(),
      not: condition.optional(),
      number: z.strictObject({ fact: text, unit: text.optional(), ...bounds }).optional(),
      flag: z.strictObject({ fact: text, is: yesNo }).optional(),
      choice: z.strictObject({ fact: text, oneOf: z.array(word) }).optional(),
      set: z.strictObject({ fact: text, includesAny: z.array(word) }).optional(),
      date: z.strictObject({ fact: text, before: day.optional(), onOrAfter: day.optional() }).optional(),
      chemical: z
        .strictObject({
          substance: z
            .strictObject({
              cas: text.optional(),
              list: text.optional(),
              outsideList: text.optional(),
              any: z
                .literal('yes')
                .transform(() => true)
                .optional(),
            })
            .refine(hasOneKey, 'needs exactly one of cas, list, outsideList, any'),
          activities: z.array(oneOf(ACTIVITIES)).optional(),
          moreThan: text.optional(),
        })
        .optional(),
      product: z
        .strictObject({
          product: text,
          unit: text,
          of: oneOf(['CAPACITY', 'PER_LINE', 'ADDED']).default('CAPACITY'),
          ...bounds,
        })
        .optional(),
    })
    .refine(hasOneKey, 'needs exactly one of all, any, not or a test')
    .transform((written) => written as unknown as Condition),
);

const entry = z.strictObject({
  code: text,
  measure: oneOf(MEASURES),
  force: oneOf(FORCES).default('MANDATORY'),
  text: bilingual.optional(),
  industries: z
    .strictObject({ include: z.array(text).default([]), except: z.array(text).default([]) })
    .default({ include: [], except: [] }),
  natures: z.array(oneOf(NATURES)).default([]),
  activities: z.array(oneOf(ACTIVITIES)).default([]),
  territory: z.array(text).default([]),
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

const definition = z.strictObject({
  name: text,
  type: oneOf(['NUMBER', 'FLAG', 'CHOICE', 'SET', 'DATE']),
  about: oneOf(['PROJECT', 'ZONE']).default('PROJECT'),
  unit: text.optional(),
  integer: yesNo.optional(),
  options: z.array(word).optional(),
});
const lists = z.record(text, z.array(text)).default({});
const version = z.strictObject({
  number: wholeNumber,
  from: day,
  to: day.optional(),
  withdrawn: z.strictObject({ from: day, repeal: yesNo.default(false) }).optional(),
  entries: z.array(entry).optional(),
});
const catalog = z.strictObject({
  key: text,
  of: text,
  facts: z.array(definition).default([]),
  lists,
  entries: z.array(entry).default([]),
  versions: z.array(version).min(1).optional(),
});

const declared = z.strictObject({
  key: text,
  number: z.union([text, z.strictObject({ json: text })]).optional(),
  flag: yesNo.optional(),
  choice: word.optional(),
  set: z.array(word).optional(),
  date: text.optional(),
});
const zoneChange = z.strictObject({
  in: text.optional(),
  kind: oneOf(ZONE_KINDS).optional(),
  zoneLevel: oneOf(ZONE_LEVELS).optional(),
  riskGrade: oneOf(RISK_GRADES).optional(),
  positioning: z.array(word).optional(),
  areas: z.array(text).optional(),
  suspended: yesNo.optional(),
  facts: z.array(declared).optional(),
  closedFrom: day.optional(),
});

/** A number as text, or with `json` as a JSON number, the way a careless caller sends it. */
const decimal = z.union([text, z.strictObject({ json: text })]);
const project = z.strictObject({
  projectCode: text.optional(),
  unifiedSocialCreditCode: text.optional(),
  industries: known(z.array(text)).optional(),
  nature: known(oneOf(NATURES)).optional(),
  activities: known(z.array(oneOf(ACTIVITIES))).optional(),
  area: known(text).optional(),
  earlierApproval: known(text).optional(),
  totalInvestment: known(decimal).optional(),
  investmentExcludingLand: known(decimal).optional(),
  fixedAssetInvestment: known(decimal).optional(),
  equipmentInvestment: known(decimal).optional(),
  landArea: known(decimal).optional(),
  taxPerMu: known(decimal).optional(),
  annualEnergy: known(decimal).optional(),
  exposedPersons: known(text).optional(),
  purposes: known(z.array(word)).optional(),
  nationalClass: known(word).optional(),
  hazardousChemicalProject: known(yesNo).optional(),
  processes: known(z.array(word)).optional(),
  chemicals: known(
    z.array(
      z.strictObject({
        cas: text,
        activities: z.array(oneOf(ACTIVITIES)).optional(),
        tonnes: known(decimal).optional(),
      }),
    ),
  ).optional(),
  products: known(
    z.array(
      z.strictObject({
        product: text,
        unit: text,
        capacity: known(decimal).optional(),
        addedCapacity: known(decimal).optional(),
        lines: known(text).optional(),
      }),
    ),
  ).optional(),
  majorHazardLevel: known(word).optional(),
  combustibleDust: known(yesNo).optional(),
  labourIntensive: known(yesNo).optional(),
  firstOfKindProcess: known(yesNo).optional(),
  reactionRiskAssessed: known(yesNo).optional(),
  automaticControl: known(yesNo).optional(),
  safetyInstrumentedSystem: known(yesNo).optional(),
  declared: z.array(declared).optional(),
  confirmations: z
    .array(z.strictObject({ entry: text, exception: text, confirmed: yesNo, document: text }))
    .optional(),
});

const truth = z
  .enum(['yes', 'no', 'unknown'])
  .transform((written): Truth => (written === 'yes' ? 'TRUE' : written === 'no' ? 'FALSE' : 'UNKNOWN'));
const finding = z.strictObject({
  entry: text,
  applies: truth.refine((applies) => applies !== 'FALSE', 'an entry that does not apply is no finding'),
  effect: oneOf(EFFECTS),
  discretion: z.literal('open').optional(),
  ifDenied: oneOf(EFFECTS).optional(),
  industry: text.optional(),
  exceptions: z.record(text, truth).default({}),
  requirements: z.record(text, truth).default({}),
});
const missing = z.union([
  text.transform((fact) => ({ fact, for: undefined, candidates: undefined })),
  z.strictObject({ fact: text, for: z.array(text).optional(), candidates: z.array(text).optional() }),
]);
const reason = z.union([
  word.transform((code) => ({ code, catalog: undefined, fact: undefined })),
  z.strictObject({ code: word, catalog: text.optional(), fact: text.optional() }),
]);
const assessed = z
  .strictObject({
    outcome: oneOf(OUTCOMES),
    possible: z.array(oneOf(SETTLED_OUTCOMES)).optional(),
    exact: yesNo.default(true),
    reasons: z.array(reason).default([]),
    findings: z.array(finding).default([]),
    missing: z.array(missing).default([]),
    ask: z.array(text).default([]),
  })
  .refine(
    (expect) => (expect.outcome === 'NEEDS_INFORMATION') === (expect.possible !== undefined),
    'needs-information, and nothing else, says what is possible',
  );
const refused = z.strictObject({
  errors: z
    .array(
      z.strictObject({
        code: word,
        field: text.optional(),
        value: z.union([text.transform((value) => [value]), z.array(text)]).default([]),
      }),
    )
    .min(1),
});
const stopped = z.strictObject({ stops: z.literal('yes') });
/** Chosen by its telling key, so that a fault is told against the one form that was meant. */
const expectation = z.unknown().transform((written, context) => {
  const form = hasKey(written, 'errors') ? refused : hasKey(written, 'stops') ? stopped : assessed;
  const read = form.safeParse(written);
  if (read.success) return read.data;
  for (const issue of read.error.issues) context.issues.push({ ...issue, input: written } as never);
  return z.NEVER;
});

const circumstances = {
  on: day.optional(),
  zone: text.optional(),
  zones: z.record(text, zoneChange).default({}),
};
const situation = z.strictObject({
  name: text,
  zh: text,
  why: text.optional(),
  ...circumstances,
  as: text.default('applicant'),
  project: project.default({}),
  expect: expectation,
});
const law = z.strictObject({
  law: text,
  zh: text,
  clause: text,
  why: text.optional(),
  ...circumstances,
  facts: z.array(definition).default([]),
  lists,
  entries: z.array(entry).optional(),
  catalogs: z.array(catalog).default([]),
  cases: z.array(situation).min(1),
});

function hasOneKey(written: object): boolean {
  return Object.values(written).filter((value) => value !== undefined).length === 1;
}
function hasKey(written: unknown, key: string): boolean {
  return typeof written === 'object' && written !== null && key in written;
}
