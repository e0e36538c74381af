import { memoizeText } from '../values/memoize.ts';
import { simplified } from './simplified.ts';

/** Names of products are compared in simplified characters, without regard to width, case, blanks and punctuation. */
export const productName: (name: string) => string = memoizeText((name) =>
  simplified(name.normalize('NFKC'))
    .replace(/[\p{C}\p{P}\p{Z}\s]/gu, '')
    .toLowerCase(),
);

/** The names by which a written name can be known: of `铁合金（硅铁）` itself, 铁合金 and 硅铁. */
export const productNames: (written: string) => readonly string[] = memoizeText((written) =>
  [
    ...new Set([written, ...written.normalize('NFKC').split(/[()[\]{}【】〔〕《》]/u)].map(productName)),
  ].filter((name) => name !== ''),
);

/** Units are compared without width and blanks, but for case: mg is not Mg. */
export const unitName: (unit: string) => string = memoizeText((unit) =>
  unit.normalize('NFKC').replace(/[\p{Cf}\s]/gu, ''),
);
