import type { CatalogIdentity } from '../../services/domain/catalog/catalog.ts';
import type { Register } from '../../services/domain/register/register.ts';

/** The catalogs whose jurisdictions pass, by key. */
export const catalogsOf = (
  register: Register,
  passes: (jurisdiction: string) => boolean,
): readonly CatalogIdentity[] =>
  [...register.catalogs.values()]
    .filter(({ jurisdiction }) => passes(jurisdiction))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
