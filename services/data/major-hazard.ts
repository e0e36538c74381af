import type { MajorHazardThreshold } from '../domain/facts/substance.ts';
import type { Text } from '../domain/values/text.ts';
import data from './major-hazard.json' with { type: 'json' };

interface Row extends Text {
  readonly cas: readonly string[];
  readonly specification?: Text;
  readonly tonnes: number;
}
const rows: readonly Row[] = data.substances;
const factors: ReadonlyMap<string, number> = new Map(data.toxicGases.map(({ cas, factor }) => [cas, factor]));

/** GB 18218-2018 table 1, all 85 rows, with β of table 3 where the substance is one of its toxic gases. */
export const majorHazardThresholds: readonly MajorHazardThreshold[] = rows.map(
  ({ zh, en, cas, specification, tonnes }, index) => ({
    cas,
    name: { zh, en },
    specification: specification ?? null,
    tonnes,
    factor: factors.get(cas[0] ?? '') ?? null,
    source: { document: data.document, number: data.number, article: `表1第${index + 1}项` },
    compared: index < data.compared,
  }),
);

/** A hazard class of table 2, for substances that table 1 does not name, with β of table 4. */
interface MajorHazardClass {
  readonly symbol: string;
  readonly class: Text;
  readonly scope: Text;
  /** The threshold quantity Q in tonnes. */
  readonly tonnes: number;
  readonly factor: number;
}
/** GB 18218-2018 tables 2 and 4, all 24 rows. */
export const majorHazardClasses: readonly MajorHazardClass[] = data.classes;

/** The 14 toxic gases of table 3 by CAS number, with their β. */
export const toxicGasFactors: ReadonlyMap<string, number> = factors;

/**
 * The rows of table 1 for a CAS number, and of these, where a specification is given, the row of that one. One number can
 * have several: nitrocellulose and ammonium nitrate are distinguished by what they contain.
 *
 * @param specification as the table words it, in Chinese or English
 */
export function thresholdsOf(cas: string, specification?: string): readonly MajorHazardThreshold[] {
  return majorHazardThresholds.filter(
    (row) => row.cas.includes(cas) && (specification === undefined || isSpecified(row, specification)),
  );
}

function isSpecified({ specification }: MajorHazardThreshold, stated: string): boolean {
  return (
    specification !== null &&
    [specification.zh, specification.en ?? ''].some((text) => plain(text) === plain(stated))
  );
}

/** Brackets, signs and spaces are typed in one width or the other. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The correction factor α of table 5 for the persons who live within 500 m of the site boundary. */
export function exposureFactor(persons: number): number {
  return data.exposure.find(({ persons: from }) => persons >= from)!.factor;
}

/** The level that table 6 gives R = α·Σ β·q/Q. Whether there is a major hazard source at all, S = Σ q/Q ≥ 1 decides. */
export function majorHazardLevel(r: number): 'ONE' | 'TWO' | 'THREE' | 'FOUR' {
  return data.levels.find(({ from }) => r >= from)!.level as 'ONE' | 'TWO' | 'THREE' | 'FOUR';
}
