import { borrowedKeys, definingCatalog } from '../../domain/catalog/definitions-used.ts';
import { productTermsOf } from '../../domain/facts/product-terms.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import { otherUnits } from '../../domain/publication-rules/products.ts';
import type { JurisdictionRecord } from '../../domain/register/jurisdiction.ts';
import type { LostTerritory } from '../../domain/register/lost-territory.ts';
import { departureOf, entriesNaming, lostAreas } from '../../domain/register/lost-territory.ts';
import type { Register } from '../../domain/register/register.ts';
import { everBelow, lineageOn, withRecords } from '../../domain/register/register.ts';
import type { Day } from '../../domain/vocabulary.ts';
import { versionsFrom } from '../catalog/catalog-on-day.ts';
import type { Deps } from '../deps.ts';

/**
 * Refuses a change that takes from catalogs what their entries name, in the version in force then or in one that is
 * published and takes effect later: an area that is no more, a place that leaves the catalog's jurisdiction, or a
 * definition whose catalog is above no more; or that sets against them catalogs that count the same product in units
 * that do not convert. No change of the register may alter what entries mean as a side effect.
 *
 * @param register before the change
 * @param records those that the change adds, earliest first
 * @throws Refusals AREA_IN_USE, TERRITORY_LEFT, DEFINITION_LEFT, PRODUCT_UNITS_DIFFER for each version
 */
export async function refuseLostTerritory(
  deps: Deps,
  register: Register,
  records: readonly JurisdictionRecord[],
): Promise<void> {
  const lost = await lostTerritory(deps, register, records);
  if (lost.length > 0)
    throw new Refusals(
      lost.map(({ code, ...details }) =>
        Refusal.of(code, details, [code === 'AREA_IN_USE' ? 'areas' : 'parent']),
      ),
    );
}

/** What a change takes from each version of a catalog, as `refuseLostTerritory` would refuse it. */
export async function lostTerritory(
  deps: Deps,
  register: Register,
  records: readonly JurisdictionRecord[],
): Promise<readonly LostTerritory[]> {
  const { id, effectiveFrom } = records[0]!;
  const before = register.jurisdictions.get(id) ?? [];
  const after = withRecords(register, records);
  const lost: LostTerritory[] = [];
  for (const area of lostAreas(before, after.jurisdictions.get(id)!, effectiveFrom)) {
    const above = lineageOn(after, id, area.on)?.map((record) => record.id) ?? [];
    for (const version of await versionsOf(deps, register, above, area.on)) {
      const entries = entriesNaming(version.content.entries, (territory) => territory === area.id, area.on);
      const { catalog, number } = version;
      const details = { value: area.id, catalog, number, entries, on: area.on };
      if (entries.length > 0) lost.push({ code: 'AREA_IN_USE', ...details });
    }
  }
  const { left, moves } = departureOf(register, after, id, effectiveFrom);
  for (const version of await versionsOf(deps, register, left, effectiveFrom)) {
    const entries = entriesNaming(version.content.entries, moves, effectiveFrom);
    const { catalog, number } = version;
    const details = { value: id, catalog, number, entries, on: effectiveFrom };
    if (entries.length > 0) lost.push({ code: 'TERRITORY_LEFT', ...details });
  }
  const placesOf = new Map(
    [...register.catalogs.values()].map((catalog) => [catalog.key, catalog.jurisdiction]),
  );
  const moving = [...everBelow(register, id)].filter(moves);
  for (const version of await versionsOf(deps, register, [id, ...moving], effectiveFrom)) {
    const definitions = [...borrowedKeys(version.content)].filter((key) =>
      left.includes(placesOf.get(definingCatalog(key)) ?? ''),
    );
    const { catalog, number } = version;
    const details = { value: id, catalog, number, definitions, on: effectiveFrom };
    if (definitions.length > 0) lost.push({ code: 'DEFINITION_LEFT', ...details });
  }
  lost.push(...(await otherUnitsAbove(deps, { before: register, after, id, moving, on: effectiveFrom })));
  return lost;
}

interface Move {
  readonly before: Register;
  readonly after: Register;
  readonly id: string;
  /** What moves with it. */
  readonly moving: readonly string[];
  readonly on: Day;
}

/** The versions that count products in another dimension than catalogs that are above them only by a move. */
async function otherUnitsAbove(
  deps: Deps,
  { before, after, id, moving, on }: Move,
): Promise<readonly LostTerritory[]> {
  const above = (register: Register) => (lineageOn(register, id, on) ?? []).map((record) => record.id);
  const gained = above(after).filter((each) => each !== id && !above(before).includes(each));
  const higher = (await versionsOf(deps, before, gained, on)).map(({ catalog, number, content }) => ({
    name: `${catalog}@${number}`,
    catalog,
    content,
  }));
  if (higher.length === 0) return [];
  const own = await versionsOf(deps, before, [id, ...moving], on);
  const defined = [...higher, ...own].map(({ catalog, content: { products } }) => ({ catalog, products }));
  const terms = productTermsOf(deps.reference.productTerms.all(), defined, []);
  return own.flatMap(({ catalog, number, content }): readonly LostTerritory[] => {
    const products = [
      ...new Set(Array.from(otherUnits(content, higher, terms), (violation) => violation.value)),
    ];
    const code = 'PRODUCT_UNITS_DIFFER';
    return products.length > 0 ? [{ code, value: id, catalog, number, products, on }] : [];
  });
}

/** The versions of the catalogs of some jurisdictions that are in force on a day or count later. */
export async function versionsOf(
  deps: Deps,
  register: Register,
  jurisdictions: readonly string[],
  day: string,
) {
  const catalogs = [...register.catalogs.values()].filter((catalog) =>
    jurisdictions.includes(catalog.jurisdiction),
  );
  const versions = await Promise.all(catalogs.map(({ key }) => versionsFrom(deps, key, day)));
  return versions.flatMap((of, place) =>
    (of ?? []).map((version) => ({ ...version, catalog: catalogs[place]!.key })),
  );
}
