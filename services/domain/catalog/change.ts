import * as z from 'zod';
import type { ProposalStep } from '../access/proposal.ts';
import { PROPOSAL_STEPS, proposalOf } from '../access/proposal.ts';
import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import type { ProductTerm } from '../facts/product-term.ts';
import { nonBlank } from '../messages/fields.ts';
import type { Text } from '../values/text.ts';
import { unreachable } from '../values/unreachable.ts';
import type { CatalogContent, ReviewComment } from './catalog.ts';
import type { CatalogAct } from './catalog-act.ts';
import { catalogAct } from './catalog-act.ts';
import type { Entry } from './entry.ts';

/** What one revision of a catalog changed, as it is kept beside it. */
export type CatalogChange =
  | { readonly kind: 'DRAFT_OPENED'; readonly basedOn: number | null }
  | ({ readonly kind: 'DRAFT_EDITED' } & Touched)
  | { readonly kind: 'DRAFT_SUBMITTED'; readonly contentHash: string }
  | {
      readonly kind: 'DRAFT_RETURNED';
      readonly contentHash: string;
      readonly comments: readonly ReviewComment[];
    }
  | { readonly kind: 'DRAFT_DISCARDED'; readonly contentHash: string }
  | {
      readonly kind: 'DRAFT_PUBLISHED';
      readonly number: number;
      readonly contentHash: string;
      readonly acknowledged: readonly Acknowledgement[];
      readonly retroactiveReason: string | null;
    }
  | ProposalStep<CatalogAct>;

/** The codes, keys and names that an edit created, replaced or removed: what another edit must not have named. */
export interface Touched {
  readonly entries: readonly string[];
  readonly facts: readonly string[];
  readonly lists: readonly string[];
  readonly products: readonly string[];
  /** Of the catalog itself. */
  readonly details: readonly Detail[];
}

/** What a catalog says of itself. */
export const DETAILS = ['title', 'issuer', 'documentNumber'] as const;
export type Detail = (typeof DETAILS)[number];

/** A warning of the publication rules that the publisher answers for; `entry` null where it concerns no single entry. */
export interface Acknowledgement {
  readonly rule: string;
  readonly entry: string | null;
  /** Why it is accepted, where that is said of this one. */
  readonly reason?: string | null;
}

/** Reads a comment as it is given and as it is stored. */
export const reviewComment: z.ZodType<ReviewComment> = z.strictObject({
  entry: z.string().optional(),
  text: nonBlank,
});

/** What two edits have both touched, as names that a person recognises. */
export function overlap(mine: Touched, theirs: Touched): readonly TouchedItem[] {
  return (['entries', 'facts', 'lists', 'products', 'details'] as const).flatMap((kind) => {
    const taken = new Set<string>(theirs[kind]);
    return mine[kind].filter((name) => taken.has(name)).map((name) => ({ kind, name }));
  });
}
export interface TouchedItem {
  readonly kind: keyof Touched;
  readonly name: string;
}

/** The item of a content that a name means; undefined where there is none. */
export function itemOf(
  content: CatalogContent,
  { kind, name }: TouchedItem,
): Entry | FactDefinition | SubstanceList | ProductTerm | Text | string | undefined {
  switch (kind) {
    case 'entries':
      return content.entries.find((entry) => entry.code === name);
    case 'facts':
      return content.facts.find((fact) => fact.key === name);
    case 'lists':
      return content.lists.find((list) => list.key === name);
    case 'products':
      return content.products.find((term) => term.key === name);
    case 'details':
      return content[name as Detail] ?? undefined;
    default:
      return unreachable(kind);
  }
}

const names = z.array(z.string()).readonly();

/** Reads a change as it was stored. */
export const catalogChange: z.ZodType<CatalogChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('DRAFT_OPENED'), basedOn: z.number().nullable() }),
  z.object({
    kind: z.literal('DRAFT_EDITED'),
    entries: names,
    facts: names,
    lists: names,
    products: names,
    details: z.array(z.enum(DETAILS)).readonly().default([]),
  }),
  z.object({ kind: z.literal('DRAFT_SUBMITTED'), contentHash: z.string() }),
  z.object({
    kind: z.literal('DRAFT_RETURNED'),
    contentHash: z.string(),
    comments: z.array(reviewComment).readonly(),
  }),
  z.object({ kind: z.literal('DRAFT_DISCARDED'), contentHash: z.string() }),
  z.object({
    kind: z.literal('DRAFT_PUBLISHED'),
    number: z.number(),
    contentHash: z.string(),
    acknowledged: z
      .array(z.object({ rule: z.string(), entry: z.string().nullable(), reason: z.string().nullish() }))
      .readonly(),
    retroactiveReason: z.string().nullable(),
  }),
  z.object({ kind: z.enum(PROPOSAL_STEPS), proposal: proposalOf(catalogAct) }),
]);
