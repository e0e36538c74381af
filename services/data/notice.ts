import type { Text } from '../domain/values/text.ts';
import type { LegalBasis } from '../domain/vocabulary.ts';

/** A published notice as the data files hold it: what it lists, in its own order. */
export interface Notice<Item> {
  readonly document: string;
  readonly number: string;
  /** How many of the items, from the first on, were compared with a second public text. */
  readonly compared?: number;
  readonly items: readonly Item[];
}

/** Every item of several notices with the place where it is listed, so that an answer can cite it. */
export function cited<Item extends Text & { readonly article?: string }>(
  notices: readonly Notice<Item>[],
): readonly { readonly item: Item; readonly source: LegalBasis; readonly compared: boolean }[] {
  return notices.flatMap(({ document, number, compared = 0, items }) =>
    items.map((item, index) => ({
      item,
      source: { document, number, article: item.article ?? `第${index + 1}项` },
      compared: index < compared,
    })),
  );
}
