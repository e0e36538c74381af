import type { CatalogContent } from '../../services/domain/catalog.ts';
import type { Telling } from '../../services/domain/comparison/telling.ts';
import { namesFrom } from '../../services/domain/names.ts';
import type { Locale } from '../../services/domain/text.ts';
import type { Context } from '../context.ts';
import { namesOfContent } from '../entries/names-of.ts';
import { placesKnown } from './places-known.ts';

/** How a change of a catalog is told: things are called as the contents before and after it define them. */
export async function tellingOf(
  catalog: string,
  before: CatalogContent | null,
  after: CatalogContent | null,
  context: Context,
): Promise<(locale: Locale) => Telling> {
  const { reference } = context.deps;
  const names = (content: CatalogContent | null) =>
    content ? namesOfContent(reference, catalog, content) : namesFrom(reference.names, new Map());
  const place = await placesKnown(context);
  return (locale) => ({ locale, before: names(before), after: names(after), place });
}
