import processes from '../../../data/processes.json';
import { OPTION_LABELS } from '../../../domain/messages/labels.ts';
import { inLocale } from '../../../domain/values/text.ts';
import type { Measure, Outcome, Role, VersionStatus } from '../generated/queries.ts';
import { localeStore, type Text, text } from '../shell/locale.ts';

/** Short enough for a tag; the sentences are those of the API. */
export const OUTCOMES: Readonly<
  Record<Outcome, { readonly sign: string; readonly tone: string; readonly text: Text }>
> = {
  ADMITTED: { sign: '○', tone: 'admit', text: text('可以准入', 'Admitted') },
  CONDITIONAL: { sign: '△', tone: 'condition', text: text('有条件准入', 'On conditions') },
  NEEDS_INFORMATION: { sign: '？', tone: 'ask', text: text('情况待补充', 'Facts missing') },
  REVIEW: { sign: '◇', tone: 'review', text: text('须研究决定', 'For review') },
  REFUSED: { sign: '✕', tone: 'refuse', text: text('不予准入', 'Refused') },
};

export const MEASURES: Readonly<Record<Measure, { readonly tone: string; readonly text: Text }>> = {
  PROHIBITED: { tone: 'refuse', text: text('禁止', 'Prohibited') },
  RESTRICTED: { tone: 'condition', text: text('限制', 'Restricted') },
};

export const VERSION_STATUSES: Readonly<
  Record<VersionStatus, { readonly tone: string; readonly text: Text }>
> = {
  SCHEDULED: { tone: 'ask', text: text('待生效', 'Scheduled') },
  IN_FORCE: { tone: 'admit', text: text('现行有效', 'In force') },
  SUPERSEDED: { tone: 'plain', text: text('已被替代', 'Superseded') },
  EXPIRED: { tone: 'plain', text: text('已到期', 'Expired') },
  WITHDRAWN: { tone: 'plain', text: text('已撤回', 'Withdrawn') },
};

export const ROLE_LABELS: Readonly<Record<Role, Text>> = {
  EDITOR: text('编制人员', 'editors'),
  PUBLISHER: text('发布人员', 'publishers'),
  OFFICER: text('审批人员', 'officers'),
  ADMIN: text('管理人员', 'admins'),
};

const PROCESSES: ReadonlyMap<string, Text> = new Map(
  processes.notices.flatMap(({ items }) => items.map(({ key, zh, en }) => [key, { zh, en }] as const)),
);

/** What an option of a fact is called; those that a catalog defines are called what they are. */
export function optionLabel(fact: string, option: string): string {
  const label = fact === 'processes' ? PROCESSES.get(option) : OPTION_LABELS[fact]?.[option];
  return label ? inLocale(label, localeStore.get()) : option;
}
