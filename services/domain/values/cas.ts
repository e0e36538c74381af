import { memoizeText } from './memoize.ts';

/**
 * Whether a text is a CAS number (CAS 号): two to seven digits, two digits and a check digit.
 * The digits before the check digit are weighted 1, 2, 3, … from the right; their sum modulo 10 is the check digit.
 */
export const isCas: (text: string) => boolean = memoizeText((text) => {
  if (!/^[1-9]\d{1,6}-\d\d-\d$/.test(text)) return false;
  const digits = text.replaceAll('-', '');
  let sum = 0;
  for (let weight = 1; weight < digits.length; weight++) sum += weight * Number(digits.at(-1 - weight));
  return sum % 10 === Number(digits.at(-1));
});

/** The CAS number whose hyphens a table has dropped: 7782505 is 7782-50-5. None begins with 0, so nothing is lost. */
export const casOfNumber = (number: number): string =>
  String(number).replace(/^(\d+)(\d\d)(\d)$/, '$1-$2-$3');
