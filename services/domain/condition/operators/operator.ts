import type * as z from 'zod';
import type { TestedAs } from '../../facts/dictionary.ts';
import type { Bounds } from '../../values/interval.ts';
import type { Asked, Period, TestKind } from '../condition.ts';
import type { Expression, Test } from '../tests.ts';
import type { Words } from './words.ts';

/** All that has to be known of an operator of conditions (DESIGN 2.3). */
export interface Operator<Kind extends TestKind> {
  /** Which facts it tests. */
  readonly tests: TestedAs;
  /** The form of its input. */
  readonly shape: z.ZodType<Asked[Kind]>;
  /** The test as a clause that a clerk can read, without a full stop. */
  text(asked: Asked[Kind], words: Words): string;
  /** The question on which the engine decides, or several. */
  compile(asked: Asked[Kind], refuse: Refuse): Test | Expression;
  /** Whether the one can be seen to hold wherever the other holds, where the two are not the same. */
  implies(one: Asked[Kind], other: Asked[Kind]): boolean;
  /** What it takes for granted, for those who check whether that is so. */
  mentions(asked: Asked[Kind]): Mentions;
}

/** What a test mentions; in the test each lies at the field of its name unless another is given. */
export interface Mentions {
  /** Key of a fact. */
  readonly fact?: string;
  /** The unit in which a fact is tested, null for none. */
  readonly unit?: string | null;
  /** Options of the fact, and the field in which they lie. */
  readonly options?: { readonly field: string; readonly asked: readonly string[] };
  /** Industry codes; they lie where options do. */
  readonly industries?: readonly string[];
  /** Between which a number must lie. */
  readonly bounds?: Bounds;
  /** Between which a mass fraction must lie, in percent. */
  readonly fraction?: Bounds;
  /** In which a day must lie. */
  readonly period?: Period;
  /** Key of a substance list. */
  readonly list?: string;
  /** CAS number of a substance. */
  readonly cas?: string;
  /** A product, and the unit in which it is tested. */
  readonly product?: { readonly product: string; readonly unit: string };
}

/** Ends the reading of a condition that cannot be read: it must never be passed over. */
export type Refuse = (why: string) => never;

export function filled<T>(list: readonly T[], what: string, refuse: Refuse): readonly T[] {
  return Array.isArray(list) && list.length > 0 ? list : refuse(`${what} is empty`);
}
