import { entryName } from '../../domain/catalog/entry-name.ts';
import type { NotReached } from '../../domain/register/not-reached.ts';
import { notReached } from '../../domain/register/not-reached.ts';
import { lineageOn } from '../../domain/register/register.ts';
import type { Day } from '../../domain/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';
import { versionsOf } from './lost-territory.ts';

/**
 * Which entries of the catalogs of a zone's lineage do not reach it, or an area of it, because they list where they
 * apply: in the version in force on a day, and in those that count later.
 */
export async function entriesNotReaching(deps: Deps, zone: string, on: Day): Promise<readonly NotReached[]> {
  const { register } = await loadRegister(deps, { consistent: true });
  const lineage = lineageOn(register, zone, on) ?? [];
  if (lineage.at(-1)?.zone === undefined) return [];
  const above = lineage.map(({ id }) => id);
  return (await versionsOf(deps, register, above, on)).flatMap(({ catalog, number, content }) =>
    [...notReached(content.entries, lineage, on)].map(([place, entries]) => ({
      place,
      catalog,
      number,
      entries: entries.map(({ code }) => code),
      named: entries.map(entryName),
    })),
  );
}
