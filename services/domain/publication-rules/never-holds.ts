import type { Condition } from '../condition/condition.ts';
import { conditionText } from '../condition/condition-text.ts';
import type { Expression } from '../condition/tests.ts';
import type { Names } from '../facts/names.ts';
import { namesOf, violationShownBy } from './reasoning/counterexample.ts';
import type { EntryQueries } from './reasoning/entry-queries.ts';
import type { Wish } from './reasoning/find-situation.ts';
import { findMostFulfilled, findSituation } from './reasoning/find-situation.ts';
import type { LawEntry } from './reasoning/law.ts';
import type { Conclusion } from './reasoning/reasoning-rule.ts';
import { reasoningRule } from './reasoning/reasoning-rule.ts';
import type { Violation } from './rule.ts';

export const EVERY_CONDITION_CAN_HOLD = reasoningRule(
  'PR-28',
  'ERROR',
  {
    zh: '每一条件均有项目能够满足，每一条目均有项目能够适用。',
    en: 'Some project can meet every condition, and every entry can apply to some project.',
  },
  (entry, queries) => {
    const found = placedConditions(entry).flatMap((placed): readonly (Violation | undefined)[] => {
      if (canHold(placed, entry, queries)) return [];
      const situation = findSituation([placed.expression], queries.law);
      return situation === null ? [neverHolds(placed, entry, queries)] : situation ? [] : [undefined];
    });
    // Where its own condition cannot hold, that says why the entry cannot apply.
    const told = found.some((violation) => violation?.field === 'when');
    const all = told || queries.caught(entry) ? found : [...found, ...scopeNeverMeets(entry, queries)];
    return all.includes(undefined) ? 'UNDECIDED' : (all as Conclusion);
  },
);

interface PlacedCondition {
  readonly field: string;
  readonly condition: Condition;
  readonly expression: Expression;
}

function placedConditions({ compiled }: LawEntry): readonly PlacedCondition[] {
  const { entry } = compiled;
  return [
    { field: 'when', condition: entry.when, expression: compiled.when },
    ...entry.exceptions.map(({ key, when }, at) => ({
      field: `exceptions.${key}.when`,
      condition: when,
      expression: compiled.exceptions[at]!.when,
    })),
    ...entry.requirements.map(({ key, when }, at) => ({
      field: `requirements.${key}.when`,
      condition: when,
      expression: compiled.requirements[at]!.when,
    })),
  ].filter((placed): placed is PlacedCondition => placed.condition != null);
}

/** What is plain without a search: one test alone can hold (its bounds are a matter of PR-16), and what was seen to. */
function canHold({ field, expression }: PlacedCondition, entry: LawEntry, queries: EntryQueries): boolean {
  if (expression.kind === 'test' && expression.test.kind !== 'chemical') return true;
  if (field === 'when') return Boolean(queries.caught(entry));
  return field.startsWith('requirements.') && Boolean(queries.meeting(entry));
}

function neverHolds(
  { field, condition, expression }: PlacedCondition,
  entry: LawEntry,
  queries: EntryQueries,
): Violation | undefined {
  const names = namesOf(queries.law);
  return violation(field, partsOf(condition, expression, names), entry, queries, {
    zh: '该条件不可能成立',
    en: 'This condition can never hold',
  });
}

/** The scope of the entry and its condition, each possible by itself, exclude each other. */
function scopeNeverMeets(entry: LawEntry, queries: EntryQueries): readonly (Violation | undefined)[] {
  const { compiled } = entry;
  const whole = [...compiled.scope.parts, compiled.when];
  const situation = findSituation(whole, queries.law);
  if (situation) return [];
  if (situation === undefined) return [undefined];
  const when = compiled.entry.when;
  // Bounds of one test that leave no room are a matter of PR-16.
  if (when && findSituation([compiled.when], queries.law) === null) return [];
  const parts = [
    ...compiled.scope.parts.map((expression) => ({ expression, text: scopeText(expression) })),
    ...(when ? partsOf(when, compiled.when, namesOf(queries.law)) : []),
  ];
  return [
    violation(when ? 'when' : 'industries', parts, entry, queries, {
      zh: '适用范围与条件相互排斥，本条不可能适用于任何项目',
      en: 'The scope of the entry and its condition exclude each other, so it can apply to no project',
    }),
  ];
}

function violation(
  field: string,
  parts: readonly Wish[],
  entry: LawEntry,
  queries: EntryQueries,
  said: { readonly zh: string; readonly en: string },
): Violation | undefined {
  const most = findMostFulfilled(parts, queries.law);
  if (!most || most.failed.length === 0) return undefined;
  const failed = (locale: 'zh' | 'en') => most.failed.map(({ text }) => text[locale]);
  const claims = most.kept.map(({ expression }) => expression);
  return violationShownBy(
    entry,
    {
      field,
      value: failed('zh').join('；').slice(0, 80),
      situation: most.found,
      claims,
      detail: ({ zh, en }) => ({
        zh: `${said.zh}：示例项目（${zh}）已符合其余部分，但不符合“${failed('zh').join('；')}”。`,
        en: `${said.en}: a project (${en}) meets all the rest, but not "${failed('en').join('; ')}".`,
      }),
    },
    queries.law,
  );
}

/** The parts of a condition that must all hold, each with its words. */
function partsOf(condition: Condition, expression: Expression, names: Names): readonly Wish[] {
  if ('all' in condition && condition.all && expression.kind === 'and')
    return condition.all.flatMap((part, at) => partsOf(part, expression.parts[at]!, names));
  return [
    {
      expression,
      text: { zh: conditionText(condition, names, 'zh'), en: conditionText(condition, names, 'en') },
    },
  ];
}

function scopeText(expression: Expression): Wish['text'] {
  const kind = expression.kind === 'test' ? expression.test.kind : 'industry';
  return SCOPE[kind as keyof typeof SCOPE] ?? SCOPE.industry;
}
const SCOPE = {
  industry: { zh: '条目的行业范围', en: 'the industries of the entry' },
  set: { zh: '条目的建设性质', en: 'the natures of the entry' },
  activity: { zh: '条目的活动类型', en: 'the activities of the entry' },
  territory: { zh: '条目的适用区域', en: 'the territory of the entry' },
} as const;
