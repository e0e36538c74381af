import { none } from '../condition/tests.ts';
import type { Locale } from '../values/text.ts';
import { entriesText } from './entries-text.ts';
import { namesOf, violationShownBy } from './reasoning/counterexample.ts';
import { covererIn } from './reasoning/covering-index.ts';
import { reasoningRule } from './reasoning/reasoning-rule.ts';
import { holdsIn } from './reasoning/situation.ts';
import { uncovered } from './reasoning/uncovered.ts';

export const RESTRICTED_CAN_BE_MET = reasoningRule(
  'PR-32',
  'WARNING',
  {
    zh: '限制类条目有项目能够满足全部限制条件，且不被其他条目禁止。',
    en: 'Some project that a RESTRICTED entry catches meets its requirements and is not refused by other entries.',
  },
  (entry, queries) => {
    const { measure, requirements } = entry.compiled.entry;
    const conditions = entry.demands;
    // What no project catches, or no project could meet, is told as such.
    if (measure !== 'RESTRICTED' || conditions.length === 0) return [];
    const { law } = queries;
    const { strict } = entry;
    const others = ({ refuses }: typeof entry) => refuses;
    const claims = [strict.applies, ...conditions];
    if (queries.caught(entry) === null || queries.requirementsMet(entry) === null) return [];
    if (queries.meeting(entry) === undefined) return 'UNDECIDED';
    const met = uncovered(entry, claims, others, law, queries.meeting(entry) ?? undefined);
    if (met.kind === 'FOUND') return [];
    if (met.kind === 'UNDECIDED') return 'UNDECIDED';
    const violating = uncovered(entry, [strict.broken], others, law, queries.breaking(entry) ?? undefined);
    // Where others refuse everything, the entry never matters, and that is told.
    if (violating.kind === 'COVERED') return [];
    if (violating.kind === 'UNDECIDED') return 'UNDECIDED';
    const { situation } = violating;
    const failed = entry.compiled.requirements.filter(({ when }) => when && !holdsIn(situation, when));
    const kept = conditions.filter((when) => holdsIn(situation, when));
    const texts = requirements.filter((_, at) => failed.some(({ key }) => requirements[at]!.key === key));
    const by = (locale: Locale) => entriesText(met.by, namesOf(law), locale);
    return [
      violationShownBy(
        entry,
        {
          field: 'requirements',
          value: failed.map(({ key }) => key).join(', '),
          situation,
          claims: [strict.broken, ...failed.map(({ when }) => none(when!)), ...kept],
          showsToo: (each) => covererIn(each, entry, others, law) === undefined,
          detail: ({ zh, en }) => ({
            zh: `凡适用本条的项目，${met.by.length > 0 ? `不是不满足限制条件，就是已被其他条目（${by('zh')}）禁止` : '均不满足限制条件'}，例如示例项目（${zh}）不满足${texts.map(({ text }) => `“${text.zh}”`).join('、')}，请核实是否应列为禁止类。`,
            en: `Every project that the entry catches fails a requirement${met.by.length > 0 ? `, or is refused by others (${by('en')})` : ''}: a project (${en}), for one, fails ${texts.map(({ text }) => `"${text.en ?? text.zh}"`).join(', ')}. Check whether it should be PROHIBITED.`,
          }),
        },
        law,
      ),
    ];
  },
);
