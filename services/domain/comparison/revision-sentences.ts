import { sayFrom } from '../messages/sentences.ts';
import type { Text } from '../values/text.ts';

/** Every sentence about a step in the life of a catalog; `{name}` stands for a part. */
const SENTENCES = {
  OPENED: { zh: '新建草案，无基准版本。', en: 'Opened the first draft, on no version.' },
  OPENED_ON: { zh: '以第 {version} 版为基准新建草案。', en: 'Opened a draft on version {version}.' },
  NOTHING_CHANGED: {
    zh: '重新提交了“{names}”，内容与原来一致。',
    en: 'Put "{names}" again, just as it was.',
  },
  REVIEW_VOIDED: {
    zh: '审核失效：草案退回编制，须重新提交审核。',
    en: 'With this the draft in review went back to its editors and has to be submitted again.',
  },
  SUBMITTED: {
    zh: '提交草案审核，内容哈希 {hash}。',
    en: 'Handed the draft in for publication, content hash {hash}.',
  },
  RETURNED: { zh: '退回草案，内容哈希 {hash}。', en: 'Sent the draft back, content hash {hash}.' },
  DISCARDED: {
    zh: '放弃草案（{base}，编制人员：{editors}），内容哈希 {hash}。',
    en: 'Discarded the draft ({base}, edited by {editors}), content hash {hash}.',
  },
  BASE: { zh: '以第 {version} 版为基准', en: 'opened on version {version}' },
  NO_BASE: { zh: '无基准版本', en: 'opened on no version' },
  PUBLISHED: {
    zh: '发布第 {version} 版，{period}，共 {count} 条，内容哈希 {hash}。',
    en: 'Published version {version}, {period}, {count} entries, content hash {hash}.',
  },
  FROM: { zh: '自 {from} 起施行', en: 'in force from {from} on' },
  FROM_TO: { zh: '自 {from} 起施行，至 {to} 止', en: 'in force from {from} to {to}' },
  RETROACTIVE: { zh: '溯及既往的理由：{reason}。', en: 'Why it reaches back: {reason}.' },
  ACKNOWLEDGED: {
    zh: '发布人核实后确认不符合规则 {rule}{about}之处；该规则为：{sentence}',
    en: 'The publisher accepted that this does not keep rule {rule}{about}: {sentence}',
  },
  ACKNOWLEDGED_OTHER: {
    zh: '发布人核实后确认不符合规则 {rule}{about}之处。',
    en: 'The publisher accepted that this does not keep rule {rule}{about}.',
  },
  ABOUT_ENTRY: { zh: '（条目 {entry}）', en: ' (entry {entry})' },
  WITHDRAWN: {
    zh: '撤回第 {version} 版，自 {from} 起不再适用。',
    en: 'Withdrew version {version}: it does not count from {from} on.',
  },
  REPEALED: {
    zh: '废止目录（现行第 {version} 版），自 {from} 起不再适用。',
    en: 'Repealed the catalog with version {version}: none of it counts from {from} on.',
  },
  STEP_PUBLISHED: {
    zh: '第 {version} 版发布，自 {from} 起：{change}',
    en: 'With version {version}, from {from} on: {change}',
  },
  STEP_WITHDRAWN: {
    zh: '第 {version} 版撤回，自 {from} 起：{change}',
    en: 'With the withdrawal of version {version}, from {from} on: {change}',
  },
  STEP_OPENED: {
    zh: '草案（尚未施行）以第 {version} 版为基准新建：{change}',
    en: 'In a draft opened on version {version}, not in force: {change}',
  },
  STEP_DRAFTED: { zh: '草案（尚未施行）：{change}', en: 'In the draft, not in force: {change}' },
  STEP_DISCARDED: {
    zh: '草案放弃，恢复已发布的条文：{change}',
    en: 'With the draft discarded, back to the published wording: {change}',
  },
  MORE_ITEMS: {
    zh: '另有 {count} 项变更未列出，请分页查询。',
    en: '{count} more changes are not listed here; read them page by page.',
  },
} as const satisfies Record<string, Text>;

/** Says sentences about steps in one language. */
export const sayRevisionIn = sayFrom(SENTENCES);
