/**
 * One full set of facts: every fact that some entry tests has a value. Numbers are thousandths, so that sums and
 * comparisons of the decimals used in tests are exact in a double.
 */
export type CompletedFacts = Record<string, FactContent>;

export type FactContent =
  | number
  | boolean
  | string
  /** No earlier approval; no areas, in a zone that has none. */
  | null
  | readonly string[]
  | readonly number[]
  | readonly InventoryLine[]
  | readonly ProductLine[];

export interface InventoryLine {
  readonly cas: string;
  /** Null where the line has the project's activities. */
  readonly activities: readonly string[] | null;
  readonly amount: number;
  /** Mass fraction in thousandths of a percent. */
  readonly fraction: number;
}
export interface ProductLine {
  /** All the terms that it is, as far as they are tested. */
  readonly is: readonly string[];
  /** By unit. */
  readonly amounts: Readonly<Record<string, ProductAmount>>;
}
export interface ProductAmount {
  /** The capacity of every line. */
  readonly lines: readonly number[];
  readonly added: number;
}

/** A decimal as thousandths. */
export function thousandths(decimal: string | number): number {
  const scaled = Math.round(Number(decimal) * 1000);
  if (Math.abs(scaled / 1000 - Number(decimal)) > 1e-9)
    throw new Error(`the oracle reads three decimals only, not ${decimal}`);
  return scaled;
}
