import type { AssessmentBasis, CatalogOnDay } from '../../domain/assessment/assessment-basis.ts';
import type { CatalogEvidence, ChainHead } from '../../domain/assessment/decision.ts';
import type { CatalogIdentity } from '../../domain/catalog/catalog.ts';
import { standingOn } from '../../domain/catalog/version.ts';
import { shown } from '../../domain/messages/read-input.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { JurisdictionRecord } from '../../domain/register/jurisdiction.ts';
import type { Register } from '../../domain/register/register.ts';
import { lineageOn } from '../../domain/register/register.ts';
import { isDay } from '../../domain/values/day.ts';
import type { Day } from '../../domain/vocabulary.ts';
import type { Deps } from '../deps.ts';
import type { Consistency } from '../read.ts';
import { loadContent, loadRegister } from '../read.ts';

/**
 * What an assessment in a zone rests on: its lineage on the day, and every catalog of that lineage.
 *
 * @param zone id of the zone
 * @throws Refusal UNKNOWN_ZONE, ZONE_CLOSED, INVALID_DATE
 */
export async function basisOf(
  deps: Deps,
  zone: string,
  on: Day,
  options: Consistency = {},
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
}

/** Reads the bases of zones on one day, each zone and each catalog once, all on one state of the register. */
export function basisReader(
  deps: Deps,
  on: Day,
  options: Consistency = {},
): (zone: string) => Promise<BasisRead> {
  let register: ReturnType<typeof loadRegister> | undefined;
  const catalogs = new Map<string, Promise<CatalogAndEvidence>>();
  const bases = new Map<string, Promise<BasisRead>>();

  async function read(zone: string): Promise<BasisRead> {
    if (!isDay(on)) throw new Refusal('INVALID_DATE', { field: 'on', value: shown(on) }, ['on']);
    register ??= loadRegister(deps, options);
    const { head, register: registered } = await register;
    const lineage = lineageOfZone(registered, zone, on);
    const found = await Promise.all(
      catalogsOf(registered, lineage).map((identity) =>
        remembered(catalogs, identity.key, () => catalogOnDay(deps, identity, on, options)),
      ),
    );
    return {
      basis: {
        on,
        lineage,
        catalogs: found.map(({ catalog }) => catalog),
        reference: deps.reference,
      },
      register: head!,
      catalogs: found.map(({ evidence }) => evidence),
    };
  }
  return (zone) => remembered(bases, zone, () => read(zone));
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

/** Every catalog of every jurisdiction of a lineage, country first, then by key. */
export const catalogsOf = (
  register: Register,
  lineage: readonly JurisdictionRecord[],
): readonly CatalogIdentity[] =>
  lineage.flatMap(({ id }) =>
    [...register.catalogs.values()]
      .filter(({ jurisdiction }) => jurisdiction === id)
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  );

interface CatalogAndEvidence {
  readonly catalog: CatalogOnDay;
  readonly evidence: CatalogEvidence;
}

async function catalogOnDay(
  deps: Deps,
  { key, jurisdiction }: CatalogIdentity,
  on: Day,
  options: Consistency,
): Promise<CatalogAndEvidence> {
  const stored = await deps.store.readCatalog(key, options);
  const identity = { key, jurisdiction };
  const head = stored?.head ?? null;
  const standing = standingOn(stored?.state.versions ?? [], on);
  if (standing.kind !== 'IN_FORCE')
    return {
      catalog: { identity, standing: standing.kind },
      evidence: { ...identity, head, standing: standing.kind, version: null },
    };
  const { number, contentHash, content } = standing.version;
  const inForce = { number, contentHash, content: await loadContent(deps, content) };
  return {
    catalog: { identity, standing: 'IN_FORCE', inForce },
    evidence: { ...identity, head, standing: 'IN_FORCE', version: { number, contentHash, content } },
  };
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? read();
  known.set(key, found);
  return found;
}
