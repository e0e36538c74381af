import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { namesFrom } from '../../services/domain/facts/names.ts';
import type { Context } from '../context.ts';
import { namesOfContent } from '../entries/names-of.ts';
import type { Wording } from '../models.ts';

/** How changes of a catalog are worded: things are called as the contents before and after it define them. */
export function wordingOf(
  catalog: string,
  before: CatalogContent | null,
  after: CatalogContent | null,
  { deps: { reference }, reads }: Context,
): Wording {
  const names = (content: CatalogContent | null) =>
    content ? namesOfContent(reference, catalog, content) : namesFrom(reference.names, new Map());
  return async (locale) => ({
    locale,
    before: names(before),
    after: names(after),
    place: await reads.placeNames(),
  });
}
