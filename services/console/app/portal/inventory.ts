import type { ChemicalInput, ProductInput } from '../generated/queries.ts';

// INVARIANT: the list that is confirmed is complete, so no row in which anything was said is left out of it. One without
// a name is refused by the API, which says so.

export const filledChemicals = (rows: readonly ChemicalInput[]): readonly ChemicalInput[] =>
  rows.filter((row) => Object.values(row).some(isSaid));

export const filledProducts = (rows: readonly ProductInput[]): readonly ProductInput[] =>
  // A unit stands in every row from the beginning.
  rows.filter(({ unit: _, ...row }) => Object.values(row).some(isSaid));

/** What a product is with a term ticked or no more; with none ticked it is unknown: that it is none of them is said by itself. */
export function termsWith(is: ProductInput['is'], term: string, ticked: boolean): readonly string[] | null {
  const others = (is ?? []).filter((one) => one !== term);
  const terms = ticked ? [...others, term] : others;
  return terms.length > 0 ? terms : null;
}

const isSaid = (value: unknown): boolean => (typeof value === 'string' ? value.trim() !== '' : value != null);
