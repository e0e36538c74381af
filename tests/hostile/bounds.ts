import * as fc from 'fast-check';
import { reference } from '../../services/data/reference.ts';

/** A value at or beyond a bound, and what the rules say of it: nothing, or the code of its fault. */
export interface AtBound<T = unknown> {
  readonly value: T;
  readonly fault: string | null;
}

// The rules are written down once more here, from the standards and DESIGN 2.3, not from the code that checks them.

const fits = <T>(value: T): AtBound<T> => ({ value, fault: null });
const failing =
  (fault: string) =>
  <T>(value: T): AtBound<T> => ({ value, fault });
const mixed = (good: fc.Arbitrary<unknown>, bad: fc.Arbitrary<AtBound>): fc.Arbitrary<AtBound> =>
  fc.oneof({ weight: 1, arbitrary: good.map(fits) }, { weight: 1, arbitrary: bad });
const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(9), { minLength: least, maxLength: most }).map((list) => list.join(''));

const wholeAndFraction = fc
  .tuple(digits(1, 30), fc.option(digits(1, 30)))
  .map(([whole, fraction]) => (fraction === null ? whole : `${whole}.${fraction}`));
const NO_NUMBERS = [
  '',
  ' 1',
  '1 ',
  '+1',
  '.5',
  '5.',
  '1e5',
  '1E-2',
  '1,000',
  'NaN',
  'Infinity',
  '0x10',
  '１２',
  '1_000',
  '一',
  '--1',
];
const noNumber = fc.oneof(
  oneOf(...NO_NUMBERS),
  digits(31, 60),
  digits(31, 60).map((fraction) => `1.${fraction}`),
  // More significant digits than a JSON number carries.
  oneOf(0.1234567890123456, 1234567890.1234567, 1e21, 5e-7, 2 ** 53 + 2, 1.7976931348623157e308),
);
const shortNumber = oneOf(0, 1, 0.5, 99.99, 123_456_789_012_345, 0.00012345678901234, 1e14);

/** A decimal from 0 on. */
export const decimal = mixed(
  fc.oneof(
    wholeAndFraction,
    shortNumber,
    oneOf('0', '0.0', '0'.repeat(30), `${'9'.repeat(30)}.${'9'.repeat(30)}`),
  ),
  fc.oneof(
    noNumber.map(failing('INVALID_NUMBER')),
    oneOf<unknown>('-1', `-0.${'0'.repeat(29)}1`, -1, -0.5).map(failing('OUT_OF_RANGE')),
  ),
);
/** A decimal above 0. */
export const positive = mixed(
  oneOf<unknown>(`0.${'0'.repeat(29)}1`, '1', 0.001, '9'.repeat(30)),
  fc.oneof(
    noNumber.map(failing('INVALID_NUMBER')),
    oneOf<unknown>(0, '0', '0.000', '-1').map(failing('OUT_OF_RANGE')),
  ),
);
/** A whole number from 0 on, or from 1. */
export const whole = (least: 0 | 1): fc.Arbitrary<AtBound> =>
  mixed(
    oneOf<unknown>('1', '2.0', 12, '9'.repeat(30)),
    fc.oneof(
      noNumber.map(failing('INVALID_NUMBER')),
      oneOf<unknown>('0.5', 1.5, '-1', ...(least === 1 ? [0, '0'] : [])).map(failing('OUT_OF_RANGE')),
    ),
  );
/** As text of a bound in a catalog: below 0 too. */
export const bound = mixed(
  fc.oneof(wholeAndFraction, oneOf<unknown>('-1', -0.5, 12.25)),
  noNumber.map(failing('INVALID_NUMBER')),
);
/** An amount in a catalog. */
export const amount = mixed(
  wholeAndFraction,
  fc.oneof(noNumber.map(failing('INVALID_NUMBER')), oneOf('-1', '-0.1').map(failing('NEGATIVE_AMOUNT'))),
);

const two = (number: number): string => String(number).padStart(2, '0');
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const monthOf = (least: number, most: number) =>
  fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 1, max: 12 }));
const lastDays = (least: number, most: number): fc.Arbitrary<string> =>
  monthOf(least, most).map(([year, month]) => `${year}-${two(month)}-${two(daysIn(year, month))}`);
