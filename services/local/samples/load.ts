import * as z from 'zod';
import { catalogId, regionId, zoneId } from '../../domain/ids.ts';
import type { Ask } from '../ask.ts';
import type { DevelopmentIssuer } from '../development-issuer.ts';
import { mutate, query } from './api.ts';
import type { RegisterFile, VersionFile } from './forms.ts';
import { publishVersion } from './publish-version.ts';
import { readSamples } from './read.ts';

/**
 * Loads the sample register and catalogs through the public API, as two people: four eyes hold for samples too.
 * Looks at what is there first, so that a second run changes nothing and a run after a kill goes on where it stopped.
 *
 * @throws SamplesNotLoaded with the answer of the API
 */
export async function loadSamples(ask: Ask, tokenFor: DevelopmentIssuer['token']): Promise<void> {
  const { register, versions } = readSamples();
  const editor = await tokenFor(EDITOR, ['admin:region_156', 'editor:region_156']);
  const publisher = await tokenFor(PUBLISHER, ['publisher:region_156']);
  await enterJurisdictions(ask, editor, register, versions);
  for (const version of versions) await publishVersion(ask, { editor, publisher, editedBy: EDITOR }, version);
}

const EDITOR = 'sample-editor';
const PUBLISHER = 'sample-publisher';

/**
 * Enters every jurisdiction that is not in the register yet, in the order of the file, which puts parents first; and
 * the catalogs of regions before the zones, whose facts have the keys of these as prefixes.
 */
async function enterJurisdictions(
  ask: Ask,
  token: string,
  register: RegisterFile,
  versions: readonly VersionFile[],
): Promise<void> {
  const { effectiveFrom, reason, regions, zones } = register;
  const catalogs = new Map(
    versions
      .filter(({ catalog }) => catalog.jurisdiction.startsWith(regionId('')))
      .map(({ catalog, version }) => [catalogId(catalog.key), { ...catalog, reason: version.reason }]),
  );
  const ids = [
    ...regions.map(({ code }) => regionId(code)),
    ...catalogs.keys(),
    ...zones.map(({ code }) => zoneId(code)),
  ];
  const there = await registered(ask, token, ids);
  for (const region of regions) {
    if (there.has(regionId(region.code))) continue;
    await mutate(ask, token, 'registerRegion', { ...region, effectiveFrom, reason });
  }
  for (const [id, catalog] of catalogs)
    if (!there.has(id)) await mutate(ask, token, 'createCatalog', catalog);
  for (const zone of zones) {
    if (there.has(zoneId(zone.code))) continue;
    await mutate(ask, token, 'registerZone', { ...zone, effectiveFrom, reason });
  }
}

/** Which of these the register has: asked many at once, since each request takes its time. */
async function registered(ask: Ask, token: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (let start = 0; start < ids.length; start += MAX_PER_REQUEST) {
    const batch = ids.slice(start, start + MAX_PER_REQUEST);
    const variables = Object.fromEntries(batch.map((id, index) => [`id${index}`, id]));
    const names = Object.keys(variables);
    const text = `query (${names.map((name) => `$${name}: ID!`).join(' ')}) {
      ${names.map((name) => `${name}: node(id: $${name}) { id }`).join(' ')}
    }`;
    const found = await query(ask, token, 'register', text, variables, nodesForm);
    for (const node of Object.values(found)) if (node) there.add(node.id);
  }
  return there;
}

/** One request may ask 25 things. */
const MAX_PER_REQUEST = 25;
const nodesForm = z.record(z.string(), z.object({ id: z.string() }).nullable());
