import { sayFrom } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import type { LegalBasis } from '../vocabulary.ts';

/** A legal basis (法律依据) as one cites it: 《办法》（〔2021〕220号）第十条. */
export function basisText({ document, number, article }: LegalBasis, locale: Locale): string {
  const say = sayIn(locale);
  return [
    /^[《“]/.test(document) ? document : say('DOCUMENT', { document }),
    number ? say('NUMBER', { number }) : '',
    article ? say('ARTICLE', { article }) : '',
  ].join('');
}

const sayIn = sayFrom({
  DOCUMENT: { zh: '《{document}》', en: '{document}' },
  NUMBER: { zh: '（{number}）', en: ' ({number})' },
  ARTICLE: { zh: '{article}', en: ', {article}' },
});
