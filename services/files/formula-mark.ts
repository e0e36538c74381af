/**
 * A text that no spreadsheet program takes for a formula, also where it is copied or saved as CSV. The reader takes the
 * mark off again.
 */
export const withoutFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
