/**
 * Whether a text has the form of a national project code (项目代码): time, division, industry, kind, serial number.
 * The time is year and month, `2603-141124-89-05-346948`, or in older codes the year, `2020-451421-88-03-016343`.
 */
export function isProjectCode(text: string): boolean {
  return YEAR_AND_MONTH.test(text) || YEAR.test(text);
}

/**
 * Whether the check digit of a project code looks mistyped: a warning, never a reason to refuse.
 *
 * That the last digit checks the others (ISO 7064 MOD 11,10) is inferred from known codes, not published.
 * Older codes have no known check digit.
 */
export function projectCodeLooksMistyped(text: string): boolean {
  if (!YEAR_AND_MONTH.test(text)) return false;
  const digits = text.replaceAll('-', '');
  return checkDigit(digits.slice(0, -1)) !== Number(digits.at(-1));
}

const REST = '-\\d{6}-\\d\\d-\\d\\d-\\d{6}$';
const YEAR_AND_MONTH = new RegExp(`^\\d\\d(?:0[1-9]|1[0-2])${REST}`);
// Project codes began in the 2010s, so 2001 to 2012 are months of 2020 and no year is ambiguous.
const YEAR = new RegExp(`^20(?:1[3-9]|[2-9]\\d)${REST}`);

/** ISO 7064 MOD 11,10 (hybrid system). */
function checkDigit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10;
}
