import * as z from 'zod';
import { regionId, zoneId } from '../../domain/jurisdiction.ts';
import { type Ask, mutate, query, type TokenFor } from './api.ts';
import type { RegisterFile } from './forms.ts';
import { publishVersion } from './publish-version.ts';
import { readSamples } from './read.ts';

/**
 * Loads the sample register and catalogs through the public API, as two people: four eyes hold for samples too.
 * Looks at what is there first, so that a second run changes nothing and a run after a kill goes on where it stopped.
 *
 * @throws SamplesNotLoaded with the answer of the API
 */
export async function loadSamples(ask: Ask, tokenFor: TokenFor): Promise<void> {
  const { register, versions } = readSamples();
  const editor = await tokenFor(EDITOR, ['admin:region_156', 'editor:region_156']);
  const publisher = await tokenFor(PUBLISHER, ['publisher:region_156']);
  await enterJurisdictions(ask, editor, register);
  for (const version of versions) await publishVersion(ask, { editor, publisher, editedBy: EDITOR }, version);
}

const EDITOR = 'sample-editor';
const PUBLISHER = 'sample-publisher';

/** Enters every jurisdiction that is not in the register yet, in the order of the file, which puts parents first. */
async function enterJurisdictions(ask: Ask, token: string, register: RegisterFile): Promise<void> {
  const { effectiveFrom, reason } = register;
  for (const region of register.regions) {
    if (await exists(ask, token, regionId(region.code))) continue;
    await mutate(ask, token, 'registerRegion', { ...region, effectiveFrom, reason });
  }
  for (const zone of register.zones) {
    if (await exists(ask, token, zoneId(zone.code))) continue;
    await mutate(ask, token, 'registerZone', { ...zone, effectiveFrom, reason });
  }
}

async function exists(ask: Ask, token: string, id: string): Promise<boolean> {
  const form = z.object({ node: z.object({ id: z.string() }).nullable() });
  const text = 'query ($id: ID!) { node(id: $id) { id } }';
  return (await query(ask, token, `node ${id}`, text, { id }, form)).node !== null;
}
