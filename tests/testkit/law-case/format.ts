import * as z from 'zod';
import { RISK_GRADES, ZONE_KINDS, ZONE_LEVELS } from '../../../services/domain/vocabulary.ts';
import { catalog, definition, entry, lists, products } from './format-catalog.ts';
import { expectation } from './format-expectation.ts';
import { declared, project } from './format-project.ts';
import { day, oneOf, text, word, yesNo } from './words.ts';

/** The form of a file of law cases, as tests/cases/README.md explains it. Strict: what it does not know is a fault. */
export const lawFile = z.lazy(() => z.strictObject({ title: text, zh: text, laws: z.array(law).min(1) }));
export type LawFile = z.infer<typeof lawFile>;
export type Law = LawFile['laws'][number];
export type Situation = Law['cases'][number];
export type Expectation = Situation['expect'];

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
  products,
  entries: z.array(entry).optional(),
  catalogs: z.array(catalog).default([]),
  cases: z.array(situation).min(1),
});
