import type { MajorHazard, MajorHazardLine } from '../assessment/assessment.ts';
import type { MajorHazardLevel } from '../facts/dictionary.ts';
import type { Names } from '../facts/names.ts';
import { OPTION_LABELS } from '../messages/labels.ts';
import { joined, noted } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import { sayIn } from './explain-sentences.ts';

/** How the level of the major hazard source was worked out: line by line with the row of the table, then S, R and level. */
export function explainMajorHazard(hazard: MajorHazard, names: Names, locale: Locale): readonly string[] {
  const say = sayIn(locale);
  const { mildest, gravest, stated, exposedPersons, exposureFactor, grading } = hazard;
  const isComputed = mildest === gravest;
  const graded =
    grading !== null && exposureFactor !== null && mildest !== 'NONE'
      ? [
          say('HAZARD_R', {
            weighted: number(hazard.weightedSum),
            factor: exposureFactor,
            persons: exposedPersons ?? '',
            grading: number(grading),
          }),
        ]
      : [];
  return [
    say('HAZARD'),
    ...hazard.lines.map((line) => `- ${lineText(line, names, locale)}`),
    [
      say(isComputed ? 'HAZARD_S' : 'HAZARD_S_KNOWN', { sum: number(hazard.sum) }),
      ...graded,
      isComputed
        ? say('HAZARD_LEVEL', { level: levelText(mildest) })
        : say('HAZARD_BETWEEN', { mildest: levelText(mildest), gravest: levelText(gravest) }),
      ...(stated ? [say('HAZARD_STATED', { level: levelText(stated) })] : []),
    ].join(locale === 'zh' ? '' : ' '),
  ];
}

const levelText = (level: MajorHazardLevel) => OPTION_LABELS.majorHazardLevel![level]!;

function lineText(
  { row, name: stated, counts, source, ...numbers }: MajorHazardLine,
  names: Names,
  locale: Locale,
): string {
  const say = sayIn(locale);
  const called = inLocale(names.substance(stated), locale);
  const parts = { row, name: called === stated ? stated : noted(called, stated, locale) };
  if (counts === false) return say('HAZARD_LINE_NOT', parts);
  const { tonnes, threshold, factor, share, weighted } = numbers;
  const said = [
    say('HAZARD_Q', { tonnes: tonnes ?? '?' }),
    ...(threshold && source
      ? [say('HAZARD_THRESHOLD', { threshold, source: source.article ?? source.document })]
      : [say('HAZARD_THRESHOLD_UNKNOWN')]),
    ...(share ? [say('HAZARD_SHARE', { share: number(share) })] : []),
    ...(factor ? [say('HAZARD_FACTOR', { factor })] : []),
    ...(weighted ? [say('HAZARD_WEIGHTED', { weighted: number(weighted) })] : []),
  ];
  return say('HAZARD_LINE', { ...parts, said: joined(said, 'ITEMS', locale) });
}

/** An exact number, and of a fraction the first decimals too. */
function number(exact: string): string {
  const [n, d] = exact.split('/');
  if (d === undefined) return exact;
  const thousandths = `${(BigInt(n!) * 1000n) / BigInt(d)}`.padStart(4, '0');
  return `${exact} (${thousandths.slice(0, -3)}.${thousandths.slice(-3)}…)`;
}
