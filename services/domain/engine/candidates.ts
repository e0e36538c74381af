import type { Classification } from '../facts/industry.ts';
import type { CompiledCatalog, CompiledEntry } from './compile.ts';
import { scopeClasses } from './compile.ts';
import type { Facts } from './facts.ts';

/**
 * The entries that can be about a project by its industry codes; all of them where the codes are unknown.
 *
 * INVARIANT: leaves out only entries whose industry test is FALSE.
 */
export function candidates(
  catalog: CompiledCatalog,
  facts: Facts,
  classification: Classification,
): readonly CompiledEntry[] {
  if (!facts.industries) return catalog.entries;
  const { byClass, everywhere } = indexOf(catalog, classification);
  const found = new Set(everywhere);
  for (const { classes } of facts.industries) {
    for (const one of classes) for (const entry of byClass.get(one) ?? []) found.add(entry);
  }
  return [...found].sort((a, b) => a.position - b.position);
}

/** Entries by the classes that their industry scope covers, worked out once for each version and classification. */
interface Index {
  readonly byClass: ReadonlyMap<string, readonly CompiledEntry[]>;
  readonly everywhere: readonly CompiledEntry[];
}
const INDEXES = new WeakMap<CompiledCatalog, WeakMap<Classification, Index>>();

function indexOf(catalog: CompiledCatalog, classification: Classification): Index {
  let its = INDEXES.get(catalog);
  if (!its) {
    its = new WeakMap();
    INDEXES.set(catalog, its);
  }
  let index = its.get(classification);
  if (!index) {
    const byClass = new Map<string, CompiledEntry[]>();
    for (const entry of catalog.entries) {
      for (const one of entry.industry ? scopeClasses(entry.industry.scope, classification) : []) {
        const at = byClass.get(one);
        if (at) at.push(entry);
        else byClass.set(one, [entry]);
      }
    }
    index = { byClass, everywhere: catalog.entries.filter((entry) => !entry.industry) };
    its.set(classification, index);
  }
  return index;
}
