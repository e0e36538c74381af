import type { CatalogIdentity } from '../catalog/catalog.ts';
import type { Standing } from '../catalog/version.ts';
import type { JurisdictionRecord } from '../register/jurisdiction.ts';
import { hashOf } from '../values/canonical.ts';
import type { Day } from '../vocabulary.ts';
import type { Assessment } from './assessment.ts';
import type { ProjectInput } from './project.ts';

/** A recorded assessment (准入决定) with all that is needed to make it again (DESIGN 2.9). */
export interface Decision {
  /** `decision_…` */
  readonly id: string;
  readonly project: ProjectInput;
  readonly assessment: Assessment;
  readonly on: Day;
  readonly onReason: string | null;
  readonly decidedAt: string;
  readonly decidedBy: string;
  /** The decision that it takes the place of, and why; null where of none. */
  readonly supersedes: Supersession | null;
  readonly evidence: Evidence;
  /** The row of a batch that it decides; absent where it was decided by itself. */
  readonly batch?: BatchPlace;
  /** SHA-256 over the canonical JSON of all of the above (回执). */
  readonly receipt: string;
}
/** A row of a batch (批次中的位置), by its chunk and its place there, both from 0. */
export interface BatchPlace {
  /** Id of the batch. */
  readonly id: string;
  readonly chunk: number;
  readonly row: number;
}
/** A recorded decision is never edited: another one takes its place (替代). */
export interface Supersession {
  /** `decision_…` */
  readonly decision: string;
  readonly reason: string;
}
/** What was read, by hash, so that a replay can prove it reads the same. */
export interface Evidence {
  readonly engineVersion: string;
  /** Work that each search was allowed: whatever was not settled within it was taken for open. */
  readonly searchBound: number;
  /** The zone and its ancestors as they were read, country first. */
  readonly lineage: readonly JurisdictionRecord[];
  readonly register: ChainHead;
  /** Every catalog of the lineage, in force or not, country first. */
  readonly catalogs: readonly CatalogEvidence[];
  readonly lapsed: readonly LapsedEvidence[];
  readonly dictionaryHash: string;
  readonly listsHash: string;
  readonly classificationHash: string;
}
/** How a catalog stood on the day, and the version in force where there was one. */
export interface CatalogEvidence extends CatalogIdentity {
  /** Null where the catalog was in the register and had no revision of its own. */
  readonly head: ChainHead | null;
  readonly standing: Standing['kind'];
  /** Present exactly where the standing is IN_FORCE. */
  readonly version: VersionEvidence | null;
}
export interface VersionEvidence {
  readonly number: number;
  readonly contentHash: string;
  /** Hash of the blob. */
  readonly content: string;
}
/** Where definitions were read that no version in force has. */
export interface LapsedEvidence {
  readonly key: string;
  readonly head: ChainHead;
  readonly version: VersionEvidence;
  /** Of the definitions. */
  readonly keys: readonly string[];
}
/** The newest revision of a chain that was read. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** What proves a decision: the hash of the whole record, in RFC 8785 form; its receipt itself, where there, is left out. */
export function receiptOf({
  receipt: _,
  ...record
}: Omit<Decision, 'receipt'> & { readonly receipt?: string }): string {
  return hashOf(record);
}
