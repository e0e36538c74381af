import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { comparisonOf } from '../../services/domain/comparison/comparison.ts';
import type { Classification } from '../../services/domain/facts/industry.ts';
import { memoize } from '../../services/domain/values/memoize.ts';
import type { Context } from '../context.ts';
import type { ComparedModel, ComparedPair } from '../models.ts';
import { wordingOf } from './wording.ts';

/** Two sides with what differs between them; without a first one everything of the second is new. */
export async function comparedContents<From extends ComparedModel | null>(
  from: From,
  to: ComparedModel,
  context: Context,
): Promise<ComparedPair & { readonly from: From }> {
  const { deps, reads } = context;
  const [before, after] = await Promise.all([
    from && reads.content(from.content.content),
    reads.content(to.content.content),
  ]);
  const comparison = compared(deps.reference.classification)(before ?? nothingBefore(after))(after);
  return { from, to, comparison, wording: wordingOf(to.catalog, comparison.from, comparison.to, context) };
}

/** A content is the same object for many requests, so each pair is compared once and its pages are cut from that. */
const compared = memoize((classification: Classification) =>
  memoize((from: CatalogContent) => memoize((to: CatalogContent) => comparisonOf(from, to, classification))),
);

/** What a first version is compared with: its own title over nothing. */
const nothingBefore = memoize(
  (content: CatalogContent): CatalogContent => ({
    ...content,
    facts: [],
    lists: [],
    products: [],
    entries: [],
  }),
);
