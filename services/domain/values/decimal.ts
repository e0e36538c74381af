/** An exact fraction; `d` is positive. Not reduced: comparison and the few products made of it stay small. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

const DIGITS = /^\d+$/;
const DECIMAL = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/;

/** The exact value of a decimal like `-12.50`; undefined for anything else (exponents, signs, blanks included). */
export function parseDecimal(text: string): Rational | undefined {
  // As most are written.
  if (text.length < 16 && DIGITS.test(text)) return { n: BigInt(Number(text)), d: 1n };
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole, fraction = ''] = match;
  const n = BigInt(whole! + fraction);
  return { n: sign ? -n : n, d: 10n ** BigInt(fraction.length) };
}

/**
 * Whether a JSON number is sure to be what was written. Of more than 15 digits, zeros at the end included, it may have
 * been rounded: 10^16 can have been 10^16 + 1.
 */
export const isExact = (value: number): boolean => String(value).replace(/^-?0*\.?0*|\./g, '').length <= 15;

export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  if (a.d === b.d) return a.n < b.n ? -1 : a.n > b.n ? 1 : 0;
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const add = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
export const subtract = (a: Rational, b: Rational): Rational => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });
/** INVARIANT: `b` is not zero. */
export const divide = (a: Rational, b: Rational): Rational =>
  b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: a.d * -b.n };
export const isInteger = (a: Rational): boolean => a.n % a.d === 0n;
export const fromInteger = (n: bigint | number): Rational => ({ n: BigInt(n), d: 1n });

/** The greatest integer not above. */
export function floor(a: Rational): bigint {
  const quotient = a.n / a.d;
  return a.n % a.d < 0n ? quotient - 1n : quotient;
}
/** The smallest integer not below. */
export const ceil = (a: Rational): bigint => -floor({ n: -a.n, d: a.d });

/** The same in lowest terms. */
export function reduced(a: Rational): Rational {
  let [divisor, rest] = [a.d, a.n < 0n ? -a.n : a.n];
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest];
  return { n: a.n / divisor, d: a.d / divisor };
}

/** An exact value in words: as a decimal, or as a fraction like `38/15` where none is. */
export function exactText(a: Rational): string {
  const { n, d } = reduced(a);
  return decimalText(a) ?? `${n}/${d}`;
}

/** The decimal that is this value; undefined where none of 30 digits is. */
export function decimalText(a: Rational): string | undefined {
  for (let digits = 0, scale = 1n; digits <= 30; digits++, scale *= 10n) {
    if ((a.n * scale) % a.d !== 0n) continue;
    const scaled = (a.n * scale) / a.d;
    const text = `${scaled < 0n ? -scaled : scaled}`.padStart(digits + 1, '0');
    const point = text.length - digits;
    return `${scaled < 0n ? '-' : ''}${text.slice(0, point)}${digits > 0 ? `.${text.slice(point)}` : ''}`;
  }
  return undefined;
}
