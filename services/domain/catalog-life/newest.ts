import type { CatalogState } from '../catalog/catalog.ts';
import type { VersionRecord } from '../catalog/version.ts';

/** The version with the highest number, withdrawn or not; undefined before the first. */
export const newestOf = ({ versions }: Pick<CatalogState, 'versions'>): VersionRecord | undefined =>
  versions.reduce<VersionRecord | undefined>(
    (newest, version) => (newest && newest.number > version.number ? newest : version),
    undefined,
  );
