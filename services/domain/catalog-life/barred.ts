import type { CatalogState } from '../catalog/catalog.ts';

/** Who may not publish the next version (DESIGN 3.3): the editors of the draft, and of drafts discarded before it. */
export const barredFromPublishing = ({ draft, formerEditors }: CatalogState): readonly string[] => [
  ...new Set([...(draft?.editors ?? []), ...(formerEditors ?? [])]),
];
