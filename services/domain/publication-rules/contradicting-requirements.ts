import { all } from '../condition/tests.ts';
import { violationShownBy } from './reasoning/counterexample.ts';
import type { Wish } from './reasoning/find-situation.ts';
import { findMostFulfilled, findSituation } from './reasoning/find-situation.ts';
import type { LawEntry } from './reasoning/law.ts';
import { reasoningRule } from './reasoning/reasoning-rule.ts';

export const REQUIREMENTS_AGREE = reasoningRule(
  'PR-31',
  'ERROR',
  {
    zh: '同一条目的各项限制条件能够同时满足。',
    en: 'The requirements of an entry can all be met by one project.',
  },
  (entry, queries) => {
    const requirements = conditional(entry);
    if (requirements.length < 2) return [];
    const met = queries.requirementsMet(entry);
    if (met) return [];
    if (met === undefined) return 'UNDECIDED';
    const { law } = queries;
    // One that nobody can meet by itself is told as such.
    if (requirements.some(({ expression }) => findSituation([expression], law) === null)) return [];
    const caught = { expression: entry.strict.applies, text: { zh: '', en: '' } };
    const most = findMostFulfilled<Wish>([...requirements, ...(queries.caught(entry) ? [caught] : [])], law);
    if (!most) return 'UNDECIDED';
    const failed = requirements.filter((each) => most.failed.includes(each));
    if (failed.length === 0) return 'UNDECIDED';
    const zhFailed = failed.map(({ text }) => `“${text.zh}”`).join('、');
    const enFailed = failed.map(({ text }) => `"${text.en}"`).join(', ');
    return [
      violationShownBy(
        entry,
        {
          field: failed.length === 1 ? `requirements.${failed[0]!.key}` : 'requirements',
          value: failed.map(({ key }) => key).join(', '),
          situation: most.found,
          claims: [all(most.kept.map(({ expression }) => expression))],
          detail: ({ zh, en }) => ({
            zh: `各项限制条件相互矛盾：示例项目（${zh}）满足其余各项，就不可能满足${zhFailed}。`,
            en: `The requirements contradict each other: a project (${en}) that meets all others cannot meet ${enFailed}.`,
          }),
        },
        law,
      ),
    ];
  },
);

const conditional = ({ compiled }: LawEntry) =>
  compiled.requirements.flatMap(({ key, when }, at) => {
    const { text } = compiled.entry.requirements[at]!;
    return when ? [{ key, expression: when, text: { zh: text.zh, en: text.en ?? text.zh } }] : [];
  });
