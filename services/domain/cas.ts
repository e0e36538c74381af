/** Whether a text is a CAS number with the right check digit: `7732-18-5`. */
export function isCas(text: string): boolean {
  const match = /^([1-9]\d{1,6})-(\d{2})-(\d)$/.exec(text);
  if (!match) return false;
  const digits = `${match[1]}${match[2]}`;
  // Counted from the right, each digit weighs its place; the sum modulo 10 is the check digit.
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * (i + 1);
  return sum % 10 === Number(match[3]);
}
