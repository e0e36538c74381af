import type { Entry } from '../catalog/entry.ts';
import type { WordingEvent } from '../catalog/wording-events.ts';
import { entryChangeText } from './entry-change-text.ts';
import { sayRevisionIn } from './revision-sentences.ts';
import type { Telling } from './wording-context.ts';

/** A step in the life of an entry, in words: by what, from when on, and what became of its wording. */
export function entryStepText(
  { kind, version, effectiveFrom, entryBefore, entryAfter }: ToldStep,
  telling: Telling,
): string {
  const say = sayRevisionIn(telling.locale);
  const parts = {
    version: String(version),
    from: effectiveFrom ?? '',
    change: entryChangeText(entryBefore ?? undefined, entryAfter ?? undefined, telling),
  };
  return say(`STEP_${kind}`, parts);
}

interface ToldStep extends WordingEvent {
  readonly entryBefore: Entry | null;
  readonly entryAfter: Entry | null;
}
