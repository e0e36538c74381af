/** What comes into a draft together: entries, and what they may name; and what goes out of it. */
export interface StagedItems<Entry, Fact, List, Product, Removed> {
  readonly facts: readonly Fact[];
  readonly lists: readonly List[];
  readonly products: readonly Product[];
  readonly entries: readonly Entry[];
  readonly remove: readonly Removed[];
}

/** Items and bytes of JSON in one request: it may have 1 000 and 1.5 MB. */
const MAX_ITEMS = 1000;
const MAX_BYTES = 1_000_000;

/** The pieces in which they are staged, definitions first. */
export function* stagedPieces<Entry, Fact, List, Product, Removed>(
  items: StagedItems<Entry, Fact, List, Product, Removed>,
): Generator<StagedItems<Entry, Fact, List, Product, Removed>> {
  const empty = () => ({
    facts: [] as Fact[],
    lists: [] as List[],
    products: [] as Product[],
    entries: [] as Entry[],
    remove: [] as Removed[],
  });
  let piece = empty();
  let count = 0;
  let bytes = 0;
  for (const kind of ['facts', 'lists', 'products', 'entries', 'remove'] as const)
    for (const item of items[kind]) {
      const size = new TextEncoder().encode(JSON.stringify(item)).length;
      if (count === MAX_ITEMS || (count > 0 && bytes + size > MAX_BYTES)) {
        yield piece;
        piece = empty();
        count = 0;
        bytes = 0;
      }
      (piece[kind] as (typeof item)[]).push(item);
      count++;
      bytes += size;
    }
  if (count > 0) yield piece;
}
