import type { Bounds } from '../values/interval.ts';
import type { Text } from '../values/text.ts';
import type { FactSubject } from '../vocabulary.ts';

export const FACT_TYPES = ['NUMBER', 'FLAG', 'CHOICE', 'SET', 'DATE'] as const;
export type FactType = (typeof FACT_TYPES)[number];

/** What a fact is called, what it may be, and how one asks for it. */
export interface FactDefinition {
  /** A built-in key, or in a catalog `<catalog key>.<name>`. */
  readonly key: string;
  readonly type: FactType;
  readonly about: FactSubject;
  readonly unit?: string | null;
  /** NUMBER only: whole numbers only. */
  readonly integer?: boolean | null;
  /** NUMBER only: a complete list of values, each its own (炉容、锅炉吨位); a test holds if some value satisfies it. */
  readonly many?: boolean | null;
  /** NUMBER only: the quotient of two others, never stated or asked for itself. */
  readonly ratio?: Ratio | null;
  /** CHOICE and SET only: exactly these. */
  readonly options?: readonly string[] | null;
  readonly name: Text;
  readonly question: Text;
}

/** Keys of two numbers of the project that are stated, each in its own unit. */
export interface Ratio {
  readonly numerator: string;
  readonly denominator: string;
}

/** A named list of substances (化学品名单) by CAS number; key `<catalog key>.<name>` or built in. */
export interface SubstanceList {
  readonly key: string;
  readonly name: Text;
  readonly members: readonly string[];
  /** In which mass fractions some of them are members; one number may have several. All others are in any. */
  readonly fractions?: readonly MemberFraction[];
}

/** The mass fraction (质量分数) with which a member is one, in percent. */
export interface MemberFraction {
  readonly cas: string;
  readonly fraction: Bounds;
}

/** Exactly one of the fields is given. */
export interface FactValue {
  readonly number?: string | number | null;
  readonly numbers?: readonly (string | number)[] | null;
  readonly flag?: boolean | null;
  readonly choice?: string | null;
  readonly set?: readonly string[] | null;
  readonly date?: string | null;
}
export interface DeclaredFact {
  readonly key: string;
  readonly value: FactValue;
}

/** As a project states it. */
export interface StatedFact extends DeclaredFact {
  /** Of a number: that of the fact where not given. */
  readonly unit?: string | null;
}
