import type { Locale } from '../values/text.ts';
import type { Part, PartsOf } from './sentences.ts';
import { filled } from './sentences.ts';

/**
 * Every code of a user error with its sentence in zh and en. `{name}` stands for a detail.
 * A message says what went wrong in the caller's words, shows the value and tells what to do.
 */
const MESSAGES = {
  // input of a project (DESIGN 2.3)
  UNKNOWN_ZONE: {
    zh: '没有编号为“{value}”的园区，请核对园区编号。',
    en: 'There is no zone "{value}". Check the zone id.',
  },
  ZONE_CLOSED: {
    zh: '园区“{zone}”在 {on} 已撤销，不能再办理准入。',
    en: 'Zone "{zone}" is closed on {on} and admits no projects.',
  },
  UNKNOWN_INDUSTRY: {
    zh: '“{value}”不是 GB/T 4754-2017 的行业代码，请填门类字母或 2 至 4 位代码。',
    en: '"{value}" is not an industry code of GB/T 4754-2017. Give a section letter or a code of 2 to 4 digits.',
  },
  INDUSTRY_NAME_MISMATCH: {
    zh: '“{value}”：代码 {code} 的名称是“{name}”，不是“{stated}”，请核对代码和名称。',
    en: '"{value}": the code {code} is called "{name}", not "{stated}". Check code and name.',
  },
  INDUSTRY_NAME_OF_ANOTHER: {
    zh: '“{value}”：代码 {code} 的名称是“{name}”，而“{stated}”的代码是 {others}，请核对代码和名称。',
    en: '"{value}": the code {code} is called "{name}", and "{stated}" has the code {others}. Check code and name.',
  },
  INDUSTRY_NAME_OF_2011: {
    zh: '“{value}”：代码 {code} 现在的名称是“{name}”，“{stated}”是它在 GB/T 4754-2011 中的名称，今为 {candidates}，请按 GB/T 4754-2017 填写。',
    en: '"{value}": the code {code} is called "{name}" today; "{stated}" was its name in GB/T 4754-2011 and is today {candidates}. State it by GB/T 4754-2017.',
  },
  INDUSTRY_OF_2011: {
    zh: '“{value}”：{code}“{name}”是 GB/T 4754-2011 的代码，在 GB/T 4754-2017 中可能是：{candidates}，请从中选定并填到小类。',
    en: '"{value}": {code} "{name}" is a code of GB/T 4754-2011. In GB/T 4754-2017 it may be: {candidates}. Choose from these and state a class.',
  },
  EMPTY_LIST: {
    zh: '“{field}”不能是空列表；不清楚时请不填。',
    en: '"{field}" cannot be an empty list. Leave it out if it is not known.',
  },
  UNKNOWN_AREA: {
    zh: '园区没有片区“{value}”，可填：{options}。',
    en: 'The zone has no area "{value}". It has: {options}.',
  },
  ZONE_HAS_NO_AREAS: {
    zh: '园区没有划分片区，请不要填写片区（收到“{value}”）。',
    en: 'The zone has no areas. Leave the area out (it was "{value}").',
  },
  UNKNOWN_FACT: {
    zh: '现行目录没有定义事项“{key}”（所填值：{value}），请对照该园区的事项清单。',
    en: 'No catalog in force defines the fact "{key}" (stated as {value}). Compare the list of facts of the zone.',
  },
  RATIO_STATED: {
    zh: '事项“{key}”由“{numerator}”除以“{denominator}”算得，不单独填报（所填值：{value}）。请填报这两项。',
    en: 'The fact "{key}" is computed from "{numerator}" over "{denominator}" and not stated itself (stated as {value}). State these two.',
  },
  RATIO_BY_ZERO: {
    zh: '“{key}”是“{ratio}”的分母，不能为 {value}。',
    en: '"{key}" is the denominator of "{ratio}" and cannot be {value}.',
  },
  WRONG_TYPE: {
    zh: '“{key}”应为{type}，收到的是 {value}。',
    en: '"{key}" takes a value of type {type}, not {value}.',
  },
  AMBIGUOUS_NUMBER: {
    zh: '“{field}”的值 {value} 是以数字提交的，可能丢失了开头的 0：可能是 {options}，请以字符串提交。',
    en: 'The value {value} of "{field}" was sent as a number and may have lost a leading 0: it may be {options}. Send it as a string.',
  },
  UNIT_REQUIRED: {
    zh: '“{key}”的值 {value} 没有注明单位。各地表格单位不一，请注明，如：{options}。',
    en: 'The value {value} of "{key}" has no unit. Forms have it in several: say which, for example {options}.',
  },
  UNKNOWN_UNIT: {
    zh: '“{key}”的单位“{value}”无法识别，可用：{options}。',
    en: 'The unit "{value}" of "{key}" is not known. It takes: {options}.',
  },
  UNIT_OF_ANOTHER_KIND: {
    zh: '“{key}”不能以“{value}”计量，可用：{options}。',
    en: '"{key}" cannot be measured in "{value}". It takes: {options}.',
  },
  DUPLICATE_FACT: {
    zh: '“{key}”填了不止一次（重复值：{value}），请只保留一个。',
    en: '"{key}" is given more than once (again as {value}). Keep one.',
  },
  OUT_OF_RANGE: {
    zh: '“{field}”的值 {value} 不在允许范围内：{allowed}。',
    en: 'The value {value} of "{field}" is outside what is allowed: {allowed}.',
  },
  INVALID_NUMBER: {
    zh: '“{field}”的值 {value} 不是普通十进制数：请写成如 1234.5 的形式，不用科学记数法，小数点前后各不超过 30 位；有效数字超过 15 位的请以字符串提交。',
    en: 'The value {value} of "{field}" is not a plain decimal number. Write it like 1234.5, without exponent, at most 30 digits before and after the point; send more than 15 significant digits as a string.',
  },
  INVALID_DATE: {
    zh: '“{field}”的值 {value} 不是日期，请按 2026-11-23 的格式填写。',
    en: 'The value {value} of "{field}" is not a date. Write it like 2026-11-23.',
  },
  DAY_TOO_FAR: {
    zh: '“{field}”的日期 {value} 过于遥远：届时适用的目录尚未安排，最晚可查询 {allowed}。',
    en: 'The day {value} of "{field}" is too far ahead: what will be in force then has not been scheduled. Ask for {allowed} at the latest.',
  },
  INVALID_CAS: {
    zh: '“{field}”的值 {value} 不是有效的 CAS 号（校验位不符或格式不对）。',
    en: 'The value {value} of "{field}" is not a valid CAS number (wrong check digit or form).',
  },
  CHEMICAL_UNNAMED: {
    zh: '“{field}”既无 CAS 号也无名称，请至少填写一项。',
    en: '"{field}" has neither a CAS number nor a name. Give at least one of them.',
  },
  CHEMICAL_NAME_MISMATCH: {
    zh: '“{field}”：CAS 号 {cas} 是{name}，而“{value}”是 {others}，请核对 CAS 号和名称。',
    en: '"{field}": the CAS number {cas} is {name}, and "{value}" is {others}. Check number and name.',
  },
  CHEMICAL_HAS_CAS: {
    zh: '“{field}”填为没有 CAS 号的混合物或物品，而“{value}”是 {others}，请去掉 withoutCas 或改正名称。',
    en: '"{field}" is stated to be a mixture or an article without a CAS number, and "{value}" is {others}. Drop withoutCas or correct the name.',
  },
  INVALID_PROJECT_CODE: {
    zh: '项目代码“{value}”格式不对，应如 2603-141124-89-05-346948。',
    en: 'The project code "{value}" is not well formed. It looks like 2603-141124-89-05-346948.',
  },
  INVALID_CREDIT_CODE: {
    zh: '统一社会信用代码“{value}”不正确（应为 18 位且校验位相符）。',
    en: 'The unified social credit code "{value}" is wrong (18 characters with a matching check character).',
  },
  DUPLICATE_AMOUNT: {
    zh: '产品“{product}”在同一类计量单位（{value}）下填了两次，请合并。',
    en: 'The product "{product}" states twice what it has in units like "{value}". State it once.',
  },
  UNKNOWN_PRODUCT_UNIT: {
    zh: '“{value}”不是已知的计量单位，现行目录也未使用，请改用如 t/a、m³/a、件/年 的单位。',
    en: '"{value}" is no unit that is known or that a catalog in force uses. Use one like t/a, m³/a, 件/年.',
  },
  UNKNOWN_PRODUCT_TERM: {
    zh: '“{value}”不是产品类别，请填现行目录所列或内置的产品类别；都不是的请填空列表。',
    en: '"{value}" is no product term. Name terms that the catalogs in force test or that are built in; give an empty list for none of them.',
  },
  PRODUCT_IS_WHAT_IT_IS_CALLED: {
    zh: '产品“{product}”按名称属于“{named}”，所填类别（{value}）却不含它，请更正名称或类别。',
    en: 'The product "{product}" is {named} by its name, but what it is said to be ({value}) leaves that out. Correct one of them.',
  },
  LINES_DO_NOT_ADD_UP: {
    zh: '产品“{product}”各生产线产能（{value}）之和与产能 {expected} 不符。',
    en: 'The lines of product "{product}" ({value}) do not add up to its capacity {expected}.',
  },
  LINES_DO_NOT_MATCH: {
    zh: '产品“{product}”填了生产线 {expected} 条，所列各线产能（{value}）条数不符。',
    en: 'The product "{product}" has {expected} lines, but not so many capacities are given ({value}).',
  },
  CONFIRMATION_NOT_ALLOWED: {
    zh: '只有 {jurisdiction} 及其上级的审批人员可以对条目 {entry} 的例外“{exception}”作出认定。',
    en: 'Only an officer of {jurisdiction} or above may confirm or deny exception "{exception}" of entry {entry}.',
  },
  UNKNOWN_CONFIRMATION: {
    zh: '现行目录 {catalog} 的条目 {entry} 没有可一事一议的例外“{exception}”。',
    en: 'Entry {entry} of catalog {catalog} in force has no discretionary exception "{exception}".',
  },
  ENTRY_UNREADABLE: {
    zh: '现行目录条目 {entry} 无法判读，不能作出评估，请联系目录管理单位。',
    en: 'Entry {entry} of a catalog in force cannot be read, so nothing is decided. Tell whoever keeps the catalog.',
  },
  // dates and reasons of a decision
  REASON_REQUIRED: {
    zh: '“{field}”为 {value}，须在“{reason}”中说明理由。',
    en: 'With {value} as "{field}" a reason must be given in "{reason}".',
  },
  // identity (DESIGN 8): top-level errors, never user errors
  UNAUTHENTICATED: {
    zh: '登录凭证无效或已过期，请重新登录后再试；查询公开目录和预评估无需登录，不带凭证即可。',
    en: 'The access token is invalid or has expired. Sign in again; published catalogs and assessments need no token at all.',
  },
  TOKEN_NOT_TAKEN_HERE: {
    zh: '本地址供不登录者使用，不接受登录凭证。请带凭证访问 /officer/graphql（平台访问 /portal/graphql）。',
    en: 'This address is for callers without an access token and takes none. With a token ask at /officer/graphql, as a portal at /portal/graphql.',
  },
  IDENTITY_UNAVAILABLE: {
    zh: '身份认证系统暂时无法访问，请稍后重试。',
    en: 'The identity provider cannot be reached at the moment. Try again in a while.',
  },
  // who may (DESIGN 8)
  NOT_ALLOWED: {
    zh: '您在“{jurisdiction}”没有办理此事项的权限，需要以下角色之一：{roles}。',
    en: 'You may not do this in "{jurisdiction}". It takes one of these roles there or above: {roles}.',
  },
  UNKNOWN_CATALOG: {
    zh: '没有编号为“{value}”的目录，请核对目录编号。',
    en: 'There is no catalog "{value}". Check the catalog id.',
  },
  UNKNOWN_JURISDICTION: {
    zh: '名录中没有“{value}”（以 {on} 为准），请核对编号或先行登记。',
    en: 'The register has no "{value}" on {on}. Check the id, or register it first.',
  },
  // shape of what is put in
  REQUIRED: {
    zh: '“{field}”必须填写。',
    en: '"{field}" must be given.',
  },
  WRONG_SHAPE: {
    zh: '“{field}”的值 {value} 类型不符，应为{expectedZh}。',
    en: 'The value {value} of "{field}" has the wrong type. It takes: {expected}.',
  },
  NOT_ONE_OF: {
    zh: '“{field}”的值 {value} 不在可选范围内，可填：{options}。',
    en: 'The value {value} of "{field}" is not one of: {options}.',
  },
  UNKNOWN_FIELD: {
    zh: '没有“{field}”这一项，请删除或核对名称。',
    en: 'There is no field "{field}". Remove it or check its name.',
  },
  NOT_EXACTLY_ONE: {
    zh: '“{field}”应当且只能填写以下各项之一：{options}；收到：{value}。',
    en: '"{field}" takes exactly one of {options}, not: {value}.',
  },
  EMPTY_CONDITION: {
    zh: '条件“{field}”的列表为空，请至少列出一项，或删去该条件。',
    en: 'The list "{field}" of a condition is empty. Name at least one item, or leave the condition out.',
  },
  NO_BOUNDS: {
    zh: '条件“{field}”没有给出界限，请填写 {options} 中至少一项。',
    en: 'The test "{field}" has no bounds. Give at least one of {options}.',
  },
  NEGATIVE_AMOUNT: {
    zh: '“{field}”的数量 {value} 不能为负。',
    en: 'The amount {value} of "{field}" cannot be negative.',
  },
  TOO_DEEP: {
    zh: '“{field}”嵌套超过 {allowed} 层，请简化条件。',
    en: '"{field}" is nested more than {allowed} levels deep. Simplify the condition.',
  },
  TOO_LARGE: {
    zh: '“{field}”有 {value} 字节，超过 {allowed} 字节的上限，请缩短文字或拆分。',
    en: '"{field}" takes {value} bytes, more than the {allowed} allowed. Shorten its texts or split it.',
  },
  TOO_MANY: {
    zh: '“{field}”有 {value} 项，一次最多 {allowed} 项，请分批提交。',
    en: '"{field}" has {value} items, and at most {allowed} go at once. Send them in portions.',
  },
  NOTHING_GIVEN: {
    zh: '“{field}”没有内容，请至少给出一项。',
    en: '"{field}" is empty. Give at least one item.',
  },
  INVALID_CODE: {
    zh: '“{field}”的值 {value} 不合编码规则：只能用字母、数字、“-”“_”“.”，不超过 64 个字符。',
    en: 'The value {value} of "{field}" is not a valid code: letters, digits, "-", "_" and ".", at most 64 characters.',
  },
  INVALID_KEY: {
    zh: '“{field}”的值 {value} 不合编码规则：只能用字母、数字、“-”“_”，不超过 64 个字符。',
    en: 'The value {value} of "{field}" is not a valid key: letters, digits, "-" and "_", at most 64 characters.',
  },
  FOREIGN_KEY: {
    zh: '“{value}”不是本目录的事项或名单，标识应为“{catalog}.名称”（名称只用字母、数字、“-”“_”）。',
    en: '"{value}" does not belong to this catalog. Its keys are "{catalog}.<name>", the name of letters, digits, "-" and "_".',
  },
  DUPLICATE_CODE: {
    zh: '“{value}”在“{field}”中出现不止一次，请只保留一个。',
    en: '"{value}" stands more than once in "{field}". Keep one.',
  },
  EXCEPTION_WITHOUT_TEST: {
    zh: '除外情形“{value}”既无条件，也不由主管部门认定，请补充 when 或将 discretionary 设为 true。',
    en: 'The exception "{value}" has no condition and is not discretionary. Give "when" or set "discretionary".',
  },
  INVALID_URL: {
    zh: '“{field}”的值 {value} 不是网址，应以 http:// 或 https:// 开头。',
    en: 'The value {value} of "{field}" is not a web address. It begins with http:// or https://.',
  },
  // life of a catalog (DESIGN 3)
  CATALOG_EXISTS: {
    zh: '目录编号“{value}”已被使用，请另选编号。',
    en: 'There is a catalog "{value}" already. Choose another key.',
  },
  RESERVED_KEY: {
    zh: '“{value}”是系统保留编号，请另选编号。',
    en: '"{value}" is a reserved key. Choose another one.',
  },
  CATALOG_REPEALED: {
    zh: '目录“{catalog}”自 {on} 起废止，不再接受新的草案和版本。未发布的草案可以放弃；重新制定请新建目录；撤回版本或提前废止，生效日期须早于该日。',
    en: 'Catalog "{catalog}" is repealed from {on} on and takes no new version. An open draft can be discarded; new rules need a new catalog; a withdrawal or another repeal must take effect before that day.',
  },
  ALREADY_WITHDRAWN: {
    zh: '目录“{catalog}”第 {value} 版已自 {on} 起撤回。如需更早撤回，请填写早于该日的生效日期；如需废止整个目录，请按废止办理。',
    en: 'Version {value} of catalog "{catalog}" is withdrawn from {on} on already. Give an earlier day to withdraw it sooner, or repeal the whole catalog.',
  },
  WRONG_VERSION_TO_REPEAL: {
    zh: '废止目录“{catalog}”须指明废止之日适用的版本：{on} 为第 {number} 版，不是第 {value} 版。请核对后改填第 {number} 版；仅撤回第 {value} 版的，不要选择废止。',
    en: 'To repeal catalog "{catalog}", name the version that counts on {on}: that is {number}, not {value}. Name {number}, or withdraw version {value} without repealing.',
  },
  NOTHING_TO_REPEAL: {
    zh: '目录“{catalog}”在 {value} 尚无版本生效，不能自该日废止：废止日期不得早于 {first}；待生效的版本可以逐一撤回。',
    en: 'No version of catalog "{catalog}" has begun by {value}, so it cannot be repealed from that day. Repeal it from {first} or later, or withdraw the scheduled versions one by one.',
  },
  DRAFT_EXISTS: {
    zh: '目录“{catalog}”已有一份草案（由 {editors} 编制），请在该草案上修改，或先发布、放弃该草案。',
    en: 'Catalog "{catalog}" has an open draft, edited by {editors}. Edit that one, or publish or discard it first.',
  },
  ALREADY_PUBLISHED: {
    zh: '内容 {value} 已作为目录“{catalog}”第 {number} 版发布，无需再次发布。',
    en: 'The content {value} is published already, as version {number} of catalog "{catalog}". Nothing is left to do.',
  },
  NO_DRAFT: {
    zh: '目录“{catalog}”没有草案，请先新建草案。',
    en: 'Catalog "{catalog}" has no draft. Open one first.',
  },
  UNKNOWN_VERSION: {
    zh: '目录“{catalog}”没有第 {value} 版；现有版本：{options}。',
    en: 'Catalog "{catalog}" has no version {value}. It has: {options}.',
  },
  UNKNOWN_REVISION: {
    zh: '目录“{catalog}”没有修订 {value}，最新为修订 {revision}，请据此重新读取。',
    en: 'Catalog "{catalog}" has no revision {value}; the newest is {revision}. Read it again.',
  },
  UNKNOWN_STAGED_EDIT: {
    zh: '该目录没有备好的修改“{value}”，请重新备好条目后再录入。',
    en: 'The catalog has no staged edit "{value}". Stage the entries again.',
  },
  UNKNOWN_ENTRY: {
    zh: '草案中没有条目“{value}”，请核对条目编码。',
    en: 'The draft has no entry "{value}". Check its code.',
  },
  UNKNOWN_DEFINITION: {
    zh: '草案中没有定义“{value}”，请核对事项或名单的标识。',
    en: 'The draft defines no "{value}". Check the key of the fact or list.',
  },
  STALE_REVISION: {
    zh: '您依据的是修订 {expected}，其后“{item}”已被他人修改（现为修订 {revision}）。现有内容：{current}；您提交的内容：{yours}。请核对后在最新修订上重新提交。',
    en: 'You edited revision {expected}, and "{item}" has been changed since (now revision {revision}). It is: {current}. You sent: {yours}. Compare the two and send yours again on the newest revision.',
  },
  STALE_DRAFT: {
    zh: '您依据的是修订 {expected}，目录现为修订 {revision}，请重新读取并核对后再办理。',
    en: 'You read revision {expected} and the catalog is now at revision {revision}. Read it again before you go on.',
  },
  BUSY: {
    zh: '“{value}”正被多人同时修改，本次未能写入，请稍后重试。',
    en: '"{value}" is being changed by many at once and this change did not get in. Try again shortly.',
  },
  ALREADY_SUBMITTED: {
    zh: '草案已提交审核：可以由未参与编制的人员发布，也可以退回；如需修改，修改后须重新提交。',
    en: 'The draft is in review already. Somebody who has not edited it can publish it, it can be returned, and an edit takes it out of review.',
  },
  NOT_SUBMITTED: {
    zh: '草案尚在编制，请先提交审核，再由未参与编制和提交的人员发布。',
    en: 'The draft is still being edited. Submit it first; then somebody who has neither edited nor submitted it can publish it.',
  },
  NOT_IN_REVIEW: {
    zh: '草案正在编制，不在审核中，无需退回：可以直接修改，编制完成后提交审核。',
    en: 'The draft is being edited and is not in review, so there is nothing to return. Edit it, or submit it first.',
  },
  FOUR_EYES: {
    zh: '“{value}”编制或者提交过因本次发布而施行的条文（包括本版草案、此前放弃的草案和恢复施行的旧版），不能发布；请由 {editors} 以外的人员发布。',
    en: '"{value}" has edited or submitted text that would come into force: this draft, one discarded since the last version, or an old version that comes back. Somebody other than {editors} must publish it.',
  },
  SECOND_PERSON: {
    zh: '“{value}”是提请人，或者编制、提交过因此施行的条文，不能确认；请由 {barred} 以外的人员确认。',
    en: '"{value}" made the proposal, or has edited or submitted text that would come into force by it, and cannot confirm it. Somebody other than {barred} must.',
  },
  UNKNOWN_PROPOSAL: {
    zh: '没有待确认的提请事项“{value}”：编号有误，或者已经确认、已经撤销。',
    en: 'There is no open proposal "{value}": it was confirmed or withdrawn already, or it was never made.',
  },
  ALREADY_PROPOSED: {
    zh: '“{value}”已提请同一事项（事由：{reason}），请由其他人员确认，不必再次提请。',
    en: '"{value}" has proposed just this already ("{reason}"). Somebody else can confirm it; there is nothing to propose again.',
  },
  PROPOSAL_STALE: {
    zh: '“{value}”提请（事由：{reason}）之后情况已有变化，不能再按原内容确认；请核对后重新提请。',
    en: 'What the proposal of "{value}" ("{reason}") was made on has changed since, and it can no longer be confirmed. See what it would change now and propose it again.',
  },
  PROPOSAL_EXPIRED: {
    zh: '该提请事项最迟应于 {on} 确认，现已逾期；请以新的生效日期重新提请。',
    en: 'The proposal had to be confirmed by {on}. Propose it again with another first day.',
  },
  NOT_REPEALED: {
    zh: '目录“{catalog}”没有废止，无可撤销。',
    en: 'Catalog "{catalog}" is not repealed, and there is nothing to reverse.',
  },
  REPEAL_IN_FORCE: {
    zh: '目录“{catalog}”已自 {on} 起废止，只有在该日之前才能撤销废止；需要恢复的，请新建目录。',
    en: 'Catalog "{catalog}" is repealed since {on}; a repeal can be reversed before its day alone. New rules need a new catalog.',
  },
  CONTENT_CHANGED: {
    zh: '您审核的内容（{value}）与草案现有内容（{current}）不一致，请重新审阅后再发布。',
    en: 'You approved the content {value}, but the draft now holds {current}. Review it again before you publish it.',
  },
  BASE_MOVED: {
    zh: '草案编制期间已发布第 {newest} 版（草案基于第 {opened} 版时的目录），审核失效，请在新版上重新编制。',
    en: 'Version {newest} was published after the draft was opened, when {opened} was the newest. The review is void: edit a draft on the newest version.',
  },
  EMPTY_PERIOD: {
    zh: '失效日期 {value} 早于生效日期 {from}，请更正。',
    en: 'The last day {value} lies before the first, {from}. Correct one of them.',
  },
  PUBLICATION_RULE: {
    zh: '{rule} {sentenceZh}不符之处：{place}。{detail}',
    en: '{rule} {sentenceEn} Not so in {place}. {detail}',
  },
  ACKNOWLEDGEMENT_REQUIRED: {
    zh: '{rule} {sentenceZh}请核实以下情况，确认无误的，发布时逐条写明确认理由：{place}。{detail}',
    en: '{rule} {sentenceEn} Not so in {place}. If this is meant, the publisher accepts it with a reason. {detail}',
  },
  // history: what it is held against
  INVALID_HASH: {
    zh: '“{field}”的值 {value} 不是哈希，应为 64 位小写十六进制数。',
    en: 'The value {value} of "{field}" is not a hash. A hash has 64 lower-case hexadecimal digits.',
  },
  UNKNOWN_DECISION: {
    zh: '没有编号为“{value}”的准入决定，请核对决定编号。',
    en: 'There is no decision "{value}". Check its id.',
  },
  RECEIPT_BROKEN: {
    zh: '准入决定“{value}”的记录与其回执不符，该记录本身已被改动，不能据以核对历史；请改用当事人持有的回执或另行留存的链头。',
    en: 'The record of decision "{value}" does not have the receipt that it carries: it was changed itself and proves nothing. Use the receipt that was handed out, or a head kept elsewhere.',
  },
  DECISION_DAMAGED: {
    zh: '准入决定“{value}”的存储记录缺失或被改动（{fault}），不能显示；请立即报告系统管理员，并以当事人持有的回执和核对文件为准。',
    en: 'Something of decision "{value}" as it is stored is missing or was changed ({fault}), so it is not shown. Report it at once, and go by the receipt and proof that were handed out.',
  },
  DECISION_SUPERSEDED: {
    zh: '准入决定“{value}”已由“{by}”替代，不能再次替代；如需更正，请替代后者。',
    en: 'Decision "{value}" was superseded by "{by}" and cannot be superseded again. Supersede the latter if need be.',
  },
  SUPERSEDES_ELSEWHERE: {
    zh: '准入决定“{value}”是就园区“{decided}”作出的，不能由“{zone}”的决定替代；请就原园区重新办理。',
    en: 'Decision "{value}" was made for zone "{decided}". One for "{zone}" cannot supersede it: decide for the same zone.',
  },
  DECISION_ELSEWHERE: {
    zh: '准入决定“{value}”作出时没有读取“{chain}”，不能据以核对；请选用适用该目录的园区的决定。',
    en: 'Decision "{value}" did not read "{chain}" and says nothing about it. Use a decision of a zone to which it applies.',
  },
  // register (DESIGN 4)
  LEVEL_ORDER: {
    zh: '“{value}”（{level}）不能隶属于“{parent}”（{parentLevel}）：下级须低于上级，仅园区可以位于园区之内。',
    en: '"{value}" ({level}) cannot lie in "{parent}" ({parentLevel}): a level lies below that of its parent, only zones lie in zones.',
  },
  LEVEL_FIXED: {
    zh: '“{value}”已登记为 {level}，级别不能变更。',
    en: '"{value}" is registered as {level}. Its level cannot change.',
  },
  CODE_LOOKS_TAKEN: {
    zh: '编号“{value}”与已登记的“{other}”只有大小写之别，易被误认，请另选编号。',
    en: '"{value}" differs from "{other}", which is registered, in nothing but upper and lower case. Choose another code.',
  },
  RECORD_OUT_OF_ORDER: {
    zh: '“{value}”已有自 {last} 起的登记，整份登记不能早于该日（本次为 {effectiveFrom}）；自更早日期起的变更请用 changeZone 或 changeRegion 办理。',
    en: '"{value}" has a record from {last} on, and a whole new one cannot begin earlier, on {effectiveFrom}. For a change from an earlier day use changeZone or changeRegion.',
  },
  LINEAGE_BROKEN: {
    zh: '自 {on} 起“{value}”的隶属关系会中断或循环，请更正上级或生效日期。',
    en: 'From {on} on the lineage of "{value}" would have a hole or a circle. Correct its parent or its date.',
  },
  PARENT_CLOSED: {
    zh: '“{parent}”自 {on} 起撤销，“{value}”届时不能隶属于它，请另定上级或调整日期。',
    en: '"{parent}" is closed from {on} on, so "{value}" cannot lie in it then. Name another parent or another date.',
  },
  STILL_OPEN_INSIDE: {
    zh: '“{value}”不能撤销：{on} 其下仍有 {count} 个未撤销的管辖区域（{inside}），请先撤销或划转。',
    en: '"{value}" cannot be closed: on {on} there are {count} jurisdictions still open inside it ({inside}). Close or move them first.',
  },
  JURISDICTION_CLOSED: {
    zh: '“{value}”自 {since} 起已撤销，不能变更；如需恢复，请由上级管理人员恢复登记。',
    en: '"{value}" is closed from {since} on and cannot be changed. To reopen it an admin of its parent registers it again.',
  },
  UNKNOWN_REGION: {
    zh: '没有编号为“{value}”的行政区域，请核对编号。',
    en: 'There is no region "{value}". Check the region id.',
  },
  NO_CHANGE: {
    zh: '“{value}”自 {on} 起的登记已是所填内容，没有需要变更的，未作登记。',
    en: '"{value}" is registered just so from {on} on. There is nothing to change, and nothing was recorded.',
  },
  AREA_IN_USE: {
    zh: '目录“{catalog}”第 {number} 版的条目 {entries} 以片区 {value} 为适用区域；该片区自 {on} 起取消后，相关项目一律转人工研究。请先修订目录，或确认知悉后照办。',
    en: 'Version {number} of catalog "{catalog}" names the area {value} in the territory of entries {entries}. Without it, from {on} on, their projects all go to the authority. Revise the catalog first, or confirm that it is meant.',
  },
  TERRITORY_LEFT: {
    zh: '目录“{catalog}”第 {number} 版的条目 {entries} 以 {value} 为适用区域；自 {on} 起划出后，该目录不再适用于它。请先修订目录，或确认知悉后照办。',
    en: 'Version {number} of catalog "{catalog}" names {value} in the territory of entries {entries}. After the move, from {on} on, the catalog applies there no more. Revise it first, or confirm that it is meant.',
  },
  DEFINITION_LEFT: {
    zh: '目录“{catalog}”第 {number} 版使用上级目录的定义 {definitions}；{value} 自 {on} 起划出后，该目录按最后有效的定义执行。请先修订目录，或确认知悉后照办。',
    en: 'Version {number} of catalog "{catalog}" uses the definitions {definitions} of catalogs above. After the move of {value}, from {on} on, the last ones that counted stay in use. Revise the catalog first, or confirm that it is meant.',
  },
  PRODUCT_UNITS_DIFFER: {
    zh: '目录“{catalog}”第 {number} 版与 {value} 自 {on} 起所属上级的目录以不能换算的单位计量同一产品：{products}。申请人须同时按两种单位填报。请先修订目录，或确认知悉后照办。',
    en: 'Version {number} of catalog "{catalog}" counts products in other units than the catalogs above {value} from {on} on, and none converts: {products}. Applicants have to state them in both. Revise the catalog first, or confirm that it is meant.',
  },
  RISK_GRADE_NOT_FITTING: {
    zh: '安全风险等级 {value} 与园区类型 {kind} 不符：化工园区填 A 至 D 或 UNRATED，其他园区填 NONE。',
    en: 'The risk grade {value} does not fit the kind {kind}: chemical parks have A to D or UNRATED, other zones NONE.',
  },
  BUILT_IN_FACT: {
    zh: '“{value}”是系统内置事项，不能另行填报或定义。',
    en: '"{value}" is a built-in fact and cannot be stated or defined here.',
  },
  // assessing and deciding
  TOO_MANY_PROJECTS: {
    zh: '一次最多评估 {allowed} 个项目，收到 {value} 个，请分批提交。',
    en: 'At most {allowed} projects are assessed at once, not {value}. Send them in portions.',
  },
  BATCH_TOO_HEAVY: {
    zh: '本次请求中排在前面的项目未填事项较多，评估工作量已达一次请求的上限，本项目未予评估；请将其另行分批提交，或补充事项后再提交。',
    en: 'The projects before this one leave so much open that this request has no work left for it, and it was not assessed. Send it in another, smaller request, or state more of the facts.',
  },
  INVALID_TIME: {
    zh: '“{field}”的值 {value} 不是时间，请按 2026-11-23T08:00:00+08:00 的格式填写。',
    en: 'The value {value} of "{field}" is not a time. Write it like 2026-11-23T08:00:00+08:00.',
  },
  PERIOD_TOO_LONG: {
    zh: '需要逐条核对的决定超过 {value} 件，请用“from”“to”缩短查询的时间范围。',
    en: 'More than {value} decisions would have to be gone through. Shorten the period with "from" and "to".',
  },
  // batches
  UNKNOWN_BATCH: {
    zh: '没有编号为“{value}”的批次，请核对批次编号。',
    en: 'There is no batch "{value}". Check its id.',
  },
  BATCH_TOO_WIDE: {
    zh: '“{jurisdiction}”涉及 {value} 个目录，一个批次最多 {allowed} 个，请按下级区域分批办理。',
    en: '{value} catalogs can apply in "{jurisdiction}", and a batch takes at most {allowed}. Make a batch for each region in it.',
  },
  CHUNK_INDEX: {
    zh: '分段序号应为 0 至 {allowed} 的整数，收到 {value}。',
    en: 'Chunks are numbered from 0 to {allowed}, not {value}.',
  },
  CHUNK_SIZE: {
    zh: '一个分段应有 1 至 {allowed} 行，收到 {value} 行，请调整后重新提交。',
    en: 'A chunk has 1 to {allowed} rows, not {value}. Divide the rows otherwise.',
  },
  CHUNK_TOO_HEAVY: {
    zh: '第 {index} 分段的 {rows} 行未填事项较多，一次请求只能评估其中前 {allowed} 行，整段未予收存；请将其拆成更小的分段提交（多出的分段使用未用过的序号）。',
    en: 'The {rows} rows of chunk {index} leave so much open that one request can assess the first {allowed} of them alone, and nothing of the chunk was kept. Divide it into smaller ones, with indexes that are not used yet.',
  },
  CHUNK_DIFFERS: {
    zh: '第 {index} 分段已收存另外的 {rows} 行，不能改换；重试请原样提交，其他各行请使用未用过的序号。',
    en: 'Chunk {index} is kept with {rows} other rows and cannot be changed. Repeat it unchanged, or send other rows under an index that is not used yet.',
  },
  ZONE_NOT_IN_BATCH: {
    zh: '园区“{value}”不在本批次的管辖区域“{jurisdiction}”内，请核对，或另建批次办理。',
    en: 'Zone "{value}" does not lie in "{jurisdiction}", for which the batch was made. Check it, or put it into a batch of its own.',
  },
  BATCH_CLOSED: {
    zh: '批次“{batch}”已结束提交，共 {chunks} 个分段，不能再补充第 {index} 分段；请另建批次。',
    en: 'Batch "{batch}" is closed with {chunks} chunks, and chunk {index} cannot be added any more. Make another batch.',
  },
  BATCH_OPEN: {
    zh: '批次“{batch}”尚未结束提交，请先结束提交再办理决定。',
    en: 'Batch "{batch}" is not closed yet. Close it before its rows are decided.',
  },
  BATCH_OUTDATED: {
    zh: '批次建立之后，园区“{zone}”在 {on} 应适用的内容有变化：{changed}。决定应依当日有效的目录作出，请另建批次重新提交后办理。',
    en: 'Since the batch was made, what counts in zone "{zone}" on {on} has changed: {changed}. A decision rests on what counts on its day: make another batch and send the rows again.',
  },
  BATCH_COMPLETE: {
    zh: '批次“{batch}”已结束提交，不能再为其提交清单文件；请另建批次。',
    en: 'Batch "{batch}" is closed, and no list can be handed in for it any more. Make another batch.',
  },
  LISTS_NOT_TAKEN: {
    zh: '此地址不接收清单文件：请改用经办人员地址（/officer/graphql）提交；本地服务没有存储桶，请用命令行核查清单，或以 addToBatch 逐段提交。',
    en: 'No lists are taken as files here. Use the address for officers (/officer/graphql); a local service has no bucket: check the list at the command line, or send its rows with addToBatch.',
  },
  LIST_SIZE: {
    zh: '清单文件应为 1 至 {allowed} 字节，填报的是 {value} 字节，请核对或拆分后提交。',
    en: 'A list has 1 to {allowed} bytes, not {value}. Check the size, or split the file.',
  },
  UNKNOWN_UPLOAD: {
    zh: '“{value}”不是清单文件的提交编号，请使用 uploadList 给出的编号。',
    en: '"{value}" is no id of a list that was handed in. Use the one that uploadList gave.',
  },
  ROW_DECIDED: {
    zh: '本行此前已作出准入决定“{decision}”，其中没有本次的一事一议认定；认定未予记录。确需改变的，请以新的决定替代原决定。',
    en: 'Decision "{decision}" of this row was recorded before and does not have what you confirmed, which was not recorded. To change it, have another decision take its place.',
  },
  UNKNOWN_ROW: {
    zh: '批次中没有第 {chunk} 分段第 {row} 行（均从 0 起），请核对。',
    en: 'The batch has no row {row} in chunk {chunk}, both from 0. Check the place.',
  },
  BATCH_SOFTWARE_CHANGED: {
    zh: '批次“{batch}”由引擎第 {pinned} 版建立，现为第 {current} 版，其间有变化的是：{changed}。同一批次不能前后依不同的规则评估，请另建批次重新提交。',
    en: 'Batch "{batch}" was made with engine {pinned}; this is engine {current}, and what has changed is: {changed}. One batch is not decided by two sets of rules. Make another one and send the rows again.',
  },
  CHUNKS_MISSING: {
    zh: '本批次应有 {chunks} 个分段，尚缺 {count} 个：{missing}。请补交后再结束提交。',
    en: 'The batch is to have {chunks} chunks, and {count} are missing: {missing}. Send them, then close it.',
  },
  CHUNKS_DIFFER: {
    zh: '填报的分段数是 {value}，已收存 {current} 个，请核对。',
    en: 'The batch is to have {value} chunks, and {current} are kept. Check the number.',
  },
  ROWS_DIFFER: {
    zh: '填报的总行数是 {value}，已收存 {current} 行，请核对。',
    en: 'The batch is to have {value} rows, and {current} are kept. Check the number.',
  },
  CLOSED_OTHERWISE: {
    zh: '本批次已结束提交，共 {chunks} 个分段、{rows} 行，与本次填报的不同，请核对。',
    en: 'The batch is closed already, with {chunks} chunks and {rows} rows, which is not what you say. Check the numbers.',
  },
  IDEMPOTENCY_CONFLICT: {
    zh: '幂等键“{value}”已用于另一份内容不同的请求；重试请原样提交，新的申请请换用新的键。',
    en: 'The idempotency key "{value}" was used for a request with other content. Repeat that request unchanged, or use a new key.',
  },
  DIFFERENT_CATALOGS: {
    zh: '“{from}”与“{to}”不属于同一目录，只能比对同一目录的版本和草案。',
    en: '"{from}" and "{to}" are not of one catalog. Compare versions and drafts of one catalog only.',
  },
  // the API itself: top-level errors, never user errors
  INVALID_CURSOR: {
    zh: '游标“{value}”不属于本次查询，或所指内容已变动，请从第一页重新查询。',
    en: 'The cursor "{value}" is not one of this query, or what it stands for is gone. Start again from the first page.',
  },
  SNAPSHOT_GONE: {
    zh: '{on} 的目录或园区已有变动，翻页所依据的状态已不再保留，请从第一页重新查询。',
    en: 'Catalogs or zones of {on} have changed, and what this page goes on from is kept no longer. Start again from the first page.',
  },
  INVALID_PAGE_SIZE: {
    zh: '每页条数应为 1 至 {allowed}，收到 {value}。',
    en: 'A page has 1 to {allowed} items, not {value}.',
  },
  QUERY_TOO_DEEP: {
    zh: '查询嵌套 {value} 层，超过 {allowed} 层的上限，请拆分查询。',
    en: 'The query is nested {value} levels deep, more than the {allowed} allowed. Split it.',
  },
  QUERY_TOO_LONG: {
    zh: '查询共写有 {value} 个字段，超过 {allowed} 个的上限，请拆分查询。',
    en: 'The query names {value} fields, more than the {allowed} allowed. Split it.',
  },
  QUERY_TOO_BROAD: {
    zh: '一次请求包含 {value} 个顶层查询，超过 {allowed} 个的上限，请分次请求。',
    en: 'The request asks {value} things at once, more than the {allowed} allowed. Split it.',
  },
  QUERY_TOO_MANY_ALIASES: {
    zh: '查询使用了 {value} 个别名，超过 {allowed} 个的上限，请拆分查询。',
    en: 'The query has {value} aliases, more than the {allowed} allowed. Split it.',
  },
  QUERY_TOO_MANY_DIRECTIVES: {
    zh: '查询使用了 {value} 个指令，超过 {allowed} 个的上限，请精简查询。',
    en: 'The query has {value} directives, more than the {allowed} allowed. Leave some out.',
  },
  QUERY_TOO_MANY_FRAGMENTS: {
    zh: '查询定义或引用了 {value} 个片段，超过 {allowed} 个的上限，请精简查询。',
    en: 'The query defines or spreads {value} fragments, more than the {allowed} allowed. Leave some out.',
  },
  QUERY_TOO_MANY_OPERATIONS: {
    zh: '查询文本含有 {value} 个操作，超过 {allowed} 个的上限，请只提交要执行的操作。',
    en: 'The query text holds {value} operations, more than the {allowed} allowed. Send the one that is to run.',
  },
  QUERY_TOO_MANY_TOKENS: {
    zh: '查询文本过长（词法单元超过 {allowed} 个），请拆分查询，数据请放入变量。',
    en: 'The query text has more than {allowed} tokens. Split it, and put data into variables.',
  },
  QUERY_TEXT_TOO_LONG: {
    zh: '查询文本有 {value} 个字符，超过 {allowed} 个的上限，请拆分查询，数据请放入变量。',
    en: 'The query text has {value} characters, more than the {allowed} allowed. Split it, and put data into variables.',
  },
  QUERY_TOO_COSTLY: {
    zh: '查询的工作量估计为 {value}，超过 {allowed} 的上限，请减少每页条数、项目数或字段。',
    en: 'The query is estimated to cost {value}, more than the {allowed} allowed. Ask for smaller pages, fewer projects or fewer fields.',
  },
  FRAGMENT_CYCLE: {
    zh: '查询片段“{value}”直接或间接引用了自身，请更正。',
    en: 'The fragment "{value}" contains itself, directly or through others. Correct the query.',
  },
  INTROSPECTION_NOT_ALLOWED: {
    zh: '未登录或没有角色的调用方不能查询接口结构，请以具有角色的账号登录后再试。',
    en: 'Only callers with a role may read the schema. Sign in with one.',
  },
  // requests that never were GraphQL
  BAD_REQUEST: {
    zh: '请求内容不是有效的 JSON：{reason}。请核对后重新提交。',
    en: 'The request is not valid JSON: {reason}. Check it and send it again.',
  },
  INVALID_REQUEST: {
    zh: '请求缺少查询语句（应以 application/json 提交），或 query、variables、operationName、extensions 中某一项类型不对、重复，请核对。',
    en: 'The request has no query in application/json, or one of query, variables, operationName and extensions has the wrong type or is given twice. Check it.',
  },
  METHOD_NOT_ALLOWED: {
    zh: '本接口只接受 GET 和 POST，收到 {value}。',
    en: 'The API takes GET and POST, not {value}.',
  },
  CHANGE_BY_GET: {
    zh: '变更数据的操作必须用 POST 提交。',
    en: 'What changes something is sent by POST, not by GET.',
  },
  NOT_ACCEPTABLE: {
    zh: '本接口只返回 application/json 或 application/graphql-response+json，请求的 Accept 为 {value}。',
    en: 'The API answers in application/json or application/graphql-response+json, and the request accepts only {value}.',
  },
  REQUEST_TOO_LARGE: {
    zh: '请求正文超过 {allowed} 字节，请分批提交。',
    en: 'The body of the request takes more than {allowed} bytes. Send it in several requests.',
  },
  REQUEST_TOO_DEEP: {
    zh: '请求内容嵌套超过 {allowed} 层，请简化。',
    en: 'The request is nested more than {allowed} levels deep. Simplify it.',
  },
  REQUEST_TOO_MANY_VALUES: {
    zh: '请求内容超过 {allowed} 个数据项，请分批提交。',
    en: 'The request holds more than {allowed} values. Send it in portions.',
  },
  INVALID_UNICODE: {
    zh: '“{field}”含有不完整的字符（落单的代理码位），请核对文字编码。',
    en: 'There is half a character (a lone surrogate) in "{field}". Check the encoding of the text.',
  },
  BATCHING_NOT_SUPPORTED: {
    zh: '一次请求只能提交一个查询，不能提交数组；多个项目请使用批量预评估。',
    en: 'A request holds one query, not a list of them. Many projects go into one assessMany.',
  },
  CSRF_PREVENTED: {
    zh: '请求可能由其他网站伪造，已拒绝；请以 application/json 提交，或加上请求头 apollo-require-preflight。',
    en: 'The request may have been forged by another site (CSRF) and is refused. Send application/json, or the header apollo-require-preflight.',
  },
  GRAPHQL_PARSE_FAILED: {
    zh: '查询语句有语法错误（第 {line} 行第 {column} 列附近），请核对。',
    en: 'The query has a syntax error near line {line}, column {column}.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    zh: '查询语句与接口定义不符（第 {line} 行第 {column} 列“{value}”），请对照接口文档核对名称、参数和类型；登录后可查看详细原因。',
    en: 'The query does not fit the API at line {line}, column {column}: "{value}". Compare names, arguments and types with the documentation; callers with a role are told more.',
  },
  BAD_USER_INPUT: {
    zh: '传入的值不符合要求：{value}。请对照接口文档核对；登录后可查看详细原因。',
    en: 'A value that was sent does not fit: {value}. Compare it with the documentation; callers with a role are told more.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    zh: '无法确定要执行的操作，请用 operationName 指明查询文本中的一个操作。',
    en: 'It is not clear which operation to run. Name one of those in the query text in operationName.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    zh: '本服务不保存查询语句，请提交完整的查询。',
    en: 'Queries are not kept here. Send the whole query.',
  },
  ANSWER_TOO_LARGE: {
    zh: '返回内容有 {value} 字节，超过 {allowed} 字节的上限，未返回；请减少每次的项目数、条数或字段。写入操作如已执行，仍然有效，请另行查询结果。',
    en: 'The answer takes {value} bytes, more than the {allowed} allowed, and is not sent. Ask for fewer projects, items or fields at once. A change, if the request made one, stands: read it in a request of its own.',
  },
  ASSESSMENT_LATE: {
    zh: '评估未能在规定时间内完成（与数据服务无关）。请补充项目事项或减少一次提交的项目后重试。',
    en: 'The assessment did not come to an end in time; the data store is not at fault. State more facts or ask about fewer projects at once, and try again.',
  },
  SERVICE_UNAVAILABLE: {
    zh: '数据服务暂时无法访问，请稍后重试。',
    en: 'The data store does not answer at the moment. Try again in a while.',
  },
  INTERNAL_ERROR: {
    zh: '系统内部错误，已记录（请求编号 {requestId}），请将编号告知系统管理员。',
    en: 'Something went wrong on our side and was recorded (request {requestId}). Tell the operator this number.',
  },
} as const satisfies Record<string, Record<Locale, string>>;

