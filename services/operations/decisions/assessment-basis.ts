import type { AssessmentBasis } from '../../domain/assessment/assessment-basis.ts';
import type { CatalogEvidence, ChainHead, LapsedEvidence } from '../../domain/assessment/decision.ts';
import type { CatalogIdentity } from '../../domain/catalog/catalog.ts';
import { shown } from '../../domain/messages/read-input.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { JurisdictionRecord } from '../../domain/register/jurisdiction.ts';
import type { Register } from '../../domain/register/register.ts';
import { catalogsOfLineage, lineageOn } from '../../domain/register/register.ts';
import { dayOf } from '../../domain/values/day.ts';
import { memoize, memoizeByKey } from '../../domain/values/memoize.ts';
import type { Day } from '../../domain/vocabulary.ts';
import type { ReadOptions } from '../../store/chain.ts';
import { catalogOnDay } from '../catalog/catalog-on-day.ts';
import { contentsOf, lapsedDefinitions } from '../catalog/lapsed-definitions.ts';
import { dayAsked } from '../day-asked.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';

/**
 * What an assessment in a zone rests on: its lineage on the day, and every catalog of that lineage.
 *
 * @param zone id of the zone
 * @throws Refusal UNKNOWN_ZONE, ZONE_CLOSED, INVALID_DATE, DAY_TOO_FAR
 */
export async function basisOf(
  deps: Deps,
  zone: string,
  on: Day,
  options: ReadOptions = {},
): Promise<AssessmentBasis> {
  const { basis } = await basisReader(deps, on, options)(zone);
  return basis;
}

/** A basis, and how it can be found again. */
export interface BasisRead {
  readonly basis: AssessmentBasis;
  /** Null only where nothing was ever registered, and then there is no basis either. */
  readonly register: ChainHead;
  readonly catalogs: readonly CatalogEvidence[];
  readonly lapsed: readonly LapsedEvidence[];
}

/** Reads the bases of zones on one day, each zone and each catalog once, all on one state of the register. */
export function basisReader(
  deps: Deps,
  on: Day,
  options: ReadOptions = {},
): (zone: string) => Promise<BasisRead> {
  let read: ReturnType<typeof loadRegister> | undefined;
  const catalog = memoize((identity: CatalogIdentity) => catalogOnDay(deps, identity, on, options));
  return memoizeByKey(async (zone) => {
    dayAsked(on, dayOf(deps.clock()));
    read ??= loadRegister(deps, options);
    const { head, register } = await read;
    const lineage = lineageOfZone(register, zone, on);
    const found = await Promise.all(catalogsOfLineage(register, lineage).map(catalog));
    const catalogs = found.map(({ catalog }) => catalog);
    const lapsed = await lapsedDefinitions(deps, contentsOf(catalogs), on, options);
    return {
      basis: {
        on,
        lineage,
        catalogs,
        lapsed: lapsed.map(({ definitions }) => definitions),
        reference: deps.reference,
      },
      register: head!,
      catalogs: found.map(({ evidence }) => evidence),
      lapsed: lapsed.map(({ evidence }) => evidence),
    };
  });
}

/** @throws Refusal UNKNOWN_ZONE, ZONE_CLOSED */
function lineageOfZone(register: Register, zone: string, on: Day): readonly JurisdictionRecord[] {
  const lineage = lineageOn(register, zone, on);
  const record = lineage?.at(-1);
  if (!lineage || record?.level !== 'ZONE')
    throw new Refusal('UNKNOWN_ZONE', { value: shown(zone) }, ['zone']);
  if (record.closed) throw new Refusal('ZONE_CLOSED', { zone, on }, ['zone']);
  return lineage;
}
