import { OUTCOME_LABELS } from '../messages/labels.ts';
import { sayFrom } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import type { ProvenReceipt } from './receipt-proof.ts';

/** What the proof of a decision came to, for the person whom it concerns. */
export function provenText(proven: ProvenReceipt, locale: Locale): string {
  const say = sayIn(locale);
  if (!proven.holds) return say(proven.fault);
  const { outcome, holds: _, ...said } = proven;
  return say('HOLDS', { ...said, outcome: OUTCOME_LABELS[outcome] });
}

const sayIn = sayFrom({
  HOLDS: {
    zh: '核对无误：文件所载的准入决定 {decision}（园区 {zone}，结论“{outcome}”），回执 {receipt}，于 {linkedAt} 入链，{sealedAt} 签封，此后未被改动一字。',
    en: 'Proven: decision {decision} as the file has it (zone {zone}, outcome "{outcome}"), receipt {receipt}, was linked at {linkedAt} and sealed at {sealedAt}; not a word of it was changed since.',
  },
  UNREADABLE: {
    zh: '不能证明：文件不是回执证明，或未保持发给时的原样。',
    en: 'Not proven: the file is no proof of a decision, or is not byte for byte as it was handed out.',
  },
  LINK: {
    zh: '不能证明：文件所载的决定与入链记录不符，决定或入链记录被改动。',
    en: 'Not proven: the decision is not the one that the link has; one of them was changed.',
  },
  CHAIN: {
    zh: '不能证明：入链记录与签封之间的记录前后不衔接。',
    en: 'Not proven: the links between the decision and the seal do not follow one another.',
  },
  SEAL: {
    zh: '不能证明：签封所列的链头不是文件中的链头。',
    en: 'Not proven: the seal does not cover the head that the file leads to.',
  },
  SIGNATURE: {
    zh: '不能证明：签封的签名与该公钥不符。请核对所用的公钥是否为公示的公钥。',
    en: 'Not proven: the key did not sign the seal. Check that it is the key that was made public.',
  },
});
