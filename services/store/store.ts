import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CatalogContent, CatalogState, RegisteredCatalog } from '../domain/catalog.ts';
import type { ChainBreak, UnreadableRevision } from '../domain/chain/follow-chain.ts';
import type { NewRevision, Revision } from '../domain/chain/revision.ts';
import type { ChainHead, Decision } from '../domain/decision.ts';
import type { Entry } from '../domain/entry.ts';
import type { JurisdictionRecord } from '../domain/jurisdiction.ts';
import type { Register } from '../domain/register.ts';
import { createBlobs } from './blobs.ts';
import { createCatalogStore } from './catalogs.ts';
import { createChains } from './chain.ts';
import { connect } from './connection.ts';
import { createContentStore } from './contents.ts';
import { createDecisionStore } from './decisions.ts';
import type { Inspection } from './inspection.ts';
import { createInspection } from './inspection.ts';
import { createRegisterStore } from './register.ts';
import type { Waiting } from './retry.ts';

/** Everything that is kept, as a plain object of functions (DESIGN 4). */
export interface Store {
  /** The register; null head and nothing in it before the first append. */
  readRegister(options?: ReadOptions): Promise<StoredRegister>;
  /**
   * One append to the register: the commit point of `registerRegion`, `registerZone` and `createCatalog`.
   * @throws StaleHead where somebody else appended first
   */
  appendToRegister(
    expected: ChainHead | null,
    revision: NewRevision,
    change: RegisterChange,
  ): Promise<ChainHead>;
  registerHistory(paging: HistoryPaging): Promise<Page<Revision>>;
  /** Everything in the chain after a place, oldest first, damaged or not. */
  walkRegister(after?: string | null): AsyncIterable<FoundRevision>;
  /** The revision of a number; null where there is none. */
  registerRevision(seq: number): Promise<Revision | null>;
  /** The records of a jurisdiction that were in the register after a revision, in the order they were appended. */
  readRecords(revision: Revision, jurisdiction: string): Promise<readonly JurisdictionRecord[]>;
  /** What revisions of the register entered, in their order. */
  readRegisterChanges(revisions: readonly Revision[]): Promise<readonly RegisterChange[]>;
  /** Whether the chain is whole; `known` are heads seen elsewhere, as in decisions, that must be part of it. */
  verifyRegister(known?: readonly ChainHead[]): Promise<Verification>;

  /** The newest state of a catalog; null while nothing was ever appended to it (it may be in the register). */
  readCatalog(key: string, options?: ReadOptions): Promise<StoredCatalog | null>;
  /** @throws StaleHead where somebody else appended first */
  appendToCatalog(
    key: string,
    expected: ChainHead | null,
    revision: NewRevision,
    change: unknown,
    state: CatalogState,
  ): Promise<ChainHead>;
  catalogHistory(key: string, paging: HistoryPaging): Promise<Page<Revision>>;
  /** The revision of a number; null where there is none. */
  catalogRevision(key: string, seq: number): Promise<Revision | null>;
  /** Everything in the chain after a place, oldest first, damaged or not. */
  walkCatalog(key: string, after?: string | null): AsyncIterable<FoundRevision>;
  verifyCatalog(key: string, known?: readonly ChainHead[]): Promise<Verification>;
  /** What a revision of a catalog changed, as it was given to the append. */
  readChange(revision: Revision): Promise<unknown>;
  /** The same of many, in their order. */
  readChanges(revisions: readonly Revision[]): Promise<readonly unknown[]>;
  /** The state of a catalog after a revision. */
  readState(revision: Revision): Promise<CatalogState>;

  /** The content under a `content` hash; the same object for the same hash as long as it is cached. */
  readContent(content: string): Promise<CatalogContent>;
  /** The same without its entries, which are most of it. */
  readContentHeader(content: string): Promise<ContentHeader>;
  /** Single entries of a content, by code; reads only the pieces in which they lie. */
  readEntries(content: string, codes: readonly string[]): Promise<ReadonlyMap<string, Entry>>;
  writeContent(content: CatalogContent): Promise<WrittenContent>;
  /** The content under a hash (null = nothing yet) with some of it changed; writes only what changed. */
  editContent(content: string | null, edit: ContentEdit): Promise<WrittenContent>;

  /** Looks at what lies in the table itself, past every cache, for one verification. */
  inspect(): Inspection;

