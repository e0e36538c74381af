/** Facts that travel with their unit; the first unit is that of the fact. */
const MONEY = ['万元', '亿元', '元'];
const UNITS: Readonly<Record<string, readonly string[]>> = {
  totalInvestment: MONEY,
  investmentExcludingLand: MONEY,
  fixedAssetInvestment: MONEY,
  equipmentInvestment: MONEY,
  landArea: ['亩', '公顷', '平方米'],
};

/** In what a number may be stated: the usual units of built-in facts, else that of the fact alone. */
export const unitsOf = (key: string, unit: string | null): readonly string[] =>
  UNITS[key] ?? (unit === null ? [] : [unit]);

/** The amount as it travels. Land has no unit of itself; everything else goes without where it is that of the fact. */
export const amountIn = (key: string, number: string, unit: string | undefined): unknown =>
  UNITS[key] && unit !== undefined && (key === 'landArea' || unit !== UNITS[key][0])
    ? { number, unit }
    : number;

export function readAmount(value: unknown): { readonly number: string; readonly unit?: string } {
  if (value === undefined || value === null) return { number: '' };
  if (typeof value === 'object') return value as { number: string; unit?: string };
  return { number: String(value) };
}

/**
 * Digits as people type them: full width, with blanks or commas between the thousands. Any other comma stays, and is
 * refused: `1,5` is no 15, and `120,80` not one number.
 */
export const digits = (typed: string): string =>
  typed
    .normalize('NFKC')
    .trim()
    .replace(/^-?\d{1,3}(?:[,\s]\d{3})+(?=\.|$)/, (whole) => whole.replace(/[,\s]/g, ''));
