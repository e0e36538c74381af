import * as z from 'zod';
import { proposalOf } from '../domain/access/proposal.ts';
import type { CatalogState, DraftState, RegisteredCatalog } from '../domain/catalog/catalog.ts';
import { catalogAct } from '../domain/catalog/catalog-act.ts';
import { reviewComment } from '../domain/catalog/change.ts';
import type { Reversal, VersionRecord, Withdrawal } from '../domain/catalog/version.ts';
import { factDefinition, productTerm } from '../domain/facts/definition-shape.ts';
import type { Text } from '../domain/values/text.ts';
import { fields, sha256Hex } from './reading.ts';

// How catalogs lie in their blobs.

export const text: z.ZodType<Text> = fields<Text>()({ zh: z.string(), en: z.string().nullish() });

const identity = {
  key: z.string(),
  jurisdiction: z.string(),
  title: text,
  issuer: z.string().nullish(),
  documentNumber: z.string().nullish(),
};
export const registeredCatalog: z.ZodType<RegisteredCatalog> = fields<RegisteredCatalog>()(identity);

const decided = { at: z.string(), by: z.string(), proposedBy: z.string(), reason: z.string() };
const withdrawal = fields<Withdrawal>()({ effectiveFrom: z.string(), repeal: z.boolean(), ...decided });
const reversal = fields<Reversal>()({ of: z.int().nonnegative(), ...decided });
const content = { contentHash: sha256Hex, content: sha256Hex, entryCount: z.int().nonnegative() };
const version = fields<VersionRecord>()({
  number: z.int().positive(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullish(),
  publishedAt: z.string(),
  publishedBy: z.string(),
  ...content,
  basedOn: z.int().nullable(),
  authors: z.array(z.string()),
  withdrawals: z.array(withdrawal).nullish(),
  reversals: z.array(reversal).nullish(),
});
const draft = fields<DraftState>()({
  status: z.enum(['EDITING', 'IN_REVIEW']),
  basedOn: z.int().nullish(),
  newestAtOpening: z.int().nonnegative(),
  editors: z.array(z.string()),
  changed: z.boolean().nullish(),
  comments: z.array(reviewComment).nullish(),
  ...content,
});

/** The state of a catalog after a revision. */
export const catalogState: z.ZodType<CatalogState> = fields<CatalogState>()({
  ...identity,
  versions: z.array(version),
  draft: draft.nullish(),
  formerEditors: z.array(z.string()).nullish(),
  proposals: z.array(proposalOf(catalogAct)).nullish(),
});

/** What a version or draft says, in pieces: blobs named by their hashes. */
export interface ContentRoot {
  readonly title: Text;
  readonly issuer?: string | null;
  readonly documentNumber?: string | null;
  /** One blob with all definitions. */
  readonly facts: string;
  /** A blob for each list, since lists are long. */
  readonly lists: readonly string[];
  /** One blob with all product terms. */
  readonly products: string;
  /** Root of the map from code to entry. */
  readonly entries: string;
  readonly entryCount: number;
  /** The shape that every entry was seen to have when this was written (`ENTRY_SHAPE`). */
  readonly entryShape: string;
}
export const contentRoot: z.ZodType<ContentRoot> = fields<ContentRoot>()({
  title: text,
  issuer: z.string().nullish(),
  documentNumber: z.string().nullish(),
  facts: sha256Hex,
  lists: z.array(sha256Hex),
  products: sha256Hex,
  entries: sha256Hex,
  entryCount: z.int().nonnegative(),
  entryShape: z.string(),
});

export const factDefinitions = z.array(factDefinition);
export const productTerms = z.array(productTerm);
