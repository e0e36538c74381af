// Made by `npm run generate` from the .graphql files of the features. Do not edit.
import type { Locale } from '../../services/domain/values/text.ts';
import type { Role } from '../../services/domain/access/access.ts';
import type { ReplayChange } from '../models.ts';
import type { MessageCode as UserErrorCode } from '../../services/domain/messages/messages.ts';
import type { Condition } from '../../services/domain/condition/condition.ts';
import type { Witness } from '../../services/domain/assessment/witness.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { NodeModel as NodeModelParent, JurisdictionModel as JurisdictionModelParent, AreaModel as AreaModelParent, VersionModel as VersionModelParent, DraftModel as DraftModelParent, WithdrawalModel as WithdrawalModelParent, DraftCheckModel as DraftCheckModelParent, RevisionModel as RevisionModelParent, RevisionChangeModel as RevisionChangeModelParent, EntryStepModel as EntryStepModelParent, EntryModel as EntryModelParent, ExceptionModel as ExceptionModelParent, RequirementModel as RequirementModelParent, ComparisonModel as ComparisonModelParent, ComparedModel as ComparedModelParent, EntryChangeModel as EntryChangeModelParent, FactChangeModel as FactChangeModelParent, SubstanceListChangeModel as SubstanceListChangeModelParent, FieldChangeModel as FieldChangeModelParent, ReleaseNotesModel as ReleaseNotesModelParent, ResultModel as ResultModelParent, AssessmentModel as AssessmentModelParent, ReasonModel as ReasonModelParent, FindingModel as FindingModelParent, FactReadingModel as FactReadingModelParent, MissingFactModel as MissingFactModelParent, ReplayModel as ReplayModelParent } from '../models.ts';
import type { Industry as IndustryParent, SearchSuggestion as SearchSuggestionParent } from '../../services/domain/facts/industry.ts';
import type { Substance as SubstanceParent, Listing as ListingParent, MajorHazardThreshold as MajorHazardThresholdParent } from '../../services/domain/facts/substance.ts';
import type { UserErrorModel as UserErrorModelParent } from '../user-errors.ts';
import type { CatalogIdentity as CatalogIdentityParent } from '../../services/domain/catalog/catalog.ts';
import type { PublicationRule as PublicationRuleParent } from '../../services/domain/publication-rules/rule.ts';
import type { BrokenRule as BrokenRuleParent, UndecidedRule as UndecidedRuleParent } from '../../services/domain/publication-rules/check.ts';
import type { VerifiedHistory as VerifiedHistoryParent } from '../../services/domain/chain/history-text.ts';
import type { Acknowledgement as AcknowledgementParent } from '../../services/domain/catalog/change.ts';
import type { RegisterStep as RegisterStepParent } from '../../services/operations/history/register-history.ts';
import type { RegisterItem as RegisterItemParent } from '../../services/domain/register/register-change.ts';
import type { FactDefinition as FactDefinitionParent, SubstanceList as SubstanceListParent, DeclaredFact as DeclaredFactParent } from '../../services/domain/facts/fact.ts';
import type { Decision as DecisionParent, Evidence as EvidenceParent, ChainHead as ChainHeadParent, CatalogEvidence as CatalogEvidenceParent } from '../../services/domain/assessment/decision.ts';
import type { ProjectInput as ProjectInputParent, Confirmation as ConfirmationParent, FactsInput as FactsInputParent } from '../../services/domain/assessment/project.ts';
import type { Grant as GrantParent, Actor as ActorParent } from '../../services/domain/access/access.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
/** All built-in and custom scalars, mapped to their actual values */
export interface Scalars {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * A value of a field (字段取值) as JSON, in the form in which the API takes it: a string, true or false, a list, or an object
   * such as a text, condition, exception or requirement; null where there is none.
   */
  ChangeJson: { input: unknown; output: unknown; }
  /**
   * A calendar day (日期) in Asia/Shanghai, as `2026-11-23`. Any string is taken on input and checked where it is used, so
   * that an error names field and value and no other item of the request fails with it.
   */
  Date: { input: string; output: string; }
  /** A point in time (时间) as RFC 3339 in UTC, `2026-11-23T01:02:03.000Z`. */
  DateTime: { input: string; output: string; }
  /**
   * An exact decimal number (十进制数), always a string on output. On input a string of any length, or a JSON number of at
   * most 15 significant digits. Checked where it is used.
   */
  Decimal: { input: string | number; output: string | number; }
  /**
   * A code of the national classification of industries (国民经济行业代码, GB/T 4754-2017 with amendment 1 of 2019): section
   * letter `C`, division `26`, group `261` or class `2611`. Checked where it is used.
   */
  IndustryCode: { input: string; output: string; }
  /** A CAS registry number (化学文摘社登记号), `7782-50-5`. The check digit is verified where it is used. */
  Cas: { input: string; output: string; }
  /** A condition (限定条件) as JSON, in the very form in which `ConditionInput` takes it. */
  ConditionJson: { input: Condition; output: Condition; }
  /**
   * The value of a fact (事项取值) as JSON, as the project states it or the register has it: a string (decimals are strings),
   * true or false, or a list; for chemicals and products a list of objects in the form of `ChemicalInput` and `ProductInput`.
   */
  FactJson: { input: unknown; output: unknown; }
  /**
   * A project that shows what a publication rule says (示例项目) as JSON: `on` is the day, `project` has the very form in
   * which `ProjectInput` takes it, and `zone` says in which zone it is and what that is like. The zone is one of the register
   * where one fits, else one that the register might come to have.
   */
  WitnessJson: { input: Witness; output: Witness; }
}

/** Truth of a statement where facts may be unknown (真值). */
export type Truth =
  /** Whatever the unknown facts turn out to be (成立). */
  | 'TRUE'
  /** Whatever the unknown facts turn out to be, it is not so (不成立). */
  | 'FALSE'
  /** It depends on unknown facts (待定). */
  | 'UNKNOWN';

/** What an applying entry leads to (效果), gravest first. */
export type Effect =
  /** Refusal (不予准入). */
  | 'REFUSE'
  /** Review by the authority (提请研判). */
  | 'REVIEW'
  /** Conditions to meet (附条件). */
  | 'CONDITION'
  /** Nothing (无影响). */
  | 'NONE';

/** What an assessment comes to (评估结论). */
export type Outcome =
  /** Nothing stands against it (准予准入). */
  | 'ADMITTED'
  /** It may come once the conditions are met (附条件准入). */
  | 'CONDITIONAL'
  /** It depends on facts that are missing (需补充信息). */
  | 'NEEDS_INFORMATION'
  /** An authority must look at it (提请研判). */
  | 'REVIEW'
  /** It may not come (不予准入). */
  | 'REFUSED';

/** Why an outcome has a lower bound, or a notice (原因代码). */
export type ReasonCode =
  /** No catalog is in force in the lineage of the zone (无现行目录): review. */
  | 'NO_CATALOG_IN_FORCE'
  /** A catalog has lapsed without successor (目录已失效且无新版本): review. */
  | 'CATALOG_LAPSED'
  /** The zone has no catalog of its own in force (园区无本级现行目录): a notice. */
  | 'ZONE_HAS_NO_CATALOG'
  /** The register does not state a fact about the zone that an entry tests (园区登记信息不全): review. */
  | 'REGISTER_INCOMPLETE';

