import type { Locale } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import { sayChangeIn } from './comparison-sentences.ts';
import type { ComparedSide } from './comparison-text.ts';
import { changeText, definitionTexts, MOST_TOLD, sideText, summaryText } from './comparison-text.ts';
import { entryChangeText } from './entry-change-text.ts';
import type { Tendency } from './entry-tendency.ts';
import type { ReleaseNotes } from './release-notes.ts';
import { listText } from './value-text.ts';
import type { Telling } from './wording-context.ts';
import { sideOf } from './wording-context.ts';

/** Release notes as a text to be read out or pasted: when, where, for whom, and what in words. */
export function releaseNotesText(
  notes: ReleaseNotes,
  from: ComparedSide,
  to: ComparedSide,
  telling: Telling,
): string {
  const { locale } = telling;
  const say = sayChangeIn(locale);
  const title = inLocale(notes.comparison.to.title, locale);
  const sides = { title, from: sideText(from, locale), to: sideText(to, locale) };
  return [
    say('NOTES', { title, to: sides.to }),
    periodText(notes, locale),
    from === 'NOTHING' ? say('NOTHING_BEFORE') : say('COMPARED_WITH', { from: sides.from }),
    ...dateLines(notes, locale),
    zonesText(notes, locale),
    industriesText(notes, telling),
    summaryText(notes.comparison, sides, locale) ?? say('IDENTICAL', sides),
    ...definitionTexts(notes.comparison, telling),
    ...(from === 'NOTHING' ? allNew(notes, telling) : groups(notes, telling)),
  ].join('\n');
}

function periodText({ period }: ReleaseNotes, locale: Locale): string {
  const say = sayChangeIn(locale);
  if (period === null) return say('NOT_PUBLISHED');
  const { effectiveFrom: from, effectiveTo: to } = period;
  return to === null ? say('IN_FORCE_FROM', { from }) : say('IN_FORCE_BETWEEN', { from, to });
}

function dateLines({ dates }: ReleaseNotes, locale: Locale): readonly string[] {
  if (dates.length === 0) return [];
  const say = sayChangeIn(locale);
  const codes = (entries: readonly string[]) => short(entries, locale, MOST_NAMED);
  return [
    say('DATES'),
    ...dates.map(({ date, kind, entries }) => `  - ${say(kind, { date, entries: codes(entries) })}`),
  ];
}

function zonesText({ zones }: ReleaseNotes, locale: Locale): string {
  const say = sayChangeIn(locale);
  if (zones.length === 0) return say('NO_ZONES');
  const names = zones.map(({ name }) => inLocale(name, locale));
  return say('ZONES', { count: String(zones.length), zones: short(names, locale, MOST_NAMED) });
}

function industriesText(
  { industries: { codes, everyIndustry, unknown } }: ReleaseNotes,
  telling: Telling,
): string {
  const say = sayChangeIn(telling.locale);
  if (everyIndustry) return say('INDUSTRIES', { industries: say('EVERY_INDUSTRY') });
  if (codes.length + unknown.length === 0) return say('NO_INDUSTRIES');
  return say('INDUSTRIES', {
    industries: listText('INDUSTRIES', [...codes, ...unknown], sideOf(telling, 'after')),
  });
}

/**
 * The entries of a first version. Which way they go is not said: where no catalog at all was in force projects went to
 * review, and what no entry catches is permitted now.
 */
function allNew({ comparison: { entries } }: ReleaseNotes, telling: Telling): readonly string[] {
  const told = entries.slice(0, MOST_TOLD);
  return [
    ...told.map(({ before, after }) => entryChangeText(before, after, telling)),
    ...untold(entries.length - told.length, telling.locale),
  ];
}

/** The entries by the way they went; in one text so many of them altogether. */
function groups({ comparison: { entries } }: ReleaseNotes, telling: Telling): readonly string[] {
  const say = sayChangeIn(telling.locale);
  let left = MOST_TOLD;
  const lines = GROUPS.flatMap((tendency) => {
    const group = entries.filter((change) => change.tendency === tendency);
    if (group.length === 0) return [];
    const told = group.slice(0, left);
    left -= told.length;
    return [
      say(`GROUP_${tendency}`, { count: String(group.length) }),
      ...told.map((change) => changeText(change, telling)),
    ];
  });
  return [...lines, ...untold(entries.length - (MOST_TOLD - left), telling.locale)];
}

const untold = (count: number, locale: Locale): readonly string[] =>
  count > 0 ? [sayChangeIn(locale)('MORE_ENTRIES', { count: String(count) })] : [];

const GROUPS: readonly Tendency[] = ['STRICTER', 'LOOSER', 'CHANGED', 'SAME'];

/** So many zones or codes are named; how many there are is told beside. */
const MOST_NAMED = 20;

function short(names: readonly string[], locale: Locale, most: number): string {
  const list = names.slice(0, most).join(locale === 'zh' ? '、' : ', ');
  if (names.length <= most) return list;
  return sayChangeIn(locale)('AND_MORE', { list, count: String(names.length) });
}
