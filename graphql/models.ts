import type { Assessment, FactReading, Finding, MissingFact, Reason } from '../services/domain/assessment.ts';
import type { CatalogContent, CatalogIdentity, DraftState } from '../services/domain/catalog.ts';
import type { ChainHead, Decision } from '../services/domain/decision.ts';
import type { Entry, Exception, Requirement } from '../services/domain/entry.ts';
import type { Ground } from '../services/domain/ground.ts';
import type { Area, JurisdictionRecord } from '../services/domain/jurisdiction.ts';
import type { Refusal } from '../services/domain/refusal.ts';
import type { CatalogRead, catalogHistory } from '../services/operations/read.ts';
import type { Replay } from '../services/operations/replay.ts';

// What the resolvers of a type are given where the domain's own object does not say where it lies.

export type NodeModel = JurisdictionRecord | CatalogIdentity | VersionModel | Decision;

export interface AreaModel extends Area {
  readonly zoneCode: string;
}

/** A version by the key of its catalog; all else is read when it is asked for. */
export interface VersionModel {
  readonly catalog: string;
  readonly number: number;
}

export interface DraftModel extends CatalogRead {
  readonly draft: DraftState;
}

export type RevisionModel = NonNullable<Awaited<ReturnType<typeof catalogHistory>>>['items'][number]['value'];

/** An entry with the content it stands in, whose definitions its conditions speak of. */
export interface EntryModel {
  /** Key of the catalog. */
  readonly catalog: string;
  readonly entry: Entry;
  /** From 1. */
  readonly position: number;
  readonly content: CatalogContent;
}
export interface ExceptionModel extends Exception {
  readonly content: CatalogContent;
}
export interface RequirementModel extends Requirement {
  readonly content: CatalogContent;
}

export interface ResultModel {
  readonly index: number;
  readonly ref: string | null;
  readonly assessment: AssessmentModel | null;
  readonly refusals: readonly Refusal[];
}

/** An assessment with what it rests on, so that nothing has to be read again to show it. */
export interface AssessmentModel {
  readonly assessment: Assessment;
  readonly ground: Ground;
}
export interface ReasonModel extends AssessmentModel {
  readonly reason: Reason;
}
export interface FindingModel extends AssessmentModel {
  readonly finding: Finding;
}
export interface FactReadingModel extends AssessmentModel {
  readonly reading: FactReading;
}
export interface MissingFactModel extends AssessmentModel {
  readonly missing: MissingFact;
}

export interface CatalogHeadModel extends ChainHead {
  readonly catalog: string;
}
export interface ReplayModel {
  readonly replay: Replay;
  readonly ground: Ground;
}