export type MessageCode = keyof typeof MESSAGES;
export const MESSAGE_CODES = Object.keys(MESSAGES) as MessageCode[];

/** The sentence of a code with its placeholders. */
export const template = (code: MessageCode, locale: Locale): string => MESSAGES[code][locale];

/** Details that a sentence does not show: for programs and for the log. */
interface UnsaidDetails {
  readonly UNAUTHENTICATED: 'reason';
  readonly PUBLICATION_RULE: 'entry' | 'field' | 'value' | 'witness';
  readonly ACKNOWLEDGEMENT_REQUIRED: 'entry' | 'field' | 'value' | 'witness';
}

/** The details of a code: the placeholders of its sentence, and details not shown. */
export type DetailsOf<Code extends MessageCode> =
  NamesOf<Code> extends never
    ? Readonly<Record<string, never>>
    : {
        readonly [Name in NamesOf<Code>]: Name extends UnsaidDetails[keyof UnsaidDetails]
          ? Part | object
          : Part;
      };
type NamesOf<Code extends MessageCode> =
  | PartsOf<(typeof MESSAGES)[Code]>
  | UnsaidDetails[Code & keyof UnsaidDetails];

/** The details of any code. */
export type Details = Readonly<Record<string, Part | object>>;

/** The sentence of a code with its details, each unchanged. */
export const render = (code: MessageCode, details: Details, locale: Locale): string =>
  filled(MESSAGES[code][locale], details as Readonly<Record<string, Part>>, locale).trimEnd();
