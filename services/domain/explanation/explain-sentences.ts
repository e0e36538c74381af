import { sayFrom } from '../messages/sentences.ts';
import type { Text } from '../values/text.ts';

/** Every sentence of an explanation; `{name}` is replaced by a part. */
const SENTENCES = {
  OUTCOME: { zh: '结论（{on}）：{outcome}。', en: 'Outcome on {on}: {outcome}.' },
  POSSIBLE: {
    zh: '视补充情况，结论可能为：{outcomes}。',
    en: 'Depending on what is missing, the outcome may be: {outcomes}.',
  },
  OR: { zh: '；或者', en: '; or ' },
  ALSO: { zh: '；', en: '; ' },
  NOT_EXACT: {
    zh: '以下可能结论和缺失事项可能偏多，但不会遗漏。',
    en: 'The possible outcomes and missing facts told here may be too many, never too few.',
  },
  NOTHING_FOUND: {
    zh: '现行目录中没有条目涉及本项目。',
    en: 'No entry of a catalog in force catches the project.',
  },
  ADVICE: {
    zh: '以上为辅助意见，准入决定由主管部门作出。',
    en: 'This supports the decision; the decision is the authority’s.',
  },
  ASK_FIRST: { zh: '请首先补充：{question}', en: 'To be answered first: {question}' },
  ASK: { zh: '请补充：{question}', en: 'To be answered: {question}' },
  ROWS: { zh: '“{fact}”中，{rows}。', en: 'In "{fact}": {rows}.' },
  ROW_CAS: {
    zh: '第 {row} 行“{name}”是什么物质（CAS 号），或者它是否为没有 CAS 号的混合物或物品（withoutCas）',
    en: 'which substance "{name}" in row {row} is (CAS number), or whether it is a mixture or an article without one (withoutCas)',
  },
  ROW_IS: {
    zh: '第 {row} 行“{name}”属于哪些产品类别（is；都不属于的填空列表）：{terms}',
    en: 'which of these product terms "{name}" in row {row} is (is; an empty list for none of them): {terms}',
  },
  ROW_CAPACITY: {
    zh: '第 {row} 行“{name}”的产能（{unit}）是多少',
    en: 'the capacity of "{name}" in row {row}, in {unit}',
  },
  ROW_ADDED_CAPACITY: {
    zh: '第 {row} 行“{name}”的新增产能（{unit}）是多少',
    en: 'the capacity that "{name}" in row {row} adds, in {unit}',
  },
  ROW_LINE_CAPACITIES: {
    zh: '第 {row} 行“{name}”各生产线的产能（{unit}）各是多少',
    en: 'the capacity of each line of "{name}" in row {row}, in {unit}',
  },
  ROW_TONNES: {
    zh: '第 {row} 行“{name}”的设计最大量（吨）是多少',
    en: 'the designed maximum of "{name}" in row {row}, in tonnes',
  },
  ROW_FRACTION: {
    zh: '第 {row} 行“{name}”的质量分数（%）是多少',
    en: 'the mass fraction of "{name}" in row {row}, in percent',
  },
  ROW_CLASSES: {
    zh: '第 {row} 行“{name}”属于 GB 18218-2018 表2的哪些危险性类别（符号，如 W5.3；都不属于的填空列表）',
    en: 'to which classes of GB 18218-2018 table 2 "{name}" in row {row} belongs (symbols such as W5.3; an empty list for none)',
  },
  ROW_SPECIFICATION: {
    zh: '第 {row} 行“{name}”的规格是 GB 18218-2018 表1的哪一项：{options}（照此写法填；都不是的填“其他”）',
    en: 'which row of GB 18218-2018 table 1 "{name}" in row {row} is by its specification: {options} (in these words; "other" for none)',
  },
  QUOTED: { zh: '“{text}”', en: '"{text}"' },
  HAZARD: {
    zh: '重大危险源核算（GB 18218-2018；q 为设计最大量，Q 为临界量，β 为校正系数）：',
    en: 'Major hazard source by GB 18218-2018 (q: designed maximum, Q: threshold, β: correction factor):',
  },
  HAZARD_LINE: { zh: '第 {row} 行“{name}”：{said}', en: 'row {row} "{name}": {said}' },
  HAZARD_LINE_NOT: {
    zh: '第 {row} 行“{name}”：不属于表2所列类别，不计入',
    en: 'row {row} "{name}": of no class of table 2, does not count',
  },
  HAZARD_Q: { zh: 'q {tonnes} t', en: 'q {tonnes} t' },
  HAZARD_THRESHOLD: { zh: 'Q {threshold} t（{source}）', en: 'Q {threshold} t ({source})' },
  HAZARD_THRESHOLD_UNKNOWN: { zh: 'Q 待定', en: 'Q not known yet' },
  HAZARD_SHARE: { zh: 'q/Q = {share}', en: 'q/Q = {share}' },
  HAZARD_FACTOR: { zh: 'β {factor}', en: 'β {factor}' },
  HAZARD_WEIGHTED: { zh: 'β·q/Q = {weighted}', en: 'β·q/Q = {weighted}' },
  HAZARD_S: { zh: 'S = Σq/Q = {sum}。', en: 'S = Σ q/Q = {sum}.' },
  HAZARD_S_KNOWN: {
    zh: '已知部分 S = Σq/Q = {sum}。',
    en: 'What is known makes S = Σ q/Q = {sum}.',
  },
  HAZARD_R: {
    zh: 'α = {factor}（厂界外500米内常住 {persons} 人，表5），R = α·Σβ·q/Q = {factor} × {weighted} = {grading}。',
    en: 'α = {factor} ({persons} persons within 500 m, table 5), R = α·Σ β·q/Q = {factor} × {weighted} = {grading}.',
  },
  HAZARD_LEVEL: { zh: '级别：{level}。', en: 'Level: {level}.' },
  HAZARD_BETWEEN: {
    zh: '级别尚不能确定，最轻为{mildest}，最重为{gravest}。',
    en: 'The level is not known yet: at the mildest {mildest}, at the gravest {gravest}.',
  },
  HAZARD_STATED: {
    zh: '填报级别：{level}；两者不同的，以较重者为准。',
    en: 'Stated: {level}; of the two the graver counts.',
  },
  DECIDED_BY: { zh: '决定本结论的条目：{finding}', en: 'Decided by: {finding}' },
  EACH_DECIDES: {
    zh: '以下 {count} 个条目中的每一条均足以得出本结论：',
    en: 'Each of these {count} entries is enough for it:',
  },
  TOGETHER_DECIDE: {
    zh: '以下 {count} 个条目合起来决定本结论，待查事项无论如何都不改变结论：',
    en: 'These {count} entries decide it together, whatever the facts that are not known turn out to be:',
  },
  KEPT_OPEN_BY: {
    zh: '使结论未定的条目数：{count}。',
    en: 'Entries that keep the outcome open: {count}.',
  },
  TO_MEET: { zh: '须满足的条件和须提交的材料：', en: 'To be met and handed in:' },
  CONDITION: {
    zh: '《{catalog}》条目 {code}：{text}——{state}。',
    en: '"{catalog}", entry {code}: {text} — {state}.',
  },
  CONDITION_IF: {
    zh: '《{catalog}》条目 {code}（如适用）：{text}——{state}。',
    en: '"{catalog}", entry {code}, if it applies: {text} — {state}.',
  },
  COULD_SETTLE: {
    zh: '请首先补充（视答复情况，即可判定为“{outcome}”）：',
    en: 'To be answered first (the answers can settle it as "{outcome}"):',
  },
  OPEN: { zh: '请补充：', en: 'To be answered:' },
  OPEN_TOO: { zh: '另有可能改变结论的事项：', en: 'These can change the outcome too:' },
  QUESTION: { zh: '{question}', en: '{question}' },
  QUESTION_FOR: { zh: '{question}（{entries}）', en: '{question} ({entries})' },
  QUESTION_FOR_MANY: {
    zh: '{question}（涉及 {count} 个条目）',
    en: '{question} (for {count} entries)',
  },
  ENTRIES: { zh: '《{catalog}》{codes}', en: '"{catalog}" {codes}' },
  OTHERS: {
    zh: '适用或可能适用、但不改变结论的其他条目数：{count}，见完整说明。',
    en: 'Other entries that apply or may apply and do not change the outcome: {count}; the full explanation has them.',
  },
  NONE_AGAINST: {
    zh: '涉及本项目而不妨碍准入的条目数：{count}，见完整说明。',
    en: 'Entries that concern the project and do not stand against it: {count}; the full explanation has them.',
  },
  SENTENCE: { zh: '{text}。', en: '{text}.' },
  NO_EXCEPTION: { zh: '本条未规定除外情形。', en: 'The entry has no exception.' },
  ENTRY: {
    zh: '【{measure}】{level}目录《{catalog}》第{version}版条目 {code}：{text}',
    en: '[{measure}] {level} catalog "{catalog}", version {version}, entry {code}: {text}',
  },
  MANDATORY_PROHIBITED: { zh: '禁止', en: 'prohibited' },
  MANDATORY_RESTRICTED: { zh: '限制', en: 'restricted' },
  IN_PRINCIPLE_PROHIBITED: { zh: '原则上禁止', en: 'prohibited in principle' },
  IN_PRINCIPLE_RESTRICTED: { zh: '原则上限制', en: 'restricted in principle' },
  APPLIES_TRUE: { zh: '本条适用于该项目：{effect}。', en: 'The entry applies: it {effect}.' },
  APPLIES_AT_MOST: {
    zh: '本条适用于该项目；视待查事项，最重后果为：{effect}。',
    en: 'The entry applies; depending on what is not known yet, at the gravest it {effect}.',
  },
  IF_DENIED: {
    zh: '如主管部门不认可一事一议的例外，后果为：{effect}。',
    en: 'If the authority does not grant the exception, the entry {effect}.',
  },
  APPLIES_UNKNOWN: {
    zh: '本条是否适用尚待查明；如适用，最重后果为：{effect}。',
    en: 'Whether the entry applies is not known yet; at the gravest it {effect}.',
  },
  APPLIES_FALSE: { zh: '本条不适用于该项目。', en: 'The entry does not apply.' },
  WHEN: { zh: '适用情形：{condition}。', en: 'It applies where {condition}.' },
  BASIS: { zh: '依据：{basis}。', en: 'Legal basis: {basis}.' },
  FACTS: { zh: '认定事实：{facts}。', en: 'Facts: {facts}.' },
  FACT: { zh: '{fact}：{value}', en: '{fact}: {value}' },
  FACT_UNKNOWN: { zh: '{fact}：未提供', en: '{fact}: not stated' },
  CAUGHT: { zh: '（属本条行业范围）', en: ' (in the scope of the entry)' },
  ACTIVITY_AND: { zh: '、', en: ' and ' },
  CAPACITY: { zh: '产能 {value}', en: 'capacity {value}' },
  LINE_CAPACITIES: { zh: '各生产线 {value}', en: 'lines of {value}' },
  PRODUCT_IS: { zh: '属于 {value}', en: 'stated to be {value}' },
  PRODUCT_IS_NONE: { zh: '不属于所列产品类别', en: 'stated to be none of the terms tested' },
  ADDED_CAPACITY: { zh: '新增产能 {value}', en: 'added capacity {value}' },
  LINES: { zh: '{value} 条生产线', en: 'lines: {value}' },
  ON_CONDITION: { zh: '（条件：{condition}）', en: ' (where {condition})' },
  EXCEPTION_TRUE: { zh: '除外情形成立：{text}{condition}。', en: 'The exception holds: {text}{condition}.' },
  EXCEPTION_FALSE: {
    zh: '除外情形不成立：{text}{condition}。',
    en: 'The exception does not hold: {text}{condition}.',
  },
  EXCEPTION_UNKNOWN: {
    zh: '除外情形是否成立待查：{text}{condition}。',
    en: 'Whether the exception holds is not known yet: {text}{condition}.',
  },
  EXCEPTION_CONFIRMED_TRUE: {
    zh: '主管部门已认可例外：{text}{condition}。',
    en: 'The authority has granted the exception: {text}{condition}.',
  },
  EXCEPTION_CONFIRMED_FALSE: {
    zh: '主管部门已认可例外，但其条件不成立：{text}{condition}。',
    en: 'The authority has granted the exception, but its condition does not hold: {text}{condition}.',
  },
  EXCEPTION_CONFIRMED_UNKNOWN: {
    zh: '主管部门已认可例外，其条件待查：{text}{condition}。',
    en: 'The authority has granted the exception; whether its condition holds is not known yet: {text}{condition}.',
  },
  EXCEPTION_DENIED: {
    zh: '主管部门不予认可的例外：{text}。',
    en: 'An exception that the authority has denied: {text}.',
  },
  EXCEPTION_OPEN: {
    zh: '可由主管部门一事一议的除外情形，尚未认定：{text}{condition}。',
    en: 'An exception that the authority may grant case by case and has not decided: {text}{condition}.',
  },
  REQUIREMENT: { zh: '限制条件：{text}——{state}。', en: 'Requirement: {text} — {state}.' },
  MET_TRUE: { zh: '已满足（{condition}）', en: 'met ({condition})' },
  MET_FALSE: { zh: '未满足（要求：{condition}）', en: 'not met (it takes that {condition})' },
  MET_UNKNOWN: { zh: '待查（要求：{condition}）', en: 'not known yet (it takes that {condition})' },
  TO_HAND_IN: { zh: '须提交证明材料', en: 'evidence is to be handed in' },
  EVIDENCE: { zh: '须提交：{evidence}', en: 'to be handed in: {evidence}' },
  DEADLINE: { zh: '整改（淘汰）期限：{deadline}。', en: 'Deadline: {deadline}.' },
  REPLACEMENT: { zh: '可替代方案：{replacement}。', en: 'Replacement: {replacement}.' },
  LEAD: { zh: '牵头部门：{lead}。', en: 'Led by {lead}.' },
  LEAD_AND_COOPERATING: {
    zh: '牵头部门：{lead}；配合部门：{cooperating}。',
    en: 'Led by {lead}, with {cooperating}.',
  },
  REMARK: { zh: '备注：{remark}', en: 'Remark: {remark}' },
} as const satisfies Record<string, Text>;

/** Writes sentences in one language. */
export const sayIn = sayFrom(SENTENCES);
