import type { AssessmentBasis } from '../../domain/assessment/assessment-basis.ts';
import type { CatalogEvidence, LapsedEvidence } from '../../domain/assessment/decision.ts';
import { ZoneIndex } from '../../domain/engine/zone-index.ts';
import type { JurisdictionRecord } from '../../domain/register/jurisdiction.ts';
import type { Register } from '../../domain/register/register.ts';
import { catalogsOfLineage, lineageOn } from '../../domain/register/register.ts';
import { zonesOn } from '../../domain/register/zones.ts';
import { hashOf } from '../../domain/values/canonical.ts';
import { memoize } from '../../domain/values/memoize.ts';
import type { Day } from '../../domain/vocabulary.ts';
import type { Store } from '../../store/create-store.ts';
import { catalogByEvidence, standingOnDay } from '../catalog/catalog-on-day.ts';
import { contentsOf, lapsedByEvidence, lapsedDefinitions } from '../catalog/lapsed-definitions.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';

/** All zones of a day with the law in force in each, as it was at one moment. */
export interface ZonesInForce {
  /** Tells what it says, in whatever process: the same law over the same zones has the same. */
  readonly snapshot: string;
  readonly on: Day;
  /** INVARIANT: it goes on to the next moment; whoever asks it does so before anything is awaited. */
  readonly index: ZoneIndex;
  /** By id. */
  readonly zones: ReadonlyMap<string, ZoneInForce>;
}

/** A zone, and by what all that decides in it can be found again: records and hashes, no texts. */
export interface ZoneInForce {
  /** Country first, the zone last. */
  readonly lineage: readonly JurisdictionRecord[];
  readonly catalogs: readonly CatalogEvidence[];
  readonly lapsed: readonly LapsedEvidence[];
  /** Hash of what decides in it. */
  readonly law: string;
}

/**
 * The zones of a day, as they are up to a second ago. What has been read is kept by the process, and what has changed
 * since is taken into it: a version published for one zone costs that zone.
 */
export function zonesInForce(deps: Deps, on: Day): Promise<ZonesInForce> {
  const days = daysOf(deps.store);
  const kept = days.get(on) ?? { current: Promise.resolve(nothing(deps, on)) };
  days.delete(on);
  days.set(on, kept);
  for (const [day] of days) if (days.size > MAX_DAYS) days.delete(day);
  // One after another: an index is brought up to date by one at a time.
  const before = kept.current;
  kept.current = before.then((known) => broughtUpToDate(deps, known));
  // What failed has taken in nothing, and the next one tries again.
  const answer = kept.current;
  kept.current = answer.catch(() => before);
  return answer;
}

/** What an assessment in one of the zones rests on, read anew by its hashes. */
export async function basisOfZone(
  deps: Deps,
  on: Day,
  { lineage, catalogs, lapsed }: ZoneInForce,
): Promise<AssessmentBasis> {
  return {
    on,
    lineage,
    catalogs: await Promise.all(catalogs.map((catalog) => catalogByEvidence(deps, catalog))),
    lapsed: await Promise.all(lapsed.map((each) => lapsedByEvidence(deps, each))),
    reference: deps.reference,
  };
}

/** Today and a day that is planned for. */
const MAX_DAYS = 2;

const daysOf = memoize((_: Store) => new Map<Day, { current: Promise<Known> }>());

interface Known extends ZonesInForce {
  readonly register: Register | null;
  readonly catalogs: ReadonlyMap<string, CatalogEvidence>;
}

const nothing = (deps: Deps, on: Day): Known => ({
  snapshot: '',
  on,
  index: new ZoneIndex(on, deps.reference),
  zones: new Map(),
  register: null,
  catalogs: new Map(),
});

async function broughtUpToDate(deps: Deps, known: Known): Promise<Known> {
  const { on, index } = known;
  const { register } = await loadRegister(deps);
  const heads = new Map([...known.catalogs].map(([key, { head }]) => [key, head?.seq ?? 0]));
  const grown = new Set(await deps.store.catalogsGrownSince(heads));
  if (register === known.register && grown.size === 0) return known;
  const catalogs = new Map(known.catalogs);
  const unread = [...register.catalogs.values()].filter(({ key }) => !catalogs.has(key) || grown.has(key));
  for (const batch of batches(unread))
    await Promise.all(
      batch.map(async (catalog) => {
        const consistent = grown.has(catalog.key);
        catalogs.set(catalog.key, (await standingOnDay(deps, catalog, on, { consistent })).evidence);
      }),
    );
  const zones = new Map<string, ZoneInForce>();
  const changed: ZoneInForce[] = [];
  for (const { id } of zonesOn(register, on, {})) {
    const zone = lawOf(register, catalogs, id, on);
    const before = known.zones.get(id);
    // Where definitions have lapsed, catalogs beside the lineage have a say.
    if (before?.law === zone.law && before.lapsed.length === 0) zones.set(id, before);
    else changed.push(zone);
  }
  const isNew = known.zones.size === 0;
  const read: AssessmentBasis[] = [];
  for (const batch of batches(changed))
    await Promise.all(
      batch.map(async (zone) => {
        const basis = await basisOfZone(deps, on, zone);
        const lapsed = await lapsedDefinitions(deps, contentsOf(basis.catalogs), on, {});
        const whole = { ...basis, lapsed: lapsed.map(({ definitions }) => definitions) };
        zones.set(zone.lineage.at(-1)!.id, { ...zone, lapsed: lapsed.map(({ evidence }) => evidence) });
        // Nobody asks an index that is new; of all others the change is one step.
        if (isNew) index.put(whole);
        else read.push(whole);
      }),
    );
  for (const id of known.zones.keys()) if (!zones.has(id)) index.remove(id);
  for (const basis of read) index.put(basis);
  return { snapshot: snapshotOf(zones), on, index, zones, register, catalogs };
}

function lawOf(
  register: Register,
  evidence: ReadonlyMap<string, CatalogEvidence>,
  id: string,
  on: Day,
): ZoneInForce {
  const lineage = lineageOn(register, id, on) ?? [];
  const catalogs = catalogsOfLineage(register, lineage).map(({ key }) => evidence.get(key)!);
  const law = hashOf({
    lineage,
    // How far a catalog has got with its draft is no part of the law.
    catalogs: catalogs.map(({ head: _, ...catalog }) => catalog),
  });
  return { lineage, catalogs, lapsed: [], law };
}

const snapshotOf = (zones: ReadonlyMap<string, ZoneInForce>): string =>
  hashOf(
    [...zones]
      .map(([id, { law, lapsed }]) => [
        id,
        law,
        lapsed.map(({ version, keys }) => [version.contentHash, keys]),
      ])
      .sort(([a], [b]) => (a! < b! ? -1 : 1)),
  );

/** So many are read at a time. */
const AT_ONCE = 50;
const batches = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, at) =>
    items.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
