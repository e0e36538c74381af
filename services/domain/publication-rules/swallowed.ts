import type { Expression } from '../condition/tests.ts';
import { none } from '../condition/tests.ts';
import { situationWhere } from './reasoning/ask.ts';
import { reasoningRule } from './reasoning/conclusion.ts';
import { withoutExceptions } from './reasoning/effects.ts';
import type { LawEntry } from './reasoning/law.ts';
import { shownBy } from './reasoning/shown.ts';
import type { Study } from './reasoning/study.ts';

export const EXCEPTIONS_LEAVE_SOMETHING = reasoningRule(
  'PR-29',
  'ERROR',
  {
    zh: '除外情形不使条目落空。',
    en: 'The exceptions of an entry leave some project to which it applies.',
  },
  (entry, study) => {
    const hard = entry.compiled.exceptions.filter(({ discretionary }) => !discretionary);
    if (hard.length === 0 || study.caught(entry)) return [];
    if (study.caught(entry) === undefined) return 'UNDECIDED';
    const { law } = study;
    const base = withoutExceptions(law, entry);
    const situation = situationWhere([base], law);
    // An entry that could not apply anyway is told as such.
    if (situation === null) return [];
    if (situation === undefined) return 'UNDECIDED';
    const alone = hard.filter(({ when }) => situationWhere([base, none(when)], law) === null);
    const guilty = alone.length > 0 ? alone.map((each) => [each]) : [needed(hard, base, study)];
    return guilty.map((exceptions) =>
      swallows(
        exceptions.map(({ key }) => key),
        base,
        entry,
        study,
        situation,
      ),
    );
  },
);

type HardException = LawEntry['compiled']['exceptions'][number];

/** As few exceptions as together leave nothing, those that come first in the entry kept before others. */
function needed(hard: readonly HardException[], base: Expression, { law }: Study): readonly HardException[] {
  let kept = hard;
  for (const each of [...hard].reverse()) {
    const rest = kept.filter((other) => other !== each);
    if (situationWhere([base, ...rest.map(({ when }) => none(when))], law) === null) kept = rest;
  }
  return kept;
}

function swallows(
  keys: readonly string[],
  base: Expression,
  entry: LawEntry,
  { law }: Study,
  situation: Parameters<typeof shownBy>[1]['situation'],
) {
  const { exceptions } = entry.compiled.entry;
  const named = exceptions.filter(({ key }) => keys.includes(key));
  const zhNames = named.map(({ text }) => `“${text.zh}”`).join('、');
  const enNames = named.map(({ text }) => `"${text.en ?? text.zh}"`).join(', ');
  const together = keys.length > 1;
  return shownBy(
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
