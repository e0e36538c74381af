import * as z from 'zod';
import type { Entry } from './entry.ts';
import type { FactDefinition, SubstanceList } from './fact.ts';

/** What one revision of a catalog changed, as it is kept beside it. */
export type CatalogChange =
  | { readonly kind: 'DRAFT_OPENED'; readonly basedOn: number | null }
  | ({ readonly kind: 'DRAFT_EDITED' } & Touched)
  | { readonly kind: 'DRAFT_SUBMITTED'; readonly contentHash: string }
  | {
      readonly kind: 'DRAFT_PUBLISHED';
      readonly number: number;
      readonly contentHash: string;
      readonly acknowledged: readonly Acknowledgement[];
      readonly retroactiveReason: string | null;
    };

/** The codes and keys that an edit created, replaced or removed: what another edit must not have named. */
export interface Touched {
  readonly entries: readonly string[];
  readonly facts: readonly string[];
  readonly lists: readonly string[];
}

/** A warning of the publication rules that the publisher answers for; `entry` null where it concerns no single entry. */
export interface Acknowledgement {
  readonly rule: string;
  readonly entry: string | null;
}

/** What two edits have both touched, as names that a person recognises. */
export function overlap(mine: Touched, theirs: Touched): readonly TouchedItem[] {
  return (['entries', 'facts', 'lists'] as const).flatMap((kind) => {
    const taken = new Set(theirs[kind]);
    return mine[kind].filter((name) => taken.has(name)).map((name) => ({ kind, name }));
  });
}
export interface TouchedItem {
  readonly kind: keyof Touched;
  readonly name: string;
}

/** The item of a content that a name means; undefined where there is none. */
export function itemOf(
  content: {
    readonly entries: readonly Entry[];
    readonly facts: readonly FactDefinition[];
    readonly lists: readonly SubstanceList[];
  },
  { kind, name }: TouchedItem,
): Entry | FactDefinition | SubstanceList | undefined {
  switch (kind) {
    case 'entries':
      return content.entries.find((entry) => entry.code === name);
    case 'facts':
      return content.facts.find((fact) => fact.key === name);
    case 'lists':
      return content.lists.find((list) => list.key === name);
  }
}

const names = z.array(z.string()).readonly();

/** Reads a change as it was stored. */
export const catalogChange: z.ZodType<CatalogChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('DRAFT_OPENED'), basedOn: z.number().nullable() }),
  z.object({ kind: z.literal('DRAFT_EDITED'), entries: names, facts: names, lists: names }),
  z.object({ kind: z.literal('DRAFT_SUBMITTED'), contentHash: z.string() }),
  z.object({
    kind: z.literal('DRAFT_PUBLISHED'),
    number: z.number(),
    contentHash: z.string(),
    acknowledged: z.array(z.object({ rule: z.string(), entry: z.string().nullable() })).readonly(),
    retroactiveReason: z.string().nullable(),
  }),
]);
