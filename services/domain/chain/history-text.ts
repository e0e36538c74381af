import type { ChainHead } from '../assessment/decision.ts';
import type { Locale } from '../values/text.ts';
import type { HistoryBreak } from './follow-history.ts';

/** What a verification came to, in a sentence for people who have never seen a hash chain. */
export function verificationText({ broken, head, known }: VerifiedHistory, locale: Locale): string {
  if (broken) return brokenText(broken, locale);
  const zh = locale === 'zh';
  if (!head) return zh ? '尚无修订记录，无可核对。' : 'There is no revision yet, and nothing to check.';
  const { seq, hash } = head;
  const whole = zh
    ? `修订记录完整：第 1 条至第 ${seq} 条逐条核对无误，链头为第 ${seq} 条，哈希 ${hash}。`
    : `The history is whole: every revision from 1 to ${seq} is as it was written; the head is revision ${seq} with hash ${hash}.`;
  return whole + (known === 0 ? ALONE[locale] : agreedText(known, locale));
}

export interface VerifiedHistory {
  /** Null where the history is whole. */
  readonly broken: HistoryBreak | null;
  readonly head: ChainHead | null;
  /** How many heads known from elsewhere it was held against. */
  readonly known: number;
}

function agreedText(known: number, locale: Locale): string {
  if (locale === 'zh') return `与另行留存的 ${known} 个链头一致。`;
  return known === 1
    ? ' It agrees with the one head kept elsewhere.'
    : ` It agrees with all ${known} heads kept elsewhere.`;
}

/** What a chain cannot tell by itself must not be left unsaid. */
const ALONE = {
  zh: '未与另行留存的链头比对，末尾若被整体截去或改写，仅凭本次核对无法发现。',
  en: ' It was not held against a head kept elsewhere: were its end cut off or written anew as a whole, this check alone could not tell.',
} as const;

function brokenText(broken: HistoryBreak, locale: Locale): string {
  const zh = locale === 'zh';
  const { brokenAt: n } = broken;
  switch (broken.fault) {
    case 'GAP':
      return zh
        ? `第 ${n} 条修订记录缺失，或不在其应在的位置：记录被删除、截去或调换了顺序。`
        : `Revision ${n} is missing or does not stand in its place: something was deleted, cut off or moved.`;
    case 'LINK':
      return zh
        ? `第 ${n} 条修订记录没有接续前一条：其所载“前一条哈希”与前一条不符，该记录被改动或调换。`
        : `Revision ${n} does not follow the one before: the hash that it names is not that of its predecessor, so it was changed or moved.`;
    case 'HASH':
      return zh
        ? `第 ${n} 条修订记录被改动：按其内容重新计算的哈希与其所载哈希不符。`
        : `Revision ${n} was changed: the hash worked out from what it says is not the one that it carries.`;
    case 'UNREADABLE':
      return zh
        ? `第 ${n} 条修订记录被改动：已不是本系统写入的格式，无法读取。`
        : `Revision ${n} was changed: it cannot be read as anything that the service writes.`;
    case 'FORK':
      return zh
        ? `第 ${n} 条修订记录与另行留存的链头不符（留存的哈希为 ${broken.expected}，现为 ${broken.found}）：第 ${broken.agreedUntil + 1} 条至第 ${n} 条之间的记录被改写。`
        : `Revision ${n} is not the one that a head kept elsewhere names (it had hash ${broken.expected}, it now has ${broken.found}): something from revision ${broken.agreedUntil + 1} to ${n} was written anew.`;
    case 'BLOB':
      return blobText(broken, zh);
    case 'VERSION':
      return zh
        ? `第 ${n} 条修订记录所载第 ${broken.version} 版，与发布时（或作出决定时所依据）的不同，或者未经发布程序；已发布的版本不得改动。`
        : `In revision ${n}, version ${broken.version} is not as it was published or as a decision read it, or it never went through publication; a published version never changes.`;
    case 'CONTENT':
      return zh
        ? `第 ${n} 条修订记录发布的第 ${broken.version} 版，其内容缺失或与内容哈希不符。`
        : `What version ${broken.version}, published by revision ${n}, says is missing or does not have its content hash.`;
  }
}

function blobText(
  { brokenAt: n, of, why, hash }: Extract<HistoryBreak, { readonly fault: 'BLOB' }>,
  zh: boolean,
): string {
  const what = WHAT[of][zh ? 'zh' : 'en'];
  if (why === 'MISSING')
    return zh
      ? `第 ${n} 条修订记录的${what}缺失（哈希 ${hash}）。`
      : `The ${what} of revision ${n} is missing (hash ${hash}).`;
  return zh
    ? `第 ${n} 条修订记录的${what}被改动：与其哈希 ${hash} 不符。`
    : `The ${what} of revision ${n} was changed: it does not say what its hash ${hash} says.`;
}

const WHAT = {
  CHANGE: { zh: '变更内容', en: 'change' },
  STATE: { zh: '变更后状态', en: 'state after it' },
  CONTENT: { zh: '目录文本', en: 'catalog text' },
} as const;
