import type { CatalogContent } from '../catalog/catalog.ts';
import { borrowedKeys } from '../catalog/definitions-used.ts';
import type { Entry } from '../catalog/entry.ts';
import type { TestedKey } from '../catalog/tested-keys.ts';
import { testedKeys } from '../catalog/tested-keys.ts';
import { implies } from '../condition/condition-implies.ts';
import type { Classification } from '../facts/industry.ts';
import { statedFor } from '../facts/ratio.ts';
import type { Text } from '../values/text.ts';
import type { ContentDifference } from './compare-contents.ts';
import { effectGrading, exceptionsGrading } from './effect-grading.ts';
import type { Grading } from './grading.ts';
import { reaching, together } from './grading.ts';
import { scopeGrading } from './scope-grading.ts';

/**
 * How a change of an entry affects decisions. STRICTER: no project fares better. LOOSER: none fares worse. SAME:
 * nothing that decides has changed. CHANGED: none of these is certain.
 */
export const TENDENCIES = ['STRICTER', 'LOOSER', 'SAME', 'CHANGED'] as const;
export type Tendency = (typeof TENDENCIES)[number];

export const TENDENCY_LABELS: Readonly<Record<Tendency, Text>> = {
  STRICTER: { zh: '从严', en: 'stricter' },
  LOOSER: { zh: '放宽', en: 'looser' },
  SAME: { zh: '判定不变', en: 'decides as before' },
  CHANGED: { zh: '其他调整', en: 'neither for certain' },
};

/** What the tendency of an entry depends on besides the entry. */
interface TendencyBasis {
  readonly classification: Classification;
  /** Keys of facts, lists and product terms whose meaning has changed. */
  readonly redefined: ReadonlySet<string>;
  /** Before and after: what their product terms cover. */
  readonly contents: readonly CatalogContent[];
  /** Keys of the facts that are or may be about the zone and that catalogs define. */
  readonly zoneFacts: ReadonlySet<string>;
}

export function tendencyBasis(
  from: CatalogContent,
  to: CatalogContent,
  { facts, lists, products }: ContentDifference,
  classification: Classification,
): TendencyBasis {
  const redefined = [facts, lists, products].flatMap(({ added, removed, changed }) => [
    ...added,
    ...removed,
    // Another name or question leaves the meaning as it is.
    ...changed
      .filter(({ changes }) => changes.some(({ path: [field] }) => field !== 'name' && field !== 'question'))
      .map(({ after }) => after),
  ]);
  const defined = [...from.facts, ...to.facts];
  const zoneFacts = defined.filter(({ about }) => about === 'ZONE');
  const keys = new Set(redefined.map(({ key }) => key));
  // A ratio means something else where one of its two numbers does.
  const ratios = defined.filter((fact) => statedFor(fact, fact.key).some((key) => keys.has(key)));
  return {
    classification,
    contents: [from, to],
    redefined: new Set([...keys, ...ratios.map(({ key }) => key)]),
    // What another catalog defines may be about the zone.
    zoneFacts: new Set([...zoneFacts.map(({ key }) => key), ...borrowedKeys(from), ...borrowedKeys(to)]),
  };
}

/**
 * The tendency of a change, derived from the structured fields alone and never guessed.
 *
 * Entries are united and the strictest wins (DESIGN 2.1), so one more can only make it stricter and one less looser.
 *
 * @param before undefined where the entry is new; @param after undefined where it is gone
 */
export function entryTendency(
  before: Entry | undefined,
  after: Entry | undefined,
  basis: TendencyBasis,
): Tendency {
  // What an entry will say once its conditions are written nobody knows.
  if (before?.conditionsPending || after?.conditionsPending) return 'CHANGED';
  if (!before || !after) return before ? 'LOOSER' : 'STRICTER';
  const [older, newer] = [testedKeys(before, ...basis.contents), testedKeys(after, ...basis.contents)];
  if ([...older, ...newer].some(({ key }) => basis.redefined.has(key))) return 'CHANGED';
  const { atLeast, atMost } = together([
    effectGrading(before, after),
    scopeGrading(before, after, basis.classification),
    reaching(implies(before.when, after.when), implies(after.when, before.when)),
    exceptionsGrading(before, after),
    gapGrading(older, newer, basis),
  ]);
  if (atLeast && atMost) return 'SAME';
  return atLeast ? 'STRICTER' : atMost ? 'LOOSER' : 'CHANGED';
}

/**
 * A fact of the zone that the register may not state leads to REVIEW wherever it is tested (DESIGN 2.6), unless an
 * authority has denied the exception that tests it.
 */
function gapGrading(
  before: readonly TestedKey[],
  after: readonly TestedKey[],
  { zoneFacts }: TendencyBasis,
): Grading {
  const covers = (some: readonly TestedKey[], others: readonly TestedKey[]) =>
    others
      .filter(({ key }) => zoneFacts.has(key))
      .every(({ key, deniable }) =>
        some.some((one) => one.key === key && (one.deniable === null || one.deniable === deniable)),
      );
  return reaching(covers(after, before), covers(before, after));
}
