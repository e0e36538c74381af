import type {
  Assessment,
  FactReading,
  Finding,
  MissingFact,
  Reason,
} from '../services/domain/assessment/assessment.ts';
import type { AssessmentBasis } from '../services/domain/assessment/assessment-basis.ts';
import type { Decision } from '../services/domain/assessment/decision.ts';
import type {
  CatalogContent,
  CatalogIdentity,
  ContentRef,
  DraftState,
} from '../services/domain/catalog/catalog.ts';
import type { CatalogProposal } from '../services/domain/catalog/catalog-act.ts';
import type { Entry, Exception, Requirement } from '../services/domain/catalog/entry.ts';
import type { ItemTexts } from '../services/domain/catalog/field-names.ts';
import type { StandingChange } from '../services/domain/catalog/standing-changes.ts';
import type { Reversal, Withdrawal } from '../services/domain/catalog/version.ts';
import type { Comparison, DefinitionChange, EntryChange } from '../services/domain/comparison/comparison.ts';
import type { FieldChange } from '../services/domain/comparison/field-change.ts';
import type { ReleaseNotes } from '../services/domain/comparison/release-notes.ts';
import type { RevisionItem } from '../services/domain/comparison/revision-items.ts';
import type { WordingContext } from '../services/domain/comparison/wording-context.ts';
import type { FactDefinition, SubstanceList } from '../services/domain/facts/fact.ts';
import type { ProductTerm } from '../services/domain/facts/product-term.ts';
import type { Refusal } from '../services/domain/messages/refusal.ts';
import type { Area, JurisdictionRecord } from '../services/domain/register/jurisdiction.ts';
import type { RegisterProposal } from '../services/domain/register/register-act.ts';
import type { Locale } from '../services/domain/values/text.ts';
import type { Day } from '../services/domain/vocabulary.ts';
import type { AddedChunk } from '../services/operations/batches/add-to-batch.ts';
import type { BatchRow } from '../services/operations/batches/rows.ts';
import type { DraftCheck } from '../services/operations/catalog/check-draft.ts';
import type { ProjectAnswer } from '../services/operations/decisions/assess.ts';
import type { ZoneFound } from '../services/operations/decisions/find-zones.ts';
import type { Replay } from '../services/operations/decisions/replay.ts';
import type { catalogHistory } from '../services/operations/history/catalog-history.ts';
import type { EntryStep } from '../services/operations/history/entry-history.ts';
import type { CatalogRead } from '../services/operations/read.ts';
import type { Connection, Edge } from './connection.ts';
import type { UserErrorModel } from './user-errors.ts';

// What the resolvers of a type are given where the domain's own object does not say where it lies.

/** A jurisdiction, and the day as of which all around it is shown; today where there is none. */
export interface JurisdictionModel extends JurisdictionRecord {
  readonly on?: Day;
}

export type NodeModel = JurisdictionModel | CatalogIdentity | VersionModel | Decision | BatchModel;

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

/** A withdrawal with the key of its catalog, whose history not everybody may read. */
export interface WithdrawalModel extends Withdrawal {
  readonly catalog: string;
  readonly reversal: ReversalModel | null;
}
export interface ReversalModel extends Reversal {
  readonly catalog: string;
}

/** An open proposal with the key of its catalog; null for one about the register. */
export type ProposalModel =
  | { readonly catalog: string; readonly proposal: CatalogProposal }
  | { readonly catalog: null; readonly proposal: RegisterProposal };
/** What a proposal about a catalog would change. */
export interface ProposalEffectModel extends StandingChange {
  readonly catalog: string;
}

export type DraftCheckModel = DraftCheck;

/** A revision with the key of its catalog; what it changed is read when it is asked for. */
export type RevisionModel = StoredRevision & { readonly catalog: string };
type StoredRevision = NonNullable<Awaited<ReturnType<typeof catalogHistory>>>['items'][number]['value'];

