import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { type Comparison, comparisonOf } from '../../services/domain/comparison/comparison.ts';
import type { Classification } from '../../services/domain/facts/industry.ts';
import type { Context } from '../context.ts';
import type { ComparedModel, ComparedPair } from '../models.ts';

/** Two sides with what differs between them; without a first one everything of the second is new. */
export async function comparedContents<From extends ComparedModel | null>(
  from: From,
  to: ComparedModel,
  { deps, reads }: Context,
): Promise<ComparedPair & { readonly from: From }> {
  const [before, after] = await Promise.all([
    from && reads.content(from.content.content),
    reads.content(to.content.content),
  ]);
  const { classification } = deps.reference;
  return { from, to, comparison: compared(before ?? nothingBefore(after), after, classification) };
}

/** A content is the same object for many requests, so each pair is compared once and its pages are cut from that. */
const COMPARED = new WeakMap<CatalogContent, WeakMap<CatalogContent, Comparison>>();

function compared(from: CatalogContent, to: CatalogContent, classification: Classification): Comparison {
  const known = COMPARED.get(from) ?? new WeakMap<CatalogContent, Comparison>();
  COMPARED.set(from, known);
  const comparison = known.get(to) ?? comparisonOf(from, to, classification);
  known.set(to, comparison);
  return comparison;
}

/** What a first version is compared with: its own title over nothing. */
const NOTHING_BEFORE = new WeakMap<CatalogContent, CatalogContent>();

function nothingBefore(content: CatalogContent): CatalogContent {
  const nothing = NOTHING_BEFORE.get(content) ?? { ...content, facts: [], lists: [], entries: [] };
  NOTHING_BEFORE.set(content, nothing);
  return nothing;
}
