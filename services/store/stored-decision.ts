import * as z from 'zod';
import type { Assessment } from '../domain/assessment/assessment.ts';
import type {
  BatchPlace,
  CatalogEvidence,
  ChainHead,
  Decision,
  Evidence,
  LapsedEvidence,
  Supersession,
  VersionEvidence,
} from '../domain/assessment/decision.ts';
import type { Outcome } from '../domain/vocabulary.ts';
import { OUTCOMES, SETTLED_OUTCOMES } from '../domain/vocabulary.ts';
import { fields, sha256Hex } from './reading.ts';

// A decision is a record of its day: its frame is checked here, but findings, entries and the input stay as they
// were written, even where today's rules for new ones are stricter.

const list = <T>() => z.array(z.custom<T>((item) => typeof item === 'object' && item !== null));

const head = fields<ChainHead>()({ seq: z.int().positive(), hash: sha256Hex });

const assessment = fields<Assessment>()({
  zone: z.string(),
  on: z.string(),
  outcome: z.enum(OUTCOMES),
  possibleOutcomes: z.array(z.enum(SETTLED_OUTCOMES)),
  exact: z.boolean(),
  reasons: list<Assessment['reasons'][number]>(),
  notices: list<Assessment['notices'][number]>(),
  findings: list<Assessment['findings'][number]>(),
  missingFacts: list<Assessment['missingFacts'][number]>(),
  majorHazard: z.custom<Assessment['majorHazard']>((item) => typeof item === 'object'),
  minimalQuestions: z.array(z.string()),
  versions: list<Assessment['versions'][number]>(),
});

const version = fields<VersionEvidence>()({
  number: z.int().positive(),
  contentHash: sha256Hex,
  content: sha256Hex,
});
const catalogEvidence = fields<CatalogEvidence>()({
  key: z.string(),
  jurisdiction: z.string(),
  head: head.nullable(),
  standing: z.enum(['IN_FORCE', 'NOT_YET', 'LAPSED', 'REPEALED']),
  version: version.nullable(),
});
const lapsedEvidence = fields<LapsedEvidence>()({
  key: z.string(),
  head,
  version,
  keys: z.array(z.string()),
});

const evidence = fields<Evidence>()({
  engineVersion: z.string(),
  searchBound: z.int().positive(),
  lineage: list<Evidence['lineage'][number]>(),
  register: head,
  catalogs: z.array(catalogEvidence),
  lapsed: z.array(lapsedEvidence),
  dictionaryHash: z.string(),
  listsHash: z.string(),
  classificationHash: z.string(),
});

/** What the blob says; its hash is the receipt. */
export type DecisionBody = Omit<Decision, 'receipt'>;
export const decisionBody: z.ZodType<DecisionBody> = fields<DecisionBody>()({
  id: z.string(),
  project: z.custom<Decision['project']>((item) => typeof item === 'object' && item !== null),
  assessment,
  on: z.string(),
  onReason: z.string().nullable(),
  decidedAt: z.string(),
  decidedBy: z.string(),
  supersedes: fields<Supersession>()({ decision: z.string(), reason: z.string() }).nullable(),
  evidence,
  batch: fields<BatchPlace>()({
    id: z.string(),
    chunk: z.int().nonnegative(),
    row: z.int().nonnegative(),
  }).optional(),
});

export interface DecisionItem {
  readonly PK: string;
  readonly SK: string;
  readonly payloadHash: string;
  /** Hash of the blob that holds the decision, and so its receipt. */
  readonly body: string;
  readonly outcome: Outcome;
  readonly applicant?: string;
  readonly zoneKey: string;
  readonly codeKey?: string;
  readonly creditKey?: string;
  readonly timeKey: string;
}
export const decisionItem: z.ZodType<DecisionItem> = fields<DecisionItem>()({
  PK: z.string(),
  SK: z.string(),
  payloadHash: z.string(),
  body: sha256Hex,
  outcome: z.enum(OUTCOMES),
  applicant: z.string().optional(),
  zoneKey: z.string(),
  codeKey: z.string().optional(),
  creditKey: z.string().optional(),
  timeKey: z.string(),
});