const noDay = fc.oneof(
  monthOf(1000, 9999).map(([year, month]) => `${year}-${two(month)}-${two(daysIn(year, month) + 1)}`),
  oneOf(
    '',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '0999-12-31',
    '10000-01-01',
    '26-01-01',
    '2026-1-1',
    '2026/01/01',
    '20260101',
  ),
  oneOf(
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    '-2026-01-01',
    'today',
    '1900-02-29',
    '2100-02-29',
  ),
);
export const day = mixed(
  fc.oneof(lastDays(1000, 9999), oneOf('2000-02-29', '2024-02-29')),
  noDay.map(failing('INVALID_DATE')),
);
/** A day up to 2026-11-23. */
export const pastDay = mixed(
  fc.oneof(lastDays(1000, 2025), oneOf('2026-11-23', '2026-11-22')),
  fc.oneof(
    noDay.map(failing('INVALID_DATE')),
    oneOf('2026-11-24', '9999-12-31').map(failing('OUT_OF_RANGE')),
  ),
);

const casOf = (body: string, wrong = 0): string => {
  const sum = [...body].reverse().reduce((total, digit, place) => total + (place + 1) * Number(digit), 0);
  return `${body.slice(0, -2)}-${body.slice(-2)}-${(sum + wrong) % 10}`;
};
const casBody = fc
  .tuple(fc.integer({ min: 1, max: 9 }), digits(3, 8))
  .map(([first, rest]) => `${first}${rest}`);
export const cas = mixed(
  casBody.map((body) => casOf(body)),
  fc
    .oneof(
      fc.tuple(casBody, fc.integer({ min: 1, max: 9 })).map(([body, wrong]) => casOf(body, wrong)),
      casBody.map((body) => casOf(body).replaceAll('-', '')),
      digits(10, 12).map((body) => casOf(`1${body}`)),
      oneOf('', '0-00-0', '07782-50-5', '7782-50-5 ', '７782-50-5', 'CAS 7782-50-5', '7782–50–5', '1-00-1'),
    )
    .map(failing('INVALID_CAS')),
);

const codes = [...reference.classification.classes];
export const industry = mixed(
  oneOf(
    ...codes,
    ...codes.map((code) => code.slice(0, 3)),
    ...codes.map((code) => code.slice(0, 2)),
    'A',
    'C',
    'T',
  ).filter((code) => reference.classification.classesOf(code).length > 0),
  oneOf(
    '',
    '0',
    '00',
    '98',
    '000',
    '9999',
    'U',
    'Z',
    'AA',
    '26110',
    '-26',
    '2.6',
    '__proto__',
    'constructor',
  ).map(failing('UNKNOWN_INDUSTRY')),
);

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditOf = (body: readonly number[], wrong = 0): string => {
  // Weights of GB 32100 are the powers of 3 modulo 31.
  const sum = body.reduce((total, value, place) => total + value * Number(3n ** BigInt(place) % 31n), 0);
  return [...body, (31 - (sum % 31) + wrong) % 31].map((value) => CREDIT[value]).join('');
};
const creditBody = fc.array(fc.nat(30), { minLength: 17, maxLength: 17 });
export const creditCode = mixed(
  creditBody.map((body) => creditOf(body)),
  fc
    .oneof(
      fc.tuple(creditBody, fc.integer({ min: 1, max: 30 })).map(([body, wrong]) => creditOf(body, wrong)),
      creditBody.map((body) => creditOf(body).slice(1)),
      creditBody.map((body) => `${creditOf(body)}0`),
      oneOf('', '91350100M000100Y4I', '91350100m000100y43', '９1350100M000100Y43'),
    )
    .map(failing('INVALID_CREDIT_CODE')),
);
export const projectCode = mixed(
  fc.tuple(digits(6, 6), digits(2, 2), digits(2, 2), digits(6, 6)).map((parts) => `2603-${parts.join('-')}`),
  oneOf(
    '',
    '2603',
    '2613-141124-89-05-346948',
    '2600-141124-89-05-346948',
    '2603-141124-89-05-34694',
    '2603-141124-89-05-3469480',
    '2603 141124 89 05 346948',
    '２603-141124-89-05-346948',
    '1999-141124-89-05-346948',
  ).map(failing('INVALID_PROJECT_CODE')),
);

/** The code of an entry, of an exception or a requirement. */
export const code = mixed(
  oneOf('a', '1.10', 'A-b_c.9', 'x'.repeat(64), '-', '.', '__proto__', 'constructor'),
  oneOf('', ' ', 'a b', 'x'.repeat(65), '条目', 'a/b', 'a#b', 'a\n', '"', 'é', '１').map(
    failing('INVALID_CODE'),
  ),
);
export const url = mixed(
  oneOf('http://a', 'https://例.cn/1?x=y#z'),
  oneOf('', 'javascript:alert(1)', 'ftp://a', 'https://', 'https:// a', '//a', 'data:text/html,x').map(
    failing('INVALID_URL'),
  ),
);
