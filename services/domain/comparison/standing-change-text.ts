import type { StandingChange } from '../catalog/standing-changes.ts';
import type { VersionRecord } from '../catalog/version.ts';
import type { Locale } from '../values/text.ts';
import { sayIn } from './change-sentences.ts';

/** From when to when which version counts instead of which, as a sentence. */
export function standingChangeText({ from, until, before, after }: StandingChange, locale: Locale): string {
  const say = sayIn(locale);
  const days = until === null ? say('COUNTS_FROM', { from }) : say('COUNTS_BETWEEN', { from, until });
  const named = ({ number }: VersionRecord) => say('VERSION', { number });
  if (before === null) return say('COUNTS_AGAIN', { days, after: named(after!) });
  if (after === null) return say('COUNTS_NOTHING', { days, before: named(before) });
  return say('COUNTS_INSTEAD', { days, before: named(before), after: named(after) });
}
