import type { Classification } from '../facts/industry.ts';
import { memoize } from '../values/memoize.ts';
import type { CompiledCatalog, CompiledEntry } from './compile.ts';
import { scopeClasses } from './compile.ts';
import type { Facts } from './facts.ts';

/**
 * The entries that can be about a project by its industry codes; all of them where the codes are unknown.
 *
 * INVARIANT: leaves out only entries whose industry test is FALSE.
 */
export function candidates(catalog: CompiledCatalog, facts: Facts): readonly CompiledEntry[] {
  if (!facts.industries) return catalog.entries;
  const { byClass, everywhere } = indexOf(facts.classification)(catalog);
  const found = new Set(everywhere);
  for (const { classes } of facts.industries) {
    for (const one of classes) for (const entry of byClass.get(one) ?? []) found.add(entry);
  }
  return [...found].sort((a, b) => a.position - b.position);
}

/** Entries by the classes that their industry scope covers, worked out once for each version and classification. */
const indexOf = memoize((classification: Classification) =>
  memoize(({ entries }: CompiledCatalog) => {
    const byClass = new Map<string, CompiledEntry[]>();
    for (const entry of entries) {
      for (const one of entry.industry ? scopeClasses(entry.industry.scope, classification) : []) {
        const at = byClass.get(one);
        if (at) at.push(entry);
        else byClass.set(one, [entry]);
      }
    }
    return { byClass, everywhere: entries.filter((entry) => !entry.industry) };
  }),
);
