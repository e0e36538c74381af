import type { Entry } from '../catalog/entry.ts';
import type { MajorHazardLevel } from '../facts/dictionary.ts';
import type { FactDefinition } from '../facts/fact.ts';
import type { Text } from '../values/text.ts';
import type {
  Day,
  Effect,
  JurisdictionLevel,
  LegalBasis,
  NoticeCode,
  Outcome,
  ReasonCode,
  SettledOutcome,
  Truth,
} from '../vocabulary.ts';

/** Outcome, findings and missing facts (预评估): plain data, so that it can be stored, hashed and replayed. */
export interface Assessment {
  readonly zone: string;
  readonly on: Day;
  readonly outcome: Outcome;
  /** Mildest first; just the outcome where it is settled. */
  readonly possibleOutcomes: readonly SettledOutcome[];
  /** False where the branch bound was hit: possible outcomes and missing facts are then supersets. */
  readonly exact: boolean;
  readonly reasons: readonly Reason[];
  /** What the applicant should know besides; none of it changes the outcome. */
  readonly notices: readonly Notice[];
  /** Entries that apply or may apply, in the order of DESIGN 2.8. */
  readonly findings: readonly Finding[];
  readonly missingFacts: readonly MissingFact[];
  /** How the level of the major hazard source follows from the inventory; null where no finding turns on it. */
  readonly majorHazard: MajorHazard | null;
  /** Keys of facts; a subset of the missing ones. */
  readonly minimalQuestions: readonly string[];
  /** The versions it rests on, country first. */
  readonly versions: readonly VersionRef[];
}
/**
 * The level of a major hazard source by GB 18218-2018, with the working. Numbers are exact: a decimal, or a fraction like
 * `38/15` where none is.
 */
export interface MajorHazard {
  readonly stated: MajorHazardLevel | null;
  /** The levels that what is known leaves possible, from this one up to `gravest`; where both are one it is computed. */
  readonly mildest: MajorHazardLevel;
  readonly gravest: MajorHazardLevel;
  /** S = Σ q/Q of what is known. */
  readonly sum: string;
  /** Σ β q/Q of what is known. */
  readonly weightedSum: string;
  /** α, null where the exposed persons are unknown. */
  readonly exposureFactor: string | null;
  readonly exposedPersons: string | null;
  /** R = α Σ β q/Q of what is known. */
  readonly grading: string | null;
  readonly lines: readonly MajorHazardLine[];
}
/** A line of the inventory in it; what is null is not known, or not needed. */
export interface MajorHazardLine {
  /** 1-based. */
  readonly row: number;
  readonly name: string;
  /** Whether it counts at all, null where that is not known: what is of no class of table 2 does not. */
  readonly counts: boolean | null;
  /** q, Q, β, q/Q and β q/Q. */
  readonly tonnes: string | null;
  readonly threshold: string | null;
  readonly factor: string | null;
  readonly share: string | null;
  readonly weighted: string | null;
  /** The row of the table that it counts by. */
  readonly source: LegalBasis | null;
}
/** A lower bound of the outcome or a notice (ZONE_HAS_NO_CATALOG). */
export interface Reason {
  readonly code: ReasonCode;
  /** Key of the catalog, for CATALOG_LAPSED and REGISTER_INCOMPLETE. */
  readonly catalog: string | null;
  /** Key of the fact, for REGISTER_INCOMPLETE. */
  readonly fact: string | null;
  /** As of a finding; a notice never is. */
  readonly decisive: boolean;
}
/** A slip that is likely, or how something was read that can be read in several ways. */
export interface Notice {
  readonly code: NoticeCode;
  /** Where in the input. */
  readonly path: readonly string[];
  /** The value that it is about, as it was stated. */
  readonly value: string;
  /** What it was read as, where it was read as something else; empty otherwise. */
  readonly readAs: readonly string[];
}
export interface VersionRef {
  readonly catalog: string;
  readonly number: number;
  readonly contentHash: string;
}
export interface Finding {
  readonly catalog: string;
  readonly version: number;
  readonly level: JurisdictionLevel;
  readonly entry: Entry;
  /** 1-based place in its catalog. */
  readonly position: number;
  readonly applies: Truth;
  /** The gravest effect still possible. */
  readonly effect: Effect;
  readonly discretionOpen: boolean;
  /** The gravest effect still possible if every open discretion were denied. */
  readonly effectWithoutDiscretion: Effect;
  /** The outcome would be better without it, alone or together with others (DESIGN 2.8). */
  readonly decisive: boolean;
  /** The project's code that the entry's industry scope covers or may cover; null where the entry has no scope. */
  readonly industry: string | null;
  readonly exceptions: readonly ExceptionFinding[];
  readonly requirements: readonly { readonly key: string; readonly met: Truth }[];
  /** The facts that the entry tests, as they were read. */
  readonly because: readonly FactReading[];
}
export interface ExceptionFinding {
  readonly key: string;
  readonly holds: Truth;
  /** What an officer has decided of a discretionary exception; null where nobody has, or need not. */
  readonly confirmed: boolean | null;
}
export interface FactReading {
  readonly key: string;
  readonly known: boolean;
  /** As the project states it, or as the register has it; null where unknown. */
  readonly value: unknown;
}
export interface MissingFact {
  readonly fact: FactDefinition;
  /** The entries whose applicability or effect changes with it. */
  readonly neededBy: readonly EntryRef[];
  /** What it can be, where that is a short closed list: options, areas, class codes. */
  readonly candidates: readonly string[];
  /** What is missing in rows of a list that is stated; empty where all of it is. */
  readonly rows: readonly MissingRow[];
}
/** A field that is missing in a row of a list. */
export interface MissingRow {
  readonly path: readonly string[];
  /** What the row is called, as it was stated. */
  readonly name: string;
  /** The unit in which an amount of a product is asked for. */
  readonly unit?: string | null;
  /** The product terms that matter, where it is asked what a product is. */
  readonly terms?: readonly string[];
  /** Those of table 1 of GB 18218-2018 that the substance has, where its specification is asked for. */
  readonly specifications?: readonly Text[];
}
export interface EntryRef {
  readonly catalog: string;
  readonly entry: string;
}
