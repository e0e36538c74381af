/** Names of products are compared without regard to width, case, blanks and characters that nobody sees. */
export const productName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\p{Cf}\s]/gu, '')
    .toLowerCase();
/** Units likewise, but for case: mg is not Mg. */
export const unitName = (unit: string): string => unit.normalize('NFKC').replace(/[\p{Cf}\s]/gu, '');
