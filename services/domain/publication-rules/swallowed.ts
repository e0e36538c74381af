import type { Expression } from '../condition/tests.ts';
import { none } from '../condition/tests.ts';
import { irreducible } from '../solver/solve.ts';
import { violationShownBy } from './reasoning/counterexample.ts';
import type { EntryQueries } from './reasoning/entry-queries.ts';
import { findSituation } from './reasoning/find-situation.ts';
import type { LawEntry } from './reasoning/law.ts';
import { reasoningRule } from './reasoning/reasoning-rule.ts';

export const EXCEPTIONS_LEAVE_SOMETHING = reasoningRule(
  'PR-29',
  'ERROR',
  {
    zh: '除外情形不使条目落空。',
    en: 'The exceptions of an entry leave some project to which it applies.',
  },
  (entry, queries) => {
    const hard = entry.compiled.exceptions.filter(({ discretionary }) => !discretionary);
    if (hard.length === 0 || queries.caught(entry)) return [];
    if (queries.caught(entry) === undefined) return 'UNDECIDED';
    const { law } = queries;
    const base = entry.strict.caught;
    const situation = findSituation([base], law);
    // An entry that could not apply anyway is told as such.
    if (situation === null) return [];
    if (situation === undefined) return 'UNDECIDED';
    const leaveNothing = (some: readonly (typeof hard)[number][]) =>
      findSituation([base, ...some.map(({ when }) => none(when))], law) === null;
    const alone = hard.filter((each) => leaveNothing([each]));
    // Those that come first in the entry are kept before others.
    const together = () => irreducible(hard.toReversed(), leaveNothing).toReversed();
    const guilty = alone.length > 0 ? alone.map((each) => [each]) : [together()];
    return guilty.map((exceptions) =>
      swallows(
        exceptions.map(({ key }) => key),
        base,
        entry,
        queries,
        situation,
      ),
    );
  },
);

function swallows(
  keys: readonly string[],
  base: Expression,
  entry: LawEntry,
  { law }: EntryQueries,
  situation: Parameters<typeof violationShownBy>[1]['situation'],
) {
  const { exceptions } = entry.compiled.entry;
  const named = exceptions.filter(({ key }) => keys.includes(key));
  const zhNames = named.map(({ text }) => `“${text.zh}”`).join('、');
  const enNames = named.map(({ text }) => `"${text.en ?? text.zh}"`).join(', ');
  const together = keys.length > 1;
  return violationShownBy(
    entry,
    {
      field: together ? 'exceptions' : `exceptions.${keys[0]}`,
      value: keys.join(', '),
      situation,
      claims: [base],
      detail: ({ zh, en }) => ({
        zh: `除外情形${zhNames}${together ? '合在一起，' : ''}使凡属本条的项目均被除外，本条落空，例如示例项目（${zh}）。`,
        en: `Every project that the entry would catch is let go by the exception${together ? 's' : ''} ${enNames}${together ? ' taken together' : ''}, such as a project (${en}).`,
      }),
    },
    law,
  );
}
