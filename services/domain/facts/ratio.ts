import type { Rational } from '../values/decimal.ts';
import { divide, fromInteger, multiply, ONE } from '../values/decimal.ts';
import { memoize } from '../values/memoize.ts';
import type { Unit } from '../values/unit.ts';
import { unitOf } from '../values/unit.ts';
import type { FactDefinition, Ratio } from './fact.ts';

type Definitions = ReadonlyMap<string, FactDefinition>;

/** A ratio, and by what the quotient of its two amounts, as they are stated, is multiplied to be in its own unit. */
export interface ReadRatio extends Ratio {
  readonly scale: Rational;
  /** The first ratio of the same two numbers, whichever way it divides them: a bound on one is a bound on the other. */
  readonly same: string;
}

/** What a number is the quotient of; undefined where it is stated itself. */
export const ratioOf = (key: string, definitions: Definitions): ReadRatio | undefined =>
  ratiosIn(definitions).byKey.get(key);

/** A ratio that has a number as its denominator, so that it cannot be 0; undefined where there is none. */
export const ratioBy = (key: string, definitions: Definitions): string | undefined =>
  ratiosIn(definitions).byDenominator.get(key);

/** The facts that are stated so that a fact is known: of a ratio its two numbers. */
export const statedFor = (
  fact: Pick<FactDefinition, 'key' | 'ratio'> | undefined,
  key: string,
): readonly string[] => (fact?.ratio ? [fact.ratio.numerator, fact.ratio.denominator] : [key]);

const ratiosIn = memoize((definitions: Definitions) => {
  const byKey = new Map<string, ReadRatio>();
  const byDenominator = new Map<string, string>();
  const byNumbers = new Map<string, string>();
  for (const { key, unit, ratio } of definitions.values()) {
    if (!ratio) continue;
    const [of, by] = [ratio.numerator, ratio.denominator].map((input) => definitions.get(input)?.unit);
    const numbers = [ratio.numerator, ratio.denominator].sort().join(' ');
    const same = byNumbers.get(numbers) ?? key;
    byNumbers.set(numbers, same);
    byKey.set(key, { ...ratio, scale: scaleOf(unit, of, by) ?? ONE, same });
    byDenominator.set(ratio.denominator, key);
  }
  return { byKey, byDenominator };
});

/**
 * How many of the unit of a ratio one unit of its numerator over one of its denominator is; undefined where the unit
 * cannot be that of the quotient. Two amounts of one kind make a plain number or a share in %.
 */
export function scaleOf(
  unit: string | null | undefined,
  numerator: string | null | undefined,
  denominator: string | null | undefined,
): Rational | undefined {
  const of = measureOf(numerator);
  const by = measureOf(denominator);
  const plain = divide(of.factor, by.factor);
  if (unit == null || unit === '%') {
    if (of.dimension !== by.dimension) return undefined;
    return unit == null ? plain : multiply(plain, fromInteger(100));
  }
  if (unit === `${numerator}/${denominator}`) return ONE;
  const own = unitOf(unit);
  return own?.dimension === `${of.dimension}/${by.dimension}` ? divide(plain, own.factor) : undefined;
}

/** A unit that nobody knows measures something of its own; without one it is a plain number. */
const measureOf = (unit: string | null | undefined): Unit =>
  (unit == null ? undefined : unitOf(unit)) ?? { dimension: unit ?? '', factor: ONE };
