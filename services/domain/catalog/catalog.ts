import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import type { ProductTerm } from '../facts/product-term.ts';
import type { Text } from '../values/text.ts';
import type { CatalogProposal } from './catalog-act.ts';
import type { Entry } from './entry.ts';
import type { VersionRecord } from './version.ts';

/** The identity of a catalog (目录) as the register knows it. */
export interface CatalogIdentity {
  readonly key: string;
  /** Id of the jurisdiction whose legal instrument it is. */
  readonly jurisdiction: string;
}

/** A catalog as it was created: what the register says of it before its own chain begins. */
export interface RegisteredCatalog extends CatalogIdentity {
  readonly title: Text;
  readonly issuer?: string | null;
  readonly documentNumber?: string | null;
}

/** What a version or draft says: everything that the content hash covers. Entries in their order (`compareEntries`). */
export interface CatalogContent {
  readonly title: Text;
  readonly issuer?: string | null;
  readonly documentNumber?: string | null;
  readonly facts: readonly FactDefinition[];
  readonly lists: readonly SubstanceList[];
  readonly products: readonly ProductTerm[];
  readonly entries: readonly Entry[];
}

/**
 * The state of a catalog after a revision: everything but the texts, which lie in blobs. Title, issuer and document
 * number are those of the newest version; before the first, those it was created with.
 */
export interface CatalogState extends RegisteredCatalog {
  readonly versions: readonly VersionRecord[];
  readonly draft?: DraftState | null;
  /**
   * The editors of drafts that were changed and then discarded since the newest version: none of them may publish the
   * next one (DESIGN 3.3).
   */
  readonly formerEditors?: readonly string[] | null;
  /** Proposed and neither confirmed nor withdrawn (ADR 0011), in the order in which they were made. */
  readonly proposals?: readonly CatalogProposal[] | null;
}

/** What whoever returned a draft says is to be mended; no `entry` where it is about the whole. */
export interface ReviewComment {
  readonly entry?: string | undefined;
  readonly text: string;
}

export type DraftStatus = 'EDITING' | 'IN_REVIEW';
export interface DraftState {
  readonly status: DraftStatus;
  /** The version it was opened on; null for the first draft. */
  readonly basedOn?: number | null;
  /** Number of the newest version when it was opened, 0 before the first: a newer one voids the review (DESIGN 3.3). */
  readonly newestAtOpening: number;
  /** Everyone who changed anything in it, chose its base or submitted it: none of them may publish it (DESIGN 3.3). */
  readonly editors: readonly string[];
  /** Whether anything in it was ever changed, were it changed back since. Not known of old drafts: then it counts. */
  readonly changed?: boolean | null;
  /** What it was returned for, until it is handed in again. */
  readonly comments?: readonly ReviewComment[] | null;
  /** Hash of the blob that holds the content. */
  readonly content: string;
  readonly contentHash: string;
  readonly entryCount: number;
}

/** The order in which codes stand in a catalog: numbers by value, so that 2.10 follows 2.9. */
export function compareCodes(a: string, b: string): number {
  const left = numbersIn(a);
  const right = numbersIn(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i]!;
    const y = right[i]!;
    if (x === y) continue;
    const bothNumbers = isNumber(x) && isNumber(y);
    if (bothNumbers && Number(x) !== Number(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** Of a part that is all digits or has none. */
const isNumber = (part: string): boolean => part >= '0' && part < ':';

/** A code taken apart: 5 000 entries put in order ask for it 60 000 times. */
function numbersIn(code: string): readonly string[] {
  let parts = TAKEN_APART.get(code);
  if (!parts) {
    parts = code.match(/\d+|\D+/g) ?? [];
    if (TAKEN_APART.size >= MAX_TAKEN_APART) TAKEN_APART.clear();
    TAKEN_APART.set(code, parts);
  }
  return parts;
}
const TAKEN_APART = new Map<string, readonly string[]>();
/** Codes of the largest catalogs that one process works with; a few megabytes. */
const MAX_TAKEN_APART = 50_000;

/** Where a content lies and what it is known by. */
export type ContentRef = Pick<DraftState, 'content' | 'contentHash' | 'entryCount'>;

export const refOf = ({ content, contentHash, entryCount }: ContentRef): ContentRef => ({
  content,
  contentHash,
  entryCount,
});
