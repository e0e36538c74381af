import { sayFrom } from '../messages/sentences.ts';
import type { Text } from '../values/text.ts';

/** Every sentence about changes of a catalog and the steps that made them; `{name}` is replaced by a part. */
const SENTENCES = {
  // fields
  CHANGED: { zh: '{field}由“{before}”改为“{after}”。', en: '{field}: "{before}" becomes "{after}".' },
  SET: { zh: '增加{field}：{after}。', en: '{field} (new): {after}.' },
  UNSET: { zh: '删去{field}：{before}。', en: '{field} (removed): {before}.' },
  VALUE: { zh: '{field}：{value}。', en: '{field}: {value}.' },
  MORE: { zh: '{field}增加：{added}。', en: '{field}: added {added}.' },
  FEWER: { zh: '{field}删去：{removed}。', en: '{field}: removed {removed}.' },
  MORE_AND_FEWER: {
    zh: '{field}增加：{added}；删去：{removed}。',
    en: '{field}: added {added}; removed {removed}.',
  },
  REORDERED: { zh: '{field}的排列顺序调整为：{after}。', en: '{field}: now in the order {after}.' },
  // Two facts may have the same name, so the same words need not mean the same.
  REWRITTEN: {
    zh: '{field}的结构化内容有调整，文字表述不变：{after}。',
    en: '{field}: written in another form that reads the same: {after}.',
  },
  BINDING: {
    zh: '{field}由“{before}”改为“{after}”。',
    en: '{field}: the binding Chinese wording "{before}" becomes "{after}".',
  },
  TRANSLATION: {
    zh: '{field}的英文译文由“{before}”改为“{after}”。',
    en: '{field}: the English rendering "{before}" becomes "{after}".',
  },
  // values
  ANY: { zh: '不限', en: 'any' },
  EVERY_INDUSTRY: { zh: '全部行业', en: 'every industry' },
  EVERYWHERE: { zh: '目录所属管辖区域全域', en: 'all of the jurisdiction of the catalog' },
  AND_MORE: { zh: '{list}等共 {count} 项', en: '{list} and others, {count} in all' },
  LEAD: { zh: '牵头部门 {lead}', en: 'led by {lead}' },
  LEAD_WITH: { zh: '牵头部门 {lead}，配合部门 {cooperating}', en: 'led by {lead}, with {cooperating}' },
  ITEM: { zh: '“{text}”', en: '"{text}"' },
  ITEM_WITH: { zh: '“{text}”（{details}）', en: '"{text}" ({details})' },
  WHERE: { zh: '条件：{condition}', en: 'where {condition}' },
  DEMANDS: { zh: '应满足：{condition}', en: 'it takes that {condition}' },
  EVIDENCE: { zh: '须提交：{evidence}', en: 'to be handed in: {evidence}' },
  RATIO: { zh: '{numerator} ÷ {denominator}', en: '{numerator} / {denominator}' },
  CASE_BY_CASE: { zh: '由主管部门一事一议', en: 'decided case by case by the authority' },
  CASE_BY_CASE_AT: { zh: '由{level}主管部门一事一议', en: 'decided case by case at {level} level' },
  // items
  ENTRY_ADDED: { zh: '新增条目 {code}{tendency}：{text}', en: 'Entry {code} added{tendency}: {text}' },
  ENTRY_REMOVED: { zh: '删除条目 {code}{tendency}：{text}', en: 'Entry {code} removed{tendency}: {text}' },
  ENTRY_CHANGED: { zh: '修改条目 {code}{tendency}：{text}', en: 'Entry {code} changed{tendency}: {text}' },
  TENDENCY: { zh: '（{tendency}）', en: ' ({tendency})' },
  FACT_ADDED: { zh: '新增事项“{name}”（{key}）', en: 'Fact "{name}" ({key}) added' },
  FACT_REMOVED: { zh: '删除事项“{name}”（{key}）', en: 'Fact "{name}" ({key}) removed' },
  FACT_CHANGED: { zh: '修改事项“{name}”（{key}）', en: 'Fact "{name}" ({key}) changed' },
  IN_FRACTION: { zh: '{substance}质量分数{bounds}', en: '{substance} with a mass fraction {bounds}' },
  LIST_ADDED: { zh: '新增化学品名单“{name}”（{key}）', en: 'Substance list "{name}" ({key}) added' },
  LIST_REMOVED: { zh: '删除化学品名单“{name}”（{key}）', en: 'Substance list "{name}" ({key}) removed' },
  PRODUCT_ADDED: { zh: '新增产品类别“{name}”（{key}）', en: 'Product term "{name}" ({key}) added' },
  PRODUCT_REMOVED: { zh: '删除产品类别“{name}”（{key}）', en: 'Product term "{name}" ({key}) removed' },
  PRODUCT_CHANGED: { zh: '修改产品类别“{name}”（{key}）', en: 'Product term "{name}" ({key}) changed' },
  LIST_CHANGED: { zh: '修改化学品名单“{name}”（{key}）', en: 'Substance list "{name}" ({key}) changed' },
  TESTED_BY: { zh: '涉及条目：{entries}。', en: 'Tested by entries: {entries}.' },
  DETAILS_CHANGED: { zh: '修改目录信息', en: 'Details of the catalog changed' },
  // the whole
  IDENTICAL: {
    zh: '《{title}》{from}与{to}内容一致。',
    en: '"{title}": {from} and {to} say the same.',
  },
  SUMMARY: {
    zh: '《{title}》{to}与{from}相比：条目新增 {added} 条、修改 {changed} 条、删除 {removed} 条；事项变动 {facts} 项，化学品名单变动 {lists} 份，产品类别变动 {products} 个，目录信息变动 {details} 项。',
    en: '"{title}", {to} compared with {from}: entries added {added}, changed {changed}, removed {removed}; facts changed {facts}, substance lists changed {lists}, product terms changed {products}, details changed {details}.',
  },
  MORE_ENTRIES: {
    zh: '另有 {count} 条条目的变动未列出，请分页查询。',
    en: '{count} more entries differ and are not listed here; read them page by page.',
  },
  VERSION: { zh: '第 {number} 版', en: 'version {number}' },
  DRAFT: { zh: '草案', en: 'the draft' },
  STAGED: { zh: '录入后的草案', en: 'the draft with the edit' },
  NO_CONTENT: { zh: '此前（无版本）', en: 'no version before' },
  // release notes
  NOTES: { zh: '《{title}》{to}修订说明', en: 'Release notes of "{title}", {to}' },
  IN_FORCE_FROM: {
    zh: '施行日期：自 {from} 起施行，直至被新版替代、撤回或目录废止。',
    en: 'In force from {from} until replaced, withdrawn or repealed.',
  },
  IN_FORCE_BETWEEN: {
    zh: '施行日期：自 {from} 起施行，至 {to} 届满（含当日）。',
    en: 'In force from {from} to {to}, both included.',
  },
  NOT_PUBLISHED: {
    zh: '尚未发布，施行日期待定。',
    en: 'Not published yet; from when it is in force is open.',
  },
  COMPARED_WITH: { zh: '对照：{from}。', en: 'Compared with {from}.' },
  NOTHING_BEFORE: {
    zh: '此前没有可对照的生效版本，全部条目均为新增。',
    en: 'There was no version in force to compare it with: all of its entries are new.',
  },
  DATES: { zh: '相关日期：', en: 'Dates:' },
  VALID_FROM: {
    zh: '{date}：条目 {entries} 开始适用。',
    en: '{date}: first day on which these apply: {entries}.',
  },
  VALID_TO: {
    zh: '{date}：条目 {entries} 的最后适用日。',
    en: '{date}: last day on which these apply: {entries}.',
  },
  EXEMPT_IF_APPROVED_BEFORE: {
    zh: '{date}：此前已批准的项目不受条目 {entries} 约束。',
    en: '{date}: projects first approved before are outside these: {entries}.',
  },
  DEADLINE: {
    zh: '{date}：条目 {entries} 的整改（淘汰）期限。',
    en: '{date}: deadline of these: {entries}.',
  },
  ZONES: { zh: '涉及园区（{count} 个）：{zones}。', en: 'Zones ({count}): {zones}.' },
  NO_ZONES: { zh: '涉及园区：无。', en: 'Zones: none.' },
  INDUSTRIES: { zh: '涉及行业：{industries}。', en: 'Industries: {industries}.' },
  NO_INDUSTRIES: { zh: '涉及行业：无。', en: 'Industries: none.' },
  GROUP_STRICTER: { zh: '从严（{count} 条）：', en: 'Stricter ({count}):' },
  GROUP_LOOSER: { zh: '放宽（{count} 条）：', en: 'Looser ({count}):' },
  GROUP_CHANGED: {
    zh: '其他调整，从严还是放宽不能一概而论（{count} 条）：',
    en: 'Otherwise changed, neither stricter nor looser for certain ({count}):',
  },
  GROUP_SAME: {
    zh: '文字、依据等调整，判定不变（{count} 条）：',
    en: 'Wording, basis and the like, decided as before ({count}):',
  },
  // steps in the life of a catalog
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
    zh: '放弃草案（{base}，编制、提交人员：{editors}），内容哈希 {hash}。',
    en: 'Discarded the draft ({base}, edited or submitted by {editors}), content hash {hash}.',
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
  ACKNOWLEDGED_FOR: { zh: '确认理由：“{reason}”。', en: 'For this reason: "{reason}".' },
  COMMENT: { zh: '意见：“{text}”。', en: 'Comment: "{text}".' },
  COMMENT_AT: { zh: '对条目 {entry} 的意见：“{text}”。', en: 'Comment on entry {entry}: "{text}".' },
  ABOUT_ENTRY: { zh: '（条目 {entry}）', en: ' (entry {entry})' },
  WITHDRAWN: {
    zh: '撤回第 {version} 版，自 {from} 起不再适用。',
    en: 'Withdrew version {version}: it does not count from {from} on.',
  },
  REPEALED: {
    zh: '废止目录（现行第 {version} 版），自 {from} 起不再适用。',
    en: 'Repealed the catalog with version {version}: none of it counts from {from} on.',
  },
  REPEAL_REVERSED: {
    zh: '撤销自 {from} 起废止目录的决定，目录继续适用。',
    en: 'Reversed the repeal of the catalog from {from} on: it goes on counting.',
  },
  PROPOSED: { zh: '提请：{act}', en: 'Proposed: {act}' },
  PROPOSAL_CONFIRMED: {
    zh: '确认“{by}”于 {on} 的提请（事由：{reason}）。',
    en: 'With this the proposal of "{by}" of {on} was confirmed: "{reason}".',
  },
  PROPOSAL_WITHDRAWN: {
    zh: '撤销“{by}”于 {on} 的提请（{act}事由：{reason}）。',
    en: 'Withdrew the proposal of "{by}" of {on}, "{reason}": {act}',
  },
  TO_WITHDRAW: {
    zh: '撤回第 {version} 版，自 {from} 起不再适用。',
    en: 'Withdraw version {version}: from {from} on it is not to count.',
  },
  TO_REPEAL: {
    zh: '废止目录（届时适用第 {version} 版），自 {from} 起不再适用。',
    en: 'Repeal the catalog with version {version}: from {from} on none of it is to count.',
  },
  TO_REVERSE: {
    zh: '撤销自 {from} 起废止目录的决定，目录继续适用。',
    en: 'Reverse the repeal of the catalog from {from} on: it is to go on counting.',
  },
  COUNTS_FROM: { zh: '自 {from} 起', en: 'From {from} on' },
  COUNTS_BETWEEN: { zh: '{from} 至 {until}', en: 'From {from} to {until}' },
  COUNTS_INSTEAD: {
    zh: '{days}适用{after}，不再适用{before}。',
    en: '{days} {after} counts instead of {before}.',
  },
  COUNTS_NOTHING: {
    zh: '{days}不再适用{before}，没有现行版本。',
    en: '{days} {before} no longer counts, and none does.',
  },
  COUNTS_AGAIN: { zh: '{days}适用{after}。', en: '{days} {after} counts, where none did.' },
  STEP_REINSTATED: {
    zh: '撤销废止，自 {from} 起继续适用：{change}',
    en: 'With the repeal reversed, from {from} on: {change}',
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

/** Writes sentences about changes in one language. */
export const sayIn = sayFrom(SENTENCES);