  /** Records a decision under its id, once: a repeat finds the first one. */
  recordDecision(decision: Decision, payloadHash: string): Promise<RecordedDecision>;
  readDecision(id: string): Promise<StoredDecision | null>;
  /**
   * Decisions of a zone or on a project code, newest first.
   *
   * @param inZone passes over the decisions of other zones as if they were not there; their records are not read
   * @throws Refusal PERIOD_TOO_LONG where too many were passed over
   */
  listDecisions(
    filter: DecisionQuery,
    paging: Paging,
    inZone?: (zone: string) => boolean,
  ): Promise<Page<StoredDecision>>;
}

export interface StoreOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Milliseconds that only go forward; decides nothing but how old a cached head is. */
  readonly clock?: () => number;
  readonly cache?: CacheOptions;
  /** How long one command may take, retries included. */
  readonly deadlineMs?: number;
  /** That of the machine, but for tests. */
  readonly waiting?: Waiting;
}
export interface CacheOptions {
  /** Size of the blob cache, in bytes of uncompressed JSON. */
  readonly blobBytes?: number;
  /** How old a head read for an assessment may be, at most. */
  readonly headMs?: number;
}

export interface ReadOptions {
  /** Strongly consistent and without cache: for edits and recorded decisions. */
  readonly consistent?: boolean;
}
export interface StoredRegister {
  readonly head: ChainHead | null;
  /** The same object for the same head as long as it is cached. */
  readonly register: Register;
}
export interface RegisterChange {
  /** Records to append, in this order. */
  readonly jurisdictions?: readonly JurisdictionRecord[];
  readonly catalogs?: readonly RegisteredCatalog[];
}
export interface StoredCatalog {
  readonly head: ChainHead;
  readonly revision: Revision;
  readonly state: CatalogState;
}
export interface WrittenContent {
  /** Hash of the blob that holds the content. */
  readonly content: string;
  /** Hash over what the content says (DESIGN 3.3). */
  readonly contentHash: string;
  readonly entryCount: number;
}
/** What lies at a place of a chain. */
export interface FoundRevision {
  /** Where to go on after it. */
  readonly place: string;
  readonly found: Revision | UnreadableRevision;
}
/** A content without its entries. */
export type ContentHeader = Omit<CatalogContent, 'entries'>;
export interface ContentEdit {
  /** By code; null removes. */
  readonly entries?: ReadonlyMap<string, Entry | null>;
  readonly header?: Partial<ContentHeader>;
}

export interface Paging {
  readonly first: number;
  /** The cursor of the last item of the page before. */
  readonly after?: string | null;
}
export interface HistoryPaging extends Paging {
  /** Newest first unless told. */
  readonly order?: 'NEWEST_FIRST' | 'OLDEST_FIRST';
}
export interface Page<T> {
  readonly items: readonly { readonly cursor: string; readonly value: T }[];
  readonly hasNextPage: boolean;
}
export type Verification =
  | { readonly whole: true; readonly head: ChainHead | null }
  | ({ readonly whole: false } & ChainBreak);

export interface StoredDecision {
  readonly decision: Decision;
  /** Hash of the input as it was sent; tells a repeat from another request under the same key. */
  readonly payloadHash: string;
}
export interface RecordedDecision extends StoredDecision {
  /** False where the id was taken: decision and payload hash are then those recorded first. */
  readonly recorded: boolean;
}
/** `from` and `to` are instants of the decision, RFC 3339: from included, to left out. */
export type DecisionQuery =
  | { readonly zone: string; readonly from?: string | null; readonly to?: string | null }
  | { readonly projectCode: string; readonly from?: string | null; readonly to?: string | null };

export function createStore(options: StoreOptions): Store {
  const {
    client,
    tableName,
    clock = () => performance.now(),
    cache = {},
    deadlineMs = 8_000,
    waiting,
  } = options;
  const { blobBytes = 48 * 1024 * 1024, headMs = 1_000 } = cache;
  const connection = connect(client, tableName, deadlineMs, waiting);
  const blobs = createBlobs(connection, blobBytes);
  const chains = createChains(connection, { clock, headMs });
  return {
    ...createRegisterStore(chains, blobs),
    ...createCatalogStore(chains, blobs),
    // An entry takes about a kilobyte, so both caches hold about as much.
    ...createContentStore(blobs, blobBytes / 1024),
    ...createDecisionStore(connection, blobs),
    inspect: () => createInspection(connection),
  };
}
