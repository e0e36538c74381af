/** GB 32100-2015: digits and capital letters without I, O, S, V and Z; a character's place is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = new RegExp(`^[${ALPHABET}]{18}$`);
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Whether a text is a unified social credit code (统一社会信用代码): 18 characters, the last one checks the others. */
export function isCreditCode(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * ALPHABET.indexOf(text[place]!), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] === text[17];
}
