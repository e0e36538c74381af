import type { Facts } from '../facts.ts';
import type { TestOf } from './domain.ts';

export type ChemicalTest = TestOf<'chemical'>;

/** Whether a test is about a substance; `undefined` stands for one that is named nowhere. */
export function selects(
  { substance }: ChemicalTest,
  cas: string | undefined,
  lists: Facts['lists'],
): boolean {
  if ('cas' in substance) return substance.cas === cas;
  if ('list' in substance) return cas !== undefined && lists.get(substance.list)!.has(cas);
  if ('outsideList' in substance) return cas === undefined || !lists.get(substance.outsideList)!.has(cas);
  return true;
}

/** The substances that some test names by itself or by a list. */
export function namedSubstances(lists: Facts['lists'], tests: readonly ChemicalTest[]): Set<string> {
  const named = new Set<string>();
  for (const { substance } of tests) {
    if ('cas' in substance) named.add(substance.cas);
    const list =
      'list' in substance ? substance.list : 'outsideList' in substance ? substance.outsideList : undefined;
    if (list !== undefined) for (const cas of lists.get(list)!) named.add(cas);
  }
  return named;
}
