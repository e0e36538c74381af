import type { Bounds } from '../values/interval.ts';
import type { Activity, Day, DecimalText } from '../vocabulary.ts';

/**
 * Conditions (限定条件): a closed union of `all`, `any`, `not` and tests on one fact each (DESIGN 2.3).
 * The JSON form is the form of `ConditionInput` in the public API: exactly one key an object.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | ConditionTest;

/** A condition that is one test: its operator, and what is asked of that. */
export type ConditionTest = {
  readonly [Kind in TestKind]: { readonly [Key in Kind]: Asked[Kind] };
}[TestKind];

/** The operators of tests. What each of them means stands in its file in `operators/`. */
export type TestKind = keyof Asked;

/** What a test asks, by operator. */
export interface Asked {
  readonly number: NumberTest;
  readonly flag: FlagTest;
  readonly choice: ChoiceTest;
  readonly set: SetTest;
  readonly date: DateTest;
  readonly chemical: ChemicalTest;
  readonly product: ProductTest;
}

export interface NumberTest extends Bounds {
  readonly fact: string;
  readonly unit?: string | null;
}
export interface FlagTest {
  readonly fact: string;
  readonly is: boolean;
}
export interface ChoiceTest {
  readonly fact: string;
  readonly oneOf: readonly string[];
}
/** Exactly one of the three; the last two are short for several tests and for a `not`. */
export interface SetTest {
  readonly fact: string;
  readonly includesAny?: readonly string[] | null;
  readonly includesAll?: readonly string[] | null;
  readonly includesNone?: readonly string[] | null;
}
export interface DateTest extends Period {
  readonly fact: string;
}
export interface Period {
  readonly before?: Day | null;
  readonly onOrAfter?: Day | null;
}
export type SubstanceScope =
  | { readonly cas: string }
  | { readonly list: string }
  | { readonly outsideList: string }
  | { readonly any: true };
export interface ChemicalTest {
  readonly substance: SubstanceScope;
  readonly activities?: readonly Activity[] | null;
  /** Of the mass fraction, in percent. */
  readonly fraction?: Bounds | null;
  readonly moreThan?: DecimalText | null;
}
export type CapacityOf = 'CAPACITY' | 'PER_LINE' | 'ADDED';
export interface ProductTest extends Bounds {
  readonly product: string;
  readonly unit: string;
  readonly of: CapacityOf;
}
