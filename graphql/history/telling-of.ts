import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { placeNames } from '../../services/domain/comparison/place-names.ts';
import { namesFrom } from '../../services/domain/facts/names.ts';
import type { Context } from '../context.ts';
import { namesOfContent } from '../entries/names-of.ts';
import type { Tell } from '../models.ts';

/** How a change of a catalog is told: things are called as the contents before and after it define them. */
export function tellingOf(
  catalog: string,
  before: CatalogContent | null,
  after: CatalogContent | null,
  { deps: { reference }, reads, today }: Context,
): Tell {
  const names = (content: CatalogContent | null) =>
    content ? namesOfContent(reference, catalog, content) : namesFrom(reference.names, new Map());
  return async (locale) => ({
    locale,
    before: names(before),
    after: names(after),
    place: placeNames(await reads.register(), today),
  });
}
