import type { Rational } from '../values/decimal.ts';
import type { End, Interval } from '../values/interval.ts';
import { unreachable } from '../values/unreachable.ts';
import type { Activity, Day } from '../vocabulary.ts';
import { ACTIVITIES } from '../vocabulary.ts';
import type { CapacityOf, SubstanceScope } from './condition.ts';

/**
 * The atoms of decision: one question each about one fact. A catalog is compiled into trees of these, so that a
 * project is decided without looking at the catalog's text again.
 */
export type Test =
  | { readonly kind: 'number'; readonly fact: string; readonly interval: Interval }
  /** Choices, flags (`true`, `false`), and what the register says of the zone. */
  | { readonly kind: 'choice'; readonly fact: string; readonly oneOf: ReadonlySet<string> }
  | { readonly kind: 'set'; readonly fact: string; readonly any: ReadonlySet<string> }
  /** `from` ≤ the day < `before`, as far as they are given. */
  | { readonly kind: 'date'; readonly fact: string; readonly from: Day | null; readonly before: Day | null }
  /** The project was first approved before this day. */
  | { readonly kind: 'approvedBefore'; readonly before: Day }
  /** Some industry of the project is in the scope. */
  | { readonly kind: 'industry'; readonly scope: Scope }
  /** Some activity of the project is among these; a mask over ACTIVITIES. */
  | { readonly kind: 'activity'; readonly mask: number }
  /** Some place of the project is in one of these jurisdictions or areas, all where there is none, and not left out. */
  | {
      readonly kind: 'territory';
      readonly include: ReadonlySet<string>;
      readonly except: ReadonlySet<string>;
    }
  | {
      readonly kind: 'chemical';
      readonly substance: SubstanceScope;
      readonly mask: number;
      /** Mass fractions in percent; null: any. */
      readonly fraction: Interval | null;
      readonly moreThan: Rational | null;
    }
  | {
      readonly kind: 'product';
      readonly product: string;
      readonly unit: string;
      readonly dimension: string;
      readonly of: CapacityOf;
      /** In the base unit of the dimension; null: makes it at all. */
      readonly interval: Interval | null;
    };

/** Codes covered by `include` and not by `except`; empty `include` is every industry (DESIGN 2.2.1). */
export interface Scope {
  readonly include: readonly string[];
  readonly except: readonly string[];
}

/** A condition or a part of an entry over its tests. */
export type Expression =
  | { readonly kind: 'test'; readonly test: Test }
  | { readonly kind: 'not'; readonly part: Expression }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] };

/** The key of the fact that a test turns on, as it stands in the dictionary. */
export function factOf(test: Test): string {
  switch (test.kind) {
    case 'number':
    case 'choice':
    case 'set':
    case 'date':
      return test.fact;
    case 'approvedBefore':
      return 'earlierApproval';
    case 'industry':
      return 'industries';
    case 'activity':
      return 'activities';
    case 'territory':
      return 'areas';
    case 'chemical':
      return 'chemicals';
    case 'product':
      return 'products';
    default:
      return unreachable(test);
  }
}

/** The same for tests that ask the same. */
export function testKey(test: Test): string {
  switch (test.kind) {
    case 'number':
      return JSON.stringify([test.kind, test.fact, intervalKey(test.interval)]);
    case 'choice':
      return JSON.stringify([test.kind, test.fact, ...[...test.oneOf].sort()]);
    case 'set':
      return JSON.stringify([test.kind, test.fact, ...[...test.any].sort()]);
    case 'date':
      return JSON.stringify([test.kind, test.fact, test.from, test.before]);
    case 'approvedBefore':
      return `${test.kind} ${test.before}`;
    case 'industry':
      return JSON.stringify([test.kind, test.scope.include, test.scope.except]);
    case 'activity':
      return `${test.kind} ${test.mask}`;
    case 'territory':
      return JSON.stringify([test.kind, [...test.include].sort(), [...test.except].sort()]);
    case 'chemical': {
      const { kind, substance, mask, fraction, moreThan } = test;
      return JSON.stringify([
        kind,
        substance,
        mask,
        fraction && intervalKey(fraction),
        moreThan && rationalKey(moreThan),
      ]);
    }
    case 'product': {
      const { kind, product, unit, dimension, of, interval } = test;
      return JSON.stringify([kind, product, unit, dimension, of, interval && intervalKey(interval)]);
    }
    default:
      return unreachable(test);
  }
}
const intervalKey = ({ low, high }: Interval): string => `${endKey(low)},${endKey(high)}`;
const endKey = (end: End | undefined): string =>
  end ? `${rationalKey(end.at)}${end.closed ? ' closed' : ''}` : '';
const rationalKey = ({ n, d }: Rational): string => `${n}/${d}`;

/** Every test in it, in its order, behind those gathered so far. */
export function testsOf(expression: Expression, tests: Test[] = []): Test[] {
  switch (expression.kind) {
    case 'test':
      tests.push(expression.test);
      return tests;
    case 'not':
      return testsOf(expression.part, tests);
    case 'and':
    case 'or':
      for (const part of expression.parts) testsOf(part, tests);
      return tests;
    default:
      return unreachable(expression);
  }
}

/** The same expression over other tests. */
export function withTests(expression: Expression, other: (test: Test) => Test): Expression {
  switch (expression.kind) {
    case 'test':
      return { kind: 'test', test: other(expression.test) };
    case 'not':
      return { kind: 'not', part: withTests(expression.part, other) };
    case 'and':
    case 'or':
      return { kind: expression.kind, parts: expression.parts.map((part) => withTests(part, other)) };
    default:
      return unreachable(expression);
  }
}

export const TRUE_EXPRESSION: Expression = { kind: 'and', parts: [] };
export const NEVER: Expression = { kind: 'or', parts: [] };

export const isExpression = (read: Test | Expression): read is Expression =>
  read.kind === 'test' || read.kind === 'not' || read.kind === 'and' || read.kind === 'or';
export const asExpression = (test: Test): Expression => ({ kind: 'test', test });
/** One conjunction, without others inside it: it is read again and again. */
export const all = (parts: readonly Expression[]): Expression => ({
  kind: 'and',
  parts: parts.flatMap((part) => (part.kind === 'and' ? part.parts : [part])),
});
export const some = (parts: readonly Expression[]): Expression => ({ kind: 'or', parts });
export const none = (part: Expression): Expression => ({ kind: 'not', part });

export const activityMask = (activities: readonly Activity[]): number =>
  activities.reduce((mask, activity) => mask | (1 << ACTIVITIES.indexOf(activity)), 0);
/** The mask of all of them. */
export const ALL_ACTIVITIES = (1 << ACTIVITIES.length) - 1;
