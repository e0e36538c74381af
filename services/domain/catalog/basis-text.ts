import type { Locale } from '../values/text.ts';
import type { LegalBasis } from '../vocabulary.ts';

/** A legal basis (法律依据) as one cites it: 《办法》（〔2021〕220号）第十条. */
export function basisText({ document, number, article }: LegalBasis, locale: Locale): string {
  const zh = locale === 'zh';
  const name = /^[《“]/.test(document) || !zh ? document : `《${document}》`;
  return [
    name,
    number ? (zh ? `（${number}）` : ` (${number})`) : '',
    article ? (zh ? article : `, ${article}`) : '',
  ].join('');
}
