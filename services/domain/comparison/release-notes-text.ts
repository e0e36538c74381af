import { joined } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import { sayIn } from './change-sentences.ts';
import { namesOfEntries } from './comparison.ts';
import type { ComparedSide } from './comparison-text.ts';
import {
  changeText,
  definitionTexts,
  MAX_ENTRIES,
  moreEntries,
  sideText,
  summaryText,
} from './comparison-text.ts';
import type { Tendency } from './entry-tendency.ts';
import { entryChangeText } from './item-change-text.ts';
import type { ReleaseNotes } from './release-notes.ts';
import { listText } from './value-text.ts';
import type { WordingContext } from './wording-context.ts';
import { sideOf } from './wording-context.ts';

/** Release notes as a text to be read out or pasted: when, where, for whom, and what in words. */
export function releaseNotesText(
  notes: ReleaseNotes,
  from: ComparedSide,
  to: ComparedSide,
  wording: WordingContext,
): string {
  const { locale } = wording;
  const say = sayIn(locale);
  const sides = { from: sideText(from, locale), to: sideText(to, locale) };
  return [
    say('NOTES', { title: notes.comparison.to.title, to: sides.to }),
    periodText(notes, locale),
    from === 'NOTHING' ? say('NOTHING_BEFORE') : say('COMPARED_WITH', { from: sides.from }),
    ...dateLines(notes, locale),
    zonesText(notes, locale),
    industriesText(notes, wording),
    summaryText(notes.comparison, sides, locale),
    ...definitionTexts(notes.comparison, wording),
    ...(from === 'NOTHING' ? allNew(notes, wording) : groups(notes, wording)),
  ].join('\n');
}

function periodText({ period }: ReleaseNotes, locale: Locale): string {
  const say = sayIn(locale);
  if (period === null) return say('NOT_PUBLISHED');
  const { effectiveFrom: from, effectiveTo: to } = period;
  return to === null ? say('IN_FORCE_FROM', { from }) : say('IN_FORCE_BETWEEN', { from, to });
}

function dateLines({ dates, comparison }: ReleaseNotes, locale: Locale): readonly string[] {
  if (dates.length === 0) return [];
  const say = sayIn(locale);
  const names = namesOfEntries(comparison);
  return [
    say('DATES'),
    ...dates.map(
      ({ date, kind, entries }) => `  - ${say(kind, { date, entries: named(entries.map(names), locale) })}`,
    ),
  ];
}

function zonesText({ zones }: ReleaseNotes, locale: Locale): string {
  const say = sayIn(locale);
  if (zones.length === 0) return say('NO_ZONES');
  const names = zones.map(({ name }) => inLocale(name, locale));
  return say('ZONES', { count: zones.length, zones: named(names, locale) });
}

function industriesText(
  { industries: { codes, everyIndustry, unknown } }: ReleaseNotes,
  wording: WordingContext,
): string {
  const say = sayIn(wording.locale);
  if (everyIndustry) return say('INDUSTRIES', { industries: say('EVERY_INDUSTRY') });
  if (codes.length + unknown.length === 0) return say('NO_INDUSTRIES');
  return say('INDUSTRIES', {
    industries: listText('INDUSTRIES', [...codes, ...unknown], sideOf(wording, 'after')),
  });
}

/**
 * The entries of a first version, without tendency: while no catalog was in force projects went to review, and what no
 * entry catches is permitted now.
 */
function allNew({ comparison: { entries } }: ReleaseNotes, wording: WordingContext): readonly string[] {
  return [
    ...entries.slice(0, MAX_ENTRIES).map(({ before, after }) => entryChangeText(before, after, wording)),
    ...moreEntries(entries.length - MAX_ENTRIES, wording.locale),
  ];
}

/** The entries by tendency, up to a limit for all groups together. */
function groups({ comparison: { entries } }: ReleaseNotes, wording: WordingContext): readonly string[] {
  const say = sayIn(wording.locale);
  let left = MAX_ENTRIES;
  const lines = GROUPS.flatMap((tendency) => {
    const group = entries.filter((change) => change.tendency === tendency);
    if (group.length === 0) return [];
    const said = group.slice(0, left);
    left -= said.length;
    return [
      say(`GROUP_${tendency}`, { count: group.length }),
      ...said.map((change) => changeText(change, wording)),
    ];
  });
  return [...lines, ...moreEntries(entries.length - MAX_ENTRIES, wording.locale)];
}

const GROUPS: readonly Tendency[] = ['STRICTER', 'LOOSER', 'CHANGED', 'SAME'];

/** Zones or codes named in one list; the text also says how many there are. */
const MAX_NAMED = 20;

function named(names: readonly string[], locale: Locale): string {
  const list = joined(names.slice(0, MAX_NAMED), 'ITEMS', locale);
  if (names.length <= MAX_NAMED) return list;
  return sayIn(locale)('AND_MORE', { list, count: names.length });
}
