import type { Text } from '../values/text.ts';

/** What a product is called in law and trade (产品类别): 铁合金, with narrower terms 硅铁, 锰硅合金, … */
export interface ProductTerm {
  /**
   * Of a built-in term its Chinese name, of a catalog's own `<catalog key>.<name>`. A catalog that defines a term of
   * another key says more of it: a further name, aliases, narrower terms.
   */
  readonly key: string;
  readonly name: Text;
  /** Names that mean this and nothing else. */
  readonly aliases: readonly string[];
  /** Keys of the terms that are this too, and more. INVARIANT: no term is narrower than itself. */
  readonly narrower: readonly string[];
  /** The units that it is usually counted in, as laws and forms write them: 万吨/年, t/a. */
  readonly units: readonly string[];
}

/** A term with its lists in order, since their order means nothing. */
export const inOrder = (term: ProductTerm): ProductTerm => ({
  ...term,
  aliases: [...term.aliases].sort(),
  narrower: [...term.narrower].sort(),
  units: [...term.units].sort(),
});

/** A term that comes with the software. */
export interface BuiltInTerm extends ProductTerm {
  /** Names that mean this or something else: a search finds it by them, but nothing is it because it is called so. */
  readonly ambiguousNames: readonly string[];
  /** What its amount is converted to, where one must know (折100%); null elsewhere. */
  readonly basis: string | null;
  /** Classes of GB/T 4754-2017 that make it, the likeliest first. */
  readonly industries: readonly string[];
  /** Whether the first class is certain. */
  readonly industryCertain: boolean;
}

/** The built-in terms. */
export interface BuiltInTerms {
  all(): readonly BuiltInTerm[];
  get(key: string): BuiltInTerm | undefined;
  /** The terms that name a term among their narrower ones. */
  above(key: string): readonly BuiltInTerm[];
}