/** What became of one thing. */
export interface RevisionChangeModel {
  readonly item: RevisionItem;
  readonly catalog: string;
  readonly wording: Wording;
}
export interface EntryStepModel extends EntryStep {
  readonly wording: Wording;
}
/** One side of a comparison: a version, the draft or a staged edit, of which exactly one is given. */
export interface ComparedModel {
  /** Key of the catalog. */
  readonly catalog: string;
  readonly version: VersionModel | null;
  readonly draft: DraftModel | null;
  /** Id of a staged edit; `content` is the draft with it. */
  readonly staged?: string | null;
  readonly content: ContentRef;
}
/** Two sides with what differs between them. */
export interface ComparedPair {
  /** Null where nothing was there before. */
  readonly from: ComparedModel | null;
  readonly to: ComparedModel;
  readonly comparison: Comparison;
  readonly wording: Wording;
}
export interface ComparisonModel extends ComparedPair {
  readonly from: ComparedModel;
}
export interface ReleaseNotesModel extends ComparedPair {
  readonly notes: ReleaseNotes;
}
interface InComparison {
  readonly of: ComparedPair;
}
export interface EntryChangeModel extends EntryChange, InComparison {}
export interface FactChangeModel extends DefinitionChange<FactDefinition>, InComparison {}
export interface SubstanceListChangeModel extends DefinitionChange<SubstanceList>, InComparison {}
export interface ProductTermChangeModel extends DefinitionChange<ProductTerm>, InComparison {}
export interface FieldChangeModel {
  readonly owner: 'ENTRY' | 'DETAIL' | 'FACT' | 'LIST' | 'PRODUCT';
  readonly change: FieldChange;
  readonly itemText: ItemTexts;
  readonly wording: Wording;
}
/** What it takes to word changes, in a language. */
export type Wording = (locale: Locale) => Promise<WordingContext>;

/** Where something stands: its conditions speak of what the content defines. */
interface InCatalog {
  /** Key of the catalog. */
  readonly catalog: string;
  readonly content: CatalogContent;
}
export interface EntryModel extends Entry, InCatalog {
  /** From 1; worked out when it is asked for, where only the entry was read. */
  readonly position: number | (() => Promise<number>);
}
export interface ExceptionModel extends Exception, InCatalog {}
export interface RequirementModel extends Requirement, InCatalog {}

export interface ResultModel {
  readonly index: number;
  readonly ref: string | null;
  readonly assessment: AssessmentModel | null;
  readonly userErrors: readonly UserErrorModel[];
}

/** A zone of a search, and the assessment there, made once it is asked for. */
export interface FoundZoneModel {
  readonly found: ZoneFound;
  readonly on: Day;
  /** Whether each zone of the search stands where an assessment puts it. */
  readonly isExact: boolean;
  readonly answer: () => Promise<ProjectAnswer>;
}

/** An assessment with what it rests on, so that nothing has to be read again to show it. */
export interface AssessmentModel extends Assessment {
  readonly basis: AssessmentBasis;
}
export interface ReasonModel extends Reason {
  readonly basis: AssessmentBasis;
}
export interface FindingModel extends Finding {
  readonly basis: AssessmentBasis;
}
export interface FactReadingModel extends FactReading {
  readonly basis: AssessmentBasis;
}
export interface MissingFactModel extends MissingFact {
  readonly of: AssessmentModel;
}

/** A decision, or in its place what is wrong with it. */
export type DecisionEdgeModel = Edge<Decision | Refusal>;
export interface ReplayModel extends Omit<Replay, 'assessment'> {
  readonly assessment: AssessmentModel;
}
export type ReplayChange = Replay['changedSince'][number];

export type BatchModel = StoredBatch;
/** A chunk, with the answers where they have just been made. */
export interface ChunkModel {
  readonly of: StoredBatch;
  readonly chunk: AddedChunk['chunk'];
  readonly decided: AddedChunk['decided'];
}
export interface BatchRowModel extends BatchRow {
  readonly answer?: NonNullable<AddedChunk['decided']>['answers'][number] | null;
}
/** The rows are counted only where their number is asked for. */
export interface BatchRowConnectionModel extends Connection<BatchRowModel> {
  readonly count: () => Promise<number>;
}
type StoredBatch = AddedChunk['stored'];
