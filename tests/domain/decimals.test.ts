import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountsWhere } from '../../services/domain/solver/simplex.ts';
import type { Rational } from '../../services/domain/values/decimal.ts';
import { add, compare, decimalText, parseDecimal, ZERO } from '../../services/domain/values/decimal.ts';
import { contains, decimalWithin, intervalOf } from '../../services/domain/values/interval.ts';

const hundredths = fc.integer({ min: 0, max: 2_000 }).map((number) => `${number / 100}`);

describe('a decimal', () => {
  it('is written so that it reads back as the same value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.nat({ max: 12 }), (n, digits) => {
        const value = { n, d: 10n ** BigInt(digits) };
        expect(compare(parseDecimal(decimalText(value)!)!, value)).toBe(0);
      }),
    );
    expect(decimalText({ n: -5n, d: 4n })).toBe('-1.25');
    expect(decimalText({ n: 1n, d: 3n })).toBeUndefined();
  });

  it('is found in every interval that holds one, the roundest there', () => {
    const within = (bounds: object) => {
      const found = decimalWithin(intervalOf(bounds)!);
      return found && decimalText(found);
    };
    expect(within({})).toBe('0');
    expect(within({ moreThan: '0' })).toBe('1');
    expect(within({ moreThan: '2', lessThan: '3' })).toBe('2.1');
    expect(within({ atLeast: '2.25', lessThan: '2.3' })).toBe('2.25');
    expect(within({ atLeast: '280', atMost: '280' })).toBe('280');
    expect(within({ moreThan: '3', lessThan: '3' })).toBeUndefined();
    fc.assert(
      fc.property(hundredths, hundredths, fc.boolean(), fc.boolean(), (low, high, lowClosed, highClosed) => {
        const interval = intervalOf({
          [lowClosed ? 'atLeast' : 'moreThan']: low,
          [highClosed ? 'atMost' : 'lessThan']: high,
        })!;
        const found = decimalWithin(interval);
        const order = Number(low) - Number(high);
        expect(found !== undefined).toBe(order < 0 || (order === 0 && lowClosed && highClosed));
        if (found) expect(contains(interval, found)).toBe(true);
      }),
    );
  });
});

describe('amounts that keep bounds', () => {
  it('keep them, where there are any', () => {
    const bound = fc.record({
      slots: fc.bigInt({ min: 1n, max: 7n }),
      threshold: hundredths.map((text) => parseDecimal(text)!),
      above: fc.boolean(),
    });
    let found = 0;
    fc.assert(
      fc.property(fc.array(bound, { minLength: 1, maxLength: 4 }), (bounds) => {
        const amounts = amountsWhere(3, bounds);
        if (!amounts) return;
        found++;
        for (const amount of amounts) expect(compare(amount, ZERO)).toBeGreaterThanOrEqual(0);
        for (const { slots, threshold, above } of bounds) {
          const sum = amounts.reduce<Rational>(
            (total, amount, slot) => (slots & (1n << BigInt(slot)) ? add(total, amount) : total),
            ZERO,
          );
          expect(compare(sum, threshold) > 0).toBe(above);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(found).toBeGreaterThan(300);
  });
});
