import type { Bounds } from '../values/interval.ts';
import type { Text } from '../values/text.ts';
import type { LegalBasis } from '../vocabulary.ts';
import type { SubstanceList } from './fact.ts';

/** A hazardous chemical that the reference data name. */
export interface Substance {
  /** Null for the few that a standard names without a number: 煤气, 烷基铝, 硝酸铵肥料. */
  readonly cas: string | null;
  readonly name: Text;
  /** What else it is called, in Chinese, English and as a formula. */
  readonly aliases: readonly string[];
  readonly listings: readonly Listing[];
  /** By GB 18218-2018 table 1: one, or several where the threshold depends on the specification. */
  readonly majorHazard: readonly MajorHazardThreshold[];
}

/** Where a built-in list names a substance. */
export interface Listing extends Sourced, Demand {
  /** Key of the list. */
  readonly list: string;
  /** Lists differ in what they call a substance (甲醚 and 二甲醚 are one). */
  readonly name: Text;
}

/** What a list demands of a substance that it names; nothing: it is listed whatever it is like. */
interface Demand {
  /** Bounds on its mass fraction in percent: hydrogen peroxide is an explosive precursor above 8 %. */
  readonly fraction?: Bounds;
  /** What else it must be, in the words of the list: 干的或含水＜15%. No fact of a project tells. */
  readonly condition?: string;
}

/** A substance of a list by one of its items. A number can stand with several, each with a demand of its own. */
export interface Membership extends Demand {
  readonly cas: string;
}

/** A list that comes with the software. Its members are the numbers of all memberships, whatever these demand. */
export interface BuiltInList extends SubstanceList {
  readonly memberships: readonly Membership[];
  /** What it has here of its source, and what it lacks. */
  readonly coverage: Text;
}

/** From how much on a unit with a substance is a major hazard source (重大危险源). */
export interface MajorHazardThreshold extends Sourced {
  readonly cas: readonly string[];
  readonly name: Text;
  /** What the substance must be like for this row to be its own; null where it does not matter. */
  readonly specification: Text | null;
  /** The mass fraction in percent that the specification demands, where it is one. */
  readonly fraction?: Bounds;
  /** The specification only says what is counted in, and demands nothing. */
  readonly inclusive?: boolean;
  /** The threshold quantity Q in tonnes. */
  readonly tonnes: number;
  /** The correction factor β of table 3; null for what is no toxic gas named there: then table 4 has it by class. */
  readonly factor: number | null;
}

/** A hazard class of GB 18218-2018 table 2, for substances that table 1 does not name, with β of table 4. */
export interface MajorHazardClass {
  /** J1 … J5 of acute toxicity, W1.1 … W11 of physical hazards. */
  readonly symbol: string;
  readonly class: Text;
  readonly scope: Text;
  /** The threshold quantity Q in tonnes. */
  readonly tonnes: number;
  readonly factor: number;
}

/** GB 18218-2018 as far as a level is computed by it. Its numbers are short decimals, which JSON keeps as written. */
export interface MajorHazardTables {
  readonly document: LegalBasis;
  /** Table 1. */
  readonly thresholds: readonly MajorHazardThreshold[];
  /** Tables 2 and 4. */
  readonly classes: readonly MajorHazardClass[];
  /** Table 3: β of the toxic gases by CAS number. */
  readonly toxicGases: ReadonlyMap<string, number>;
  /** Table 5: α from so many persons on, most first. */
  readonly exposure: readonly { readonly persons: number; readonly factor: number }[];
  /** Table 6: the level from this R on, the gravest first. */
  readonly levels: readonly { readonly level: string; readonly from: number }[];
}

interface Sourced {
  readonly source: LegalBasis;
  /** Whether this was compared with a second public text of the source. If not, look it up before relying on it. */
  readonly compared: boolean;
}
