import type { Entry } from '../catalog/entry.ts';
import { placesNamed } from '../catalog/entry.ts';
import { entryName } from '../catalog/entry-name.ts';
import { areaId, parseId, zoneId } from '../ids.ts';
import type { Day } from '../vocabulary.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';
import { recordOn } from './jurisdiction.ts';
import type { Register } from './register.ts';
import { everBelow, lineageOn } from './register.ts';

/** An area that a zone has no more. */
export interface LostArea {
  /** `area_<zone code>.<key>`, as territories name it. */
  readonly id: string;
  /** The first day without it. */
  readonly on: Day;
}

/**
 * The areas that records of a zone had on a day or later, and that it has no more with the records of a change.
 *
 * @param from the first day of the change
 */
export function lostAreas(
  before: readonly JurisdictionRecord[],
  after: readonly JurisdictionRecord[],
  from: Day,
): readonly LostArea[] {
  const days = new Set([from, ...after.map(({ effectiveFrom }) => effectiveFrom)]);
  const lost = new Map<string, LostArea>();
  for (const on of [...days].filter((day) => day >= from).sort())
    for (const id of areasOn(before, on))
      if (!areasOn(after, on).has(id) && !lost.has(id)) lost.set(id, { id, on });
  return [...lost.values()];
}

function areasOn(records: readonly JurisdictionRecord[], day: Day): ReadonlySet<string> {
  const record = recordOn(records, day);
  return new Set(record?.zone?.areas.map(({ key }) => areaId(record.code, key)));
}

/** What a change of the register takes from a version of a catalog that names it, or sets against it. */
export type LostTerritory = Loss &
  (
    | {
        readonly code: 'AREA_IN_USE' | 'TERRITORY_LEFT';
        /** The entries that name it, as texts name entries. */
        readonly entries: readonly string[];
      }
    | {
        readonly code: 'DEFINITION_LEFT';
        /** Keys of the definitions whose catalog is above no more. */
        readonly definitions: readonly string[];
      }
    | {
        readonly code: 'PRODUCT_UNITS_DIFFER';
        /** Products that it counts in another dimension than a catalog above then, each with both units and that catalog. */
        readonly products: readonly string[];
      }
  );
interface Loss {
  /** The area that is no more, or the place that leaves. */
  readonly value: string;
  /** Key of the catalog. */
  readonly catalog: string;
  /** Of the version. */
  readonly number: number;
  readonly on: Day;
}

/** What a move takes away from the places that its old lineage led to. */
export interface Departure {
  /** Ids of the jurisdictions that it lies in no more. */
  readonly left: readonly string[];
  /** Whether an id in a territory means something that moves with it. */
  readonly moves: (territory: string) => boolean;
}

/** What leaves with a jurisdiction on a day, in passing from one state of the register to another. */
export function departureOf(before: Register, after: Register, id: string, on: Day): Departure {
  const now = new Set(lineageOn(after, id, on)?.map((record) => record.id));
  const left = (lineageOn(before, id, on) ?? [])
    .map((record) => record.id)
    .filter((above) => !now.has(above));
  const moving = new Set([id]);
  for (const below of everBelow(before, id))
    if (lineageOn(before, below, on)?.some((above) => above.id === id)) moving.add(below);
  return {
    left,
    moves: (territory) => {
      const named = parseId(territory);
      return moving.has(named?.kind === 'area' ? zoneId(named.zoneCode) : territory);
    },
  };
}

/** The names of the entries that count on a day or later and whose territory names something. */
export const entriesNaming = (
  entries: readonly Entry[],
  names: (territory: string) => boolean,
  from: Day,
): readonly string[] =>
  entries
    .filter((entry) => (entry.validTo == null || entry.validTo >= from) && placesNamed(entry).some(names))
    .map(entryName);
