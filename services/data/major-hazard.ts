import type { MajorHazardTables, MajorHazardThreshold } from '../domain/facts/substance.ts';
import type { Bounds } from '../domain/values/interval.ts';
import type { Text } from '../domain/values/text.ts';
import data from './major-hazard.json' with { type: 'json' };

interface Row extends Text {
  readonly cas: readonly string[];
  readonly specification?: Text;
  readonly fraction?: Bounds;
  readonly inclusive?: boolean;
  readonly tonnes: number;
}
const rows: readonly Row[] = data.substances;
const factors: ReadonlyMap<string, number> = new Map(data.toxicGases.map(({ cas, factor }) => [cas, factor]));

/** GB 18218-2018 table 1, all 85 rows, with β of table 3 where the substance is one of its toxic gases. */
export const majorHazardThresholds: readonly MajorHazardThreshold[] = rows.map(
  ({ zh, en, cas, specification, fraction, inclusive, tonnes }, index) => ({
    cas,
    name: { zh, en },
    specification: specification ?? null,
    ...(fraction ? { fraction } : {}),
    ...(inclusive ? { inclusive } : {}),
    tonnes,
    factor: factors.get(cas[0] ?? '') ?? null,
    source: { document: data.document, number: data.number, article: `表1第${index + 1}项` },
    compared: index < data.compared,
  }),
);

/** GB 18218-2018, all of its tables. */
export const majorHazardTables: MajorHazardTables = {
  document: { document: data.document, number: data.number },
  thresholds: majorHazardThresholds,
  classes: data.classes,
  toxicGases: factors,
  exposure: data.exposure,
  levels: data.levels,
};
