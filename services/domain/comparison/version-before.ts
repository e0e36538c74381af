import type { VersionRecord } from '../catalog/version.ts';
import { standingOn } from '../catalog/version.ts';

/**
 * The version that a version took the place of: of those published before it the one that would stand on its first
 * day, even where that one had expired by then. Null where there was none, or it had been withdrawn.
 */
export function versionBefore(
  versions: readonly VersionRecord[],
  { number, effectiveFrom }: VersionRecord,
): VersionRecord | null {
  const earlier = versions.filter((version) => version.number < number);
  const standing = standingOn(
    earlier.map((version) => ({ ...version, effectiveTo: null })),
    effectiveFrom,
  );
  if (standing.kind !== 'IN_FORCE') return null;
  return earlier.find((version) => version.number === standing.version.number)!;
}
