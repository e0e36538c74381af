import type { Context } from '../context.ts';
import type { VersionModel } from '../models.ts';

/** The version of an id, `catalog_<key>@<number>`; null where there is none. */
export async function findVersion(id: string, context: Context): Promise<VersionModel | null> {
  const [, catalog, number] = /^catalog_([^@]+)@([1-9]\d{0,8})$/.exec(id) ?? [];
  return catalog === undefined ? null : versionOfNumber(catalog, Number(number), context);
}

/** The version of a number; null where the catalog has none. */
export async function versionOfNumber(
  catalog: string,
  number: number,
  context: Context,
): Promise<VersionModel | null> {
  const read = await context.reads.catalog(catalog);
  return read?.state.versions.some((version) => version.number === number) ? { catalog, number } : null;
}