/** The answer for one project (评估结果): an assessment or errors. */
export interface AssessmentResult {
  /** Its place in the request, from 0 (序号). */
  readonly index: Scalars['Int']['output'];
  /** The caller's own mark (调用方标识). */
  readonly ref?: Maybe<Scalars['String']['output']>;
  /** The assessment (预评估); null where the project could not be assessed. */
  readonly assessment?: Maybe<Assessment>;
  /** What is wrong with the project as stated (填报错误), all at once; empty where it was assessed. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** What the catalogs in force mean for a project (预评估). It supports the decision; the opinion is the authority's. */
export interface Assessment {
  /** The outcome (评估结论). */
  readonly outcome: Outcome;
  /** Every outcome still possible, mildest first (可能的结论); just the outcome where it is settled. */
  readonly possibleOutcomes: ReadonlyArray<Outcome>;
  /** False where the search was cut short and possible outcomes and missing facts may hold too much (是否精确). */
  readonly exact: Scalars['Boolean']['output'];
  /** The day it is made for (评估基准日). */
  readonly on: Scalars['Date']['output'];
  /** The zone (园区). */
  readonly zone: Zone;
  /** Lower bounds of the outcome, and notices (结论原因). */
  readonly reasons: ReadonlyArray<Reason>;
  /** The entries that apply or may apply (认定), gravest first, then from the country down. */
  readonly findings: ReadonlyArray<Finding>;
  /** The unknown facts on which the outcome depends (缺失事项), most wanted first. */
  readonly missingFacts: ReadonlyArray<MissingFact>;
  /** The fewest of them that could settle the outcome at the best still possible (最少需补充事项). */
  readonly minimalQuestions: ReadonlyArray<MissingFact>;
  /** The versions it rests on, country first (依据的目录版本). */
  readonly versions: ReadonlyArray<CatalogVersion>;
  /** All of it in words (评估说明). */
  readonly explanation: Scalars['String']['output'];
}


/** What the catalogs in force mean for a project (预评估). It supports the decision; the opinion is the authority's. */
export interface AssessmentFindingsArgs {
  applies?: InputMaybe<Truth>;
}


/** What the catalogs in force mean for a project (预评估). It supports the decision; the opinion is the authority's. */
export interface AssessmentExplanationArgs {
  locale?: Locale;
}

/** A lower bound of the outcome, or a notice (结论原因). */
export interface Reason {
  /** Code (原因代码). */
  readonly code: ReasonCode;
  /** The catalog it is about (目录). */
  readonly catalog?: Maybe<Catalog>;
  /** Key of the fact that the register lacks (事项标识). */
  readonly fact?: Maybe<Scalars['String']['output']>;
  /** The sentence for people (原因说明). */
  readonly message: Scalars['String']['output'];
}


/** A lower bound of the outcome, or a notice (结论原因). */
export interface ReasonMessageArgs {
  locale?: Locale;
}

/** What one entry means for one project (认定). */
export interface Finding {
  /** The entry (条目). */
  readonly entry: Entry;
  /** The version it stands in (所属版本). */
  readonly version: CatalogVersion;
  /** Whether it applies (是否适用). */
  readonly applies: Truth;
  /** The gravest effect still possible (可能的最重效果). */
  readonly effect: Effect;
  /** Whether an exception that an authority must decide is still open (一事一议待定). */
  readonly discretionOpen: Scalars['Boolean']['output'];
  /** The gravest effect still possible if every open discretion were denied (不予认定时的效果). */
  readonly effectWithoutDiscretion: Effect;
  /** The project's code that the entry covers or may cover (命中的行业代码); null where it covers every industry. */
  readonly industry?: Maybe<Scalars['IndustryCode']['output']>;
  /** The exceptions that were tried (除外情形认定). */
  readonly exceptions: ReadonlyArray<ExceptionFinding>;
  /** The requirements and their state (限制条件认定). */
  readonly requirements: ReadonlyArray<RequirementFinding>;
  /** The facts that it tests, as they were read (所依据的事项). */
  readonly because: ReadonlyArray<FactReading>;
  /** All of it in words (认定说明). */
  readonly explanation: Scalars['String']['output'];
}


/** What one entry means for one project (认定). */
export interface FindingExplanationArgs {
  locale?: Locale;
}

/** Whether an exception holds (除外情形认定). */
export interface ExceptionFinding {
  /** The exception (除外情形). */
  readonly exception: Exception;
  /** Whether it holds (是否成立). */
  readonly holds: Truth;
  /** What an officer has decided of it (一事一议认定结果); null where nobody has, or need not. */
  readonly confirmed?: Maybe<Scalars['Boolean']['output']>;
}

/** Whether a requirement is met (限制条件认定). */
export interface RequirementFinding {
  /** The requirement (限制条件). */
  readonly requirement: Requirement;
  /** Whether it is met (是否满足); UNKNOWN where it is evidence to hand in. */
  readonly met: Truth;
}

/** A fact as it was read (事项读数). */
export interface FactReading {
  /** Its definition (事项定义). */
  readonly fact: FactDefinition;
  /** Whether it is known (是否已知). */
  readonly known: Scalars['Boolean']['output'];
  /** Its value (取值); null where unknown. */
  readonly value?: Maybe<Scalars['FactJson']['output']>;
}

/** An unknown fact on which the outcome depends (缺失事项). */
export interface MissingFact {
  /** Its definition (事项定义). */
  readonly fact: FactDefinition;
  /** The question to ask (询问用语). */
  readonly question: Scalars['String']['output'];
  /** The entries whose applicability or effect changes with it (涉及条目). */
  readonly neededBy: ReadonlyArray<Entry>;
  /** What it can be, where that is a short closed list (候选值): options, areas, class codes. */
  readonly candidates: ReadonlyArray<Scalars['String']['output']>;
}


/** An unknown fact on which the outcome depends (缺失事项). */
export interface MissingFactQuestionArgs {
  locale?: Locale;
}

/** How a version stands on a day (版本状态). */
export type VersionStatus =
  /** Its day has not come (待生效). */
  | 'SCHEDULED'
  /** It is in force (现行有效). */
  | 'IN_FORCE'
  /** A later one has taken its place (已被替代). */
  | 'SUPERSEDED'
  /** Its last day has passed (已到期). */
  | 'EXPIRED'
  /** It was withdrawn, or its catalog repealed (已撤回). */
  | 'WITHDRAWN';

/** How far a draft is (草案状态). */
export type DraftStatus =
  /** Being edited (编制中). */
  | 'EDITING'
  /** Handed in for review and publication (审核中). */
  | 'IN_REVIEW';

/** What a step in the history of a catalog did (操作). */
export type RevisionAction =
  /** Opened the draft (新建草案). */
  | 'OPEN_DRAFT'
  /** Created or replaced entries (录入条目). */
  | 'PUT_ENTRIES'
  /** Created or replaced facts and substance lists (录入事项和名单). */
  | 'PUT_DEFINITIONS'
  /** Removed entries (删除条目). */
  | 'REMOVE_ENTRIES'
  /** Handed the draft in for publication (提交草案). */
  | 'SUBMIT_DRAFT'
  /** Changed title, issuer or document number (修改目录信息). */
  | 'CHANGE_DETAILS'
  /** Removed facts and substance lists (删除事项和名单). */
  | 'REMOVE_DEFINITIONS'
  /** Sent the draft back to its editors (退回草案). */
  | 'RETURN_DRAFT'
  /** Discarded the draft (放弃草案). */
  | 'DISCARD_DRAFT'
  /** Published the draft (发布草案). */
  | 'PUBLISH_DRAFT'
  /** Withdrew a version (撤回版本). */
  | 'WITHDRAW_VERSION'
  /** Repealed the catalog (废止目录). */
  | 'REPEAL_CATALOG';

/** One legal instrument of one jurisdiction (目录): a chain of immutable versions. */
export interface Catalog extends Node {
  /** `catalog_<key>` (编号). */
  readonly id: Scalars['ID']['output'];
  /** Key (目录标识). */
  readonly key: Scalars['String']['output'];
  /** The jurisdiction whose instrument it is (制定机关所在管辖区域). */
  readonly jurisdiction: Jurisdiction;
  /** Title (目录名称): that of the newest version, or before the first the one it was created with. */
  readonly title: Text;
  /** Who issued it (发布机关), by the newest version. */
  readonly issuer?: Maybe<Scalars['String']['output']>;
  /** Number of the document (文号), by the newest version. */
  readonly documentNumber?: Maybe<Scalars['String']['output']>;
  /** The version in force on a day (现行版本); null where none is. */
  readonly versionInForce?: Maybe<CatalogVersion>;
  /** A version by its number (指定版本). */
  readonly version?: Maybe<CatalogVersion>;
  /** All versions, newest first (全部版本). */
  readonly versions: CatalogVersionConnection;
  /** The open draft (草案); null where there is none or the caller may not see it. */
  readonly draft?: Maybe<Draft>;
  /** Who did what when and why, newest first (修订记录); null where the caller may not see it. */
  readonly history?: Maybe<RevisionConnection>;
  /**
   * How the wording of an entry came to be, newest first (条目沿革): each version against the one before it that was not
   * withdrawn. A page may hold fewer than asked for while `hasNextPage` is true: go on from `endCursor`.
   */
  readonly entryHistory: EntryStepConnection;
  /** The day from which on it is repealed (废止日期); null where it is not. */
  readonly repealedFrom?: Maybe<Scalars['Date']['output']>;
}


/** One legal instrument of one jurisdiction (目录): a chain of immutable versions. */
export interface CatalogVersionInForceArgs {
  on?: InputMaybe<Scalars['Date']['input']>;
}


/** One legal instrument of one jurisdiction (目录): a chain of immutable versions. */
export interface CatalogVersionArgs {
  number: Scalars['Int']['input'];
}


/** One legal instrument of one jurisdiction (目录): a chain of immutable versions. */
export interface CatalogVersionsArgs {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/** One legal instrument of one jurisdiction (目录): a chain of immutable versions. */
export interface CatalogHistoryArgs {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/** One legal instrument of one jurisdiction (目录): a chain of immutable versions. */
export interface CatalogEntryHistoryArgs {
  code: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}

/** One published edition of a catalog (版本). It never changes. */
export interface CatalogVersion extends Node {
  /** `catalog_<key>@<number>` (编号). */
  readonly id: Scalars['ID']['output'];
  /** The catalog (目录). */
  readonly catalog: Catalog;
  /** Number, from 1 (版本号). */
  readonly number: Scalars['Int']['output'];
  /** Title (目录名称). */
  readonly title: Text;
  /** Who issued it (发布机关). */
  readonly issuer?: Maybe<Scalars['String']['output']>;
  /** Number of the document (文号). */
  readonly documentNumber?: Maybe<Scalars['String']['output']>;
  /** How it stands on a day (版本状态). */
  readonly status: VersionStatus;
  /** The first day it is in force (生效日期). */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** The last day it is in force (失效日期); null for no end. */
  readonly effectiveTo?: Maybe<Scalars['Date']['output']>;
  /** When it was published (发布时间). */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** SHA-256 over its entries, definitions, lists and title in canonical JSON (内容哈希). */
  readonly contentHash: Scalars['String']['output'];
  /** How many entries it has (条目数). */
  readonly entryCount: Scalars['Int']['output'];
  /** Its entries in the order of their codes (条目). */
  readonly entries: EntryConnection;
  /** The facts it defines (目录定义的事项). */
  readonly facts: ReadonlyArray<FactDefinition>;
  /** The substance lists it defines (目录定义的化学品名单). */
  readonly lists: ReadonlyArray<SubstanceList>;
  /** What it means for those it reaches (修订说明). */
  readonly releaseNotes: ReleaseNotes;
  /** The withdrawals made of it, in the order in which they were made (撤回记录). */
  readonly withdrawals: ReadonlyArray<Withdrawal>;
}


/** One published edition of a catalog (版本). It never changes. */
export interface CatalogVersionStatusArgs {
  on?: InputMaybe<Scalars['Date']['input']>;
}


/** One published edition of a catalog (版本). It never changes. */
export interface CatalogVersionEntriesArgs {
  filter?: InputMaybe<EntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}

/** The one open edit of a catalog (草案). */
export interface Draft {
  /** The catalog (目录). */
  readonly catalog: Catalog;
  /** Title (目录名称). */
  readonly title: Text;
  /** Who is to issue it (发布机关). */
  readonly issuer?: Maybe<Scalars['String']['output']>;
  /** Number of the document (文号). */
  readonly documentNumber?: Maybe<Scalars['String']['output']>;
  /** How far it is (草案状态). */
  readonly status: DraftStatus;
  /** The revision to name in the next edit as `expectedRevision` (修订号). */
  readonly revision: Scalars['Int']['output'];
  /** The version it was opened on (基准版本); null for the first one. */
  readonly basedOn?: Maybe<CatalogVersion>;
  /** Hash of its content, to be named on publication (内容哈希). */
  readonly contentHash: Scalars['String']['output'];
  /** How many entries it has (条目数). */
  readonly entryCount: Scalars['Int']['output'];
  /** Who edited it and so may not publish it (编制人员). */
  readonly editors: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Everyone who may not publish it (不得发布人员): its editors, and those of drafts that were changed and then discarded
   * since the newest version.
   */
  readonly barredFromPublishing: ReadonlyArray<Scalars['String']['output']>;
  /** Its entries in the order of their codes (条目). */
  readonly entries: EntryConnection;
  /** The facts it defines (目录定义的事项). */
  readonly facts: ReadonlyArray<FactDefinition>;
  /** The substance lists it defines (目录定义的化学品名单). */
  readonly lists: ReadonlyArray<SubstanceList>;
}


/** The one open edit of a catalog (草案). */
export interface DraftEntriesArgs {
  filter?: InputMaybe<EntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}

/** One step in the history of a catalog (修订记录). */
export interface Revision {
  /** Number in the chain of the catalog (修订号). */
  readonly number: Scalars['Int']['output'];
  /** What was done (操作). */
  readonly action: RevisionAction;
  /** When (时间). */
  readonly at: Scalars['DateTime']['output'];
  /** By whom (操作人). */
  readonly by: Scalars['String']['output'];
  /** Why (事由). */
  readonly reason: Scalars['String']['output'];
  /** SHA-256 over all that it says, and so over all that came before it (哈希). */
  readonly hash: Scalars['String']['output'];
  /** Hash of the step before (前一条哈希); null for the first. */
  readonly previousHash?: Maybe<Scalars['String']['output']>;
  /** What was done, item by item (变更事项). */
  readonly changes: RevisionChangeConnection;
  /** What was done, in words (变更说明): of more than 50 items the first 50 and how many more there are. */
  readonly changeText: Scalars['String']['output'];
}


/** One step in the history of a catalog (修订记录). */
export interface RevisionChangesArgs {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/** One step in the history of a catalog (修订记录). */
export interface RevisionChangeTextArgs {
  locale?: Locale;
}

/** Catalogs, page by page (目录分页). */
export interface CatalogConnection {
  /** The catalogs of this page (本页目录). */
  readonly edges: ReadonlyArray<CatalogEdge>;
  /** Where this page stands (分页信息). */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages (总数). */
  readonly totalCount: Scalars['Int']['output'];
}

/** One catalog of a page (分页中的目录). */
export interface CatalogEdge {
  /** Cursor of this catalog (游标). */
  readonly cursor: Scalars['String']['output'];
  /** The catalog (目录). */
  readonly node: Catalog;
}

/** Versions, page by page (版本分页). */
export interface CatalogVersionConnection {
  /** The versions of this page (本页版本). */
  readonly edges: ReadonlyArray<CatalogVersionEdge>;
  /** Where this page stands (分页信息). */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages (总数). */
  readonly totalCount: Scalars['Int']['output'];
}

/** One version of a page (分页中的版本). */
export interface CatalogVersionEdge {
  /** Cursor of this version (游标). */
  readonly cursor: Scalars['String']['output'];
  /** The version (版本). */
  readonly node: CatalogVersion;
}

/** Steps of a history, page by page (修订记录分页). */
export interface RevisionConnection {
  /** The steps of this page (本页修订记录). */
  readonly edges: ReadonlyArray<RevisionEdge>;
  /** Where this page stands (分页信息). */
  readonly pageInfo: PageInfo;
}

/** One step of a page (分页中的修订记录). */
export interface RevisionEdge {
  /** Cursor of this step (游标). */
  readonly cursor: Scalars['String']['output'];
  /** The step (修订记录). */
  readonly node: Revision;
}

/** Which catalogs (目录筛选条件); all that is given must hold. */
export interface CatalogFilter {
  /** Of this very jurisdiction (所属管辖区域编号). */
  readonly jurisdiction?: InputMaybe<Scalars['ID']['input']>;
  /** Of this jurisdiction or anything below it (所在区域编号). */
  readonly within?: InputMaybe<Scalars['ID']['input']>;
  /** That a zone has of its own or inherits (适用园区编号). */
  readonly appliesTo?: InputMaybe<Scalars['ID']['input']>;
}

/** A catalog to create (新建目录). */
export interface CreateCatalogInput {
  /** Id of the jurisdiction whose instrument it is (管辖区域编号). */
  readonly jurisdiction: Scalars['ID']['input'];
  /** Key (目录标识): letters, digits, `-`, `_`, `.`, at most 64. */
  readonly key: Scalars['String']['input'];
  /** Title (目录名称). */
  readonly title: TextInput;
  /** Who issues it (发布机关). */
  readonly issuer?: InputMaybe<Scalars['String']['input']>;
  /** Number of the document (文号). */
  readonly documentNumber?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** A draft to open (新建草案). */
export interface OpenDraftInput {
  /** Id of the catalog (目录编号). */
  readonly catalog: Scalars['ID']['input'];
  /** Number of the version to start from (基准版本号); the newest where not given. */
  readonly basedOn?: InputMaybe<Scalars['Int']['input']>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** Entries to create or replace in a draft (录入条目). */
export interface PutEntriesInput {
  /** Id of the catalog (目录编号). */
  readonly catalog: Scalars['ID']['input'];
  /** The revision of the draft that the edit was made on (所依据的修订号). */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The entries, told apart by their codes (条目): all are taken or none. */
  readonly entries: ReadonlyArray<EntryInput>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** Facts and substance lists to create or replace in a draft (录入事项和名单). */
export interface PutDefinitionsInput {
  /** Id of the catalog (目录编号). */
  readonly catalog: Scalars['ID']['input'];
  /** The revision of the draft that the edit was made on (所依据的修订号). */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The facts, told apart by their keys (事项). */
  readonly facts?: InputMaybe<ReadonlyArray<FactDefinitionInput>>;
  /** The lists, told apart by their keys (化学品名单). */
  readonly lists?: InputMaybe<ReadonlyArray<SubstanceListInput>>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** Entries to remove from a draft (删除条目). */
export interface RemoveEntriesInput {
  /** Id of the catalog (目录编号). */
  readonly catalog: Scalars['ID']['input'];
  /** The revision of the draft that the edit was made on (所依据的修订号). */
  readonly expectedRevision: Scalars['Int']['input'];
  /** Their codes (条目编号): all are removed or none. */
  readonly codes: ReadonlyArray<Scalars['String']['input']>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** A draft to hand in (提交草案). */
export interface SubmitDraftInput {
  /** Id of the catalog (目录编号). */
  readonly catalog: Scalars['ID']['input'];
  /** The revision of the draft that is handed in (所依据的修订号). */
  readonly expectedRevision: Scalars['Int']['input'];
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** A draft to publish (发布草案). */
export interface PublishDraftInput {
  /** Id of the catalog (目录编号). */
  readonly catalog: Scalars['ID']['input'];
  /** Hash of the content that is approved (内容哈希): another content is not published. */
  readonly contentHash: Scalars['String']['input'];
  /** The first day it is in force (生效日期). */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** The last day it is in force (失效日期). */
  readonly effectiveTo?: InputMaybe<Scalars['Date']['input']>;
  /** Warnings that are accepted (确认的提示). */
  readonly acknowledge?: InputMaybe<ReadonlyArray<AcknowledgementInput>>;
  /** Why it takes effect before the day of publication (溯及既往的理由). */
  readonly retroactiveReason?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** A warning of a publication rule that is accepted (确认提示). */
export interface AcknowledgementInput {
  /** Code of the rule (规则编号), e.g. `PR-01`. */
  readonly rule: Scalars['String']['input'];
  /** Code of the entry it is about (条目编号); null where it concerns no single entry. */
  readonly entry?: InputMaybe<Scalars['String']['input']>;
}

/** What came of `createCatalog` (新建目录的结果). */
export interface CreateCatalogPayload {
  /** The catalog (目录); null where it was not created. */
  readonly catalog?: Maybe<Catalog>;
  /** Why it was not created (业务错误); empty where it was. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** What came of an edit of a draft (修改草案的结果). */
export interface DraftPayload {
  /** The draft after it (草案); null where nothing was changed. */
  readonly draft?: Maybe<Draft>;
  /** Why nothing was changed (业务错误); empty where it was. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** What came of `publishDraft` (发布草案的结果). */
export interface PublishDraftPayload {
  /** The version (版本); null where nothing was published. */
  readonly version?: Maybe<CatalogVersion>;
  /** Why nothing was published (业务错误); empty where it was. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** Depth of an industry in the classification (行业层次). */
export type IndustryLevel =
  /** Section, a letter (门类). */
  | 'SECTION'
  /** Division, 2 digits (大类). */
  | 'DIVISION'
  /** Group, 3 digits (中类). */
  | 'GROUP'
  /** Class, 4 digits (小类). */
  | 'CLASS';

/** An industry of GB/T 4754-2017 with amendment 1 of 2019 (国民经济行业). */
export interface Industry {
  /** Code (行业代码). */
  readonly code: Scalars['IndustryCode']['output'];
  /** Depth (行业层次). */
  readonly level: IndustryLevel;
  /** Name (行业名称). */
  readonly name: Text;
  /** The industry it belongs to (上级行业); null for a section. */
  readonly parent?: Maybe<Industry>;
  /** The industries it consists of (下级行业); empty for a class. */
  readonly children: ReadonlyArray<Industry>;
}

/** What a search for industries finds (行业检索结果). */
export interface IndustrySearch {
  /** The industries found, best first (检索到的行业). */
  readonly industries: ReadonlyArray<Industry>;
  /** What to try instead where none is found (检索建议); empty otherwise. */
  readonly suggestions: ReadonlyArray<SearchSuggestion>;
}

/** Something else to search for (检索建议), which does find something. */
export interface SearchSuggestion {
  /** What to search for (建议关键词). */
  readonly search: Scalars['String']['output'];
  /** Why, as a sentence (说明). */
  readonly message: Scalars['String']['output'];
}


/** Something else to search for (检索建议), which does find something. */
export interface SearchSuggestionMessageArgs {
  locale?: Locale;
}

/** What became of an item (变动类型). */
export type ChangeKind =
  /** It came (新增). */
  | 'ADDED'
  /** It went (删除). */
  | 'REMOVED'
  /** It stayed and says something else (修改). */
  | 'CHANGED';

/**
 * Which way a change of an entry goes as far as it decides projects (宽严变化), told from its structured fields alone and
 * only where it is certain for every project.
 */
export type Tendency =
  /** No project fares better by it (从严). */
  | 'STRICTER'
  /** No project fares worse by it (放宽). */
  | 'LOOSER'
  /** Nothing that decides has changed (判定不变): wording, basis, departments and the like have. */
  | 'SAME'
  /** None of these can be said for certain (其他调整). */
  | 'CHANGED';

/** What a day is named for by an entry (日期类型). */
export type ImpactedDateKind =
  /** The first day the entry applies (有效期起). */
  | 'VALID_FROM'
  /** The last day the entry applies (有效期止). */
  | 'VALID_TO'
  /** Projects first approved before this day are outside (此前已批准的项目除外). */
  | 'EXEMPT_IF_APPROVED_BEFORE'
  /** By when existing capacity must follow (完成期限). */
  | 'DEADLINE';

/**
 * Two contents of one catalog beside each other (版本比对). They are identical exactly where their content hashes are the
 * same, and what differs is all it takes to make the one of the other.
 */
export interface Comparison {
  /** What is compared with (比对基准). */
  readonly from: ComparedContent;
  /** What is compared (比对对象). */
  readonly to: ComparedContent;
  /** Whether both say the same (内容是否一致). */
  readonly identical: Scalars['Boolean']['output'];
  /** How much differs (变动数量). */
  readonly counts: ComparisonCounts;
  /** Title, issuer and document number, where they differ (目录信息变动). */
  readonly details: ReadonlyArray<FieldChange>;
  /** The entries that differ, in the order of their codes (条目变动). */
  readonly entries: EntryChangeConnection;
  /** The facts that differ (事项变动). */
  readonly facts: ReadonlyArray<FactChange>;
  /** The substance lists that differ (化学品名单变动). */
  readonly lists: ReadonlyArray<SubstanceListChange>;
  /** All of it in words (比对说明); of the entries the first 100. */
  readonly text: Scalars['String']['output'];
  /** What it means for those it reaches (修订说明). */
  readonly releaseNotes: ReleaseNotes;
}


/**
 * Two contents of one catalog beside each other (版本比对). They are identical exactly where their content hashes are the
 * same, and what differs is all it takes to make the one of the other.
 */
export interface ComparisonEntriesArgs {
  filter?: InputMaybe<EntryChangeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/**
 * Two contents of one catalog beside each other (版本比对). They are identical exactly where their content hashes are the
 * same, and what differs is all it takes to make the one of the other.
 */
export interface ComparisonTextArgs {
  locale?: Locale;
}

/** One side of a comparison (比对的一方): a version or the draft. */
export interface ComparedContent {
  /** `catalog_<key>@<number>`, or `catalog_<key>@draft` (编号). */
  readonly id: Scalars['ID']['output'];
  /** The version (版本); null for the draft. */
  readonly version?: Maybe<CatalogVersion>;
  /** The draft (草案); null for a version. */
  readonly draft?: Maybe<Draft>;
  /** SHA-256 over what it says (内容哈希). */
  readonly contentHash: Scalars['String']['output'];
  /** How many entries it has (条目数). */
  readonly entryCount: Scalars['Int']['output'];
}

/** How much differs (变动数量). */
export interface ComparisonCounts {
  /** Entries that came (新增条目数). */
  readonly entriesAdded: Scalars['Int']['output'];
  /** Entries that went (删除条目数). */
  readonly entriesRemoved: Scalars['Int']['output'];
  /** Entries that say something else (修改条目数). */
  readonly entriesChanged: Scalars['Int']['output'];
  /** Of all these, stricter ones (从严条目数). */
  readonly stricter: Scalars['Int']['output'];
  /** Of all these, looser ones (放宽条目数). */
  readonly looser: Scalars['Int']['output'];
  /** Of all these, those that decide as before (判定不变条目数). */
  readonly same: Scalars['Int']['output'];
  /** Of all these, those of which nothing of it is certain (其他调整条目数). */
  readonly changed: Scalars['Int']['output'];
  /** Facts that differ (变动事项数). */
  readonly facts: Scalars['Int']['output'];
  /** Substance lists that differ (变动名单数). */
  readonly lists: Scalars['Int']['output'];
}

/** One field that differs (字段变动). */
export interface FieldChange {
  /** The way to it (字段路径), e.g. `["requirements", "opinion", "when"]`. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The same with dots (字段), e.g. `requirements.opinion.when`. */
  readonly field: Scalars['String']['output'];
  /** What people call it (字段名称). */
  readonly name: Scalars['String']['output'];
  /** The value before (变动前取值); null where there was none. */
  readonly before?: Maybe<Scalars['ChangeJson']['output']>;
  /** The value after (变动后取值); null where there is none. */
  readonly after?: Maybe<Scalars['ChangeJson']['output']>;
  /** The value before in words (变动前说明); conditions as sentences. */
  readonly beforeText: Scalars['String']['output'];
  /** The value after in words (变动后说明); conditions as sentences. */
  readonly afterText: Scalars['String']['output'];
  /** The change as a sentence (变动说明). */
  readonly text: Scalars['String']['output'];
}


/** One field that differs (字段变动). */
export interface FieldChangeNameArgs {
  locale?: Locale;
}


/** One field that differs (字段变动). */
export interface FieldChangeBeforeTextArgs {
  locale?: Locale;
}


/** One field that differs (字段变动). */
export interface FieldChangeAfterTextArgs {
  locale?: Locale;
}


/** One field that differs (字段变动). */
export interface FieldChangeTextArgs {
  locale?: Locale;
}

/** What became of an entry (条目变动). */
export interface EntryChange {
  /** Code (条目编号). */
  readonly code: Scalars['String']['output'];
  /** Whether it came, went or changed (变动类型). */
  readonly kind: ChangeKind;
  /** Which way it went (宽严变化). */
  readonly tendency: Tendency;
  /** The entry before (变动前条目); null where it came. */
  readonly before?: Maybe<Entry>;
  /** The entry after (变动后条目); null where it went. */
  readonly after?: Maybe<Entry>;
  /** The fields that differ (字段变动); all that are filled where the entry came or went. */
  readonly fields: ReadonlyArray<FieldChange>;
  /** All of it in words (变动说明). */
  readonly text: Scalars['String']['output'];
}


/** What became of an entry (条目变动). */
export interface EntryChangeTextArgs {
  locale?: Locale;
}

/** What became of a fact that the catalog defines (事项变动). */
export interface FactChange {
  /** Key (事项标识). */
  readonly key: Scalars['String']['output'];
  /** Whether it came, went or changed (变动类型). */
  readonly kind: ChangeKind;
  /** The definition before (变动前定义); null where it came. */
  readonly before?: Maybe<FactDefinition>;
  /** The definition after (变动后定义); null where it went. */
  readonly after?: Maybe<FactDefinition>;
  /** The fields that differ (字段变动). */
  readonly fields: ReadonlyArray<FieldChange>;
  /** Codes of the entries that test it, before or after (涉及条目). */
  readonly entries: ReadonlyArray<Scalars['String']['output']>;
  /** All of it in words (变动说明). */
  readonly text: Scalars['String']['output'];
}


/** What became of a fact that the catalog defines (事项变动). */
export interface FactChangeTextArgs {
  locale?: Locale;
}

/** What became of a substance list that the catalog defines (化学品名单变动). */
export interface SubstanceListChange {
  /** Key (名单标识). */
  readonly key: Scalars['String']['output'];
  /** Whether it came, went or changed (变动类型). */
  readonly kind: ChangeKind;
  /** The list before (变动前名单); null where it came. */
  readonly before?: Maybe<SubstanceList>;
  /** The list after (变动后名单); null where it went. */
  readonly after?: Maybe<SubstanceList>;
  /** CAS numbers that came (新增成员). */
  readonly membersAdded: ReadonlyArray<Scalars['Cas']['output']>;
  /** CAS numbers that went (删除成员). */
  readonly membersRemoved: ReadonlyArray<Scalars['Cas']['output']>;
  /** The fields that differ (字段变动). */
  readonly fields: ReadonlyArray<FieldChange>;
  /** Codes of the entries that test it, before or after (涉及条目). */
  readonly entries: ReadonlyArray<Scalars['String']['output']>;
  /** All of it in words (变动说明). */
  readonly text: Scalars['String']['output'];
}


/** What became of a substance list that the catalog defines (化学品名单变动). */
export interface SubstanceListChangeTextArgs {
  locale?: Locale;
}

/**
 * What a version means for those it reaches (修订说明): from when, where, for which industries, and which way. Drawn from
 * its comparison with the version that it took the place of.
 */
export interface ReleaseNotes {
  /** What it is compared with (对照内容); null where no version was there before. */
  readonly from?: Maybe<ComparedContent>;
  /** What the notes are about (修订内容). */
  readonly to: ComparedContent;
  /** The first day it is in force (生效日期); null for a draft. */
  readonly effectiveFrom?: Maybe<Scalars['Date']['output']>;
  /** The last day it is in force (失效日期); null for no end. */
  readonly effectiveTo?: Maybe<Scalars['Date']['output']>;
  /** Days that entries which came or changed name (相关日期), in order. */
  readonly dates: ReadonlyArray<ImpactedDate>;
  /** The zones in which something is decided differently (涉及园区), as of the first day; for a draft as of today. */
  readonly zones: ZoneConnection;
  /** The industries of the entries that differ (涉及行业), said with the highest codes. */
  readonly industries: ReadonlyArray<Industry>;
  /** Whether that is every industry (是否涉及全部行业). */
  readonly everyIndustry: Scalars['Boolean']['output'];
  /** Codes that a draft names and the classification does not have (未收录的行业代码). */
  readonly unknownIndustries: ReadonlyArray<Scalars['IndustryCode']['output']>;
  /** How much differs (变动数量). */
  readonly counts: ComparisonCounts;
  /** The entries that differ, in the order of their codes (条目变动). */
  readonly entries: EntryChangeConnection;
  /** The notes as a text (修订说明全文); of the entries the first 100, stricter ones first. */
  readonly text: Scalars['String']['output'];
}


/**
 * What a version means for those it reaches (修订说明): from when, where, for which industries, and which way. Drawn from
 * its comparison with the version that it took the place of.
 */
export interface ReleaseNotesZonesArgs {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/**
 * What a version means for those it reaches (修订说明): from when, where, for which industries, and which way. Drawn from
 * its comparison with the version that it took the place of.
 */
export interface ReleaseNotesEntriesArgs {
  filter?: InputMaybe<EntryChangeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/**
 * What a version means for those it reaches (修订说明): from when, where, for which industries, and which way. Drawn from
 * its comparison with the version that it took the place of.
 */
export interface ReleaseNotesTextArgs {
  locale?: Locale;
}

/** A day that entries name (相关日期). */
export interface ImpactedDate {
  /** The day (日期). */
  readonly date: Scalars['Date']['output'];
  /** What for (日期类型). */
  readonly kind: ImpactedDateKind;
  /** Codes of the entries (条目编号). */
  readonly entries: ReadonlyArray<Scalars['String']['output']>;
}

/** Entries that differ, page by page (条目变动分页). */
export interface EntryChangeConnection {
  /** The changes of this page (本页变动). */
  readonly edges: ReadonlyArray<EntryChangeEdge>;
  /** Where this page stands (分页信息). */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages (总数). */
  readonly totalCount: Scalars['Int']['output'];
}

/** One entry of a page (分页中的条目变动). */
export interface EntryChangeEdge {
  /** Cursor of this change (游标). */
  readonly cursor: Scalars['String']['output'];
  /** The change (条目变动). */
  readonly node: EntryChange;
}

/** Which entries that differ (条目变动筛选条件); all that is given must hold. */
export interface EntryChangeFilter {
  /** That came, went or changed (变动类型), any of these. */
  readonly kinds?: InputMaybe<ReadonlyArray<ChangeKind>>;
  /** That went this way (宽严变化), any of these. */
  readonly tendencies?: InputMaybe<ReadonlyArray<Tendency>>;
}

export type { ReplayChange };

/** An assessment recorded under an id (准入决定). */
export interface Decision extends Node {
  /** `decision_…` (编号). */
  readonly id: Scalars['ID']['output'];
  /** The project as it was stated (项目情况). */
  readonly project: Project;
  /** What the catalogs in force meant for it (评估). */
  readonly assessment: Assessment;
  /** When it was recorded (决定时间). */
  readonly decidedAt: Scalars['DateTime']['output'];
  /** Who recorded it (决定人). */
  readonly decidedBy: Scalars['String']['output'];
  /** Why it was made for another day than that of its recording (受理日理由). */
  readonly onReason?: Maybe<Scalars['String']['output']>;
  /** SHA-256 over outcome, findings and all that was read, in canonical JSON (回执). */
  readonly receipt: Scalars['String']['output'];
  /** What was read, by hash (依据存证). */
  readonly evidence: Evidence;
  /** The decision made again now from what it rested on (复算). */
  readonly replay: Replay;
  /**
   * The decision as it is kept, canonical JSON (决定存档原文): with it, a history or an exported file is held against the heads
   * that the decision read.
   */
  readonly record: Scalars['String']['output'];
}

/** What a decision read, by hash (依据存证). */
export interface Evidence {
  /** Version of the engine (引擎版本). */
  readonly engineVersion: Scalars['String']['output'];
  /** Head of the register (名录版本). */
  readonly register: ChainHead;
  /** Every catalog of the lineage, in force or not, country first (目录存证). */
  readonly catalogs: ReadonlyArray<CatalogEvidence>;
  /** Hash of the dictionary of built-in facts (事项字典哈希). */
  readonly dictionaryHash: Scalars['String']['output'];
  /** Hash of the built-in substance lists (内置名单哈希). */
  readonly listsHash: Scalars['String']['output'];
  /** Hash of the classification of industries (行业分类哈希). */
  readonly classificationHash: Scalars['String']['output'];
}

/** The newest revision of a chain at the time of reading (修订链头). */
export interface ChainHead {
  /** Its number (修订号). */
  readonly revision: Scalars['Int']['output'];
  /** Its hash (哈希). */
  readonly hash: Scalars['String']['output'];
}

/** How a catalog stood when it was read (目录存证). */
export interface CatalogEvidence {
  /** The catalog (目录). */
  readonly catalog: Catalog;
  /** Its newest revision (修订链头); null where it had none. */
  readonly head?: Maybe<ChainHead>;
  /** The version in force on the day of the decision (现行版本); null where none was. */
  readonly version?: Maybe<CatalogVersion>;
}

/** A decision made again (复算). */
export interface Replay {
  /** Whether outcome and findings are the same, byte for byte (结论是否一致). */
  readonly same: Scalars['Boolean']['output'];
  /** Whether the receipt is that of the decision as it is stored (回执是否相符). */
  readonly receiptHolds: Scalars['Boolean']['output'];
  /** What of the software is not what the decision was made with (变化内容). */
  readonly changedSince: ReadonlyArray<ReplayChange>;
  /** The assessment as it comes out now (复算评估). */
  readonly assessment: Assessment;
}

/** Decisions, page by page (准入决定分页). */
export interface DecisionConnection {
  /** The decisions of this page (本页准入决定). */
  readonly edges: ReadonlyArray<DecisionEdge>;
  /** Where this page stands (分页信息). */
  readonly pageInfo: PageInfo;
}

/** One decision of a page (分页中的准入决定). */
export interface DecisionEdge {
  /** Cursor of this decision (游标). */
  readonly cursor: Scalars['String']['output'];
  /** The decision (准入决定). */
  readonly node: Decision;
}

/** Which decisions (准入决定筛选条件): exactly one of `zone` and `projectCode` is given. */
export interface DecisionFilter {
  /** Of this zone (园区编号). */
  readonly zone?: InputMaybe<Scalars['ID']['input']>;
  /** Of this project (项目代码). */
  readonly projectCode?: InputMaybe<Scalars['String']['input']>;
  /** Recorded on this day or later (起始日期). */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** Recorded on this day or earlier (截止日期). */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
}

/** A project to decide (办理准入决定). */
export interface DecideAdmissionInput {
  /** The project (项目情况). */
  readonly project: ProjectInput;
  /** The day it is decided for (受理日); today where not given. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
  /** Why it is decided for another day than today (受理日理由). */
  readonly onReason?: InputMaybe<Scalars['String']['input']>;
  /** A key of the caller's own choice (幂等键): the same request with the same key is recorded once. */
  readonly idempotencyKey: Scalars['String']['input'];
}

/** What came of `decideAdmission` (办理准入决定的结果). A refusal of the project is a decision, not an error. */
export interface DecideAdmissionPayload {
  /** The decision (准入决定); null where none was recorded. */
  readonly decision?: Maybe<Decision>;
  /** Why none was recorded (业务错误); empty where it was. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** What to change of what a catalog says of itself (修改目录信息). What is not given stays. */
export interface ChangeDetailsInput {
  /** Id of the catalog (目录编号). */
  readonly catalog: Scalars['ID']['input'];
  /** The revision of the draft that the edit was made on (所依据的修订号). */
  readonly expectedRevision: Scalars['Int']['input'];
  /** Title (目录名称). It cannot be taken away. */
  readonly title?: InputMaybe<TextInput>;
  /** Who issues it (发布机关); null takes it away. */
  readonly issuer?: InputMaybe<Scalars['String']['input']>;
  /** Number of the document (文号); null takes it away. */
  readonly documentNumber?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** Facts and substance lists to remove from a draft (删除事项和名单): all are removed or none. */
export interface RemoveDefinitionsInput {
  /** Id of the catalog (目录编号). */
  readonly catalog: Scalars['ID']['input'];
  /** The revision of the draft that the edit was made on (所依据的修订号). */
  readonly expectedRevision: Scalars['Int']['input'];
  /** Keys of the facts (事项标识), written in full. */
  readonly facts?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Keys of the lists (名单标识), written in full. */
  readonly lists?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** A draft in review to send back to its editors (退回草案). */
export interface ReturnDraftInput {
  /** Id of the catalog (目录编号). */
  readonly catalog: Scalars['ID']['input'];
  /** The revision of the draft that was reviewed (所审阅的修订号). */
  readonly expectedRevision: Scalars['Int']['input'];
  /** What is to be mended, for the editors and the record (退回理由). */
  readonly reason: Scalars['String']['input'];
}

/** A draft to discard (放弃草案). */
export interface DiscardDraftInput {
  /** Id of the catalog (目录编号). */
  readonly catalog: Scalars['ID']['input'];
  /** The revision of the draft that is discarded (所依据的修订号). */
  readonly expectedRevision: Scalars['Int']['input'];
  /** Why, for the record (放弃理由). */
  readonly reason: Scalars['String']['input'];
}

/** What came of `discardDraft` (放弃草案的结果). */
export interface DiscardDraftPayload {
  /** The catalog without its draft (目录); null where nothing was changed. */
  readonly catalog?: Maybe<Catalog>;
  /** Why nothing was changed (业务错误); empty where it was. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** What an entry does to the projects it applies to (措施). */
export type Measure =
  /** Such projects may not come (禁止). */
  | 'PROHIBITED'
  /** Such projects may come where the requirements are met (限制). */
  | 'RESTRICTED';

/** How binding an entry is (约束力). */
export type Force =
  /** Binding without room (应当). */
  | 'MANDATORY'
  /** Binding in principle (原则上): leads to review, never to refusal by itself. */
  | 'IN_PRINCIPLE';

/** Nature of construction (建设性质). */
export type Nature =
  /** New build (新建). */
  | 'NEW_BUILD'
  /** Expansion (扩建). */
  | 'EXPANSION'
  /** Reconstruction (改建). */
  | 'RECONSTRUCTION'
  /** Technical upgrade (技术改造). */
  | 'TECHNICAL_UPGRADE'
  /** Relocation (搬迁). */
  | 'RELOCATION';

/** What a project does with things (活动类型). */
export type Activity =
  /** Produces them (生产). */
  | 'PRODUCE'
  /** Stores them (储存). */
  | 'STORE'
  /** Uses them (使用). */
  | 'USE'
  /** Trades in them (经营). */
  | 'TRADE'
  /** Transports them (运输). */
  | 'TRANSPORT';

/** Which capacity of a product a test is about (产能口径). */
export type CapacityOf =
  /** The capacity of the project (总产能). */
  | 'CAPACITY'
  /** The capacity of each line: capacity divided by lines (单线产能). */
  | 'PER_LINE'
  /** The capacity that the project adds (新增产能). */
  | 'ADDED';

/** One line of a catalog (条目). It reads back as it was put in. */
export interface Entry {
  /** Code, kept across versions (条目编号). */
  readonly code: Scalars['String']['output'];
  /** Its place in the catalog, from 1 (序号). */
  readonly position: Scalars['Int']['output'];
  /** The catalog it stands in (所属目录). */
  readonly catalog: Catalog;
  /** What it does (措施). */
  readonly measure: Measure;
  /** How binding it is (约束力). */
  readonly force: Force;
  /** Its wording (条目内容). */
  readonly text: Text;
  /** The industries it is about (适用行业). */
  readonly industries: IndustryScope;
  /** The natures of construction it is about (适用建设性质); empty for all. */
  readonly natures: ReadonlyArray<Nature>;
  /** The activities it is about (适用活动类型); empty for all. */
  readonly activities: ReadonlyArray<Activity>;
  /** Ids of the jurisdictions or areas in which it applies (适用区域); empty for all of the catalog's jurisdiction. */
  readonly territory: ReadonlyArray<Scalars['ID']['output']>;
  /** The condition under which it applies (限定条件). */
  readonly when?: Maybe<Scalars['ConditionJson']['output']>;
  /** The condition as a sentence (限定条件说明). */
  readonly whenText?: Maybe<Scalars['String']['output']>;
  /** What takes a project out of it (除外情形). */
  readonly exceptions: ReadonlyArray<Exception>;
  /** What it demands (限制条件); empty where the measure is PROHIBITED. */
  readonly requirements: ReadonlyArray<Requirement>;
  /** The first day it applies (有效期起). */
  readonly validFrom?: Maybe<Scalars['Date']['output']>;
  /** The last day it applies (有效期止). */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
  /** Projects first approved before this day are outside (此前已批准的项目除外). */
  readonly exemptIfApprovedBefore?: Maybe<Scalars['Date']['output']>;
  /** By when existing capacity must follow (完成期限). */
  readonly deadline?: Maybe<Scalars['Date']['output']>;
  /** What to use instead (替代方案). */
  readonly replacement?: Maybe<Text>;
  /** Who leads and who cooperates (责任部门). */
  readonly responsibility?: Maybe<Responsibility>;
  /** What it rests on (法律依据). */
  readonly basis: ReadonlyArray<LegalBasis>;
  /** Remark (备注). */
  readonly remark?: Maybe<Text>;
}


/** One line of a catalog (条目). It reads back as it was put in. */
export interface EntryWhenTextArgs {
  locale?: Locale;
}

/** The industries an entry is about (适用行业). */
export interface IndustryScope {
  /** Codes covered, each with everything below it (包含的行业代码); empty for every industry. */
  readonly include: ReadonlyArray<Scalars['IndustryCode']['output']>;
  /** Codes left out, each with everything below it (除外的行业代码). */
  readonly except: ReadonlyArray<Scalars['IndustryCode']['output']>;
}

/** What takes a project out of an entry (除外情形). */
export interface Exception {
  /** Key within the entry (除外标识). */
  readonly key: Scalars['String']['output'];
  /** Its wording (除外内容). */
  readonly text: Text;
  /** The condition under which it may hold (除外条件). */
  readonly when?: Maybe<Scalars['ConditionJson']['output']>;
  /** The condition as a sentence (除外条件说明). */
  readonly whenText?: Maybe<Scalars['String']['output']>;
  /** Whether an authority must decide it (是否一事一议). */
  readonly discretionary: Scalars['Boolean']['output'];
  /** The level that decides it (认定层级); null for the catalog's own. */
  readonly decidedBy?: Maybe<JurisdictionLevel>;
}


/** What takes a project out of an entry (除外情形). */
export interface ExceptionWhenTextArgs {
  locale?: Locale;
}

/** What a RESTRICTED entry demands (限制条件). */
export interface Requirement {
  /** Key within the entry (限制条件标识). */
  readonly key: Scalars['String']['output'];
  /** Its wording (限制条件内容). */
  readonly text: Text;
  /** The condition that must hold (应满足的条件); null where only evidence is asked for. */
  readonly when?: Maybe<Scalars['ConditionJson']['output']>;
  /** The condition as a sentence (条件说明). */
  readonly whenText?: Maybe<Scalars['String']['output']>;
  /** What is to be handed in (证明材料). */
  readonly evidence?: Maybe<Text>;
}


/** What a RESTRICTED entry demands (限制条件). */
export interface RequirementWhenTextArgs {
  locale?: Locale;
}

/** Who answers for an entry (责任部门). */
export interface Responsibility {
  /** Leading department (牵头部门). */
  readonly lead: Scalars['String']['output'];
  /** Cooperating departments (配合部门). */
  readonly cooperating: ReadonlyArray<Scalars['String']['output']>;
}

/** A legal instrument that an entry rests on (法律依据). */
export interface LegalBasis {
  /** Name of the document (文件名称). */
  readonly document: Scalars['String']['output'];
  /** Its number (文号). */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Article or item (条款). */
  readonly article?: Maybe<Scalars['String']['output']>;
  /** Where it is published (链接). */
  readonly url?: Maybe<Scalars['String']['output']>;
}

/** Entries, page by page (条目分页). */
export interface EntryConnection {
  /** The entries of this page (本页条目). */
  readonly edges: ReadonlyArray<EntryEdge>;
  /** Where this page stands (分页信息). */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages (总数). */
  readonly totalCount: Scalars['Int']['output'];
}

/** One entry of a page (分页中的条目). */
export interface EntryEdge {
  /** Cursor of this entry (游标). */
  readonly cursor: Scalars['String']['output'];
  /** The entry (条目). */
  readonly node: Entry;
  /** The version it stands in (所属版本); null for an entry of a draft. */
  readonly version?: Maybe<CatalogVersion>;
}

/** Which entries (条目筛选条件); all that is given must hold. */
export interface EntryFilter {
  /** With this measure (措施). */
  readonly measure?: InputMaybe<Measure>;
  /** With this force (约束力). */
  readonly force?: InputMaybe<Force>;
  /** About this industry, or something below it, or every industry (行业代码). */
  readonly industry?: InputMaybe<Scalars['IndustryCode']['input']>;
  /** About this nature of construction (建设性质). */
  readonly nature?: InputMaybe<Nature>;
  /** About this activity (活动类型). */
  readonly activity?: InputMaybe<Activity>;
  /** Code or wording contains this (编号或内容关键词). */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** With one of these codes (条目编号). */
  readonly codes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
}

/** A condition (限定条件): exactly one of the fields is given. A test on a fact that is not known is unknown, not false. */
export type ConditionInput =
  /** All of these hold (同时满足). */
  { readonly all: ReadonlyArray<ConditionInput>; readonly any?: never; readonly not?: never; readonly number?: never; readonly flag?: never; readonly choice?: never; readonly set?: never; readonly date?: never; readonly chemical?: never; readonly product?: never; }
  |  /** At least one of these holds (满足任一). */
  { readonly all?: never; readonly any: ReadonlyArray<ConditionInput>; readonly not?: never; readonly number?: never; readonly flag?: never; readonly choice?: never; readonly set?: never; readonly date?: never; readonly chemical?: never; readonly product?: never; }
  |  /** This does not hold (不满足). */
  { readonly all?: never; readonly any?: never; readonly not: ConditionInput; readonly number?: never; readonly flag?: never; readonly choice?: never; readonly set?: never; readonly date?: never; readonly chemical?: never; readonly product?: never; }
  |  /** A number lies within bounds (数值条件). */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly number: NumberTestInput; readonly flag?: never; readonly choice?: never; readonly set?: never; readonly date?: never; readonly chemical?: never; readonly product?: never; }
  |  /** A yes-or-no fact is as stated (是否条件). */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly number?: never; readonly flag: FlagTestInput; readonly choice?: never; readonly set?: never; readonly date?: never; readonly chemical?: never; readonly product?: never; }
  |  /** A choice is one of several (单选条件). */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly number?: never; readonly flag?: never; readonly choice: ChoiceTestInput; readonly set?: never; readonly date?: never; readonly chemical?: never; readonly product?: never; }
  |  /** A set includes one of several (多选条件). */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly number?: never; readonly flag?: never; readonly choice?: never; readonly set: SetTestInput; readonly date?: never; readonly chemical?: never; readonly product?: never; }
  |  /** A date lies within bounds (日期条件). */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly number?: never; readonly flag?: never; readonly choice?: never; readonly set?: never; readonly date: DateTestInput; readonly chemical?: never; readonly product?: never; }
  |  /** The project handles a substance (化学品条件). */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly number?: never; readonly flag?: never; readonly choice?: never; readonly set?: never; readonly date?: never; readonly chemical: ChemicalTestInput; readonly product?: never; }
  |  /** The project makes a product (产品产能条件). */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly number?: never; readonly flag?: never; readonly choice?: never; readonly set?: never; readonly date?: never; readonly chemical?: never; readonly product: ProductTestInput; };

/** A number within bounds (数值条件); all bounds that are given must hold. */
export interface NumberTestInput {
  /** Key of the fact (事项标识). */
  readonly fact: Scalars['String']['input'];
  /** Unit of the bounds (单位), that of the fact. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  /** Below this (小于). */
  readonly lessThan?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or below (不大于). */
  readonly atMost?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or above (不小于). */
  readonly atLeast?: InputMaybe<Scalars['Decimal']['input']>;
  /** Above this (大于). */
  readonly moreThan?: InputMaybe<Scalars['Decimal']['input']>;
}

/** A yes-or-no fact as stated (是否条件). */
export interface FlagTestInput {
  /** Key of the fact (事项标识). */
  readonly fact: Scalars['String']['input'];
  /** What it must be (取值). */
  readonly is: Scalars['Boolean']['input'];
}

/** A choice among several (单选条件). */
export interface ChoiceTestInput {
  /** Key of the fact (事项标识). */
  readonly fact: Scalars['String']['input'];
  /** What it may be (可取值), not empty. */
  readonly oneOf: ReadonlyArray<Scalars['String']['input']>;
}

/** A set that includes one of several (多选条件). */
export interface SetTestInput {
  /** Key of the fact (事项标识). */
  readonly fact: Scalars['String']['input'];
  /** Of which one must be in it (包含其一), not empty. */
  readonly includesAny: ReadonlyArray<Scalars['String']['input']>;
}

/** A date within bounds (日期条件). */
export interface DateTestInput {
  /** Key of the fact (事项标识). */
  readonly fact: Scalars['String']['input'];
  /** Before this day (早于). */
  readonly before?: InputMaybe<Scalars['Date']['input']>;
  /** On this day or later (不早于). */
  readonly onOrAfter?: InputMaybe<Scalars['Date']['input']>;
}

/**
 * Some one substance of the project's inventory (化学品条件). Amounts of one CAS number are added first, those of
 * different substances never.
 */
export interface ChemicalTestInput {
  /** Which substance (化学品范围). */
  readonly substance: SubstanceInput;
  /** Only lines of these activities (活动类型); all where not given. */
  readonly activities?: InputMaybe<ReadonlyArray<Activity>>;
  /** Only where there is more than this, in tonnes (数量大于，吨); whatever the amount where not given. */
  readonly moreThan?: InputMaybe<Scalars['Decimal']['input']>;
}

/** Which substance (化学品范围): exactly one of the fields is given. */
export type SubstanceInput =
  /** The one with this CAS number (CAS 号). */
  { readonly cas: Scalars['Cas']['input']; readonly list?: never; readonly outsideList?: never; readonly any?: never; }
  |  /** Any of this list (名单内的化学品), by its key. */
  { readonly cas?: never; readonly list: Scalars['String']['input']; readonly outsideList?: never; readonly any?: never; }
  |  /** Any that is not of this list (名单外的化学品), by its key. */
  { readonly cas?: never; readonly list?: never; readonly outsideList: Scalars['String']['input']; readonly any?: never; }
  |  /** Any at all (任一化学品): always true. */
  { readonly cas?: never; readonly list?: never; readonly outsideList?: never; readonly any: Scalars['Boolean']['input']; };

/** A product that the project makes (产品产能条件); without bounds, that it makes it at all. */
export interface ProductTestInput {
  /** Name of the product (产品名称). */
  readonly product: Scalars['String']['input'];
  /** Unit of the bounds and of the project's own figures (单位). */
  readonly unit: Scalars['String']['input'];
  /** Which capacity (产能口径). */
  readonly of: CapacityOf;
  /** Below this (小于). */
  readonly lessThan?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or below (不大于). */
  readonly atMost?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or above (不小于). */
  readonly atLeast?: InputMaybe<Scalars['Decimal']['input']>;
  /** Above this (大于). */
  readonly moreThan?: InputMaybe<Scalars['Decimal']['input']>;
}

/** An entry to put into a draft (录入条目). */
export interface EntryInput {
  /** Code, kept across versions (条目编号): letters, digits, `-`, `_`, `.`, at most 64. */
  readonly code: Scalars['String']['input'];
  /** What it does (措施). */
  readonly measure: Measure;
  /** How binding it is (约束力). */
  readonly force?: Force;
  /** Its wording (条目内容). */
  readonly text: TextInput;
  /** The industries it is about (适用行业); every industry where not given. */
  readonly industries?: InputMaybe<IndustryScopeInput>;
  /** The natures of construction it is about (适用建设性质); all where empty or not given. */
  readonly natures?: InputMaybe<ReadonlyArray<Nature>>;
  /** The activities it is about (适用活动类型); all where empty or not given. */
  readonly activities?: InputMaybe<ReadonlyArray<Activity>>;
  /** Ids of the jurisdictions or areas below the catalog's own in which it applies (适用区域); all where empty or not given. */
  readonly territory?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The condition under which it applies (限定条件). */
  readonly when?: InputMaybe<ConditionInput>;
  /** What takes a project out of it (除外情形). */
  readonly exceptions?: InputMaybe<ReadonlyArray<ExceptionInput>>;
  /** What it demands (限制条件): for RESTRICTED at least one, for PROHIBITED none. */
  readonly requirements?: InputMaybe<ReadonlyArray<RequirementInput>>;
  /** The first day it applies (有效期起). */
  readonly validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** The last day it applies (有效期止). */
  readonly validTo?: InputMaybe<Scalars['Date']['input']>;
  /** Projects first approved before this day are outside (此前已批准的项目除外). */
  readonly exemptIfApprovedBefore?: InputMaybe<Scalars['Date']['input']>;
  /** By when existing capacity must follow (完成期限). */
  readonly deadline?: InputMaybe<Scalars['Date']['input']>;
  /** What to use instead (替代方案). */
  readonly replacement?: InputMaybe<TextInput>;
  /** Who leads and who cooperates (责任部门). */
  readonly responsibility?: InputMaybe<ResponsibilityInput>;
  /** What it rests on (法律依据). */
  readonly basis: ReadonlyArray<LegalBasisInput>;
  /** Remark (备注). */
  readonly remark?: InputMaybe<TextInput>;
}

/** The industries an entry is about (适用行业). */
export interface IndustryScopeInput {
  /** Codes covered, each with everything below it (包含的行业代码); empty for every industry. */
  readonly include: ReadonlyArray<Scalars['IndustryCode']['input']>;
  /** Codes left out, each below one that is covered (除外的行业代码). */
  readonly except?: InputMaybe<ReadonlyArray<Scalars['IndustryCode']['input']>>;
}

/** What takes a project out of an entry (除外情形): needs a condition, discretion, or both. */
export interface ExceptionInput {
  /** Key within the entry (除外标识): letters, digits, `-`, `_`, `.`, at most 64. */
  readonly key: Scalars['String']['input'];
  /** Its wording (除外内容). */
  readonly text: TextInput;
  /** The condition under which it may hold (除外条件). */
  readonly when?: InputMaybe<ConditionInput>;
  /** Whether an authority must decide it (是否一事一议). */
  readonly discretionary?: Scalars['Boolean']['input'];
  /** The level that decides it (认定层级); the catalog's own where not given. */
  readonly decidedBy?: InputMaybe<JurisdictionLevel>;
}

/** What a RESTRICTED entry demands (限制条件). Without `when` it is evidence to hand in. */
export interface RequirementInput {
  /** Key within the entry (限制条件标识): letters, digits, `-`, `_`, `.`, at most 64. */
  readonly key: Scalars['String']['input'];
  /** Its wording (限制条件内容). */
  readonly text: TextInput;
  /** The condition that must hold (应满足的条件). */
  readonly when?: InputMaybe<ConditionInput>;
  /** What is to be handed in (证明材料). */
  readonly evidence?: InputMaybe<TextInput>;
}

/** Who answers for an entry (责任部门). */
export interface ResponsibilityInput {
  /** Leading department (牵头部门). */
  readonly lead: Scalars['String']['input'];
  /** Cooperating departments (配合部门). */
  readonly cooperating?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
}

/** A legal instrument that an entry rests on (法律依据). */
export interface LegalBasisInput {
  /** Name of the document (文件名称). */
  readonly document: Scalars['String']['input'];
  /** Its number (文号). */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** Article or item (条款). */
  readonly article?: InputMaybe<Scalars['String']['input']>;
  /** Where it is published (链接). */
  readonly url?: InputMaybe<Scalars['String']['input']>;
}

/** What values a fact takes (事项类型). */
export type FactType =
  /** A decimal number (数值). */
  | 'NUMBER'
  /** Yes or no (是否). */
  | 'FLAG'
  /** One of several (单选). */
  | 'CHOICE'
  /** Any of several (多选). */
  | 'SET'
  /** A calendar day (日期). */
  | 'DATE';

/** What a fact is about (事项对象). */
export type FactSubject =
  /** The project (项目): asked of the applicant. */
  | 'PROJECT'
  /** The zone (园区): held in the register, never asked. */
  | 'ZONE';

/** What a fact is called, what it may be, and how one asks for it (事项定义). */
export interface FactDefinition {
  /** Key (事项标识): a field of `FactsInput` or `ProjectInput`, `zone.…` for the register, or `<catalog key>.<name>`. */
  readonly key: Scalars['String']['output'];
  /** What values it takes (事项类型). */
  readonly type: FactType;
  /** What it is about (事项对象). */
  readonly about: FactSubject;
  /** Unit of a number (单位). */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** Whether a number is whole (是否整数). */
  readonly integer: Scalars['Boolean']['output'];
  /** What a choice or set may hold (可选项). */
  readonly options?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Name (事项名称). */
  readonly name: Text;
  /** The question one asks for it (询问用语). */
  readonly question: Text;
  /** Where the law or a standard defines it (定义来源). */
  readonly source?: Maybe<Text>;
}

/** A list of substances by CAS number (化学品名单). */
export interface SubstanceList {
  /** Key (名单标识): built in, or `<catalog key>.<name>`. */
  readonly key: Scalars['String']['output'];
  /** Name (名单名称). */
  readonly name: Text;
  /** The CAS numbers (成员). */
  readonly members: ReadonlyArray<Scalars['Cas']['output']>;
}

/** The value of a fact that a catalog defines (目录定义事项的取值). */
export interface DeclaredFact {
  /** Key (事项标识), `<catalog key>.<name>`. */
  readonly key: Scalars['String']['output'];
  /** Value (取值). */
  readonly value: FactValue;
}

/** A value (取值): exactly one of the fields is set. */
export interface FactValue {
  /** A number (数值). */
  readonly number?: Maybe<Scalars['Decimal']['output']>;
  /** Yes or no (是否). */
  readonly flag?: Maybe<Scalars['Boolean']['output']>;
  /** One of several (单选). */
  readonly choice?: Maybe<Scalars['String']['output']>;
  /** Any of several (多选). */
  readonly set?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** A calendar day (日期). */
  readonly date?: Maybe<Scalars['Date']['output']>;
}

/** The value of a fact that a catalog in force defines (目录定义事项的填报). */
export interface DeclaredFactInput {
  /** Key (事项标识), `<catalog key>.<name>`. */
  readonly key: Scalars['String']['input'];
  /** Value (取值). */
  readonly value: FactValueInput;
}

/** A value (取值): exactly one of the fields is given, the one for the type of the fact. */
export type FactValueInput =
  /** A number (数值). */
  { readonly number: Scalars['Decimal']['input']; readonly flag?: never; readonly choice?: never; readonly set?: never; readonly date?: never; }
  |  /** Yes or no (是否). */
  { readonly number?: never; readonly flag: Scalars['Boolean']['input']; readonly choice?: never; readonly set?: never; readonly date?: never; }
  |  /** One of several (单选). */
  { readonly number?: never; readonly flag?: never; readonly choice: Scalars['String']['input']; readonly set?: never; readonly date?: never; }
  |  /** Any of several (多选). */
  { readonly number?: never; readonly flag?: never; readonly choice?: never; readonly set: ReadonlyArray<Scalars['String']['input']>; readonly date?: never; }
  |  /** A calendar day (日期). */
  { readonly number?: never; readonly flag?: never; readonly choice?: never; readonly set?: never; readonly date: Scalars['Date']['input']; };

/** A fact that a catalog defines (定义事项). */
export interface FactDefinitionInput {
  /** Key (事项标识), `<catalog key>.<name>`. */
  readonly key: Scalars['String']['input'];
  /** What values it takes (事项类型). */
  readonly type: FactType;
  /** What it is about (事项对象). */
  readonly about?: FactSubject;
  /** Unit (单位), for numbers only. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  /** Whether only whole numbers are allowed (是否整数), for numbers only. */
  readonly integer?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it may hold (可选项), for choices and sets only; a list that is not exhaustive contains OTHER. */
  readonly options?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Name (事项名称). */
  readonly name: TextInput;
  /** The question one asks for it (询问用语). */
  readonly question: TextInput;
}

/** A list of substances that a catalog defines (定义化学品名单). */
export interface SubstanceListInput {
  /** Key (名单标识), `<catalog key>.<name>`. */
  readonly key: Scalars['String']['input'];
  /** Name (名单名称). */
  readonly name: TextInput;
  /** The CAS numbers (成员). */
  readonly members: ReadonlyArray<Scalars['Cas']['input']>;
}

/** What a history was found to be (历史核对问题). */
export type HistoryFault =
  /** A revision is missing, or stands elsewhere than in its place (缺失或错位). */
  | 'GAP'
  /** A revision does not follow the one before (前后不衔接). */
  | 'LINK'
  /** A revision was changed (被改动). */
  | 'HASH'
  /** A revision was changed so that it cannot be read (无法读取). */
  | 'UNREADABLE'
  /** Revisions were written anew: a head kept elsewhere is another (与留存链头不符). */
  | 'FORK'
  /** Something that a revision names by its hash is missing or was changed (所指内容缺失或被改动). */
  | 'BLOB'
  /** A published version was changed, dropped, or added without being published (已发布版本被改动). */
  | 'VERSION'
  /** What a version says does not have its content hash (版本内容与内容哈希不符). */
  | 'CONTENT';

/** The head of a history that was kept elsewhere (留存链头): written down, exported, or named in a receipt. */
export interface ChainHeadInput {
  /** Its number (修订号), from 1. */
  readonly revision: Scalars['Int']['input'];
  /** Its hash (哈希), 64 hexadecimal digits. */
  readonly hash: Scalars['String']['input'];
}

/** What a verification came to (历史核对结果). */
export interface HistoryVerification {
  /** Whether everything is as it was written (是否完整). */
  readonly whole: Scalars['Boolean']['output'];
  /** The last revision up to which it is (核对无误的最后一条); null where there is none. */
  readonly head?: Maybe<ChainHead>;
  /** How many heads kept elsewhere it was held against (比对的留存链头数). */
  readonly headsCompared: Scalars['Int']['output'];
  /** What is wrong at the first place where something is (问题类型); null where all is whole. */
  readonly fault?: Maybe<HistoryFault>;
  /** Number of the revision where that is (出现问题的修订号); null where all is whole. */
  readonly brokenAt?: Maybe<Scalars['Int']['output']>;
  /** Number of the version at fault (出现问题的版本号), where it is a version. */
  readonly version?: Maybe<Scalars['Int']['output']>;
  /** The same in words (核对结果说明). */
  readonly text: Scalars['String']['output'];
}


/** What a verification came to (历史核对结果). */
export interface HistoryVerificationTextArgs {
  locale?: Locale;
}

/** A part of an exported history (历史导出). */
export interface HistoryExport {
  /**
   * Lines of JSON to be written into a file one after another (导出内容): `npm run verify-history` verifies the whole file
   * without the service.
   */
  readonly lines: ReadonlyArray<Scalars['String']['output']>;
  /** Whether there is more (是否还有后续). */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Cursor to pass as `after` for the next part (末条游标), null where this one is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
}

/** What a step of the register did to one thing (名录变更类型). */
export type RegisterChangeKind =
  /** Entered a jurisdiction (登记). */
  | 'REGISTERED'
  /** Changed a jurisdiction from a day on (变更). */
  | 'CHANGED'
  /** Closed a jurisdiction from a day on (撤销). */
  | 'CLOSED'
  /** Opened a closed jurisdiction again (恢复). */
  | 'REOPENED'
  /** Created a catalog (新建目录). */
  | 'CATALOG_CREATED';

/** One field of a jurisdiction that a step of the register changed (名录变更字段), in words. */
export interface RegisterFieldChange {
  /** The field (字段). */
  readonly field: Scalars['String']['output'];
  /** What it said before (变更前); null for nothing. */
  readonly before?: Maybe<Scalars['String']['output']>;
  /** What it says after (变更后); null for nothing. */
  readonly after?: Maybe<Scalars['String']['output']>;
}

/** One thing that a step of the register did (名录变更事项). */
export interface RegisterChange {
  /** What it did (变更类型). */
  readonly kind: RegisterChangeKind;
  /** The jurisdiction (管辖区域) as it stands today; null where it was a catalog. */
  readonly jurisdiction?: Maybe<Jurisdiction>;
  /** The catalog (目录); null where it was a jurisdiction. */
  readonly catalog?: Maybe<Catalog>;
  /** From when on (生效日期); null for a catalog. */
  readonly effectiveFrom?: Maybe<Scalars['Date']['output']>;
  /** The fields that differ from the record before (变更字段); empty for a catalog. */
  readonly fields: ReadonlyArray<RegisterFieldChange>;
  /** The same as a sentence (变更说明). */
  readonly text: Scalars['String']['output'];
}


/** One thing that a step of the register did (名录变更事项). */
export interface RegisterChangeFieldsArgs {
  locale?: Locale;
}


/** One thing that a step of the register did (名录变更事项). */
export interface RegisterChangeTextArgs {
  locale?: Locale;
}

/** One step in the history of the register (名录修订记录). */
export interface RegisterRevision {
  /** Number in the chain of the register (修订号). */
  readonly number: Scalars['Int']['output'];
  /** When (时间). */
  readonly at: Scalars['DateTime']['output'];
  /** By whom (操作人). */
  readonly by: Scalars['String']['output'];
  /** Why (事由). */
  readonly reason: Scalars['String']['output'];
  /** SHA-256 over all that it says, and so over all that came before it (哈希). */
  readonly hash: Scalars['String']['output'];
  /** Hash of the step before (前一条哈希); null for the first. */
  readonly previousHash?: Maybe<Scalars['String']['output']>;
  /** What was done (变更事项). */
  readonly changes: ReadonlyArray<RegisterChange>;
  /** All of it in words (变更说明). */
  readonly changeText: Scalars['String']['output'];
}


/** One step in the history of the register (名录修订记录). */
export interface RegisterRevisionChangeTextArgs {
  locale?: Locale;
}

/** Steps of the register, page by page (名录修订记录分页). */
export interface RegisterRevisionConnection {
  /** The steps of this page (本页修订记录). */
  readonly edges: ReadonlyArray<RegisterRevisionEdge>;
  /** Where this page stands (分页信息). */
  readonly pageInfo: PageInfo;
}

/** One step of a page (分页中的名录修订记录). */
export interface RegisterRevisionEdge {
  /** Cursor of this step (游标). */
  readonly cursor: Scalars['String']['output'];
  /** The step (修订记录). */
  readonly node: RegisterRevision;
}

/** What a step in the history of a catalog did to one thing (变更类型). */
export type RevisionChangeKind =
  /** Opened the draft (新建草案). */
  | 'DRAFT_OPENED'
  /** Added an entry (新增条目). */
  | 'ENTRY_ADDED'
  /** Changed an entry (修改条目). */
  | 'ENTRY_CHANGED'
  /** Removed an entry (删除条目). */
  | 'ENTRY_REMOVED'
  /** Added a fact (新增事项). */
  | 'FACT_ADDED'
  /** Changed a fact (修改事项). */
  | 'FACT_CHANGED'
  /** Removed a fact (删除事项). */
  | 'FACT_REMOVED'
  /** Added a substance list (新增化学品名单). */
  | 'LIST_ADDED'
  /** Changed a substance list (修改化学品名单). */
  | 'LIST_CHANGED'
  /** Removed a substance list (删除化学品名单). */
  | 'LIST_REMOVED'
  /** Changed title, issuer or document number (修改目录信息). */
  | 'DETAILS_CHANGED'
  /** Put something again just as it was (内容未变). */
  | 'NOTHING_CHANGED'
  /** Sent a draft in review back to its editors, by what else it did (审核失效). */
  | 'REVIEW_VOIDED'
  /** Handed the draft in for publication (提交草案). */
  | 'DRAFT_SUBMITTED'
  /** Sent the draft back to its editors (退回草案). */
  | 'DRAFT_RETURNED'
  /** Discarded the draft (放弃草案). */
  | 'DRAFT_DISCARDED'
  /** Published a version (发布版本). */
  | 'VERSION_PUBLISHED'
  /** Withdrew a version (撤回版本). */
  | 'VERSION_WITHDRAWN'
  /** Repealed the catalog (废止目录). */
  | 'CATALOG_REPEALED';

/** A warning of a publication rule that the publisher accepted (已确认的提示). */
export interface AcceptedWarning {
  /** Code of the rule (规则编号), e.g. `PR-27`. */
  readonly rule: Scalars['String']['output'];
  /** The rule, in one sentence (规则内容); null for a rule that this version of the software does not have. */
  readonly sentence?: Maybe<Scalars['String']['output']>;
  /** Code of the entry it is about (条目编号); null where it concerns no single entry. */
  readonly entry?: Maybe<Scalars['String']['output']>;
}


/** A warning of a publication rule that the publisher accepted (已确认的提示). */
export interface AcceptedWarningSentenceArgs {
  locale?: Locale;
}

/** One thing that a step in the history of a catalog did (变更事项). */
export interface RevisionChange {
  /** What it did (变更类型). */
  readonly kind: RevisionChangeKind;
  /** Code of the entry, or key of the fact or list (编号); null where it was none. */
  readonly item?: Maybe<Scalars['String']['output']>;
  /** The fields that changed, or all that was said where the whole came or went (变更字段). */
  readonly fields: ReadonlyArray<FieldChange>;
  /** The version that was published, withdrawn, repealed, or that the draft was opened on (版本). */
  readonly version?: Maybe<CatalogVersion>;
  /** Hash of the content that was handed in, sent back, discarded or published (内容哈希). */
  readonly contentHash?: Maybe<Scalars['String']['output']>;
  /** The first day of what was published or withdrawn (生效日期). */
  readonly effectiveFrom?: Maybe<Scalars['Date']['output']>;
  /** The last day of what was published (失效日期); null for no end. */
  readonly effectiveTo?: Maybe<Scalars['Date']['output']>;
  /** Why it took effect before the day on which it was done (溯及既往的理由). */
  readonly retroactiveReason?: Maybe<Scalars['String']['output']>;
  /** The warnings that the publisher accepted (已确认的提示). */
  readonly acknowledged: ReadonlyArray<AcceptedWarning>;
  /** The same in words (变更说明). */
  readonly text: Scalars['String']['output'];
}


/** One thing that a step in the history of a catalog did (变更事项). */
export interface RevisionChangeTextArgs {
  locale?: Locale;
}

/** What a step did, page by page (变更事项分页). */
export interface RevisionChangeConnection {
  /** The changes of this page (本页变更事项). */
  readonly edges: ReadonlyArray<RevisionChangeEdge>;
  /** Where this page stands (分页信息). */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages (总数). */
  readonly totalCount: Scalars['Int']['output'];
}

/** One change of a page (分页中的变更事项). */
export interface RevisionChangeEdge {
  /** Cursor of this change (游标). */
  readonly cursor: Scalars['String']['output'];
  /** The change (变更事项). */
  readonly node: RevisionChange;
}

/** By what an entry came to another wording (条目沿革类型). */
export type EntryStepKind =
  /** A version was published (版本发布). */
  | 'PUBLISHED'
  /** A version was withdrawn or the catalog repealed (版本撤回或目录废止). */
  | 'WITHDRAWN'
  /** A draft was opened on an older version (以较早版本新建草案). */
  | 'OPENED'
  /** It was edited in the draft (草案修改). */
  | 'DRAFTED'
  /** The draft was discarded (草案放弃). */
  | 'DISCARDED';

/**
 * A step in the life of an entry (条目沿革): one wording went, another came. Steps of drafts are shown to those who may read
 * the history; they count for nobody until a version is published.
 */
export interface EntryStep {
  /** By what (沿革类型). */
  readonly kind: EntryStepKind;
  /** When it was done (办理时间). */
  readonly at: Scalars['DateTime']['output'];
  /** Who did it (办理人); null where the caller may not read the history. */
  readonly by?: Maybe<Scalars['String']['output']>;
  /** The step of the history (修订记录); null where the caller may not read it. */
  readonly revision?: Maybe<Revision>;
  /** The version that was published, withdrawn, or that the draft was opened on (版本). */
  readonly version?: Maybe<CatalogVersion>;
  /** The first day on which the new wording counts (生效日期); null for steps of a draft. */
  readonly effectiveFrom?: Maybe<Scalars['Date']['output']>;
  /** The wording that went (原条文); null where there was none. */
  readonly before?: Maybe<Entry>;
  /** The wording that came (新条文); null where there is none any more. */
  readonly after?: Maybe<Entry>;
  /** The fields that changed (变更字段). */
  readonly fields: ReadonlyArray<FieldChange>;
  /** The same in words (变更说明). */
  readonly text: Scalars['String']['output'];
}


/**
 * A step in the life of an entry (条目沿革): one wording went, another came. Steps of drafts are shown to those who may read
 * the history; they count for nobody until a version is published.
 */
export interface EntryStepTextArgs {
  locale?: Locale;
}

/** Steps in the life of an entry, page by page (条目沿革分页). */
export interface EntryStepConnection {
  /** The steps of this page (本页沿革). */
  readonly edges: ReadonlyArray<EntryStepEdge>;
  /** Where this page stands (分页信息). */
  readonly pageInfo: PageInfo;
}

/** One step of a page (分页中的条目沿革). */
export interface EntryStepEdge {
  /** Cursor of this step (游标). */
  readonly cursor: Scalars['String']['output'];
  /** The step (沿革). */
  readonly node: EntryStep;
}

/** What a project is built for (建设目的). */
export type Purpose =
  /** Safety (安全). */
  | 'SAFETY'
  /** Protection of the environment (环保). */
  | 'ENVIRONMENT'
  /** Saving of energy (节能). */
  | 'ENERGY'
  /** Digitalisation (数字化). */
  | 'DIGITAL'
  /** Better quality (质量提升). */
  | 'QUALITY'
  /** Removal of a hazard (隐患整治). */
  | 'HAZARD_RECTIFICATION'
  /** Supporting utilities (公用配套). */
  | 'SUPPORTING_UTILITY';

/** Class under the national guidance catalogue (国家产业政策类别). */
export type NationalClass =
  /** Encouraged (鼓励类). */
  | 'ENCOURAGED'
  /** Permitted (允许类). */
  | 'PERMITTED'
  /** Restricted (限制类). */
  | 'RESTRICTED'
  /** To be eliminated (淘汰类). */
  | 'ELIMINATED';

/** Level of the major hazard source that a project forms (重大危险源级别, GB 18218-2018). */
export type MajorHazardLevel =
  /** It forms none (不构成). */
  | 'NONE'
  /** Level 4, the lowest (四级). */
  | 'FOUR'
  /** Level 3 (三级). */
  | 'THREE'
  /** Level 2 (二级). */
  | 'TWO'
  /** Level 1, the gravest (一级). */
  | 'ONE';

/** What is known of a project (项目情况). What is not given, or null, is unknown; a list that is given is complete. */
export interface ProjectInput {
  /** Id of the zone it would come to (园区编号). */
  readonly zone: Scalars['ID']['input'];
  /** The caller's own mark, handed back with the answer (调用方标识). */
  readonly ref?: InputMaybe<Scalars['String']['input']>;
  /** Name (项目名称). */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** National project code (项目代码), as `2603-141124-89-05-346948`. */
  readonly projectCode?: InputMaybe<Scalars['String']['input']>;
  /** Unified social credit code of the applicant (统一社会信用代码). */
  readonly unifiedSocialCreditCode?: InputMaybe<Scalars['String']['input']>;
  /** Industry codes (行业代码), not empty; above class level each stands for one unknown class below it. */
  readonly industries?: InputMaybe<ReadonlyArray<Scalars['IndustryCode']['input']>>;
  /** Nature of construction (建设性质). */
  readonly nature?: InputMaybe<Nature>;
  /** What it does with things (活动类型), not empty. */
  readonly activities?: InputMaybe<ReadonlyArray<Activity>>;
  /** Key of the area of the zone (所在片区). */
  readonly area?: InputMaybe<Scalars['String']['input']>;
  /** Whether and when it was approved before (此前批准情况). */
  readonly earlierApproval?: InputMaybe<EarlierApprovalInput>;
  /** All other facts (其他事项). */
  readonly facts?: InputMaybe<FactsInput>;
  /** What an officer decided on discretionary exceptions (一事一议认定). From anyone else it is an error. */
  readonly confirmations?: InputMaybe<ReadonlyArray<ConfirmationInput>>;
}

/** An earlier approval (此前批准情况): exactly one of the fields is given. */
export type EarlierApprovalInput =
  /** The day of the first approval or filing (首次批准日期). */
  { readonly approvedOn: Scalars['Date']['input']; readonly none?: never; }
  |  /** It was never approved (此前未获批准): always true. */
  { readonly approvedOn?: never; readonly none: Scalars['Boolean']['input']; };

/** What an officer decided on a discretionary exception (一事一议认定). */
export interface ConfirmationInput {
  /** Id of the catalog (目录编号). */
  readonly catalog: Scalars['ID']['input'];
  /** Code of the entry (条目编号). */
  readonly entry: Scalars['String']['input'];
  /** Key of the exception (除外标识). */
  readonly exception: Scalars['String']['input'];
  /** Whether the exception is granted (是否同意). */
  readonly confirmed: Scalars['Boolean']['input'];
  /** The document it rests on (认定文件). */
  readonly document: Scalars['String']['input'];
}

/** Facts about a project (项目事项). What is not given, or null, is unknown. */
export interface FactsInput {
  /** Total investment in 10 000 CNY (总投资，万元). */
  readonly totalInvestment?: InputMaybe<Scalars['Decimal']['input']>;
  /** Investment without the cost of land in 10 000 CNY (不含土地费用的投资，万元). */
  readonly investmentExcludingLand?: InputMaybe<Scalars['Decimal']['input']>;
  /** Fixed-asset investment in 10 000 CNY (固定资产投资，万元). */
  readonly fixedAssetInvestment?: InputMaybe<Scalars['Decimal']['input']>;
  /** Investment in equipment in 10 000 CNY (设备投资，万元). */
  readonly equipmentInvestment?: InputMaybe<Scalars['Decimal']['input']>;
  /** Land in mu, more than 0 (用地面积，亩). */
  readonly landArea?: InputMaybe<Scalars['Decimal']['input']>;
  /** Yearly tax per mu in 10 000 CNY (亩均税收，万元/亩). */
  readonly taxPerMu?: InputMaybe<Scalars['Decimal']['input']>;
  /** Yearly energy in tonnes of coal equivalent (年综合能源消费量，吨标准煤). */
  readonly annualEnergy?: InputMaybe<Scalars['Decimal']['input']>;
  /** Persons living within 500 m of the site boundary (厂界外500米内常住人口，人). */
  readonly exposedPersons?: InputMaybe<Scalars['Decimal']['input']>;
  /** What it is built for (建设目的). */
  readonly purposes?: InputMaybe<ReadonlyArray<Purpose>>;
  /** Class under national industrial policy (国家产业政策类别). */
  readonly nationalClass?: InputMaybe<NationalClass>;
  /** Whether it is a hazardous-chemical construction project (是否危险化学品建设项目). */
  readonly hazardousChemicalProject?: InputMaybe<Scalars['Boolean']['input']>;
  /** Key supervised hazardous processes (重点监管的危险化工工艺), by key as in `factDefinitions`. */
  readonly processes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Chemicals and their designed maximum inventory (危险化学品及设计最大量). */
  readonly chemicals?: InputMaybe<ReadonlyArray<ChemicalInput>>;
  /** Products and capacity, one line for each product (产品及产能). */
  readonly products?: InputMaybe<ReadonlyArray<ProductInput>>;
  /** Level of the major hazard source (重大危险源级别). */
  readonly majorHazardLevel?: InputMaybe<MajorHazardLevel>;
  /** Whether combustible dust is a hazard (是否涉及可燃性粉尘). */
  readonly combustibleDust?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is labour intensive (是否劳动密集型). */
  readonly labourIntensive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether a chemical process is used for the first time in China (是否国内首次使用的化工工艺). */
  readonly firstOfKindProcess?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the reaction risk was assessed (是否已开展反应安全风险评估). */
  readonly reactionRiskAssessed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether automatic control is installed (是否装备自动化控制系统). */
  readonly automaticControl?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether a safety instrumented system is installed (是否装备安全仪表系统). */
  readonly safetyInstrumentedSystem?: InputMaybe<Scalars['Boolean']['input']>;
  /** Facts that a catalog in force defines (目录定义的事项). */
  readonly declared?: InputMaybe<ReadonlyArray<DeclaredFactInput>>;
}

/** One line of the inventory (危险化学品清单行). */
export interface ChemicalInput {
  /** CAS number (CAS 号). */
  readonly cas: Scalars['Cas']['input'];
  /** Specification, for the record (规格). */
  readonly specification?: InputMaybe<Scalars['String']['input']>;
  /** What is done with it (活动类型); the project's activities where not given. */
  readonly activities?: InputMaybe<ReadonlyArray<Activity>>;
  /** Designed maximum inventory in tonnes (设计最大量，吨); unknown where not given. */
  readonly tonnes?: InputMaybe<Scalars['Decimal']['input']>;
}

/** One product (产品清单行). */
export interface ProductInput {
  /** Name (产品名称). */
  readonly product: Scalars['String']['input'];
  /** Unit, that in which the catalogs test it (单位). */
  readonly unit: Scalars['String']['input'];
  /** Capacity (产能). */
  readonly capacity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Capacity that the project adds (新增产能). */
  readonly addedCapacity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Number of lines (生产线数), 1 or more. */
  readonly lines?: InputMaybe<Scalars['Decimal']['input']>;
}

/** A project as it was stated (项目情况), echoed from the decision's record. */
export interface Project {
  /** The zone (园区). */
  readonly zone: Zone;
  /** The caller's own mark (调用方标识). */
  readonly ref?: Maybe<Scalars['String']['output']>;
  /** Name (项目名称). */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** National project code (项目代码). */
  readonly projectCode?: Maybe<Scalars['String']['output']>;
  /** Unified social credit code of the applicant (统一社会信用代码). */
  readonly unifiedSocialCreditCode?: Maybe<Scalars['String']['output']>;
  /** Industry codes (行业代码); null where unknown. */
  readonly industries?: Maybe<ReadonlyArray<Scalars['IndustryCode']['output']>>;
  /** Nature of construction (建设性质); null where unknown. */
  readonly nature?: Maybe<Nature>;
  /** What it does with things (活动类型); null where unknown. */
  readonly activities?: Maybe<ReadonlyArray<Activity>>;
  /** Key of the area of the zone (所在片区); null where unknown. */
  readonly area?: Maybe<Scalars['String']['output']>;
  /** Whether and when it was approved before (此前批准情况); null where unknown. */
  readonly earlierApproval?: Maybe<EarlierApproval>;
  /** All other facts (其他事项); null where none was stated. */
  readonly facts?: Maybe<Facts>;
  /** What an officer decided on discretionary exceptions (一事一议认定). */
  readonly confirmations: ReadonlyArray<Confirmation>;
}

/** An earlier approval (此前批准情况): exactly one of the fields is set. */
export interface EarlierApproval {
  /** The day of the first approval or filing (首次批准日期). */
  readonly approvedOn?: Maybe<Scalars['Date']['output']>;
  /** True where it was never approved (此前未获批准). */
  readonly none?: Maybe<Scalars['Boolean']['output']>;
}

/** What an officer decided on a discretionary exception (一事一议认定). */
export interface Confirmation {
  /** The catalog (目录). */
  readonly catalog: Catalog;
  /** Code of the entry (条目编号). */
  readonly entry: Scalars['String']['output'];
  /** Key of the exception (除外标识). */
  readonly exception: Scalars['String']['output'];
  /** Whether the exception is granted (是否同意). */
  readonly confirmed: Scalars['Boolean']['output'];
  /** The document it rests on (认定文件). */
  readonly document: Scalars['String']['output'];
}

/** Facts about a project as they were stated (项目事项); null means unknown. */
export interface Facts {
  /** Total investment in 10 000 CNY (总投资，万元). */
  readonly totalInvestment?: Maybe<Scalars['Decimal']['output']>;
  /** Investment without the cost of land in 10 000 CNY (不含土地费用的投资，万元). */
  readonly investmentExcludingLand?: Maybe<Scalars['Decimal']['output']>;
  /** Fixed-asset investment in 10 000 CNY (固定资产投资，万元). */
  readonly fixedAssetInvestment?: Maybe<Scalars['Decimal']['output']>;
  /** Investment in equipment in 10 000 CNY (设备投资，万元). */
  readonly equipmentInvestment?: Maybe<Scalars['Decimal']['output']>;
  /** Land in mu (用地面积，亩). */
  readonly landArea?: Maybe<Scalars['Decimal']['output']>;
  /** Yearly tax per mu in 10 000 CNY (亩均税收，万元/亩). */
  readonly taxPerMu?: Maybe<Scalars['Decimal']['output']>;
  /** Yearly energy in tonnes of coal equivalent (年综合能源消费量，吨标准煤). */
  readonly annualEnergy?: Maybe<Scalars['Decimal']['output']>;
  /** Persons living within 500 m of the site boundary (厂界外500米内常住人口，人). */
  readonly exposedPersons?: Maybe<Scalars['Decimal']['output']>;
  /** What it is built for (建设目的). */
  readonly purposes?: Maybe<ReadonlyArray<Purpose>>;
  /** Class under national industrial policy (国家产业政策类别). */
  readonly nationalClass?: Maybe<NationalClass>;
  /** Whether it is a hazardous-chemical construction project (是否危险化学品建设项目). */
  readonly hazardousChemicalProject?: Maybe<Scalars['Boolean']['output']>;
  /** Key supervised hazardous processes (重点监管的危险化工工艺). */
  readonly processes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Chemicals and their designed maximum inventory (危险化学品及设计最大量). */
  readonly chemicals?: Maybe<ReadonlyArray<Chemical>>;
  /** Products and capacity (产品及产能). */
  readonly products?: Maybe<ReadonlyArray<Product>>;
  /** Level of the major hazard source (重大危险源级别). */
  readonly majorHazardLevel?: Maybe<MajorHazardLevel>;
  /** Whether combustible dust is a hazard (是否涉及可燃性粉尘). */
  readonly combustibleDust?: Maybe<Scalars['Boolean']['output']>;
  /** Whether it is labour intensive (是否劳动密集型). */
  readonly labourIntensive?: Maybe<Scalars['Boolean']['output']>;
  /** Whether a chemical process is used for the first time in China (是否国内首次使用的化工工艺). */
  readonly firstOfKindProcess?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the reaction risk was assessed (是否已开展反应安全风险评估). */
  readonly reactionRiskAssessed?: Maybe<Scalars['Boolean']['output']>;
  /** Whether automatic control is installed (是否装备自动化控制系统). */
  readonly automaticControl?: Maybe<Scalars['Boolean']['output']>;
  /** Whether a safety instrumented system is installed (是否装备安全仪表系统). */
  readonly safetyInstrumentedSystem?: Maybe<Scalars['Boolean']['output']>;
  /** Facts that a catalog defines (目录定义的事项). */
  readonly declared?: Maybe<ReadonlyArray<DeclaredFact>>;
}

/** One line of the inventory (危险化学品清单行). */
export interface Chemical {
  /** CAS number (CAS 号). */
  readonly cas: Scalars['Cas']['output'];
  /** Specification (规格). */
  readonly specification?: Maybe<Scalars['String']['output']>;
  /** What is done with it (活动类型); null for the project's activities. */
  readonly activities?: Maybe<ReadonlyArray<Activity>>;
  /** Designed maximum inventory in tonnes (设计最大量，吨); null where unknown. */
  readonly tonnes?: Maybe<Scalars['Decimal']['output']>;
}

/** One product (产品清单行). */
export interface Product {
  /** Name (产品名称). */
  readonly product: Scalars['String']['output'];
  /** Unit (单位). */
  readonly unit: Scalars['String']['output'];
  /** Capacity (产能); null where unknown. */
  readonly capacity?: Maybe<Scalars['Decimal']['output']>;
  /** Capacity that the project adds (新增产能); null where unknown. */
  readonly addedCapacity?: Maybe<Scalars['Decimal']['output']>;
  /** Number of lines (生产线数); null where unknown. */
  readonly lines?: Maybe<Scalars['Decimal']['output']>;
}

/** How much a publication rule weighs (规则级别). */
export type RuleSeverity =
  /** It stands in the way of publication (必须改正). */
  | 'ERROR'
  /** It has to be acknowledged, by rule and entry (须确认). */
  | 'WARNING';

/** A rule that a version must meet to be published (发布规则). */
export interface PublicationRule {
  /** Code (规则编号), e.g. `PR-01`. It never stands for another rule. */
  readonly code: Scalars['String']['output'];
  /** How much it weighs (规则级别). */
  readonly severity: RuleSeverity;
  /** The rule, in one sentence (规则内容). */
  readonly sentence: Text;
}

/** What publishing a draft as it is would be told (草案检查结果). */
export interface DraftCheck {
  /** Hash of the content that was checked (内容哈希), to be named on publication: another content is not published. */
  readonly contentHash: Scalars['String']['output'];
  /** The revision of the draft that was checked (修订号). */
  readonly revision: Scalars['Int']['output'];
  /** Whether no rule stands in the way (能否发布): there is no ERROR. Warnings have to be acknowledged all the same. */
  readonly publishable: Scalars['Boolean']['output'];
  /** Everything that does not keep a rule, in the order of the rules (不符合项). */
  readonly violations: ReadonlyArray<DraftViolation>;
  /**
   * Where a rule would take more steps than it may (未能判定项): nothing is said against these entries, and nothing for them.
   * They do not stand in the way.
   */
  readonly undecided: ReadonlyArray<UndecidedRule>;
}

/** A publication rule that could not be decided for an entry (未能判定的规则). */
export interface UndecidedRule {
  /** Code of the rule (规则编号). */
  readonly rule: Scalars['String']['output'];
  /** The rule, in one sentence (规则内容). */
  readonly sentence: Scalars['String']['output'];
  /** Code of the entry (条目编号). */
  readonly entry: Scalars['String']['output'];
}


/** A publication rule that could not be decided for an entry (未能判定的规则). */
export interface UndecidedRuleSentenceArgs {
  locale?: Locale;
}

/** Something in a draft that does not keep a publication rule (不符合发布规则之处). */
export interface DraftViolation {
  /** Code of the rule (规则编号), e.g. `PR-01`. */
  readonly rule: Scalars['String']['output'];
  /** How much the rule weighs (规则级别). */
  readonly severity: RuleSeverity;
  /** The rule, in one sentence (规则内容). */
  readonly sentence: Scalars['String']['output'];
  /** Code of the entry (条目编号); null where it concerns no single entry. A warning is acknowledged by rule and entry. */
  readonly entry?: Maybe<Scalars['String']['output']>;
  /** The field at fault (字段), names and keys joined by dots. */
  readonly field: Scalars['String']['output'];
  /** The value at fault (错误取值); null where there is none. */
  readonly value?: Maybe<Scalars['String']['output']>;
  /** What publication would say to it (错误说明). */
  readonly message: Scalars['String']['output'];
  /** A project that shows it (示例项目); null where none is needed. */
  readonly witness?: Maybe<Scalars['WitnessJson']['output']>;
}


/** Something in a draft that does not keep a publication rule (不符合发布规则之处). */
export interface DraftViolationSentenceArgs {
  locale?: Locale;
}


/** Something in a draft that does not keep a publication rule (不符合发布规则之处). */
export interface DraftViolationMessageArgs {
  locale?: Locale;
}

/** Rank of a jurisdiction (管辖层级). Levels may be skipped. */
export type JurisdictionLevel =
  /** The country (国家). */
  | 'COUNTRY'
  /** Province, autonomous region or municipality (省级). */
  | 'PROVINCE'
  /** Prefecture-level city (地市级). */
  | 'PREFECTURE'
  /** County, district or county-level city (县级). */
  | 'COUNTY'
  /** Development zone or park (园区). */
  | 'ZONE';

/** What a zone is (园区类型). */
export type ZoneKind =
  /** Economic or other development zone (开发区). */
  | 'DEVELOPMENT_ZONE'
  /** High-tech industrial development zone (高新区). */
  | 'HIGH_TECH_ZONE'
  /** Industrial park (工业园区). */
  | 'INDUSTRIAL_PARK'
  /** Chemical park recognised as such (化工园区). */
  | 'CHEMICAL_PARK'
  /** The land of a county outside its parks (园区以外区域). */
  | 'OUTSIDE';

/** Who founded a zone (园区级别). */
export type ZoneLevel =
  /** Approved by the State Council (国家级). */
  | 'NATIONAL'
  /** Approved by the province (省级). */
  | 'PROVINCIAL'
  /** Any other (其他). */
  | 'OTHER';

/** Safety risk grade of a chemical park (化工园区安全风险等级). */
export type RiskGrade =
  /** High risk (A 级，高安全风险). */
  | 'A'
  /** Considerable risk (B 级，较高安全风险). */
  | 'B'
  /** Medium risk (C 级，一般安全风险). */
  | 'C'
  /** Low risk (D 级，较低安全风险). */
  | 'D'
  /** A chemical park not graded yet (尚未评级). */
  | 'UNRATED'
  /** Not a chemical park (不适用). */
  | 'NONE';

/** A node of the tree country, province, prefecture, county, zone (管辖区域), as it stands today or on the day asked for. */
export interface Jurisdiction {
  /** `region_<code>` or `zone_<code>` (编号). */
  readonly id: Scalars['ID']['output'];
  /** Code (代码), for regions the administrative division code of GB/T 2260. */
  readonly code: Scalars['String']['output'];
  /** Rank (管辖层级). */
  readonly level: JurisdictionLevel;
  /** Name (名称). */
  readonly name: Text;
  /** The jurisdiction it lies in (上级管辖区域); null for a root. */
  readonly parent?: Maybe<Jurisdiction>;
  /** The catalogs of this very jurisdiction, not the inherited ones (本级目录). */
  readonly catalogs: ReadonlyArray<Catalog>;
  /** The day from which the record shown holds (生效日期). */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** The last day on which the record shown holds (截止日期); null where none follows it. */
  readonly effectiveTo?: Maybe<Scalars['Date']['output']>;
  /** Whether it no longer exists (是否已撤销). */
  readonly closed: Scalars['Boolean']['output'];
  /** All its records, the newest first (登记沿革): what it was or will be from which day on. */
  readonly records: JurisdictionRecordConnection;
}


/** A node of the tree country, province, prefecture, county, zone (管辖区域), as it stands today or on the day asked for. */
export interface JurisdictionRecordsArgs {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}

/** A jurisdiction above the zones (行政区域). */
export interface Region extends Node, Jurisdiction {
  /** `region_<code>` (编号). */
  readonly id: Scalars['ID']['output'];
  /** Administrative division code of GB/T 2260 (行政区划代码). */
  readonly code: Scalars['String']['output'];
  /** Rank (管辖层级). */
  readonly level: JurisdictionLevel;
  /** Name (名称). */
  readonly name: Text;
  /** The jurisdiction it lies in (上级管辖区域); null for a root. */
  readonly parent?: Maybe<Jurisdiction>;
  /** The catalogs of this very region (本级目录). */
  readonly catalogs: ReadonlyArray<Catalog>;
  /** The day from which the record shown holds (生效日期). */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** The last day on which the record shown holds (截止日期); null where none follows it. */
  readonly effectiveTo?: Maybe<Scalars['Date']['output']>;
  /** Whether it no longer exists (是否已撤销). */
  readonly closed: Scalars['Boolean']['output'];
  /** All its records, the newest first (登记沿革): what it was or will be from which day on. */
  readonly records: JurisdictionRecordConnection;
  /** All zones that lie in it and are not closed, at whatever depth (辖内园区), by code. */
  readonly zones: ZoneConnection;
}


/** A jurisdiction above the zones (行政区域). */
export interface RegionRecordsArgs {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/** A jurisdiction above the zones (行政区域). */
export interface RegionZonesArgs {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}

/** A jurisdiction that admits projects (园区/开发区). */
export interface Zone extends Node, Jurisdiction {
  /** `zone_<code>` (编号). */
  readonly id: Scalars['ID']['output'];
  /** Code (园区代码). */
  readonly code: Scalars['String']['output'];
  /** Always ZONE (管辖层级). */
  readonly level: JurisdictionLevel;
  /** Name (名称). */
  readonly name: Text;
  /** The region or zone it lies in (上级管辖区域). */
  readonly parent?: Maybe<Jurisdiction>;
  /** The catalogs of the zone itself (本级目录). */
  readonly catalogs: ReadonlyArray<Catalog>;
  /** The day from which the record shown holds (生效日期). */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** The last day on which the record shown holds (截止日期); null where none follows it. */
  readonly effectiveTo?: Maybe<Scalars['Date']['output']>;
  /** Whether it no longer exists (是否已撤销). */
  readonly closed: Scalars['Boolean']['output'];
  /** All its records, the newest first (登记沿革): what it was or will be from which day on. */
  readonly records: JurisdictionRecordConnection;
  /** What it is (园区类型). */
  readonly kind: ZoneKind;
  /** Who founded it (园区级别). */
  readonly zoneLevel: ZoneLevel;
  /** Safety risk grade (安全风险等级). */
  readonly riskGrade: RiskGrade;
  /** Keys of the industries it is positioned for (产业定位). */
  readonly positioning: ReadonlyArray<Scalars['String']['output']>;
  /** The areas that partition it (片区). */
  readonly areas: ReadonlyArray<Area>;
  /** Whether approval of new projects is suspended (是否暂停新建项目审批). */
  readonly suspended: Scalars['Boolean']['output'];
  /** Values of the facts about zones that catalogs define (目录定义的园区事项). */
  readonly facts: ReadonlyArray<DeclaredFact>;
  /** The versions in force in it, its own and inherited, country first (现行目录版本). */
  readonly versionsInForce: ReadonlyArray<CatalogVersion>;
  /** Its effective catalog: the entries of all versions in force in it, country first (适用条目). */
  readonly entries: EntryConnection;
}


/** A jurisdiction that admits projects (园区/开发区). */
export interface ZoneRecordsArgs {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/** A jurisdiction that admits projects (园区/开发区). */
export interface ZoneVersionsInForceArgs {
  on?: InputMaybe<Scalars['Date']['input']>;
}


/** A jurisdiction that admits projects (园区/开发区). */
export interface ZoneEntriesArgs {
  on?: InputMaybe<Scalars['Date']['input']>;
  filter?: InputMaybe<EntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}

/** A part of a zone (片区). */
export interface Area {
  /** `area_<zone code>.<key>` (编号), as territories of entries name it. */
  readonly id: Scalars['ID']['output'];
  /** Key within the zone (片区标识), as a project names it. */
  readonly key: Scalars['String']['output'];
  /** Name (名称). */
  readonly name: Text;
}

/** Records of a jurisdiction, page by page (登记沿革分页). */
export interface JurisdictionRecordConnection {
  /** The records of this page (本页登记). */
  readonly edges: ReadonlyArray<JurisdictionRecordEdge>;
  /** Where this page stands (分页信息). */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages (总数). */
  readonly totalCount: Scalars['Int']['output'];
}

/** One record of a page (分页中的登记). */
export interface JurisdictionRecordEdge {
  /** Cursor of this record (游标). */
  readonly cursor: Scalars['String']['output'];
  /** The jurisdiction as it is from the first day of the record (登记内容). */
  readonly node: Jurisdiction;
}

/** Zones, page by page (园区分页). */
export interface ZoneConnection {
  /** The zones of this page (本页园区). */
  readonly edges: ReadonlyArray<ZoneEdge>;
  /** Where this page stands (分页信息). */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages (总数). */
  readonly totalCount: Scalars['Int']['output'];
}

/** One zone of a page (分页中的园区). */
export interface ZoneEdge {
  /** Cursor of this zone (游标). */
  readonly cursor: Scalars['String']['output'];
  /** The zone (园区). */
  readonly node: Zone;
}

/** Which zones (园区筛选条件); all that is given must hold. */
export interface ZoneFilter {
  /** Of this kind (园区类型). */
  readonly kind?: InputMaybe<ZoneKind>;
  /** Of this level (园区级别). */
  readonly zoneLevel?: InputMaybe<ZoneLevel>;
  /** In this region or zone, at whatever depth (所在区域编号). */
  readonly region?: InputMaybe<Scalars['ID']['input']>;
  /** Of this safety risk grade (安全风险等级). */
  readonly riskGrade?: InputMaybe<RiskGrade>;
  /** Whether approval of new projects is suspended (是否暂停新建项目审批). */
  readonly suspended?: InputMaybe<Scalars['Boolean']['input']>;
  /** Those that exist no more, instead of those that do (是否已撤销). */
  readonly closed?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Name or code contains this (名称或代码关键词): Chinese, English, pinyin with or without tones, its initials; every word of
   * it. A character with several readings is found by any of them.
   */
  readonly text?: InputMaybe<Scalars['String']['input']>;
}

/** A region to enter into the register (登记行政区域). */
export interface RegisterRegionInput {
  /** Administrative division code of GB/T 2260 (行政区划代码): letters, digits, `-`, `_`, `.`, at most 64. */
  readonly code: Scalars['String']['input'];
  /** Rank (管辖层级), not ZONE. */
  readonly level: JurisdictionLevel;
  /** Name (名称). */
  readonly name: TextInput;
  /** Id of the region it lies in (上级区域编号); none for a root. What lies in a region never becomes a root. */
  readonly parent?: InputMaybe<Scalars['ID']['input']>;
  /** The first day it exists (生效日期). */
  readonly effectiveFrom: Scalars['Date']['input'];
  /**
   * Whether it is meant all the same where catalogs name what it loses as a territory (确认影响目录适用区域); only where it is
   * registered already.
   */
  readonly acknowledgeLostTerritory?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** A zone to enter into the register (登记园区). */
export interface RegisterZoneInput {
  /** Code (园区代码): letters, digits, `-`, `_`, `.`, at most 64. */
  readonly code: Scalars['String']['input'];
  /** Name (名称). */
  readonly name: TextInput;
  /** Id of the region or zone it lies in (上级区域编号). */
  readonly parent: Scalars['ID']['input'];
  /** What it is (园区类型). */
  readonly kind: ZoneKind;
  /** Who founded it (园区级别). */
  readonly zoneLevel: ZoneLevel;
  /** Safety risk grade (安全风险等级): for chemical parks UNRATED where not given, for all others NONE. */
  readonly riskGrade?: InputMaybe<RiskGrade>;
  /** Keys of the industries it is positioned for (产业定位). */
  readonly positioning?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The areas that partition it (片区). */
  readonly areas?: InputMaybe<ReadonlyArray<AreaInput>>;
  /** Whether approval of new projects is suspended (是否暂停新建项目审批). */
  readonly suspended?: InputMaybe<Scalars['Boolean']['input']>;
  /** Values of facts about zones that catalogs define (目录定义的园区事项). */
  readonly facts?: InputMaybe<ReadonlyArray<DeclaredFactInput>>;
  /** The first day it exists (生效日期). */
  readonly effectiveFrom: Scalars['Date']['input'];
  /**
   * Whether it is meant all the same where catalogs name what it loses as a territory (确认影响目录适用区域); only where it is
   * registered already.
   */
  readonly acknowledgeLostTerritory?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** A part of a zone (片区). */
export interface AreaInput {
  /** Key within the zone (片区标识): letters, digits, `-`, `_`, `.`, at most 64. */
  readonly key: Scalars['String']['input'];
  /** Name (名称). */
  readonly name: TextInput;
}

/** What came of `registerRegion` (登记行政区域的结果). */
export interface RegisterRegionPayload {
  /** The region (行政区域); null where it was not registered. */
  readonly region?: Maybe<Region>;
  /** Why it was not registered (业务错误); empty where it was. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** What came of `registerZone` (登记园区的结果). */
export interface RegisterZonePayload {
  /** The zone (园区); null where it was not registered. */
  readonly zone?: Maybe<Zone>;
  /** Why it was not registered (业务错误); empty where it was. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface Mutation {
  /**
   * Enter a region into the register (登记行政区域), or a whole new record of it, which also reopens a closed one. For admins;
   * to enter or reopen it takes one of its parent.
   */
  readonly registerRegion: RegisterRegionPayload;
  /**
   * Enter a zone into the register (登记园区), or a whole new record of it, which also reopens a closed one. For admins; to
   * enter or reopen it takes one of its parent.
   */
  readonly registerZone: RegisterZonePayload;
  /** Create a catalog (新建目录). It has no version yet. For editors and admins. */
  readonly createCatalog: CreateCatalogPayload;
  /** Open the draft of a catalog (新建草案). For editors. */
  readonly openDraft: DraftPayload;
  /** Create or replace entries of a draft (录入条目), all or none. For editors. */
  readonly putEntries: DraftPayload;
  /** Create or replace facts and substance lists of a draft (录入事项和名单), all or none. For editors. */
  readonly putDefinitions: DraftPayload;
  /** Remove entries of a draft (删除条目), all or none. For editors. */
  readonly removeEntries: DraftPayload;
  /** Hand a draft in for publication (提交草案). For editors. */
  readonly submitDraft: DraftPayload;
  /** Publish a draft (发布草案). For publishers who edited nothing in it (编发分离). */
  readonly publishDraft: PublishDraftPayload;
  /** Assess a project and record the result (办理准入决定). For officers. */
  readonly decideAdmission: DecideAdmissionPayload;
  /** Change title, issuer or document number in a draft (修改目录信息). For editors. */
  readonly changeDetails: DraftPayload;
  /** Remove facts and substance lists of a draft (删除事项和名单), all or none. For editors. */
  readonly removeDefinitions: DraftPayload;
  /** Send a draft in review back to its editors (退回草案). For editors and publishers. */
  readonly returnDraft: DraftPayload;
  /**
   * Discard a draft (放弃草案), in review or not. For editors. Where it was ever changed, its editors stay barred from
   * publishing the next version.
   */
  readonly discardDraft: DiscardDraftPayload;
  /** Rename or move a region from a day on (变更行政区域). For admins; a move takes one of the old parent and of the new. */
  readonly changeRegion: ChangeRegionPayload;
  /**
   * Rename, move, regrade, suspend or resume a zone, or state its facts, from a day on (变更园区). For admins; a move takes
   * one of the old parent and of the new.
   */
  readonly changeZone: ChangeZonePayload;
  /**
   * Close a region or zone from a day on (撤销管辖区域). For admins of its parent, who can also reopen it: they register it
   * again.
   */
  readonly closeJurisdiction: CloseJurisdictionPayload;
  /**
   * Withdraw a version from a day on, or repeal its catalog (撤回版本、废止目录). For publishers. A draft in review that rests
   * on the version goes back to its editors; a repealed catalog takes no new version.
   */
  readonly withdrawVersion: WithdrawVersionPayload;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationRegisterRegionArgs {
  input: RegisterRegionInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationRegisterZoneArgs {
  input: RegisterZoneInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationCreateCatalogArgs {
  input: CreateCatalogInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationOpenDraftArgs {
  input: OpenDraftInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationPutEntriesArgs {
  input: PutEntriesInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationPutDefinitionsArgs {
  input: PutDefinitionsInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationRemoveEntriesArgs {
  input: RemoveEntriesInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationSubmitDraftArgs {
  input: SubmitDraftInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationPublishDraftArgs {
  input: PublishDraftInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationDecideAdmissionArgs {
  input: DecideAdmissionInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationChangeDetailsArgs {
  input: ChangeDetailsInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationRemoveDefinitionsArgs {
  input: RemoveDefinitionsInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationReturnDraftArgs {
  input: ReturnDraftInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationDiscardDraftArgs {
  input: DiscardDraftInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationChangeRegionArgs {
  input: ChangeRegionInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationChangeZoneArgs {
  input: ChangeZoneInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationCloseJurisdictionArgs {
  input: CloseJurisdictionInput;
}


/** What can be done (变更). Every change says why, and is recorded with who and when. */
export interface MutationWithdrawVersionArgs {
  input: WithdrawVersionInput;
}

/**
 * What becomes different in a region, and from when (变更行政区域). What is not given stays as it is. Changes that are
 * registered for later days stand; what this one says holds beside them until one of them says otherwise.
 */
export interface ChangeRegionInput {
  /** Id of the region (行政区域编号). */
  readonly region: Scalars['ID']['input'];
  /** The first day of the change (生效日期), not before the region was registered. */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** Its new name (名称). */
  readonly name?: InputMaybe<TextInput>;
  /** Id of the region it lies in from then on (上级区域编号). */
  readonly parent?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Whether it is meant all the same where catalogs that it leaves name it, or something in it, as a territory
   * (确认影响目录适用区域).
   */
  readonly acknowledgeLostTerritory?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/**
 * What becomes different in a zone, and from when (变更园区). What is not given stays as it is. Changes that are
 * registered for later days stand; what this one says holds beside them until one of them says otherwise.
 */
export interface ChangeZoneInput {
  /** Id of the zone (园区编号). */
  readonly zone: Scalars['ID']['input'];
  /** The first day of the change (生效日期), not before the zone was registered. */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** Its new name (名称). */
  readonly name?: InputMaybe<TextInput>;
  /** Id of the region or zone it lies in from then on (上级区域编号). */
  readonly parent?: InputMaybe<Scalars['ID']['input']>;
  /** What it is from then on (园区类型). Where the risk grade cannot stay it becomes UNRATED or NONE, unless given. */
  readonly kind?: InputMaybe<ZoneKind>;
  /** Who founded it (园区级别). */
  readonly zoneLevel?: InputMaybe<ZoneLevel>;
  /** Its safety risk grade from then on (安全风险等级). */
  readonly riskGrade?: InputMaybe<RiskGrade>;
  /** Keys of the industries it is positioned for, all of them (产业定位). */
  readonly positioning?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The areas that partition it, all of them (片区). */
  readonly areas?: InputMaybe<ReadonlyArray<AreaInput>>;
  /** Whether approval of new projects is suspended (是否暂停新建项目审批). */
  readonly suspended?: InputMaybe<Scalars['Boolean']['input']>;
  /** Values of facts about zones that catalogs define (目录定义的园区事项); others stay as they are. */
  readonly facts?: InputMaybe<ReadonlyArray<DeclaredFactInput>>;
  /** Keys of such facts that are no longer stated (不再填报的园区事项). */
  readonly dropFacts?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Whether it is meant all the same where entries of catalogs name an area that is dropped, or catalogs that it leaves
   * name the zone, as a territory (确认影响目录适用区域).
   */
  readonly acknowledgeLostTerritory?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** A region or zone that ends (撤销管辖区域). */
export interface CloseJurisdictionInput {
  /** Id of the region or zone (管辖区域编号). */
  readonly jurisdiction: Scalars['ID']['input'];
  /** The first day without it (撤销日期). What lies in it is closed or moved by then. */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** What came of `changeRegion` (变更行政区域的结果). */
export interface ChangeRegionPayload {
  /** The region as it is from the first day of the change (行政区域); null where it was not changed. */
  readonly region?: Maybe<Region>;
  /** Why it was not changed (业务错误); empty where it was. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** What came of `changeZone` (变更园区的结果). */
export interface ChangeZonePayload {
  /** The zone as it is from the first day of the change (园区); null where it was not changed. */
  readonly zone?: Maybe<Zone>;
  /** Why it was not changed (业务错误); empty where it was. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** What came of `closeJurisdiction` (撤销管辖区域的结果). */
export interface CloseJurisdictionPayload {
  /** The region or zone as it was registered closed (管辖区域); null where it was not. */
  readonly jurisdiction?: Maybe<Jurisdiction>;
  /** Why it was not closed (业务错误); empty where it was. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A hazardous chemical that the state lists (危险化学品): a fixed list, or GB 18218-2018 table 1. */
export interface Substance {
  /** CAS number (CAS 号); null for the few that the standard names without one. */
  readonly cas?: Maybe<Scalars['Cas']['output']>;
  /** Name (名称). */
  readonly name: Text;
  /** What else it is called (别名), in Chinese, English and as a formula. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** The lists that name it (列入的名录); conditions can use them by their keys. */
  readonly lists: ReadonlyArray<SubstanceListing>;
  /**
   * Thresholds of a major hazard source (重大危险源临界量) of GB 18218-2018 table 1: several where they depend on the
   * specification, none where the table does not name it and its hazard class decides.
   */
  readonly majorHazardThresholds: ReadonlyArray<MajorHazardThreshold>;
}

/** A place where a list names a substance (列名). */
export interface SubstanceListing {
  /** Key of the list (名录标识), as conditions use it. */
  readonly key: Scalars['String']['output'];
  /** Name of the list (名录名称). */
  readonly name: Text;
  /** What the list calls the substance (名录中的品名). */
  readonly item: Text;
  /** Where it stands (出处). */
  readonly source: LegalBasis;
  /**
   * Whether this item was compared with a second public text of its source (是否已与其他公开文本比对). If not, look it up
   * before relying on it.
   */
  readonly compared: Scalars['Boolean']['output'];
}

/** From how much on there is a major hazard source (临界量). */
export interface MajorHazardThreshold {
  /** What the table calls the substance (表中品名). */
  readonly name: Text;
  /** What the substance must be like for this threshold (规格); null where it does not matter. */
  readonly specification?: Maybe<Text>;
  /** Threshold quantity Q in tonnes (临界量, t). */
  readonly tonnes: Scalars['Decimal']['output'];
  /** Correction factor β of table 3 for a toxic gas (校正系数); null where table 4 gives it by hazard class. */
  readonly factor?: Maybe<Scalars['Decimal']['output']>;
  /** Where it stands (出处). */
  readonly source: LegalBasis;
  /**
   * Whether this row was compared with a second public text of the standard (是否已与其他公开文本比对). If not, look it up
   * before relying on it.
   */
  readonly compared: Scalars['Boolean']['output'];
}

export type { Role };

/** A role held for a jurisdiction (授权). */
export interface Grant {
  /** What (角色). */
  readonly role: Role;
  /** Where, by id (管辖区域编号): this jurisdiction and everything below it. */
  readonly jurisdictionId: Scalars['ID']['output'];
  /** Where (管辖区域); null while the register has no jurisdiction of that id. */
  readonly jurisdiction?: Maybe<Jurisdiction>;
}

/** Whoever asks (当前用户). */
export interface Viewer {
  /** The person as the issuer of the token names them (用户标识). */
  readonly subject: Scalars['String']['output'];
  /** Name (姓名), where the token carries it. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What the person may do, and where (授权列表). */
  readonly grants: ReadonlyArray<Grant>;
}

export type { Locale };

/** Something with an id (具有编号的对象) by which `node` finds it again. */
export interface Node {
  /** Readable id with a prefix that says what it is (编号): `region_…`, `zone_…`, `catalog_…`, `decision_…`. */
  readonly id: Scalars['ID']['output'];
}

/** A text of a catalog or register (文本). The Chinese wording is the binding one. */
export interface Text {
  /** Chinese wording (中文). */
  readonly zh: Scalars['String']['output'];
  /** English rendering (英文译文), where there is one. */
  readonly en?: Maybe<Scalars['String']['output']>;
}

/** A text to put into a catalog or register (文本). */
export interface TextInput {
  /** Chinese wording, the binding one (中文). */
  readonly zh: Scalars['String']['input'];
  /** English rendering (英文译文). */
  readonly en?: InputMaybe<Scalars['String']['input']>;
}

/** Where a page of a connection stands (分页信息). Connections run forward only. */
export interface PageInfo {
  /** Whether there is more after this page (是否有下一页). */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether something was left out before this page (是否有上一页). */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge of this page (首条游标), null where the page is empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor to pass as `after` for the next page (末条游标), null where the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
}

/** Why a request was not carried out (业务错误), in words for the person who made it. */
export interface UserError {
  /** Stable code (错误代码) for programs. */
  readonly code: UserErrorCode;
  /** The sentence for people (错误说明), with the value at fault and what to do. */
  readonly message: Scalars['String']['output'];
  /** Where in the input it lies (字段路径), e.g. `["facts", "chemicals", "0", "cas"]`; null where it concerns the whole. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
}


/** Why a request was not carried out (业务错误), in words for the person who made it. */
export interface UserErrorMessageArgs {
  locale?: Locale;
}

/** A value that cannot be taken (填报有误). */
export interface InputError extends UserError {
  /** Stable code (错误代码) for programs. */
  readonly code: UserErrorCode;
  /** The sentence for people (错误说明), with the value at fault and what to do. */
  readonly message: Scalars['String']['output'];
  /** Where in the input it lies (字段路径); null where it concerns the whole. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The value at fault as it was sent (错误取值), where there is one. */
  readonly value?: Maybe<Scalars['String']['output']>;
}


/** A value that cannot be taken (填报有误). */
export interface InputErrorMessageArgs {
  locale?: Locale;
}

/** Something the caller may not do (无权办理). */
export interface AccessError extends UserError {
  /** Stable code (错误代码) for programs. */
  readonly code: UserErrorCode;
  /** The sentence for people (错误说明), with the value at fault and what to do. */
  readonly message: Scalars['String']['output'];
  /** Where in the input it lies (字段路径); null where it concerns the whole. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
}


/** Something the caller may not do (无权办理). */
export interface AccessErrorMessageArgs {
  locale?: Locale;
}

/** Something that cannot be done as things stand (当前状态不允许). */
export interface StateError extends UserError {
  /** Stable code (错误代码) for programs. */
  readonly code: UserErrorCode;
  /** The sentence for people (错误说明), with the value at fault and what to do. */
  readonly message: Scalars['String']['output'];
  /** Where in the input it lies (字段路径); null where it concerns the whole. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
}


/** Something that cannot be done as things stand (当前状态不允许). */
export interface StateErrorMessageArgs {
  locale?: Locale;
}

/** An edit of something that somebody else has changed since (内容已被他人修改), with both values to compare. */
export interface StaleRevisionError extends UserError {
  /** Stable code (错误代码) for programs. */
  readonly code: UserErrorCode;
  /** The sentence for people (错误说明), with the value at fault and what to do. */
  readonly message: Scalars['String']['output'];
  /** Where in the input it lies (字段路径); null where it concerns the whole. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The revision that the edit was made on (所依据的修订号). */
  readonly expectedRevision: Scalars['Int']['output'];
  /** The newest revision, on which to send the edit again (最新修订号). */
  readonly currentRevision: Scalars['Int']['output'];
  /** Code of the entry, or key of the fact or list (编号). */
  readonly item: Scalars['String']['output'];
  /** What it is now, as JSON (现有内容); null where it was removed. */
  readonly current?: Maybe<Scalars['String']['output']>;
  /** What was sent, as JSON (提交内容); null where it was to be removed. */
  readonly yours?: Maybe<Scalars['String']['output']>;
}


/** An edit of something that somebody else has changed since (内容已被他人修改), with both values to compare. */
export interface StaleRevisionErrorMessageArgs {
  locale?: Locale;
}

/** A publication rule that the draft does not keep (不符合发布规则). */
export interface PublicationRuleError extends UserError {
  /** Stable code (错误代码) for programs. */
  readonly code: UserErrorCode;
  /** The sentence for people (错误说明), with the value at fault and what to do. */
  readonly message: Scalars['String']['output'];
  /** Where in the input it lies (字段路径); null where it concerns the whole. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Code of the rule (规则编号), e.g. `PR-01`. */
  readonly rule: Scalars['String']['output'];
  /** The rule, in one sentence (规则内容). */
  readonly sentence: Text;
  /** Code of the entry that does not keep it (条目编号). */
  readonly entry?: Maybe<Scalars['String']['output']>;
  /** The field at fault (字段). */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** The value at fault (错误取值). */
  readonly value?: Maybe<Scalars['String']['output']>;
  /** What is wrong, in full sentences (具体说明); null where the rule and the field say it all. */
  readonly detail?: Maybe<Text>;
  /** A project that shows it (示例项目); null where none is needed. */
  readonly witness?: Maybe<Scalars['WitnessJson']['output']>;
  /** Whether it is a warning that can be acknowledged (是否可确认后发布). */
  readonly acknowledgeable: Scalars['Boolean']['output'];
}


/** A publication rule that the draft does not keep (不符合发布规则). */
export interface PublicationRuleErrorMessageArgs {
  locale?: Locale;
}

/** What can be asked (查询). Nothing is changed. */
export interface Query {
  /** Anything with an id (按编号查询); null where there is no such thing or the caller may not see it. */
  readonly node?: Maybe<Node>;
  /** Assess one project (预评估). Nothing is recorded. */
  readonly assess: AssessmentResult;
  /**
   * Assess up to 1 000 projects, answered in order (批量预评估). What is wrong with one never touches the others.
   * Projects of which next to nothing is known take much work each: those that a request has none left for have the error
   * `BATCH_TOO_HEAVY`, and are sent again in portions.
   */
  readonly assessMany: ReadonlyArray<AssessmentResult>;
  /** A catalog by its id (目录). */
  readonly catalog?: Maybe<Catalog>;
  /** Catalogs by key (目录列表). */
  readonly catalogs: CatalogConnection;
  /** A version by its id (目录版本). */
  readonly catalogVersion?: Maybe<CatalogVersion>;
  /** An industry by its code (按代码查询行业); null where there is no such code. */
  readonly industry?: Maybe<Industry>;
  /** Industries by code or words, best first (检索行业). */
  readonly industries: ReadonlyArray<Industry>;
  /** As `industries`, and where nothing is found what to try instead (检索行业并给出建议). */
  readonly industrySearch: IndustrySearch;
  /**
   * What differs between two versions of a catalog, or a version and its draft (版本比对); null where one of them does not
   * exist or the caller may not see it.
   */
  readonly compare?: Maybe<Comparison>;
  /** The release notes of a version (修订说明); null where there is no such version. */
  readonly releaseNotes?: Maybe<ReleaseNotes>;
  /** A decision by its id (准入决定); null where there is none or the caller may not see it. */
  readonly decision?: Maybe<Decision>;
  /** Decisions that the caller may see, newest first (准入决定列表). */
  readonly decisions: DecisionConnection;
  /** The facts one can be asked for (事项清单): the built-in ones, and those of the catalogs in force in a zone. */
  readonly factDefinitions: ReadonlyArray<FactDefinition>;
  /**
   * Verify the history of a catalog (核对目录历史): that no revision was changed, removed, moved or added in between, that all
   * they name is there, and that no version ever changed. Null where the catalog is not there or the caller may not see
   * its history.
   */
  readonly verifyHistory?: Maybe<HistoryVerification>;
  /** The same of the register (核对名录历史). For admins of every root of it; null for everybody else. */
  readonly verifyRegister?: Maybe<HistoryVerification>;
  /**
   * The history of a catalog to keep elsewhere (导出目录历史), oldest first, then the words of its versions. Null where the
   * catalog is not there or the caller may not see its history.
   */
  readonly exportHistory?: Maybe<HistoryExport>;
  /** The same of the register (导出名录历史). For admins of every root of it; null for everybody else. */
  readonly exportRegister?: Maybe<HistoryExport>;
  /**
   * What was done to the register, newest first (名录修订记录): the steps that concern nothing but places where the caller is an
   * admin. A page may hold fewer than asked for while `hasNextPage` is true. Null for those who are no admin anywhere.
   */
  readonly registerHistory?: Maybe<RegisterRevisionConnection>;
  /**
   * Check the open draft of a catalog against every publication rule (检查草案); null where there is no draft or the caller
   * may not see it. Nothing is changed.
   */
  readonly checkDraft?: Maybe<DraftCheck>;
  /** Every publication rule, in the order in which violations are told (发布规则). */
  readonly publicationRules: ReadonlyArray<PublicationRule>;
  /** A region by its id (行政区域); null where there is none, or was none on that day. */
  readonly region?: Maybe<Region>;
  /** A zone by its id (园区); null where there is none, or was none on that day. */
  readonly zone?: Maybe<Zone>;
  /**
   * Zones by code (园区列表). Pages are stable: going on from a cursor neither repeats nor leaves out zones, whatever was
   * registered in between.
   */
  readonly zones: ZoneConnection;
  /** Substances by CAS number or its beginning, name, alias or formula, best first (检索危险化学品). */
  readonly substances: ReadonlyArray<Substance>;
  /** Whoever asks (当前用户); null without a token. */
  readonly viewer?: Maybe<Viewer>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryNodeArgs {
  id: Scalars['ID']['input'];
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryAssessArgs {
  project: ProjectInput;
  on?: InputMaybe<Scalars['Date']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryAssessManyArgs {
  projects: ReadonlyArray<ProjectInput>;
  on?: InputMaybe<Scalars['Date']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryCatalogArgs {
  id: Scalars['ID']['input'];
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryCatalogsArgs {
  filter?: InputMaybe<CatalogFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryCatalogVersionArgs {
  id: Scalars['ID']['input'];
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryIndustryArgs {
  code: Scalars['IndustryCode']['input'];
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryIndustriesArgs {
  search: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryIndustrySearchArgs {
  search: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryCompareArgs {
  from: Scalars['ID']['input'];
  to: Scalars['ID']['input'];
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryReleaseNotesArgs {
  version: Scalars['ID']['input'];
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryDecisionArgs {
  id: Scalars['ID']['input'];
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryDecisionsArgs {
  filter: DecisionFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryFactDefinitionsArgs {
  zone?: InputMaybe<Scalars['ID']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryVerifyHistoryArgs {
  catalog: Scalars['ID']['input'];
  heads?: InputMaybe<ReadonlyArray<ChainHeadInput>>;
  decision?: InputMaybe<Scalars['ID']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryVerifyRegisterArgs {
  heads?: InputMaybe<ReadonlyArray<ChainHeadInput>>;
  decision?: InputMaybe<Scalars['ID']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryExportHistoryArgs {
  catalog: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryExportRegisterArgs {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryRegisterHistoryArgs {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryCheckDraftArgs {
  catalog: Scalars['ID']['input'];
  effectiveFrom?: InputMaybe<Scalars['Date']['input']>;
  effectiveTo?: InputMaybe<Scalars['Date']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryRegionArgs {
  id: Scalars['ID']['input'];
  on?: InputMaybe<Scalars['Date']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryZoneArgs {
  id: Scalars['ID']['input'];
  on?: InputMaybe<Scalars['Date']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QueryZonesArgs {
  filter?: InputMaybe<ZoneFilter>;
  on?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}


/** What can be asked (查询). Nothing is changed. */
export interface QuerySubstancesArgs {
  search: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
}

/** That a version does not count from a day on (撤回). It stays as it was made; another one may join it. */
export interface Withdrawal {
  /** The first day on which the version does not count (撤回生效日期). */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** Whether the whole catalog ends with it (是否废止目录): then no earlier version revives. */
  readonly repeal: Scalars['Boolean']['output'];
  /** When it was decided (办理时间). */
  readonly at: Scalars['DateTime']['output'];
  /** Who decided it (办理人); null where the caller may not read the history of the catalog. */
  readonly by?: Maybe<Scalars['String']['output']>;
  /** Why (办理事由); null where the caller may not read the history of the catalog. */
  readonly reason?: Maybe<Scalars['String']['output']>;
}

/** A version to withdraw, or with it a catalog to repeal (撤回版本或者废止目录). */
export interface WithdrawVersionInput {
  /** Id of the catalog (目录编号). */
  readonly catalog: Scalars['ID']['input'];
  /** Number of the version (版本号). A repeal names the version that counts on its day. */
  readonly number: Scalars['Int']['input'];
  /** The first day on which it does not count (生效日期). */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** Whether the whole catalog ends with it (是否废止目录); otherwise the version before it counts again. */
  readonly repeal?: Scalars['Boolean']['input'];
  /** Why it takes effect before today (溯及既往的理由). */
  readonly retroactiveReason?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the record (办理事由). */
  readonly reason: Scalars['String']['input'];
}

/** What came of `withdrawVersion` (撤回版本的结果). */
export interface WithdrawVersionPayload {
  /** The version (版本); null where nothing was changed. */
  readonly version?: Maybe<CatalogVersion>;
  /** Why nothing was changed (业务错误); empty where it was. */
  readonly userErrors: ReadonlyArray<UserError>;
}

export type { UserErrorCode };



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Truth: Truth;
  Effect: Effect;
  Outcome: Outcome;
  ReasonCode: ReasonCode;
  AssessmentResult: ResolverTypeWrapper<ResultModelParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Assessment: ResolverTypeWrapper<AssessmentModelParent>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Reason: ResolverTypeWrapper<ReasonModelParent>;
  Finding: ResolverTypeWrapper<FindingModelParent>;
  ExceptionFinding: ResolverTypeWrapper<Omit<ExceptionFinding, 'exception'> & { exception: ResolversTypes['Exception'] }>;
  RequirementFinding: ResolverTypeWrapper<Omit<RequirementFinding, 'requirement'> & { requirement: ResolversTypes['Requirement'] }>;
  FactReading: ResolverTypeWrapper<FactReadingModelParent>;
  MissingFact: ResolverTypeWrapper<MissingFactModelParent>;
  VersionStatus: VersionStatus;
  DraftStatus: DraftStatus;
  RevisionAction: RevisionAction;
  Catalog: ResolverTypeWrapper<CatalogIdentityParent>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CatalogVersion: ResolverTypeWrapper<VersionModelParent>;
  Draft: ResolverTypeWrapper<DraftModelParent>;
  Revision: ResolverTypeWrapper<RevisionModelParent>;
  CatalogConnection: ResolverTypeWrapper<Omit<CatalogConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CatalogEdge']> }>;
  CatalogEdge: ResolverTypeWrapper<Omit<CatalogEdge, 'node'> & { node: ResolversTypes['Catalog'] }>;
  CatalogVersionConnection: ResolverTypeWrapper<Omit<CatalogVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CatalogVersionEdge']> }>;
  CatalogVersionEdge: ResolverTypeWrapper<Omit<CatalogVersionEdge, 'node'> & { node: ResolversTypes['CatalogVersion'] }>;
  RevisionConnection: ResolverTypeWrapper<Omit<RevisionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RevisionEdge']> }>;
  RevisionEdge: ResolverTypeWrapper<Omit<RevisionEdge, 'node'> & { node: ResolversTypes['Revision'] }>;
  CatalogFilter: CatalogFilter;
  CreateCatalogInput: CreateCatalogInput;
  OpenDraftInput: OpenDraftInput;
  PutEntriesInput: PutEntriesInput;
  PutDefinitionsInput: PutDefinitionsInput;
  RemoveEntriesInput: RemoveEntriesInput;
  SubmitDraftInput: SubmitDraftInput;
  PublishDraftInput: PublishDraftInput;
  AcknowledgementInput: AcknowledgementInput;
  CreateCatalogPayload: ResolverTypeWrapper<Omit<CreateCatalogPayload, 'catalog' | 'userErrors'> & { catalog?: Maybe<ResolversTypes['Catalog']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  DraftPayload: ResolverTypeWrapper<Omit<DraftPayload, 'draft' | 'userErrors'> & { draft?: Maybe<ResolversTypes['Draft']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  PublishDraftPayload: ResolverTypeWrapper<Omit<PublishDraftPayload, 'version' | 'userErrors'> & { version?: Maybe<ResolversTypes['CatalogVersion']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  IndustryLevel: IndustryLevel;
  Industry: ResolverTypeWrapper<IndustryParent>;
  IndustrySearch: ResolverTypeWrapper<Omit<IndustrySearch, 'industries' | 'suggestions'> & { industries: ReadonlyArray<ResolversTypes['Industry']>, suggestions: ReadonlyArray<ResolversTypes['SearchSuggestion']> }>;
  SearchSuggestion: ResolverTypeWrapper<SearchSuggestionParent>;
  ChangeJson: ResolverTypeWrapper<Scalars['ChangeJson']['output']>;
  ChangeKind: ChangeKind;
  Tendency: Tendency;
  ImpactedDateKind: ImpactedDateKind;
  Comparison: ResolverTypeWrapper<ComparisonModelParent>;
  ComparedContent: ResolverTypeWrapper<ComparedModelParent>;
  ComparisonCounts: ResolverTypeWrapper<ComparisonCounts>;
  FieldChange: ResolverTypeWrapper<FieldChangeModelParent>;
  EntryChange: ResolverTypeWrapper<EntryChangeModelParent>;
  FactChange: ResolverTypeWrapper<FactChangeModelParent>;
  SubstanceListChange: ResolverTypeWrapper<SubstanceListChangeModelParent>;
  ReleaseNotes: ResolverTypeWrapper<ReleaseNotesModelParent>;
  ImpactedDate: ResolverTypeWrapper<ImpactedDate>;
  EntryChangeConnection: ResolverTypeWrapper<Omit<EntryChangeConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['EntryChangeEdge']> }>;
  EntryChangeEdge: ResolverTypeWrapper<Omit<EntryChangeEdge, 'node'> & { node: ResolversTypes['EntryChange'] }>;
  EntryChangeFilter: EntryChangeFilter;
  ReplayChange: ReplayChange;
  Decision: ResolverTypeWrapper<DecisionParent>;
  Evidence: ResolverTypeWrapper<EvidenceParent>;
  ChainHead: ResolverTypeWrapper<ChainHeadParent>;
  CatalogEvidence: ResolverTypeWrapper<CatalogEvidenceParent>;
  Replay: ResolverTypeWrapper<ReplayModelParent>;
  DecisionConnection: ResolverTypeWrapper<Omit<DecisionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DecisionEdge']> }>;
  DecisionEdge: ResolverTypeWrapper<Omit<DecisionEdge, 'node'> & { node: ResolversTypes['Decision'] }>;
  DecisionFilter: DecisionFilter;
  DecideAdmissionInput: DecideAdmissionInput;
  DecideAdmissionPayload: ResolverTypeWrapper<Omit<DecideAdmissionPayload, 'decision' | 'userErrors'> & { decision?: Maybe<ResolversTypes['Decision']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ChangeDetailsInput: ChangeDetailsInput;
  RemoveDefinitionsInput: RemoveDefinitionsInput;
  ReturnDraftInput: ReturnDraftInput;
  DiscardDraftInput: DiscardDraftInput;
  DiscardDraftPayload: ResolverTypeWrapper<Omit<DiscardDraftPayload, 'catalog' | 'userErrors'> & { catalog?: Maybe<ResolversTypes['Catalog']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Measure: Measure;
  Force: Force;
  Nature: Nature;
  Activity: Activity;
  CapacityOf: CapacityOf;
  Entry: ResolverTypeWrapper<EntryModelParent>;
  IndustryScope: ResolverTypeWrapper<IndustryScope>;
  Exception: ResolverTypeWrapper<ExceptionModelParent>;
  Requirement: ResolverTypeWrapper<RequirementModelParent>;
  Responsibility: ResolverTypeWrapper<Responsibility>;
  LegalBasis: ResolverTypeWrapper<LegalBasis>;
  EntryConnection: ResolverTypeWrapper<Omit<EntryConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['EntryEdge']> }>;
  EntryEdge: ResolverTypeWrapper<Omit<EntryEdge, 'node' | 'version'> & { node: ResolversTypes['Entry'], version?: Maybe<ResolversTypes['CatalogVersion']> }>;
  EntryFilter: EntryFilter;
  ConditionInput: ConditionInput;
  NumberTestInput: NumberTestInput;
  FlagTestInput: FlagTestInput;
  ChoiceTestInput: ChoiceTestInput;
  SetTestInput: SetTestInput;
  DateTestInput: DateTestInput;
  ChemicalTestInput: ChemicalTestInput;
  SubstanceInput: SubstanceInput;
  ProductTestInput: ProductTestInput;
  EntryInput: EntryInput;
  IndustryScopeInput: IndustryScopeInput;
  ExceptionInput: ExceptionInput;
  RequirementInput: RequirementInput;
  ResponsibilityInput: ResponsibilityInput;
  LegalBasisInput: LegalBasisInput;
  FactType: FactType;
  FactSubject: FactSubject;
  FactDefinition: ResolverTypeWrapper<FactDefinitionParent>;
  SubstanceList: ResolverTypeWrapper<SubstanceListParent>;
  DeclaredFact: ResolverTypeWrapper<DeclaredFactParent>;
  FactValue: ResolverTypeWrapper<FactValue>;
  DeclaredFactInput: DeclaredFactInput;
  FactValueInput: FactValueInput;
  FactDefinitionInput: FactDefinitionInput;
  SubstanceListInput: SubstanceListInput;
  HistoryFault: HistoryFault;
  ChainHeadInput: ChainHeadInput;
  HistoryVerification: ResolverTypeWrapper<VerifiedHistoryParent>;
  HistoryExport: ResolverTypeWrapper<HistoryExport>;
  RegisterChangeKind: RegisterChangeKind;
  RegisterFieldChange: ResolverTypeWrapper<RegisterFieldChange>;
  RegisterChange: ResolverTypeWrapper<RegisterItemParent>;
  RegisterRevision: ResolverTypeWrapper<RegisterStepParent>;
  RegisterRevisionConnection: ResolverTypeWrapper<Omit<RegisterRevisionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RegisterRevisionEdge']> }>;
  RegisterRevisionEdge: ResolverTypeWrapper<Omit<RegisterRevisionEdge, 'node'> & { node: ResolversTypes['RegisterRevision'] }>;
  RevisionChangeKind: RevisionChangeKind;
  AcceptedWarning: ResolverTypeWrapper<AcknowledgementParent>;
  RevisionChange: ResolverTypeWrapper<RevisionChangeModelParent>;
  RevisionChangeConnection: ResolverTypeWrapper<Omit<RevisionChangeConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RevisionChangeEdge']> }>;
  RevisionChangeEdge: ResolverTypeWrapper<Omit<RevisionChangeEdge, 'node'> & { node: ResolversTypes['RevisionChange'] }>;
  EntryStepKind: EntryStepKind;
  EntryStep: ResolverTypeWrapper<EntryStepModelParent>;
  EntryStepConnection: ResolverTypeWrapper<Omit<EntryStepConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['EntryStepEdge']> }>;
  EntryStepEdge: ResolverTypeWrapper<Omit<EntryStepEdge, 'node'> & { node: ResolversTypes['EntryStep'] }>;
  Purpose: Purpose;
  NationalClass: NationalClass;
  MajorHazardLevel: MajorHazardLevel;
  ProjectInput: ProjectInput;
  EarlierApprovalInput: EarlierApprovalInput;
  ConfirmationInput: ConfirmationInput;
  FactsInput: FactsInput;
  ChemicalInput: ChemicalInput;
  ProductInput: ProductInput;
  Project: ResolverTypeWrapper<ProjectInputParent>;
  EarlierApproval: ResolverTypeWrapper<EarlierApproval>;
  Confirmation: ResolverTypeWrapper<ConfirmationParent>;
  Facts: ResolverTypeWrapper<FactsInputParent>;
  Chemical: ResolverTypeWrapper<Chemical>;
  Product: ResolverTypeWrapper<Product>;
  RuleSeverity: RuleSeverity;
  PublicationRule: ResolverTypeWrapper<PublicationRuleParent>;
  DraftCheck: ResolverTypeWrapper<DraftCheckModelParent>;
  UndecidedRule: ResolverTypeWrapper<UndecidedRuleParent>;
  DraftViolation: ResolverTypeWrapper<BrokenRuleParent>;
  JurisdictionLevel: JurisdictionLevel;
  ZoneKind: ZoneKind;
  ZoneLevel: ZoneLevel;
  RiskGrade: RiskGrade;
  Jurisdiction: ResolverTypeWrapper<JurisdictionModelParent>;
  Region: ResolverTypeWrapper<JurisdictionModelParent>;
  Zone: ResolverTypeWrapper<JurisdictionModelParent>;
  Area: ResolverTypeWrapper<AreaModelParent>;
  JurisdictionRecordConnection: ResolverTypeWrapper<Omit<JurisdictionRecordConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['JurisdictionRecordEdge']> }>;
  JurisdictionRecordEdge: ResolverTypeWrapper<Omit<JurisdictionRecordEdge, 'node'> & { node: ResolversTypes['Jurisdiction'] }>;
  ZoneConnection: ResolverTypeWrapper<Omit<ZoneConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ZoneEdge']> }>;
  ZoneEdge: ResolverTypeWrapper<Omit<ZoneEdge, 'node'> & { node: ResolversTypes['Zone'] }>;
  ZoneFilter: ZoneFilter;
  RegisterRegionInput: RegisterRegionInput;
  RegisterZoneInput: RegisterZoneInput;
  AreaInput: AreaInput;
  RegisterRegionPayload: ResolverTypeWrapper<Omit<RegisterRegionPayload, 'region' | 'userErrors'> & { region?: Maybe<ResolversTypes['Region']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RegisterZonePayload: ResolverTypeWrapper<Omit<RegisterZonePayload, 'zone' | 'userErrors'> & { zone?: Maybe<ResolversTypes['Zone']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ChangeRegionInput: ChangeRegionInput;
  ChangeZoneInput: ChangeZoneInput;
  CloseJurisdictionInput: CloseJurisdictionInput;
  ChangeRegionPayload: ResolverTypeWrapper<Omit<ChangeRegionPayload, 'region' | 'userErrors'> & { region?: Maybe<ResolversTypes['Region']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ChangeZonePayload: ResolverTypeWrapper<Omit<ChangeZonePayload, 'zone' | 'userErrors'> & { zone?: Maybe<ResolversTypes['Zone']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CloseJurisdictionPayload: ResolverTypeWrapper<Omit<CloseJurisdictionPayload, 'jurisdiction' | 'userErrors'> & { jurisdiction?: Maybe<ResolversTypes['Jurisdiction']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Substance: ResolverTypeWrapper<SubstanceParent>;
  SubstanceListing: ResolverTypeWrapper<ListingParent>;
  MajorHazardThreshold: ResolverTypeWrapper<MajorHazardThresholdParent>;
  Role: Role;
  Grant: ResolverTypeWrapper<GrantParent>;
  Viewer: ResolverTypeWrapper<ActorParent>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  IndustryCode: ResolverTypeWrapper<Scalars['IndustryCode']['output']>;
  Cas: ResolverTypeWrapper<Scalars['Cas']['output']>;
  ConditionJson: ResolverTypeWrapper<Scalars['ConditionJson']['output']>;
  FactJson: ResolverTypeWrapper<Scalars['FactJson']['output']>;
  WitnessJson: ResolverTypeWrapper<Scalars['WitnessJson']['output']>;
  Locale: Locale;
  Node: ResolverTypeWrapper<NodeModelParent>;
  Text: ResolverTypeWrapper<Text>;
  TextInput: TextInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  UserError: ResolverTypeWrapper<UserErrorModelParent>;
  InputError: ResolverTypeWrapper<UserErrorModelParent>;
  AccessError: ResolverTypeWrapper<UserErrorModelParent>;
  StateError: ResolverTypeWrapper<UserErrorModelParent>;
  StaleRevisionError: ResolverTypeWrapper<UserErrorModelParent>;
  PublicationRuleError: ResolverTypeWrapper<UserErrorModelParent>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Withdrawal: ResolverTypeWrapper<WithdrawalModelParent>;
  WithdrawVersionInput: WithdrawVersionInput;
  WithdrawVersionPayload: ResolverTypeWrapper<Omit<WithdrawVersionPayload, 'version' | 'userErrors'> & { version?: Maybe<ResolversTypes['CatalogVersion']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UserErrorCode: UserErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AssessmentResult: ResultModelParent;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Assessment: AssessmentModelParent;
  Boolean: Scalars['Boolean']['output'];
  Reason: ReasonModelParent;
  Finding: FindingModelParent;
  ExceptionFinding: Omit<ExceptionFinding, 'exception'> & { exception: ResolversParentTypes['Exception'] };
  RequirementFinding: Omit<RequirementFinding, 'requirement'> & { requirement: ResolversParentTypes['Requirement'] };
  FactReading: FactReadingModelParent;
  MissingFact: MissingFactModelParent;
  Catalog: CatalogIdentityParent;
  ID: Scalars['ID']['output'];
  CatalogVersion: VersionModelParent;
  Draft: DraftModelParent;
  Revision: RevisionModelParent;
  CatalogConnection: Omit<CatalogConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CatalogEdge']> };
  CatalogEdge: Omit<CatalogEdge, 'node'> & { node: ResolversParentTypes['Catalog'] };
  CatalogVersionConnection: Omit<CatalogVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CatalogVersionEdge']> };
  CatalogVersionEdge: Omit<CatalogVersionEdge, 'node'> & { node: ResolversParentTypes['CatalogVersion'] };
  RevisionConnection: Omit<RevisionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RevisionEdge']> };
  RevisionEdge: Omit<RevisionEdge, 'node'> & { node: ResolversParentTypes['Revision'] };
  CatalogFilter: CatalogFilter;
  CreateCatalogInput: CreateCatalogInput;
  OpenDraftInput: OpenDraftInput;
  PutEntriesInput: PutEntriesInput;
  PutDefinitionsInput: PutDefinitionsInput;
  RemoveEntriesInput: RemoveEntriesInput;
  SubmitDraftInput: SubmitDraftInput;
  PublishDraftInput: PublishDraftInput;
  AcknowledgementInput: AcknowledgementInput;
  CreateCatalogPayload: Omit<CreateCatalogPayload, 'catalog' | 'userErrors'> & { catalog?: Maybe<ResolversParentTypes['Catalog']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  DraftPayload: Omit<DraftPayload, 'draft' | 'userErrors'> & { draft?: Maybe<ResolversParentTypes['Draft']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  PublishDraftPayload: Omit<PublishDraftPayload, 'version' | 'userErrors'> & { version?: Maybe<ResolversParentTypes['CatalogVersion']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Industry: IndustryParent;
  IndustrySearch: Omit<IndustrySearch, 'industries' | 'suggestions'> & { industries: ReadonlyArray<ResolversParentTypes['Industry']>, suggestions: ReadonlyArray<ResolversParentTypes['SearchSuggestion']> };
  SearchSuggestion: SearchSuggestionParent;
  ChangeJson: Scalars['ChangeJson']['output'];
  Comparison: ComparisonModelParent;
  ComparedContent: ComparedModelParent;
  ComparisonCounts: ComparisonCounts;
  FieldChange: FieldChangeModelParent;
  EntryChange: EntryChangeModelParent;
  FactChange: FactChangeModelParent;
  SubstanceListChange: SubstanceListChangeModelParent;
  ReleaseNotes: ReleaseNotesModelParent;
  ImpactedDate: ImpactedDate;
  EntryChangeConnection: Omit<EntryChangeConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['EntryChangeEdge']> };
  EntryChangeEdge: Omit<EntryChangeEdge, 'node'> & { node: ResolversParentTypes['EntryChange'] };
  EntryChangeFilter: EntryChangeFilter;
  Decision: DecisionParent;
  Evidence: EvidenceParent;
  ChainHead: ChainHeadParent;
  CatalogEvidence: CatalogEvidenceParent;
  Replay: ReplayModelParent;
  DecisionConnection: Omit<DecisionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['DecisionEdge']> };
  DecisionEdge: Omit<DecisionEdge, 'node'> & { node: ResolversParentTypes['Decision'] };
  DecisionFilter: DecisionFilter;
  DecideAdmissionInput: DecideAdmissionInput;
  DecideAdmissionPayload: Omit<DecideAdmissionPayload, 'decision' | 'userErrors'> & { decision?: Maybe<ResolversParentTypes['Decision']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ChangeDetailsInput: ChangeDetailsInput;
  RemoveDefinitionsInput: RemoveDefinitionsInput;
  ReturnDraftInput: ReturnDraftInput;
  DiscardDraftInput: DiscardDraftInput;
  DiscardDraftPayload: Omit<DiscardDraftPayload, 'catalog' | 'userErrors'> & { catalog?: Maybe<ResolversParentTypes['Catalog']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Entry: EntryModelParent;
  IndustryScope: IndustryScope;
  Exception: ExceptionModelParent;
  Requirement: RequirementModelParent;
  Responsibility: Responsibility;
  LegalBasis: LegalBasis;
  EntryConnection: Omit<EntryConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['EntryEdge']> };
  EntryEdge: Omit<EntryEdge, 'node' | 'version'> & { node: ResolversParentTypes['Entry'], version?: Maybe<ResolversParentTypes['CatalogVersion']> };
  EntryFilter: EntryFilter;
  ConditionInput: ConditionInput;
  NumberTestInput: NumberTestInput;
  FlagTestInput: FlagTestInput;
  ChoiceTestInput: ChoiceTestInput;
  SetTestInput: SetTestInput;
  DateTestInput: DateTestInput;
  ChemicalTestInput: ChemicalTestInput;
  SubstanceInput: SubstanceInput;
  ProductTestInput: ProductTestInput;
  EntryInput: EntryInput;
  IndustryScopeInput: IndustryScopeInput;
  ExceptionInput: ExceptionInput;
  RequirementInput: RequirementInput;
  ResponsibilityInput: ResponsibilityInput;
  LegalBasisInput: LegalBasisInput;
  FactDefinition: FactDefinitionParent;
  SubstanceList: SubstanceListParent;
  DeclaredFact: DeclaredFactParent;
  FactValue: FactValue;
  DeclaredFactInput: DeclaredFactInput;
  FactValueInput: FactValueInput;
  FactDefinitionInput: FactDefinitionInput;
  SubstanceListInput: SubstanceListInput;
  ChainHeadInput: ChainHeadInput;
  HistoryVerification: VerifiedHistoryParent;
  HistoryExport: HistoryExport;
  RegisterFieldChange: RegisterFieldChange;
  RegisterChange: RegisterItemParent;
  RegisterRevision: RegisterStepParent;
  RegisterRevisionConnection: Omit<RegisterRevisionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RegisterRevisionEdge']> };
  RegisterRevisionEdge: Omit<RegisterRevisionEdge, 'node'> & { node: ResolversParentTypes['RegisterRevision'] };
  AcceptedWarning: AcknowledgementParent;
  RevisionChange: RevisionChangeModelParent;
  RevisionChangeConnection: Omit<RevisionChangeConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RevisionChangeEdge']> };
  RevisionChangeEdge: Omit<RevisionChangeEdge, 'node'> & { node: ResolversParentTypes['RevisionChange'] };
  EntryStep: EntryStepModelParent;
  EntryStepConnection: Omit<EntryStepConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['EntryStepEdge']> };
  EntryStepEdge: Omit<EntryStepEdge, 'node'> & { node: ResolversParentTypes['EntryStep'] };
  ProjectInput: ProjectInput;
  EarlierApprovalInput: EarlierApprovalInput;
  ConfirmationInput: ConfirmationInput;
  FactsInput: FactsInput;
  ChemicalInput: ChemicalInput;
  ProductInput: ProductInput;
  Project: ProjectInputParent;
  EarlierApproval: EarlierApproval;
  Confirmation: ConfirmationParent;
  Facts: FactsInputParent;
  Chemical: Chemical;
  Product: Product;
  PublicationRule: PublicationRuleParent;
  DraftCheck: DraftCheckModelParent;
  UndecidedRule: UndecidedRuleParent;
  DraftViolation: BrokenRuleParent;
  Jurisdiction: JurisdictionModelParent;
  Region: JurisdictionModelParent;
  Zone: JurisdictionModelParent;
  Area: AreaModelParent;
  JurisdictionRecordConnection: Omit<JurisdictionRecordConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['JurisdictionRecordEdge']> };
  JurisdictionRecordEdge: Omit<JurisdictionRecordEdge, 'node'> & { node: ResolversParentTypes['Jurisdiction'] };
  ZoneConnection: Omit<ZoneConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ZoneEdge']> };
  ZoneEdge: Omit<ZoneEdge, 'node'> & { node: ResolversParentTypes['Zone'] };
  ZoneFilter: ZoneFilter;
  RegisterRegionInput: RegisterRegionInput;
  RegisterZoneInput: RegisterZoneInput;
  AreaInput: AreaInput;
  RegisterRegionPayload: Omit<RegisterRegionPayload, 'region' | 'userErrors'> & { region?: Maybe<ResolversParentTypes['Region']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RegisterZonePayload: Omit<RegisterZonePayload, 'zone' | 'userErrors'> & { zone?: Maybe<ResolversParentTypes['Zone']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Mutation: Record<PropertyKey, never>;
  ChangeRegionInput: ChangeRegionInput;
  ChangeZoneInput: ChangeZoneInput;
  CloseJurisdictionInput: CloseJurisdictionInput;
  ChangeRegionPayload: Omit<ChangeRegionPayload, 'region' | 'userErrors'> & { region?: Maybe<ResolversParentTypes['Region']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ChangeZonePayload: Omit<ChangeZonePayload, 'zone' | 'userErrors'> & { zone?: Maybe<ResolversParentTypes['Zone']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CloseJurisdictionPayload: Omit<CloseJurisdictionPayload, 'jurisdiction' | 'userErrors'> & { jurisdiction?: Maybe<ResolversParentTypes['Jurisdiction']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Substance: SubstanceParent;
  SubstanceListing: ListingParent;
  MajorHazardThreshold: MajorHazardThresholdParent;
  Grant: GrantParent;
  Viewer: ActorParent;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  IndustryCode: Scalars['IndustryCode']['output'];
  Cas: Scalars['Cas']['output'];
  ConditionJson: Scalars['ConditionJson']['output'];
  FactJson: Scalars['FactJson']['output'];
  WitnessJson: Scalars['WitnessJson']['output'];
  Node: NodeModelParent;
  Text: Text;
  TextInput: TextInput;
  PageInfo: PageInfo;
  UserError: UserErrorModelParent;
  InputError: UserErrorModelParent;
  AccessError: UserErrorModelParent;
  StateError: UserErrorModelParent;
  StaleRevisionError: UserErrorModelParent;
  PublicationRuleError: UserErrorModelParent;
  Query: Record<PropertyKey, never>;
  Withdrawal: WithdrawalModelParent;
  WithdrawVersionInput: WithdrawVersionInput;
  WithdrawVersionPayload: Omit<WithdrawVersionPayload, 'version' | 'userErrors'> & { version?: Maybe<ResolversParentTypes['CatalogVersion']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
};

export type AssessmentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessmentResult'] = ResolversParentTypes['AssessmentResult']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ref?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assessment?: Resolver<Maybe<ResolversTypes['Assessment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AssessmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Assessment'] = ResolversParentTypes['Assessment']> = {
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  possibleOutcomes?: Resolver<ReadonlyArray<ResolversTypes['Outcome']>, ParentType, ContextType>;
  exact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  zone?: Resolver<ResolversTypes['Zone'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['Reason']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType, Partial<AssessmentFindingsArgs>>;
  missingFacts?: Resolver<ReadonlyArray<ResolversTypes['MissingFact']>, ParentType, ContextType>;
  minimalQuestions?: Resolver<ReadonlyArray<ResolversTypes['MissingFact']>, ParentType, ContextType>;
  versions?: Resolver<ReadonlyArray<ResolversTypes['CatalogVersion']>, ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AssessmentExplanationArgs, 'locale'>>;
};

export type ReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reason'] = ResolversParentTypes['Reason']> = {
  code?: Resolver<ResolversTypes['ReasonCode'], ParentType, ContextType>;
  catalog?: Resolver<Maybe<ResolversTypes['Catalog']>, ParentType, ContextType>;
  fact?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ReasonMessageArgs, 'locale'>>;
};

export type FindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  entry?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['CatalogVersion'], ParentType, ContextType>;
  applies?: Resolver<ResolversTypes['Truth'], ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['Effect'], ParentType, ContextType>;
  discretionOpen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  effectWithoutDiscretion?: Resolver<ResolversTypes['Effect'], ParentType, ContextType>;
  industry?: Resolver<Maybe<ResolversTypes['IndustryCode']>, ParentType, ContextType>;
  exceptions?: Resolver<ReadonlyArray<ResolversTypes['ExceptionFinding']>, ParentType, ContextType>;
  requirements?: Resolver<ReadonlyArray<ResolversTypes['RequirementFinding']>, ParentType, ContextType>;
  because?: Resolver<ReadonlyArray<ResolversTypes['FactReading']>, ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FindingExplanationArgs, 'locale'>>;
};

export type ExceptionFindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExceptionFinding'] = ResolversParentTypes['ExceptionFinding']> = {
  exception?: Resolver<ResolversTypes['Exception'], ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Truth'], ParentType, ContextType>;
  confirmed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type RequirementFindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequirementFinding'] = ResolversParentTypes['RequirementFinding']> = {
  requirement?: Resolver<ResolversTypes['Requirement'], ParentType, ContextType>;
  met?: Resolver<ResolversTypes['Truth'], ParentType, ContextType>;
};

export type FactReadingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactReading'] = ResolversParentTypes['FactReading']> = {
  fact?: Resolver<ResolversTypes['FactDefinition'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['FactJson']>, ParentType, ContextType>;
};

export type MissingFactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MissingFact'] = ResolversParentTypes['MissingFact']> = {
  fact?: Resolver<ResolversTypes['FactDefinition'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MissingFactQuestionArgs, 'locale'>>;
  neededBy?: Resolver<ReadonlyArray<ResolversTypes['Entry']>, ParentType, ContextType>;
  candidates?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CatalogResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Catalog'] = ResolversParentTypes['Catalog']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  jurisdiction?: Resolver<ResolversTypes['Jurisdiction'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  versionInForce?: Resolver<Maybe<ResolversTypes['CatalogVersion']>, ParentType, ContextType, Partial<CatalogVersionInForceArgs>>;
  version?: Resolver<Maybe<ResolversTypes['CatalogVersion']>, ParentType, ContextType, RequireFields<CatalogVersionArgs, 'number'>>;
  versions?: Resolver<ResolversTypes['CatalogVersionConnection'], ParentType, ContextType, RequireFields<CatalogVersionsArgs, 'first'>>;
  draft?: Resolver<Maybe<ResolversTypes['Draft']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ResolversTypes['RevisionConnection']>, ParentType, ContextType, RequireFields<CatalogHistoryArgs, 'first'>>;
  entryHistory?: Resolver<ResolversTypes['EntryStepConnection'], ParentType, ContextType, RequireFields<CatalogEntryHistoryArgs, 'code' | 'first'>>;
  repealedFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CatalogVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogVersion'] = ResolversParentTypes['CatalogVersion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  catalog?: Resolver<ResolversTypes['Catalog'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['VersionStatus'], ParentType, ContextType, Partial<CatalogVersionStatusArgs>>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  effectiveTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  contentHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entryCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['EntryConnection'], ParentType, ContextType, RequireFields<CatalogVersionEntriesArgs, 'first'>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['FactDefinition']>, ParentType, ContextType>;
  lists?: Resolver<ReadonlyArray<ResolversTypes['SubstanceList']>, ParentType, ContextType>;
  releaseNotes?: Resolver<ResolversTypes['ReleaseNotes'], ParentType, ContextType>;
  withdrawals?: Resolver<ReadonlyArray<ResolversTypes['Withdrawal']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DraftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Draft'] = ResolversParentTypes['Draft']> = {
  catalog?: Resolver<ResolversTypes['Catalog'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DraftStatus'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  basedOn?: Resolver<Maybe<ResolversTypes['CatalogVersion']>, ParentType, ContextType>;
  contentHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entryCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  editors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  barredFromPublishing?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['EntryConnection'], ParentType, ContextType, RequireFields<DraftEntriesArgs, 'first'>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['FactDefinition']>, ParentType, ContextType>;
  lists?: Resolver<ReadonlyArray<ResolversTypes['SubstanceList']>, ParentType, ContextType>;
};

export type RevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Revision'] = ResolversParentTypes['Revision']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['RevisionAction'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previousHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changes?: Resolver<ResolversTypes['RevisionChangeConnection'], ParentType, ContextType, RequireFields<RevisionChangesArgs, 'first'>>;
  changeText?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RevisionChangeTextArgs, 'locale'>>;
};

export type CatalogConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogConnection'] = ResolversParentTypes['CatalogConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CatalogEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CatalogEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogEdge'] = ResolversParentTypes['CatalogEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Catalog'], ParentType, ContextType>;
};

export type CatalogVersionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogVersionConnection'] = ResolversParentTypes['CatalogVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CatalogVersionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CatalogVersionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogVersionEdge'] = ResolversParentTypes['CatalogVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CatalogVersion'], ParentType, ContextType>;
};

export type RevisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevisionConnection'] = ResolversParentTypes['RevisionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RevisionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RevisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevisionEdge'] = ResolversParentTypes['RevisionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Revision'], ParentType, ContextType>;
};

export type CreateCatalogPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCatalogPayload'] = ResolversParentTypes['CreateCatalogPayload']> = {
  catalog?: Resolver<Maybe<ResolversTypes['Catalog']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DraftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DraftPayload'] = ResolversParentTypes['DraftPayload']> = {
  draft?: Resolver<Maybe<ResolversTypes['Draft']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PublishDraftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishDraftPayload'] = ResolversParentTypes['PublishDraftPayload']> = {
  version?: Resolver<Maybe<ResolversTypes['CatalogVersion']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type IndustryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Industry'] = ResolversParentTypes['Industry']> = {
  code?: Resolver<ResolversTypes['IndustryCode'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['IndustryLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Industry']>, ParentType, ContextType>;
  children?: Resolver<ReadonlyArray<ResolversTypes['Industry']>, ParentType, ContextType>;
};

export type IndustrySearchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IndustrySearch'] = ResolversParentTypes['IndustrySearch']> = {
  industries?: Resolver<ReadonlyArray<ResolversTypes['Industry']>, ParentType, ContextType>;
  suggestions?: Resolver<ReadonlyArray<ResolversTypes['SearchSuggestion']>, ParentType, ContextType>;
};

export type SearchSuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchSuggestion'] = ResolversParentTypes['SearchSuggestion']> = {
  search?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SearchSuggestionMessageArgs, 'locale'>>;
};

export interface ChangeJsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ChangeJson'], any> {
  name: 'ChangeJson';
}

export type ComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comparison'] = ResolversParentTypes['Comparison']> = {
  from?: Resolver<ResolversTypes['ComparedContent'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ComparedContent'], ParentType, ContextType>;
  identical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['ComparisonCounts'], ParentType, ContextType>;
  details?: Resolver<ReadonlyArray<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['EntryChangeConnection'], ParentType, ContextType, RequireFields<ComparisonEntriesArgs, 'first'>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['FactChange']>, ParentType, ContextType>;
  lists?: Resolver<ReadonlyArray<ResolversTypes['SubstanceListChange']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ComparisonTextArgs, 'locale'>>;
  releaseNotes?: Resolver<ResolversTypes['ReleaseNotes'], ParentType, ContextType>;
};

export type ComparedContentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComparedContent'] = ResolversParentTypes['ComparedContent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['CatalogVersion']>, ParentType, ContextType>;
  draft?: Resolver<Maybe<ResolversTypes['Draft']>, ParentType, ContextType>;
  contentHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entryCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ComparisonCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComparisonCounts'] = ResolversParentTypes['ComparisonCounts']> = {
  entriesAdded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entriesRemoved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entriesChanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stricter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  looser?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  same?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lists?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FieldChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldChange'] = ResolversParentTypes['FieldChange']> = {
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FieldChangeNameArgs, 'locale'>>;
  before?: Resolver<Maybe<ResolversTypes['ChangeJson']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['ChangeJson']>, ParentType, ContextType>;
  beforeText?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FieldChangeBeforeTextArgs, 'locale'>>;
  afterText?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FieldChangeAfterTextArgs, 'locale'>>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FieldChangeTextArgs, 'locale'>>;
};

export type EntryChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntryChange'] = ResolversParentTypes['EntryChange']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  tendency?: Resolver<ResolversTypes['Tendency'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['Entry']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['Entry']>, ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EntryChangeTextArgs, 'locale'>>;
};

export type FactChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactChange'] = ResolversParentTypes['FactChange']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['FactDefinition']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['FactDefinition']>, ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  entries?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FactChangeTextArgs, 'locale'>>;
};

export type SubstanceListChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubstanceListChange'] = ResolversParentTypes['SubstanceListChange']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['SubstanceList']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['SubstanceList']>, ParentType, ContextType>;
  membersAdded?: Resolver<ReadonlyArray<ResolversTypes['Cas']>, ParentType, ContextType>;
  membersRemoved?: Resolver<ReadonlyArray<ResolversTypes['Cas']>, ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  entries?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SubstanceListChangeTextArgs, 'locale'>>;
};

export type ReleaseNotesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseNotes'] = ResolversParentTypes['ReleaseNotes']> = {
  from?: Resolver<Maybe<ResolversTypes['ComparedContent']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ComparedContent'], ParentType, ContextType>;
  effectiveFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  effectiveTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dates?: Resolver<ReadonlyArray<ResolversTypes['ImpactedDate']>, ParentType, ContextType>;
  zones?: Resolver<ResolversTypes['ZoneConnection'], ParentType, ContextType, RequireFields<ReleaseNotesZonesArgs, 'first'>>;
  industries?: Resolver<ReadonlyArray<ResolversTypes['Industry']>, ParentType, ContextType>;
  everyIndustry?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unknownIndustries?: Resolver<ReadonlyArray<ResolversTypes['IndustryCode']>, ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['ComparisonCounts'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['EntryChangeConnection'], ParentType, ContextType, RequireFields<ReleaseNotesEntriesArgs, 'first'>>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ReleaseNotesTextArgs, 'locale'>>;
};

export type ImpactedDateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImpactedDate'] = ResolversParentTypes['ImpactedDate']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ImpactedDateKind'], ParentType, ContextType>;
  entries?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EntryChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntryChangeConnection'] = ResolversParentTypes['EntryChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EntryChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EntryChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntryChangeEdge'] = ResolversParentTypes['EntryChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EntryChange'], ParentType, ContextType>;
};

export type ReplayChangeResolvers = EnumResolverSignature<{ ENGINE?: any, DICTIONARY?: any, LISTS?: any, CLASSIFICATION?: any }, ResolversTypes['ReplayChange']>;

export type DecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Decision'] = ResolversParentTypes['Decision']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  assessment?: Resolver<ResolversTypes['Assessment'], ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  onReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
  replay?: Resolver<ResolversTypes['Replay'], ParentType, ContextType>;
  record?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  engineVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  register?: Resolver<ResolversTypes['ChainHead'], ParentType, ContextType>;
  catalogs?: Resolver<ReadonlyArray<ResolversTypes['CatalogEvidence']>, ParentType, ContextType>;
  dictionaryHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  listsHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  classificationHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChainHeadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChainHead'] = ResolversParentTypes['ChainHead']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CatalogEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogEvidence'] = ResolversParentTypes['CatalogEvidence']> = {
  catalog?: Resolver<ResolversTypes['Catalog'], ParentType, ContextType>;
  head?: Resolver<Maybe<ResolversTypes['ChainHead']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['CatalogVersion']>, ParentType, ContextType>;
};

export type ReplayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Replay'] = ResolversParentTypes['Replay']> = {
  same?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  receiptHolds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  changedSince?: Resolver<ReadonlyArray<ResolversTypes['ReplayChange']>, ParentType, ContextType>;
  assessment?: Resolver<ResolversTypes['Assessment'], ParentType, ContextType>;
};

export type DecisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecisionConnection'] = ResolversParentTypes['DecisionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DecisionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DecisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecisionEdge'] = ResolversParentTypes['DecisionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Decision'], ParentType, ContextType>;
};

export type DecideAdmissionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecideAdmissionPayload'] = ResolversParentTypes['DecideAdmissionPayload']> = {
  decision?: Resolver<Maybe<ResolversTypes['Decision']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DiscardDraftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscardDraftPayload'] = ResolversParentTypes['DiscardDraftPayload']> = {
  catalog?: Resolver<Maybe<ResolversTypes['Catalog']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Entry'] = ResolversParentTypes['Entry']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  catalog?: Resolver<ResolversTypes['Catalog'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  force?: Resolver<ResolversTypes['Force'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  industries?: Resolver<ResolversTypes['IndustryScope'], ParentType, ContextType>;
  natures?: Resolver<ReadonlyArray<ResolversTypes['Nature']>, ParentType, ContextType>;
  activities?: Resolver<ReadonlyArray<ResolversTypes['Activity']>, ParentType, ContextType>;
  territory?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['ConditionJson']>, ParentType, ContextType>;
  whenText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<EntryWhenTextArgs, 'locale'>>;
  exceptions?: Resolver<ReadonlyArray<ResolversTypes['Exception']>, ParentType, ContextType>;
  requirements?: Resolver<ReadonlyArray<ResolversTypes['Requirement']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  exemptIfApprovedBefore?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deadline?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  replacement?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  responsibility?: Resolver<Maybe<ResolversTypes['Responsibility']>, ParentType, ContextType>;
  basis?: Resolver<ReadonlyArray<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  remark?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
};

export type IndustryScopeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IndustryScope'] = ResolversParentTypes['IndustryScope']> = {
  include?: Resolver<ReadonlyArray<ResolversTypes['IndustryCode']>, ParentType, ContextType>;
  except?: Resolver<ReadonlyArray<ResolversTypes['IndustryCode']>, ParentType, ContextType>;
};

export type ExceptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Exception'] = ResolversParentTypes['Exception']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['ConditionJson']>, ParentType, ContextType>;
  whenText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ExceptionWhenTextArgs, 'locale'>>;
  discretionary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['JurisdictionLevel']>, ParentType, ContextType>;
};

export type RequirementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Requirement'] = ResolversParentTypes['Requirement']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['ConditionJson']>, ParentType, ContextType>;
  whenText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<RequirementWhenTextArgs, 'locale'>>;
  evidence?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
};

export type ResponsibilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Responsibility'] = ResolversParentTypes['Responsibility']> = {
  lead?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cooperating?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LegalBasisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalBasis'] = ResolversParentTypes['LegalBasis']> = {
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntryConnection'] = ResolversParentTypes['EntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntryEdge'] = ResolversParentTypes['EntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['CatalogVersion']>, ParentType, ContextType>;
};

export type FactDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactDefinition'] = ResolversParentTypes['FactDefinition']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['FactType'], ParentType, ContextType>;
  about?: Resolver<ResolversTypes['FactSubject'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  integer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  options?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
};

export type SubstanceListResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubstanceList'] = ResolversParentTypes['SubstanceList']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['Cas']>, ParentType, ContextType>;
};

export type DeclaredFactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeclaredFact'] = ResolversParentTypes['DeclaredFact']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['FactValue'], ParentType, ContextType>;
};

export type FactValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactValue'] = ResolversParentTypes['FactValue']> = {
  number?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  flag?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  choice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  set?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type HistoryVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryVerification'] = ResolversParentTypes['HistoryVerification']> = {
  whole?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  head?: Resolver<Maybe<ResolversTypes['ChainHead']>, ParentType, ContextType>;
  headsCompared?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fault?: Resolver<Maybe<ResolversTypes['HistoryFault']>, ParentType, ContextType>;
  brokenAt?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<HistoryVerificationTextArgs, 'locale'>>;
};

export type HistoryExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryExport'] = ResolversParentTypes['HistoryExport']> = {
  lines?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RegisterFieldChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterFieldChange'] = ResolversParentTypes['RegisterFieldChange']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RegisterChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterChange'] = ResolversParentTypes['RegisterChange']> = {
  kind?: Resolver<ResolversTypes['RegisterChangeKind'], ParentType, ContextType>;
  jurisdiction?: Resolver<Maybe<ResolversTypes['Jurisdiction']>, ParentType, ContextType>;
  catalog?: Resolver<Maybe<ResolversTypes['Catalog']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['RegisterFieldChange']>, ParentType, ContextType, RequireFields<RegisterChangeFieldsArgs, 'locale'>>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RegisterChangeTextArgs, 'locale'>>;
};

export type RegisterRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterRevision'] = ResolversParentTypes['RegisterRevision']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previousHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['RegisterChange']>, ParentType, ContextType>;
  changeText?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RegisterRevisionChangeTextArgs, 'locale'>>;
};

export type RegisterRevisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterRevisionConnection'] = ResolversParentTypes['RegisterRevisionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RegisterRevisionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RegisterRevisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterRevisionEdge'] = ResolversParentTypes['RegisterRevisionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RegisterRevision'], ParentType, ContextType>;
};

export type AcceptedWarningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptedWarning'] = ResolversParentTypes['AcceptedWarning']> = {
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sentence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<AcceptedWarningSentenceArgs, 'locale'>>;
  entry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RevisionChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevisionChange'] = ResolversParentTypes['RevisionChange']> = {
  kind?: Resolver<ResolversTypes['RevisionChangeKind'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['CatalogVersion']>, ParentType, ContextType>;
  contentHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  effectiveTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  retroactiveReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  acknowledged?: Resolver<ReadonlyArray<ResolversTypes['AcceptedWarning']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RevisionChangeTextArgs, 'locale'>>;
};

export type RevisionChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevisionChangeConnection'] = ResolversParentTypes['RevisionChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RevisionChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RevisionChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevisionChangeEdge'] = ResolversParentTypes['RevisionChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RevisionChange'], ParentType, ContextType>;
};

export type EntryStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntryStep'] = ResolversParentTypes['EntryStep']> = {
  kind?: Resolver<ResolversTypes['EntryStepKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Revision']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['CatalogVersion']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['Entry']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['Entry']>, ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EntryStepTextArgs, 'locale'>>;
};

export type EntryStepConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntryStepConnection'] = ResolversParentTypes['EntryStepConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EntryStepEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EntryStepEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntryStepEdge'] = ResolversParentTypes['EntryStepEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EntryStep'], ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project']> = {
  zone?: Resolver<ResolversTypes['Zone'], ParentType, ContextType>;
  ref?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projectCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unifiedSocialCreditCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  industries?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IndustryCode']>>, ParentType, ContextType>;
  nature?: Resolver<Maybe<ResolversTypes['Nature']>, ParentType, ContextType>;
  activities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Activity']>>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  earlierApproval?: Resolver<Maybe<ResolversTypes['EarlierApproval']>, ParentType, ContextType>;
  facts?: Resolver<Maybe<ResolversTypes['Facts']>, ParentType, ContextType>;
  confirmations?: Resolver<ReadonlyArray<ResolversTypes['Confirmation']>, ParentType, ContextType>;
};

export type EarlierApprovalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EarlierApproval'] = ResolversParentTypes['EarlierApproval']> = {
  approvedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  none?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ConfirmationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Confirmation'] = ResolversParentTypes['Confirmation']> = {
  catalog?: Resolver<ResolversTypes['Catalog'], ParentType, ContextType>;
  entry?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  exception?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  confirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FactsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Facts'] = ResolversParentTypes['Facts']> = {
  totalInvestment?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  investmentExcludingLand?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  fixedAssetInvestment?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  equipmentInvestment?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  landArea?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxPerMu?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  annualEnergy?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  exposedPersons?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  purposes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Purpose']>>, ParentType, ContextType>;
  nationalClass?: Resolver<Maybe<ResolversTypes['NationalClass']>, ParentType, ContextType>;
  hazardousChemicalProject?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  processes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  chemicals?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Chemical']>>, ParentType, ContextType>;
  products?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Product']>>, ParentType, ContextType>;
  majorHazardLevel?: Resolver<Maybe<ResolversTypes['MajorHazardLevel']>, ParentType, ContextType>;
  combustibleDust?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  labourIntensive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  firstOfKindProcess?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  reactionRiskAssessed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  automaticControl?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  safetyInstrumentedSystem?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  declared?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DeclaredFact']>>, ParentType, ContextType>;
};

export type ChemicalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Chemical'] = ResolversParentTypes['Chemical']> = {
  cas?: Resolver<ResolversTypes['Cas'], ParentType, ContextType>;
  specification?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  activities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Activity']>>, ParentType, ContextType>;
  tonnes?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  product?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  capacity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  addedCapacity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  lines?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type PublicationRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicationRule'] = ResolversParentTypes['PublicationRule']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['RuleSeverity'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
};

export type DraftCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DraftCheck'] = ResolversParentTypes['DraftCheck']> = {
  contentHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['DraftViolation']>, ParentType, ContextType>;
  undecided?: Resolver<ReadonlyArray<ResolversTypes['UndecidedRule']>, ParentType, ContextType>;
};

export type UndecidedRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UndecidedRule'] = ResolversParentTypes['UndecidedRule']> = {
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<UndecidedRuleSentenceArgs, 'locale'>>;
  entry?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DraftViolationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DraftViolation'] = ResolversParentTypes['DraftViolation']> = {
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['RuleSeverity'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<DraftViolationSentenceArgs, 'locale'>>;
  entry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<DraftViolationMessageArgs, 'locale'>>;
  witness?: Resolver<Maybe<ResolversTypes['WitnessJson']>, ParentType, ContextType>;
};

export type JurisdictionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Jurisdiction'] = ResolversParentTypes['Jurisdiction']> = {
  __resolveType: TypeResolveFn<'Region' | 'Zone', ParentType, ContextType>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['JurisdictionLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Jurisdiction']>, ParentType, ContextType>;
  catalogs?: Resolver<ReadonlyArray<ResolversTypes['Catalog']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  effectiveTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['JurisdictionRecordConnection'], ParentType, ContextType, RequireFields<RegionRecordsArgs, 'first'>>;
  zones?: Resolver<ResolversTypes['ZoneConnection'], ParentType, ContextType, RequireFields<RegionZonesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ZoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Zone'] = ResolversParentTypes['Zone']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['JurisdictionLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Jurisdiction']>, ParentType, ContextType>;
  catalogs?: Resolver<ReadonlyArray<ResolversTypes['Catalog']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  effectiveTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['JurisdictionRecordConnection'], ParentType, ContextType, RequireFields<ZoneRecordsArgs, 'first'>>;
  kind?: Resolver<ResolversTypes['ZoneKind'], ParentType, ContextType>;
  zoneLevel?: Resolver<ResolversTypes['ZoneLevel'], ParentType, ContextType>;
  riskGrade?: Resolver<ResolversTypes['RiskGrade'], ParentType, ContextType>;
  positioning?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  areas?: Resolver<ReadonlyArray<ResolversTypes['Area']>, ParentType, ContextType>;
  suspended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['DeclaredFact']>, ParentType, ContextType>;
  versionsInForce?: Resolver<ReadonlyArray<ResolversTypes['CatalogVersion']>, ParentType, ContextType, Partial<ZoneVersionsInForceArgs>>;
  entries?: Resolver<ResolversTypes['EntryConnection'], ParentType, ContextType, RequireFields<ZoneEntriesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AreaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
};

export type JurisdictionRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JurisdictionRecordConnection'] = ResolversParentTypes['JurisdictionRecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['JurisdictionRecordEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JurisdictionRecordEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JurisdictionRecordEdge'] = ResolversParentTypes['JurisdictionRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Jurisdiction'], ParentType, ContextType>;
};

export type ZoneConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ZoneConnection'] = ResolversParentTypes['ZoneConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ZoneEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ZoneEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ZoneEdge'] = ResolversParentTypes['ZoneEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Zone'], ParentType, ContextType>;
};

export type RegisterRegionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterRegionPayload'] = ResolversParentTypes['RegisterRegionPayload']> = {
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RegisterZonePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterZonePayload'] = ResolversParentTypes['RegisterZonePayload']> = {
  zone?: Resolver<Maybe<ResolversTypes['Zone']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  registerRegion?: Resolver<ResolversTypes['RegisterRegionPayload'], ParentType, ContextType, RequireFields<MutationRegisterRegionArgs, 'input'>>;
  registerZone?: Resolver<ResolversTypes['RegisterZonePayload'], ParentType, ContextType, RequireFields<MutationRegisterZoneArgs, 'input'>>;
  createCatalog?: Resolver<ResolversTypes['CreateCatalogPayload'], ParentType, ContextType, RequireFields<MutationCreateCatalogArgs, 'input'>>;
  openDraft?: Resolver<ResolversTypes['DraftPayload'], ParentType, ContextType, RequireFields<MutationOpenDraftArgs, 'input'>>;
  putEntries?: Resolver<ResolversTypes['DraftPayload'], ParentType, ContextType, RequireFields<MutationPutEntriesArgs, 'input'>>;
  putDefinitions?: Resolver<ResolversTypes['DraftPayload'], ParentType, ContextType, RequireFields<MutationPutDefinitionsArgs, 'input'>>;
  removeEntries?: Resolver<ResolversTypes['DraftPayload'], ParentType, ContextType, RequireFields<MutationRemoveEntriesArgs, 'input'>>;
  submitDraft?: Resolver<ResolversTypes['DraftPayload'], ParentType, ContextType, RequireFields<MutationSubmitDraftArgs, 'input'>>;
  publishDraft?: Resolver<ResolversTypes['PublishDraftPayload'], ParentType, ContextType, RequireFields<MutationPublishDraftArgs, 'input'>>;
  decideAdmission?: Resolver<ResolversTypes['DecideAdmissionPayload'], ParentType, ContextType, RequireFields<MutationDecideAdmissionArgs, 'input'>>;
  changeDetails?: Resolver<ResolversTypes['DraftPayload'], ParentType, ContextType, RequireFields<MutationChangeDetailsArgs, 'input'>>;
  removeDefinitions?: Resolver<ResolversTypes['DraftPayload'], ParentType, ContextType, RequireFields<MutationRemoveDefinitionsArgs, 'input'>>;
  returnDraft?: Resolver<ResolversTypes['DraftPayload'], ParentType, ContextType, RequireFields<MutationReturnDraftArgs, 'input'>>;
  discardDraft?: Resolver<ResolversTypes['DiscardDraftPayload'], ParentType, ContextType, RequireFields<MutationDiscardDraftArgs, 'input'>>;
  changeRegion?: Resolver<ResolversTypes['ChangeRegionPayload'], ParentType, ContextType, RequireFields<MutationChangeRegionArgs, 'input'>>;
  changeZone?: Resolver<ResolversTypes['ChangeZonePayload'], ParentType, ContextType, RequireFields<MutationChangeZoneArgs, 'input'>>;
  closeJurisdiction?: Resolver<ResolversTypes['CloseJurisdictionPayload'], ParentType, ContextType, RequireFields<MutationCloseJurisdictionArgs, 'input'>>;
  withdrawVersion?: Resolver<ResolversTypes['WithdrawVersionPayload'], ParentType, ContextType, RequireFields<MutationWithdrawVersionArgs, 'input'>>;
};

export type ChangeRegionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeRegionPayload'] = ResolversParentTypes['ChangeRegionPayload']> = {
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangeZonePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeZonePayload'] = ResolversParentTypes['ChangeZonePayload']> = {
  zone?: Resolver<Maybe<ResolversTypes['Zone']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CloseJurisdictionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseJurisdictionPayload'] = ResolversParentTypes['CloseJurisdictionPayload']> = {
  jurisdiction?: Resolver<Maybe<ResolversTypes['Jurisdiction']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SubstanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Substance'] = ResolversParentTypes['Substance']> = {
  cas?: Resolver<Maybe<ResolversTypes['Cas']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  lists?: Resolver<ReadonlyArray<ResolversTypes['SubstanceListing']>, ParentType, ContextType>;
  majorHazardThresholds?: Resolver<ReadonlyArray<ResolversTypes['MajorHazardThreshold']>, ParentType, ContextType>;
};

export type SubstanceListingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubstanceListing'] = ResolversParentTypes['SubstanceListing']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  compared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MajorHazardThresholdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MajorHazardThreshold'] = ResolversParentTypes['MajorHazardThreshold']> = {
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  specification?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  tonnes?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  factor?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  compared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RoleResolvers = EnumResolverSignature<{ EDITOR?: any, PUBLISHER?: any, OFFICER?: any, ADMIN?: any }, ResolversTypes['Role']>;

export type GrantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Grant'] = ResolversParentTypes['Grant']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  jurisdictionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jurisdiction?: Resolver<Maybe<ResolversTypes['Jurisdiction']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grants?: Resolver<ReadonlyArray<ResolversTypes['Grant']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface IndustryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['IndustryCode'], any> {
  name: 'IndustryCode';
}

export interface CasScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cas'], any> {
  name: 'Cas';
}

export interface ConditionJsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ConditionJson'], any> {
  name: 'ConditionJson';
}

export interface FactJsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FactJson'], any> {
  name: 'FactJson';
}

export interface WitnessJsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['WitnessJson'], any> {
  name: 'WitnessJson';
}

export type LocaleResolvers = EnumResolverSignature<{ ZH?: any, EN?: any }, ResolversTypes['Locale']>;

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Catalog' | 'CatalogVersion' | 'Decision' | 'Region' | 'Zone', ParentType, ContextType>;
};

export type TextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Text'] = ResolversParentTypes['Text']> = {
  zh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  en?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'InputError' | 'AccessError' | 'StateError' | 'StaleRevisionError' | 'PublicationRuleError', ParentType, ContextType>;
};

export type InputErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InputError'] = ResolversParentTypes['InputError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<InputErrorMessageArgs, 'locale'>>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessError'] = ResolversParentTypes['AccessError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AccessErrorMessageArgs, 'locale'>>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StateError'] = ResolversParentTypes['StateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<StateErrorMessageArgs, 'locale'>>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StaleRevisionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StaleRevisionError'] = ResolversParentTypes['StaleRevisionError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<StaleRevisionErrorMessageArgs, 'locale'>>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  expectedRevision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currentRevision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  current?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  yours?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublicationRuleErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicationRuleError'] = ResolversParentTypes['PublicationRuleError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PublicationRuleErrorMessageArgs, 'locale'>>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  witness?: Resolver<Maybe<ResolversTypes['WitnessJson']>, ParentType, ContextType>;
  acknowledgeable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  assess?: Resolver<ResolversTypes['AssessmentResult'], ParentType, ContextType, RequireFields<QueryAssessArgs, 'project'>>;
  assessMany?: Resolver<ReadonlyArray<ResolversTypes['AssessmentResult']>, ParentType, ContextType, RequireFields<QueryAssessManyArgs, 'projects'>>;
  catalog?: Resolver<Maybe<ResolversTypes['Catalog']>, ParentType, ContextType, RequireFields<QueryCatalogArgs, 'id'>>;
  catalogs?: Resolver<ResolversTypes['CatalogConnection'], ParentType, ContextType, RequireFields<QueryCatalogsArgs, 'first'>>;
  catalogVersion?: Resolver<Maybe<ResolversTypes['CatalogVersion']>, ParentType, ContextType, RequireFields<QueryCatalogVersionArgs, 'id'>>;
  industry?: Resolver<Maybe<ResolversTypes['Industry']>, ParentType, ContextType, RequireFields<QueryIndustryArgs, 'code'>>;
  industries?: Resolver<ReadonlyArray<ResolversTypes['Industry']>, ParentType, ContextType, RequireFields<QueryIndustriesArgs, 'search' | 'first'>>;
  industrySearch?: Resolver<ResolversTypes['IndustrySearch'], ParentType, ContextType, RequireFields<QueryIndustrySearchArgs, 'search' | 'first'>>;
  compare?: Resolver<Maybe<ResolversTypes['Comparison']>, ParentType, ContextType, RequireFields<QueryCompareArgs, 'from' | 'to'>>;
  releaseNotes?: Resolver<Maybe<ResolversTypes['ReleaseNotes']>, ParentType, ContextType, RequireFields<QueryReleaseNotesArgs, 'version'>>;
  decision?: Resolver<Maybe<ResolversTypes['Decision']>, ParentType, ContextType, RequireFields<QueryDecisionArgs, 'id'>>;
  decisions?: Resolver<ResolversTypes['DecisionConnection'], ParentType, ContextType, RequireFields<QueryDecisionsArgs, 'filter' | 'first'>>;
  factDefinitions?: Resolver<ReadonlyArray<ResolversTypes['FactDefinition']>, ParentType, ContextType, Partial<QueryFactDefinitionsArgs>>;
  verifyHistory?: Resolver<Maybe<ResolversTypes['HistoryVerification']>, ParentType, ContextType, RequireFields<QueryVerifyHistoryArgs, 'catalog'>>;
  verifyRegister?: Resolver<Maybe<ResolversTypes['HistoryVerification']>, ParentType, ContextType, Partial<QueryVerifyRegisterArgs>>;
  exportHistory?: Resolver<Maybe<ResolversTypes['HistoryExport']>, ParentType, ContextType, RequireFields<QueryExportHistoryArgs, 'catalog' | 'first'>>;
  exportRegister?: Resolver<Maybe<ResolversTypes['HistoryExport']>, ParentType, ContextType, RequireFields<QueryExportRegisterArgs, 'first'>>;
  registerHistory?: Resolver<Maybe<ResolversTypes['RegisterRevisionConnection']>, ParentType, ContextType, RequireFields<QueryRegisterHistoryArgs, 'first'>>;
  checkDraft?: Resolver<Maybe<ResolversTypes['DraftCheck']>, ParentType, ContextType, RequireFields<QueryCheckDraftArgs, 'catalog'>>;
  publicationRules?: Resolver<ReadonlyArray<ResolversTypes['PublicationRule']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType, RequireFields<QueryRegionArgs, 'id'>>;
  zone?: Resolver<Maybe<ResolversTypes['Zone']>, ParentType, ContextType, RequireFields<QueryZoneArgs, 'id'>>;
  zones?: Resolver<ResolversTypes['ZoneConnection'], ParentType, ContextType, RequireFields<QueryZonesArgs, 'first'>>;
  substances?: Resolver<ReadonlyArray<ResolversTypes['Substance']>, ParentType, ContextType, RequireFields<QuerySubstancesArgs, 'search' | 'first'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type WithdrawalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Withdrawal'] = ResolversParentTypes['Withdrawal']> = {
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  repeal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WithdrawVersionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawVersionPayload'] = ResolversParentTypes['WithdrawVersionPayload']> = {
  version?: Resolver<Maybe<ResolversTypes['CatalogVersion']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorCodeResolvers = EnumResolverSignature<{ UNKNOWN_ZONE?: any, ZONE_CLOSED?: any, UNKNOWN_INDUSTRY?: any, EMPTY_LIST?: any, UNKNOWN_AREA?: any, ZONE_HAS_NO_AREAS?: any, UNKNOWN_FACT?: any, WRONG_TYPE?: any, DUPLICATE_FACT?: any, OUT_OF_RANGE?: any, INVALID_NUMBER?: any, INVALID_DATE?: any, INVALID_CAS?: any, INVALID_PROJECT_CODE?: any, INVALID_CREDIT_CODE?: any, DUPLICATE_PRODUCT?: any, UNIT_MISMATCH?: any, CONFIRMATION_NOT_ALLOWED?: any, UNKNOWN_CONFIRMATION?: any, ENTRY_UNREADABLE?: any, REASON_REQUIRED?: any, UNAUTHENTICATED?: any, IDENTITY_UNAVAILABLE?: any, NOT_ALLOWED?: any, UNKNOWN_CATALOG?: any, UNKNOWN_JURISDICTION?: any, REQUIRED?: any, WRONG_SHAPE?: any, NOT_ONE_OF?: any, UNKNOWN_FIELD?: any, NOT_EXACTLY_ONE?: any, EMPTY_CONDITION?: any, NO_BOUNDS?: any, NEGATIVE_AMOUNT?: any, TOO_DEEP?: any, TOO_LARGE?: any, TOO_MANY?: any, NOTHING_GIVEN?: any, INVALID_CODE?: any, INVALID_KEY?: any, FOREIGN_KEY?: any, DUPLICATE_CODE?: any, EXCEPTION_WITHOUT_TEST?: any, INVALID_URL?: any, CATALOG_EXISTS?: any, RESERVED_KEY?: any, CATALOG_REPEALED?: any, ALREADY_WITHDRAWN?: any, WRONG_VERSION_TO_REPEAL?: any, NOTHING_TO_REPEAL?: any, DRAFT_EXISTS?: any, ALREADY_PUBLISHED?: any, NO_DRAFT?: any, UNKNOWN_VERSION?: any, UNKNOWN_REVISION?: any, UNKNOWN_ENTRY?: any, UNKNOWN_DEFINITION?: any, STALE_REVISION?: any, STALE_DRAFT?: any, BUSY?: any, ALREADY_SUBMITTED?: any, NOT_SUBMITTED?: any, NOT_IN_REVIEW?: any, FOUR_EYES?: any, CONTENT_CHANGED?: any, BASE_MOVED?: any, EMPTY_PERIOD?: any, PUBLICATION_RULE?: any, ACKNOWLEDGEMENT_REQUIRED?: any, INVALID_HASH?: any, UNKNOWN_DECISION?: any, RECEIPT_BROKEN?: any, DECISION_ELSEWHERE?: any, LEVEL_ORDER?: any, LEVEL_FIXED?: any, RECORD_OUT_OF_ORDER?: any, LINEAGE_BROKEN?: any, PARENT_CLOSED?: any, STILL_OPEN_INSIDE?: any, JURISDICTION_CLOSED?: any, UNKNOWN_REGION?: any, NO_CHANGE?: any, AREA_IN_USE?: any, TERRITORY_LEFT?: any, RISK_GRADE_NOT_FITTING?: any, BUILT_IN_FACT?: any, TOO_MANY_PROJECTS?: any, BATCH_TOO_HEAVY?: any, INVALID_TIME?: any, PERIOD_TOO_LONG?: any, IDEMPOTENCY_CONFLICT?: any, DIFFERENT_CATALOGS?: any, INVALID_CURSOR?: any, INVALID_PAGE_SIZE?: any, QUERY_TOO_DEEP?: any, QUERY_TOO_LONG?: any, QUERY_TOO_BROAD?: any, QUERY_TOO_MANY_ALIASES?: any, QUERY_TOO_MANY_DIRECTIVES?: any, QUERY_TOO_MANY_FRAGMENTS?: any, QUERY_TOO_MANY_OPERATIONS?: any, QUERY_TOO_MANY_TOKENS?: any, QUERY_TEXT_TOO_LONG?: any, QUERY_TOO_COSTLY?: any, FRAGMENT_CYCLE?: any, INTROSPECTION_NOT_ALLOWED?: any, BAD_REQUEST?: any, INVALID_REQUEST?: any, METHOD_NOT_ALLOWED?: any, CHANGE_BY_GET?: any, NOT_ACCEPTABLE?: any, REQUEST_TOO_LARGE?: any, REQUEST_TOO_DEEP?: any, REQUEST_TOO_MANY_VALUES?: any, INVALID_UNICODE?: any, BATCHING_NOT_SUPPORTED?: any, CSRF_PREVENTED?: any, GRAPHQL_PARSE_FAILED?: any, GRAPHQL_VALIDATION_FAILED?: any, BAD_USER_INPUT?: any, OPERATION_RESOLUTION_FAILURE?: any, PERSISTED_QUERY_NOT_SUPPORTED?: any, ANSWER_TOO_LARGE?: any, SERVICE_UNAVAILABLE?: any, INTERNAL_ERROR?: any }, ResolversTypes['UserErrorCode']>;

export type Resolvers<ContextType = Context> = {
  AssessmentResult?: AssessmentResultResolvers<ContextType>;
  Assessment?: AssessmentResolvers<ContextType>;
  Reason?: ReasonResolvers<ContextType>;
  Finding?: FindingResolvers<ContextType>;
  ExceptionFinding?: ExceptionFindingResolvers<ContextType>;
  RequirementFinding?: RequirementFindingResolvers<ContextType>;
  FactReading?: FactReadingResolvers<ContextType>;
  MissingFact?: MissingFactResolvers<ContextType>;
  Catalog?: CatalogResolvers<ContextType>;
  CatalogVersion?: CatalogVersionResolvers<ContextType>;
  Draft?: DraftResolvers<ContextType>;
  Revision?: RevisionResolvers<ContextType>;
  CatalogConnection?: CatalogConnectionResolvers<ContextType>;
  CatalogEdge?: CatalogEdgeResolvers<ContextType>;
  CatalogVersionConnection?: CatalogVersionConnectionResolvers<ContextType>;
  CatalogVersionEdge?: CatalogVersionEdgeResolvers<ContextType>;
  RevisionConnection?: RevisionConnectionResolvers<ContextType>;
  RevisionEdge?: RevisionEdgeResolvers<ContextType>;
  CreateCatalogPayload?: CreateCatalogPayloadResolvers<ContextType>;
  DraftPayload?: DraftPayloadResolvers<ContextType>;
  PublishDraftPayload?: PublishDraftPayloadResolvers<ContextType>;
  Industry?: IndustryResolvers<ContextType>;
  IndustrySearch?: IndustrySearchResolvers<ContextType>;
  SearchSuggestion?: SearchSuggestionResolvers<ContextType>;
  ChangeJson?: GraphQLScalarType;
  Comparison?: ComparisonResolvers<ContextType>;
  ComparedContent?: ComparedContentResolvers<ContextType>;
  ComparisonCounts?: ComparisonCountsResolvers<ContextType>;
  FieldChange?: FieldChangeResolvers<ContextType>;
  EntryChange?: EntryChangeResolvers<ContextType>;
  FactChange?: FactChangeResolvers<ContextType>;
  SubstanceListChange?: SubstanceListChangeResolvers<ContextType>;
  ReleaseNotes?: ReleaseNotesResolvers<ContextType>;
  ImpactedDate?: ImpactedDateResolvers<ContextType>;
  EntryChangeConnection?: EntryChangeConnectionResolvers<ContextType>;
  EntryChangeEdge?: EntryChangeEdgeResolvers<ContextType>;
  ReplayChange?: ReplayChangeResolvers;
  Decision?: DecisionResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  ChainHead?: ChainHeadResolvers<ContextType>;
  CatalogEvidence?: CatalogEvidenceResolvers<ContextType>;
  Replay?: ReplayResolvers<ContextType>;
  DecisionConnection?: DecisionConnectionResolvers<ContextType>;
  DecisionEdge?: DecisionEdgeResolvers<ContextType>;
  DecideAdmissionPayload?: DecideAdmissionPayloadResolvers<ContextType>;
  DiscardDraftPayload?: DiscardDraftPayloadResolvers<ContextType>;
  Entry?: EntryResolvers<ContextType>;
  IndustryScope?: IndustryScopeResolvers<ContextType>;
  Exception?: ExceptionResolvers<ContextType>;
  Requirement?: RequirementResolvers<ContextType>;
  Responsibility?: ResponsibilityResolvers<ContextType>;
  LegalBasis?: LegalBasisResolvers<ContextType>;
  EntryConnection?: EntryConnectionResolvers<ContextType>;
  EntryEdge?: EntryEdgeResolvers<ContextType>;
  FactDefinition?: FactDefinitionResolvers<ContextType>;
  SubstanceList?: SubstanceListResolvers<ContextType>;
  DeclaredFact?: DeclaredFactResolvers<ContextType>;
  FactValue?: FactValueResolvers<ContextType>;
  HistoryVerification?: HistoryVerificationResolvers<ContextType>;
  HistoryExport?: HistoryExportResolvers<ContextType>;
  RegisterFieldChange?: RegisterFieldChangeResolvers<ContextType>;
  RegisterChange?: RegisterChangeResolvers<ContextType>;
  RegisterRevision?: RegisterRevisionResolvers<ContextType>;
  RegisterRevisionConnection?: RegisterRevisionConnectionResolvers<ContextType>;
  RegisterRevisionEdge?: RegisterRevisionEdgeResolvers<ContextType>;
  AcceptedWarning?: AcceptedWarningResolvers<ContextType>;
  RevisionChange?: RevisionChangeResolvers<ContextType>;
  RevisionChangeConnection?: RevisionChangeConnectionResolvers<ContextType>;
  RevisionChangeEdge?: RevisionChangeEdgeResolvers<ContextType>;
  EntryStep?: EntryStepResolvers<ContextType>;
  EntryStepConnection?: EntryStepConnectionResolvers<ContextType>;
  EntryStepEdge?: EntryStepEdgeResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  EarlierApproval?: EarlierApprovalResolvers<ContextType>;
  Confirmation?: ConfirmationResolvers<ContextType>;
  Facts?: FactsResolvers<ContextType>;
  Chemical?: ChemicalResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  PublicationRule?: PublicationRuleResolvers<ContextType>;
  DraftCheck?: DraftCheckResolvers<ContextType>;
  UndecidedRule?: UndecidedRuleResolvers<ContextType>;
  DraftViolation?: DraftViolationResolvers<ContextType>;
  Jurisdiction?: JurisdictionResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  Zone?: ZoneResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  JurisdictionRecordConnection?: JurisdictionRecordConnectionResolvers<ContextType>;
  JurisdictionRecordEdge?: JurisdictionRecordEdgeResolvers<ContextType>;
  ZoneConnection?: ZoneConnectionResolvers<ContextType>;
  ZoneEdge?: ZoneEdgeResolvers<ContextType>;
  RegisterRegionPayload?: RegisterRegionPayloadResolvers<ContextType>;
  RegisterZonePayload?: RegisterZonePayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  ChangeRegionPayload?: ChangeRegionPayloadResolvers<ContextType>;
  ChangeZonePayload?: ChangeZonePayloadResolvers<ContextType>;
  CloseJurisdictionPayload?: CloseJurisdictionPayloadResolvers<ContextType>;
  Substance?: SubstanceResolvers<ContextType>;
  SubstanceListing?: SubstanceListingResolvers<ContextType>;
  MajorHazardThreshold?: MajorHazardThresholdResolvers<ContextType>;
  Role?: RoleResolvers;
  Grant?: GrantResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  IndustryCode?: GraphQLScalarType;
  Cas?: GraphQLScalarType;
  ConditionJson?: GraphQLScalarType;
  FactJson?: GraphQLScalarType;
  WitnessJson?: GraphQLScalarType;
  Locale?: LocaleResolvers;
  Node?: NodeResolvers<ContextType>;
  Text?: TextResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  InputError?: InputErrorResolvers<ContextType>;
  AccessError?: AccessErrorResolvers<ContextType>;
  StateError?: StateErrorResolvers<ContextType>;
  StaleRevisionError?: StaleRevisionErrorResolvers<ContextType>;
  PublicationRuleError?: PublicationRuleErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Withdrawal?: WithdrawalResolvers<ContextType>;
  WithdrawVersionPayload?: WithdrawVersionPayloadResolvers<ContextType>;
  UserErrorCode?: UserErrorCodeResolvers;
};

