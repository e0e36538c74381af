import type { VersionRecord } from '../catalog/version.ts';
import { standingOn } from '../catalog/version.ts';

/**
 * The version that a version replaced: of those published earlier, the one that would be in force on its first day, even
 * if that one had expired by then. Null if there was none or it had been withdrawn.
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
