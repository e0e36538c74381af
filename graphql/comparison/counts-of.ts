import { sizeOf } from '../../services/domain/comparison/compare-contents.ts';
import type { Comparison } from '../../services/domain/comparison/comparison.ts';
import type { Tendency } from '../../services/domain/comparison/entry-tendency.ts';

/** How much differs, by kind and by the way it went. */
export function countsOf({ difference: { entries, facts, lists }, entries: changes }: Comparison) {
  const went = (way: Tendency) => changes.filter(({ tendency }) => tendency === way).length;
  return {
    entriesAdded: entries.added.length,
    entriesRemoved: entries.removed.length,
    entriesChanged: entries.changed.length,
    stricter: went('STRICTER'),
    looser: went('LOOSER'),
    same: went('SAME'),
    changed: went('CHANGED'),
    facts: sizeOf(facts),
    lists: sizeOf(lists),
  };
}
