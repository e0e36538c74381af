import type { ProposalStep } from '../access/proposal.ts';
import type { CatalogContent, CatalogState } from '../catalog/catalog.ts';
import type { CatalogAct } from '../catalog/catalog-act.ts';
import type { Acknowledgement, CatalogChange, Touched } from '../catalog/change.ts';
import type { Entry } from '../catalog/entry.ts';
import type { VersionRecord } from '../catalog/version.ts';
import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import type { ProductTerm } from '../facts/product-term.ts';
import { unreachable } from '../values/unreachable.ts';
import type { Day } from '../vocabulary.ts';
import type { ChangeKind, ItemChange } from './compare-contents.ts';
import { compareContents, itemChanges } from './compare-contents.ts';
import { factDifference, listDifference, productDifference } from './definition-difference.ts';
import { entryDifference } from './entry-difference.ts';
import type { FieldChange } from './field-change.ts';

/** One thing that a revision of a catalog did (变更事项). */
export type RevisionItem =
  | { readonly kind: 'DRAFT_OPENED'; readonly version: number | null }
  | ItemChangeOf<'ENTRY', Entry>
  | ItemChangeOf<'FACT', FactDefinition>
  | ItemChangeOf<'LIST', SubstanceList>
  | ItemChangeOf<'PRODUCT', ProductTerm>
  | { readonly kind: 'DETAILS_CHANGED'; readonly changes: readonly FieldChange[] }
  /** What was submitted again unchanged. */
  | { readonly kind: 'NOTHING_CHANGED'; readonly names: readonly string[] }
  /** A draft in review went back to editing because of the other changes. */
  | { readonly kind: 'REVIEW_VOIDED' }
  | Extract<CatalogChange, { readonly kind: 'DRAFT_SUBMITTED' | 'DRAFT_RETURNED' }>
  | {
      readonly kind: 'DRAFT_DISCARDED';
      readonly contentHash: string;
      readonly version: number | null;
      readonly editors: readonly string[];
    }
  | {
      readonly kind: 'VERSION_PUBLISHED';
      readonly record: VersionRecord;
      readonly acknowledged: readonly Acknowledgement[];
      readonly retroactiveReason: string | null;
    }
  | {
      readonly kind: 'VERSION_WITHDRAWN' | 'CATALOG_REPEALED';
      readonly version: number;
      readonly effectiveFrom: Day;
      readonly retroactiveReason: string | null;
    }
  | { readonly kind: 'REPEAL_REVERSED'; readonly effectiveFrom: Day }
  /** What became of a proposal; what it did where it was confirmed is an item of its own. */
  | ProposalStep<CatalogAct>;
interface ItemChangeOf<Of extends 'ENTRY' | 'FACT' | 'LIST' | 'PRODUCT', T>
  extends Omit<ItemChange<T>, 'kind'> {
  readonly kind: `${Of}_${ChangeKind}`;
}

/** The parts of a content that an edit touched, before and after it; entries that it did not name are left out. */
interface TouchedContents {
  readonly before: CatalogContent;
  readonly after: CatalogContent;
}

/**
 * What a revision did, item by item.
 *
 * @param before the state before it; null for the first revision
 * @param touched for an edit of a draft
 */
export function revisionItems(
  change: CatalogChange,
  before: CatalogState | null,
  after: CatalogState,
  touched: TouchedContents | null,
): readonly RevisionItem[] {
  const voided = before?.draft?.status === 'IN_REVIEW' && after.draft?.status === 'EDITING';
  const items = itemsOf(change, before, after, touched);
  return voided && change.kind !== 'DRAFT_RETURNED' ? [...items, { kind: 'REVIEW_VOIDED' }] : items;
}

function itemsOf(
  change: CatalogChange,
  before: CatalogState | null,
  after: CatalogState,
  touched: TouchedContents | null,
): readonly RevisionItem[] {
  switch (change.kind) {
    case 'DRAFT_OPENED':
      return [{ kind: 'DRAFT_OPENED', version: change.basedOn }];
    case 'DRAFT_EDITED':
      if (!touched) throw new Error('an edit without the contents before and after it');
      return editItems(change, touched);
    case 'DRAFT_SUBMITTED':
    case 'DRAFT_RETURNED':
      return [change];
    case 'DRAFT_DISCARDED': {
      const { basedOn: version = null, editors = [] } = before?.draft ?? {};
      return [{ kind: 'DRAFT_DISCARDED', contentHash: change.contentHash, version, editors }];
    }
    case 'DRAFT_PUBLISHED': {
      const { number, acknowledged, retroactiveReason } = change;
      const record = after.versions.find((version) => version.number === number);
      if (!record) throw new Error(`there is no version ${number} after its publication`);
      return [{ kind: 'VERSION_PUBLISHED', record, acknowledged, retroactiveReason }];
    }
    case 'PROPOSAL_CONFIRMED':
      return [actItem(change.proposal.act), change];
    case 'PROPOSED':
    case 'PROPOSAL_WITHDRAWN':
      return [change];
    default:
      return unreachable(change);
  }
}

function actItem(act: CatalogAct): RevisionItem {
  const { effectiveFrom } = act;
  if (act.kind === 'REVERSAL') return { kind: 'REPEAL_REVERSED', effectiveFrom };
  const { number: version, repeal, retroactiveReason } = act;
  const kind = repeal ? 'CATALOG_REPEALED' : 'VERSION_WITHDRAWN';
  return { kind, version, effectiveFrom, retroactiveReason };
}

function editItems(named: Touched, { before, after }: TouchedContents): readonly RevisionItem[] {
  const { details, entries, facts, lists, products } = compareContents(before, after);
  const items: readonly RevisionItem[] = [
    ...(details.length > 0 ? [{ kind: 'DETAILS_CHANGED', changes: details } as const] : []),
    ...changesOf('FACT', facts, factDifference),
    ...changesOf('LIST', lists, listDifference),
    ...changesOf('PRODUCT', products, productDifference),
    ...changesOf('ENTRY', entries, entryDifference),
  ];
  if (items.length > 0) return items;
  // An edit that changed nothing is on the record all the same: its author counts among the editors.
  return [
    {
      kind: 'NOTHING_CHANGED',
      names: [...named.entries, ...named.facts, ...named.lists, ...named.products, ...named.details],
    },
  ];
}

const changesOf = <Of extends 'ENTRY' | 'FACT' | 'LIST' | 'PRODUCT', T>(
  of: Of,
  ...difference: Parameters<typeof itemChanges<T>>
): readonly ItemChangeOf<Of, T>[] =>
  itemChanges(...difference).map(({ kind, ...change }) => ({ ...change, kind: `${of}_${kind}` as const }));
