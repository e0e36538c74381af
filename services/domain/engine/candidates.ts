import type { CatalogContent } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import type { Classification } from '../facts/industry.ts';
import { memoize, memoizeByKey } from '../values/memoize.ts';
import { coversClass } from './compile.ts';
import type { Facts } from './facts.ts';

/** The entries of a version that can be about a project by its industry codes, as indexes in their order. */
export type Candidates = (industries: Facts['industries']) => readonly number[];

export const candidatesIn = memoize((classification: Classification) =>
  memoize(({ entries }: CatalogContent): Candidates => {
    const all = [...entries.keys()];
    const about = entriesByClass(entries, classification);
    return (industries) => {
      if (!industries) return all;
      const only = industries.length === 1 ? industries[0]! : null;
      if (only?.classes.length === 1) return about(only.classes[0]!);
      const found = new Set(industries.flatMap(({ classes }) => classes.flatMap(about)));
      return [...found].sort((a, b) => a - b);
    };
  }),
);

/**
 * Which entries can be about a class.
 *
 * INVARIANT: leaves out only entries whose industry test is FALSE.
 */
function entriesByClass(
  entries: readonly Entry[],
  classification: Classification,
): (one: string) => readonly number[] {
  const byCode = new Map<string, number[]>();
  const everywhere: number[] = [];
  for (let at = 0; at < entries.length; at++) {
    const { include } = entries[at]!.industries;
    if (include.length === 0) everywhere.push(at);
    for (const code of include) {
      const its = byCode.get(code);
      if (its) its.push(at);
      else byCode.set(code, [at]);
    }
  }
  return memoizeByKey((one) => {
    const found = new Set(everywhere);
    for (let code: string | null = one; code !== null; code = classification.industry(code)?.parent ?? null)
      for (const at of byCode.get(code) ?? []) found.add(at);
    return [...found]
      .filter((at) => coversClass(entries[at]!.industries, one, classification))
      .sort((a, b) => a - b);
  });
}
