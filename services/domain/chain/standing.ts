import { sayFrom } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import type { Revision } from './revision.ts';
import type { Seal } from './seal.ts';

/** How far a receipt is fixed (回执固定情况). */
export type ReceiptStanding =
  /** Recorded, and not linked yet. */
  | { readonly state: 'PENDING' }
  /** Linked, and not sealed yet. */
  | { readonly state: 'LINKED'; readonly link: Revision }
  | { readonly state: 'SEALED'; readonly link: Revision; readonly seal: Seal }
  /** The link has another receipt: the record was changed since. */
  | { readonly state: 'CHANGED'; readonly link: Revision };

export function standingText(standing: ReceiptStanding, locale: Locale): string {
  const link = 'link' in standing ? standing.link.seq : 0;
  const seal = 'seal' in standing ? standing.seal.statement.number : 0;
  return sayIn(locale)(standing.state, { link, seal });
}

const sayIn = sayFrom({
  PENDING: {
    zh: '已记录，尚未入链：此前仅凭系统存储的记录，其删改尚无法凭链发现。',
    en: 'It is recorded and not linked yet: until then nothing but the stored record says so.',
  },
  LINKED: {
    zh: '已列入园区决定链第 {link} 条，尚未签封。',
    en: 'It is in link {link} of the chain of its zone, which is not sealed yet.',
  },
  SEALED: {
    zh: '已列入园区决定链第 {link} 条，由第 {seal} 号签封固定；可凭回执证明和公钥独立核对。',
    en: 'It is in link {link} of the chain of its zone, which seal {seal} covers: its proof can be verified with the public key alone.',
  },
  CHANGED: {
    zh: '该记录与园区决定链第 {link} 条所列的回执不符：作出之后被改动，请立即报告，并以当事人持有的回执证明为准。',
    en: 'This record does not have the receipt that link {link} of the chain of its zone has for it: it was changed after it was made. Report it at once, and go by the proof that was handed out.',
  },
});
