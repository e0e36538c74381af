import type { ChainHead } from '../assessment/decision.ts';
import { sayFrom } from '../messages/sentences.ts';
import type { Locale, Text } from '../values/text.ts';
import { unreachable } from '../values/unreachable.ts';
import type { BodyOf, HistoryBreak } from './follow-history.ts';
import type { SealBreak } from './seal.ts';

export interface VerifiedHistory {
  /** Null if the history is complete. */
  readonly broken: HistoryBreak | null;
  readonly head: ChainHead | null;
  /** How many heads known from elsewhere it was compared with. */
  readonly known: number;
  /** Decisions that are not linked yet, where it is a chain of decisions. */
  readonly pending?: number;
}

/** The result of a verification, for people who have never seen a hash chain. */
export function verificationText({ broken, head, known }: VerifiedHistory, locale: Locale): string {
  const say = sayIn(locale);
  if (broken) return brokenText(broken, locale);
  if (!head) return say('EMPTY');
  // A chain that was not compared with a head from elsewhere proves less, and the text must say so.
  return (
    say('WHOLE', { seq: head.seq, hash: head.hash }) +
    (known === 0 ? say('ALONE') : known === 1 ? say('AGREES_WITH_ONE') : say('AGREES', { known }))
  );
}

/** What stands against sealing, chain by chain. */
export function sealBreakText(broken: SealBreak, locale: Locale): string {
  const said =
    broken.fault === 'SEAL_FORGED' || broken.fault === 'SEALS_MISSING'
      ? sayIn(locale)(broken.fault)
      : brokenText(broken, locale);
  return `${broken.chain}: ${said}`;
}

function brokenText(broken: HistoryBreak, locale: Locale): string {
  const say = sayIn(locale);
  const { fault, brokenAt: n } = broken;
  switch (fault) {
    case 'GAP':
    case 'LINK':
    case 'HASH':
    case 'UNREADABLE':
      return say(fault, { n });
    case 'FORK': {
      const { expected, found, agreedUntil } = broken;
      return say(fault, { n, expected, found, from: agreedUntil + 1 });
    }
    case 'BLOB':
      return say(broken.why, { n, what: BODIES[broken.of], hash: broken.hash });
    case 'DECISION':
      return say(broken.why, { n, decision: broken.decision });
    case 'VERSION':
    case 'CONTENT':
      return say(fault, { n, version: broken.version });
    default:
      return unreachable(fault);
  }
}

const BODIES: Readonly<Record<BodyOf, Text>> = {
  CHANGE: { zh: '变更内容', en: 'change' },
  STATE: { zh: '变更后状态', en: 'state after it' },
  CONTENT: { zh: '目录文本', en: 'catalog text' },
};

const sayIn = sayFrom({
  SEAL_FORGED: {
    zh: '最近一次签封不是以本系统的密钥签署的，或其所列链头与签署的不符：被改动或调换。',
    en: 'The newest seal that is kept was not signed by the key, or does not name the heads that were signed for: it was changed or exchanged.',
  },
  SEALS_MISSING: {
    zh: '系统记载的签封，留存处没有最近的或一件也没有：被删除，或所用的不是原留存处。',
    en: 'The table knows of later seals than are kept: they were removed, or this is not the place where they are kept.',
  },
  EMPTY: { zh: '尚无修订记录，无可核对。', en: 'There is no revision yet, and nothing to check.' },
  WHOLE: {
    zh: '修订记录完整：第 1 条至第 {seq} 条逐条核对无误，链头为第 {seq} 条，哈希 {hash}。',
    en: 'The history is whole: every revision from 1 to {seq} is as it was written; the head is revision {seq} with hash {hash}.',
  },
  ALONE: {
    zh: '未与另行留存的链头比对，末尾若被整体截去或改写，仅凭本次核对无法发现。',
    en: ' It was not held against a head kept elsewhere: were its end cut off or written anew as a whole, this check alone could not tell.',
  },
  AGREES_WITH_ONE: {
    zh: '与另行留存的 1 个链头一致。',
    en: ' It agrees with the one head kept elsewhere.',
  },
  AGREES: {
    zh: '与另行留存的 {known} 个链头一致。',
    en: ' It agrees with all {known} heads kept elsewhere.',
  },
  GAP: {
    zh: '第 {n} 条修订记录缺失，或不在其应在的位置：记录被删除、截去或调换了顺序。',
    en: 'Revision {n} is missing or does not stand in its place: something was deleted, cut off or moved.',
  },
  LINK: {
    zh: '第 {n} 条修订记录没有接续前一条：其所载“前一条哈希”与前一条不符，该记录被改动或调换。',
    en: 'Revision {n} does not follow the one before: the hash that it names is not that of its predecessor, so it was changed or moved.',
  },
  HASH: {
    zh: '第 {n} 条修订记录被改动：按其内容重新计算的哈希与其所载哈希不符。',
    en: 'Revision {n} was changed: the hash worked out from what it says is not the one that it carries.',
  },
  UNREADABLE: {
    zh: '第 {n} 条修订记录被改动：已不是本系统写入的格式，无法读取。',
    en: 'Revision {n} was changed: it cannot be read as anything that the service writes.',
  },
  FORK: {
    zh: '第 {n} 条修订记录与另行留存的链头不符（留存的哈希为 {expected}，现为 {found}）：第 {from} 条至第 {n} 条之间的记录被改写。',
    en: 'Revision {n} is not the one that a head kept elsewhere names (it had hash {expected}, it now has {found}): something from revision {from} to {n} was written anew.',
  },
  MISSING: {
    zh: '第 {n} 条修订记录的{what}缺失（哈希 {hash}）。',
    en: 'The {what} of revision {n} is missing (hash {hash}).',
  },
  CORRUPT: {
    zh: '第 {n} 条修订记录的{what}被改动：与其哈希 {hash} 不符。',
    en: 'The {what} of revision {n} was changed: it does not say what its hash {hash} says.',
  },
  REMOVED: {
    zh: '第 {n} 条记录所列的准入决定 {decision} 已不存在：被删除。',
    en: 'Decision {decision}, which revision {n} has, is not there any more: it was removed.',
  },
  REWRITTEN: {
    zh: '准入决定 {decision} 与第 {n} 条记录所列的回执不符：作出之后被改写。',
    en: 'Decision {decision} does not have the receipt that revision {n} has for it: it was written anew after it was made.',
  },
  INSERTED: {
    zh: '准入决定 {decision} 所载时间早于第 {n} 条记录，但任何一条记录均未列入：系事后插入，或被改了时间。',
    en: 'Decision {decision} is dated before revision {n}, and no revision has it: it was put in afterwards, or dated anew.',
  },
  VERSION: {
    zh: '第 {n} 条修订记录所载第 {version} 版，与发布时（或作出决定时所依据）的不同，或者未经发布程序；已发布的版本不得改动。',
    en: 'In revision {n}, version {version} is not as it was published or as a decision read it, or it never went through publication; a published version never changes.',
  },
  CONTENT: {
    zh: '第 {n} 条修订记录发布的第 {version} 版，其内容缺失或与内容哈希不符。',
    en: 'What version {version}, published by revision {n}, says is missing or does not have its content hash.',
  },
});
