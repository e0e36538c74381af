import type { Actor } from '../domain/access/access.ts';
import type { Assessment } from '../domain/assessment/assessment.ts';
import type { AssessmentBasis, Reference } from '../domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../domain/assessment/project.ts';
import type { Store } from '../store/create-store.ts';
import type { Waiting } from '../store/retry.ts';
import type { ListDesk } from './list-desk.ts';

/** Assesses elsewhere what `assess` would here, and says what work it was. */
export type AssessBeside = (
  basis: AssessmentBasis,
  project: ProjectInput,
  actor: Actor | null,
  searchBound: number,
) => Promise<AssessmentMade>;

/** An assessment, and the work that it took. */
export interface AssessmentMade {
  readonly assessment: Assessment;
  readonly work: number;
}

/**
 * Assessments by lineage and situation, kept from one request to the next: the rows of a batch come in many.
 *
 * INVARIANT: whoever takes one is charged the work that it took, as if it had been made for him, so that what a request has
 * room for is the same on every machine, whatever was asked before.
 */
export interface KeptAssessments {
  /** What is kept, or else what `context` makes: once for all who ask for it until it is there. */
  forceFetch(key: string, how: { readonly context: () => Promise<AssessmentMade> }): Promise<AssessmentMade>;
}

/** What every operation works with: built once per process. */
export interface Deps {
  readonly store: Store;
  readonly reference: Reference;
  readonly clock: () => Date;
  /** A new id that sorts by nothing and repeats never. */
  readonly newId: () => string;
  /** What assesses beside everything else, where one process answers many requests at a time; none where it answers one. */
  readonly assessBeside?: AssessBeside;
  /** Assessments of earlier requests; none are kept where there is none. */
  readonly kept?: KeptAssessments;
  /** Where lists are taken as files; none where they are not. */
  readonly lists?: ListDesk;
  /** How long to wait where somebody else was faster: that of the machine, but for tests. */
  readonly waiting?: Waiting;
}
