import type { MajorHazard, MissingRow, Notice } from '../assessment/assessment.ts';
import type { Test } from '../condition/tests.ts';
import type { MajorHazardLevel } from '../facts/dictionary.ts';
import type { FactDefinition } from '../facts/fact.ts';
import type { Classification } from '../facts/industry.ts';
import type { SubstanceMembers } from '../facts/members-of.ts';
import type { Rational } from '../values/decimal.ts';
import type { Interval } from '../values/interval.ts';
import type { Day } from '../vocabulary.ts';

/**
 * The facts of one project and its zone, checked: a value, or nothing where it is unknown.
 *
 * INVARIANT: what is here lies in its domain; an absent key of a PROJECT fact means unknown, never "no".
 */
export interface Facts {
  readonly on: Day;
  readonly industries: readonly ProjectIndustry[] | null;
  /** Mask over ACTIVITIES, never 0. */
  readonly activities: number | null;
  /** Ids of the areas of the zone in which the project lies, never empty; null in a zone that has none. */
  readonly areas: readonly string[] | null;
  readonly zoneCode: string;
  /** Ids of the areas that the zone has on the day. */
  readonly zoneAreas: readonly string[];
  /** Ids of the zone and its ancestors. */
  readonly lineage: ReadonlySet<string>;
  /** `none`, or the day. */
  readonly earlierApproval: Day | 'none' | null;
  readonly numbers: ReadonlyMap<string, Rational>;
  /** Every value of a number of which there are several. */
  readonly many: ReadonlyMap<string, readonly Rational[]>;
  /** Choices, and flags as `true` and `false`. */
  readonly choices: ReadonlyMap<string, string>;
  readonly sets: ReadonlyMap<string, ReadonlySet<string>>;
  readonly dates: ReadonlyMap<string, Day>;
  /** By CAS number; what has none by its name as `withoutCas` has it. */
  readonly chemicals: ReadonlyMap<string, readonly ChemicalLine[]> | null;
  /** Lines of the inventory whose names nobody knows: each may be any substance. */
  readonly openChemicals: readonly OpenChemical[];
  /** What the inventory says of the level of the major hazard source; null where there is none to compute it from. */
  readonly majorHazard: HazardReading | null;
  readonly products: readonly ProductRow[] | null;
  /** What products can be here. */
  readonly terms: ProductKinds;
  readonly confirmations: ReadonlyMap<string, boolean>;
  /** Every fact that can be tested here, built in or defined by a catalog in force. */
  readonly definitions: ReadonlyMap<string, FactDefinition>;
  /** ZONE facts that a catalog defines and the register does not state. */
  readonly unstated: ReadonlySet<string>;
  /** Members of each substance list that can be tested here. */
  readonly lists: ReadonlyMap<string, SubstanceMembers>;
  /** What is to be said of how the project was read. */
  readonly notices: readonly Notice[];
  readonly classification: Classification;
}
/** Facts in the making. */
export type MutableFacts = Omit<{ -readonly [Key in keyof Facts]: Facts[Key] }, Values> & {
  readonly [Kind in Values]: Facts[Kind] extends ReadonlyMap<string, infer Value>
    ? Map<string, Value>
    : never;
};
type Values = 'numbers' | 'many' | 'choices' | 'sets' | 'dates';

/** A code of the project and the classes it may stand for. */
export interface ProjectIndustry {
  readonly code: string;
  readonly classes: readonly string[];
}
export interface ChemicalLine {
  /** Mask over ACTIVITIES; null: those of the project. */
  readonly activities: number | null;
  readonly tonnes: Rational | null;
  /** Mass fraction in percent, above 0 and at most 100. */
  readonly fraction: Rational | null;
  /** What decides by which row of GB 18218-2018 it counts; unset: unknown. */
  readonly specification?: string | null;
  readonly hazardClasses?: readonly string[] | null;
  /** Where it stands in a project; absent where none states it. */
  readonly row?: ChemicalRow;
}
/** What an inventory says of the level of the major hazard source that it forms (GB 18218-2018). */
export interface HazardReading {
  /** The levels that it can be; one where it is computed. */
  readonly levels: readonly MajorHazardLevel[];
  /** The unknown facts on which it hangs: the inventory, the exposed persons. */
  readonly asks: readonly string[];
  /** What the inventory lacks for it. */
  readonly rows: readonly MissingRow[];
  /** The level by the exposed persons, where it hangs on them alone. */
  readonly byPersons: readonly { readonly persons: Interval; readonly level: MajorHazardLevel }[];
  /** Worked out when asked: most assessments do not turn on it. */
  readonly working: () => MajorHazard;
}
export interface ChemicalRow {
  readonly path: readonly string[];
  readonly name: string;
}
export interface OpenChemical extends ChemicalLine {
  readonly row: ChemicalRow;
}
/** The product terms that are tested, and what is a kind of what. */
export interface ProductKinds {
  /** The term that a test of a catalog in force means, as that catalog reads it. */
  tested(test: Test & { readonly kind: 'product' }): string;
  /** A term and all that it is a kind of. */
  upwards(term: string): ReadonlySet<string>;
  /** Its key, or the name that a test gave it. */
  nameOf(term: string): string;
}
export interface ProductRow {
  /** As it was stated. */
  readonly name: string;
  /** Where it stands in a project; absent where none states it. */
  readonly path?: readonly string[];
  /** What it surely is, broader terms included. */
  readonly is: ReadonlySet<string>;
  /** What else of all that is tested it may be: a name that nobody knows anything, a known one kinds of what it says. */
  readonly mayBe: ReadonlySet<string>;
  /** Number of lines. */
  readonly lines: Rational | null;
  /** By dimension. */
  readonly amounts: ReadonlyMap<string, ProductAmount>;
}
/** In the base unit of its dimension. */
export interface ProductAmount {
  /** The unit in which it was stated. */
  readonly unit: string;
  readonly capacity: Rational | null;
  readonly added: Rational | null;
  /** The capacity of every line; null where they are not all known. */
  readonly perLine: readonly Rational[] | null;
}

export const confirmationKey = (catalog: string, entry: string, exception: string): string =>
  JSON.stringify([catalog, entry, exception]);
