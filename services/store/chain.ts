import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import type { ChainHead } from '../domain/assessment/decision.ts';
import type { ChainBreak, UnreadableRevision } from '../domain/chain/follow-chain.ts';
import { followChain } from '../domain/chain/follow-chain.ts';
import type { NewRevision, Revision } from '../domain/chain/revision.ts';
import { sealOf } from '../domain/chain/revision.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import type { Connection, Item, Range } from './connection.ts';
import { RevisionTampered, StaleHead, StoredDataUnreadable } from './faults.ts';
import { chainPartition, revisionKey, revisionSortKey, textOf } from './keys.ts';
import type { HistoryPaging, Page } from './paging.ts';
import { fields, read, sha256Hex } from './reading.ts';

/**
 * Chains of immutable revisions. One conditional put is the commit point, the optimistic lock and the audit record
 * at once (DESIGN 4).
 */
export interface Chains {
  /** The newest revision; null for an empty chain. @throws RevisionTampered */
  readHead(chain: string, options?: ReadOptions): Promise<Revision | null>;
  /**
   * The chains that have revisions after those known of them, by the number of the newest known (0: none): as of up to a
   * second ago, like heads. It asks for the next revision of each, a hundred at a time.
   */
  grownSince(known: ReadonlyMap<string, number>): Promise<readonly string[]>;
  /**
   * Its time is that of the revision before where that is later: times of a chain never go back.
   *
   * @param change hash of the blob that says what was changed; it is written before
   * @param state hash of the blob that holds the state after it; it is written before
   * @throws StaleHead, Refusal TOO_LARGE
   */
  append(
    chain: string,
    expected: ChainHead | null,
    revision: NewRevision,
    change: string,
    state: string,
  ): Promise<Revision>;
  /** The revision of a number; null where there is none. Strongly consistent. */
  readRevision(chain: string, seq: number): Promise<Revision | null>;
  history(chain: string, paging: HistoryPaging): Promise<Page<Revision>>;
  /** Everything that lies in the chain after a place, oldest first, whether it can be read or not. */
  walk(chain: string, after?: string | null): AsyncIterable<FoundRevision>;
  verify(chain: string, known?: readonly ChainHead[]): Promise<Verification>;
}

export interface ReadOptions {
  /** Strongly consistent and without cache: for edits and recorded decisions. */
  readonly consistent?: boolean;
}
/** What lies at a place of a chain. */
export interface FoundRevision {
  /** Where to go on after it. */
  readonly place: string;
  readonly found: Revision | UnreadableRevision;
}
export type Verification =
  | { readonly whole: true; readonly head: ChainHead | null }
  | ({ readonly whole: false } & ChainBreak);

export interface ChainOptions {
  readonly clock: () => number;
  /** How old a head may be that is not read consistently. */
  readonly headMs: number;
}

export function createChains(connection: Connection, { clock, headMs }: ChainOptions): Chains {
  const recent = new LRUCache<string, { readonly at: number; readonly head: Promise<Revision | null> }>({
    max: 10_000,
  });
  /** The newest that this process has seen: an eventually consistent read must not take it back in time. */
  const newest = new LRUCache<string, Revision>({ max: 10_000 });

  async function readHead(chain: string, options: ReadOptions = {}): Promise<Revision | null> {
    const known = recent.get(chain);
    if (!options.consistent && known && clock() - known.at < headMs) return known.head;
    const head = queryHead(chain, options.consistent ?? false);
    remember(chain, head);
    return head;
  }

  async function queryHead(chain: string, consistent: boolean): Promise<Revision | null> {
    const { items } = await connection.query({
      ...revisionsOf(chain),
      descending: true,
      limit: 1,
      consistent,
    });
    const found = items[0] ? revisionOf(chain, items[0]) : null;
    if (found && sealOf(chain, found) !== found.hash) throw new RevisionTampered(chain, found.seq);
    return newerOf(chain, found);
  }

  function newerOf(chain: string, found: Revision | null): Revision | null {
    const seen = newest.get(chain);
    if (seen && seen.seq > (found?.seq ?? 0)) return seen;
    if (found) newest.set(chain, found);
    return found;
  }

  function remember(chain: string, head: Promise<Revision | null>): void {
    const entry = { at: clock(), head };
    recent.set(chain, entry);
    head.catch(() => {
      if (recent.get(chain) === entry) recent.delete(chain);
    });
  }

  async function grownSince(known: ReadonlyMap<string, number>): Promise<readonly string[]> {
    const hasGrown = ([chain, seq]: readonly [string, number]) => (newest.get(chain)?.seq ?? 0) > seq;
    if (clock() - lookedAt >= headMs) {
      lookedAt = clock();
      const asked = [...known].filter((each) => !hasGrown(each));
      const next = new Map(asked.map(([chain, seq]) => [textOf(revisionKey(chain, seq + 1)), chain]));
      const keys = asked.map(([chain, seq]) => revisionKey(chain, seq + 1));
      for (const [key, item] of await connection.getMany(keys, false)) {
        const chain = next.get(key)!;
        const found = revisionOf(chain, item);
        if (sealOf(chain, found) !== found.hash) throw new RevisionTampered(chain, found.seq);
        newerOf(chain, found);
      }
    }
    return [...known].filter(hasGrown).map(([chain]) => chain);
  }
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function append(
    chain: string,
    expected: ChainHead | null,
    revision: NewRevision,
    change: string,
    state: string,
  ): Promise<Revision> {
    const { id, actor, time: now, action, reason } = wellFormed(revision);
    const seq = (expected?.seq ?? 0) + 1;
    // INVARIANT: no revision is dated before the one that it follows, whatever the clock says.
    const before = expected && (await revisionAt(chain, expected.seq));
    const time = before && before.time > now ? before.time : now;
    const previousHash = expected?.hash ?? null;
    const unsealed = { seq, id, actor, time, action, reason, previousHash, change, state };
    const sealed: Revision = { ...unsealed, hash: sealOf(chain, unsealed) };
    const { seq: _, ...kept } = sealed;
    const item = { ...revisionKey(chain, seq), ...kept };
    checkSize(item);
    const landed = (await connection.putIfAbsent(item)) ? sealed : await landedBefore(chain, seq, id);
    if (!landed) throw new StaleHead(chain, expected);
    remember(chain, Promise.resolve(newerOf(chain, landed)));
    return landed;
  }

  async function revisionAt(chain: string, seq: number): Promise<Revision | null> {
    const seen = newest.get(chain);
    return seen?.seq === seq ? seen : readRevision(chain, seq);
  }

  /** The revision, if an earlier attempt at this very append got through and only its answer was lost. */
  async function landedBefore(chain: string, seq: number, id: string): Promise<Revision | undefined> {
    const item = await connection.get(revisionKey(chain, seq), true);
    const there = item && revisionOf(chain, item);
    return there?.id === id ? there : undefined;
  }

  async function history(chain: string, paging: HistoryPaging): Promise<Page<Revision>> {
    const descending = paging.order !== 'OLDEST_FIRST';
    const after = paging.after == null ? null : seqOf(paging.after);
    const from = after === null || descending ? 0 : after + 1;
    const to = after === null || !descending ? LAST_SEQ : after - 1;
    if (from > to) return { items: [], hasNextPage: false };
    const found: Revision[] = [];
    for await (const item of itemsOf(chain, { from, to, descending, limit: paging.first + 1 })) {
      found.push(revisionOf(chain, item));
      if (found.length > paging.first) break;
    }
    return {
      items: found.slice(0, paging.first).map((value) => ({ cursor: String(value.seq), value })),
      hasNextPage: found.length > paging.first,
    };
  }

  async function readRevision(chain: string, seq: number): Promise<Revision | null> {
    const item = await connection.get(revisionKey(chain, seq), true);
    return item ? revisionOf(chain, item) : null;
  }

  async function verify(chain: string, known: readonly ChainHead[] = []): Promise<Verification> {
    const follower = followChain(chain, known);
    for await (const { found } of walk(chain)) {
      const broken = follower.next(found);
      if (broken) return { whole: false, ...broken };
    }
    const broken = follower.end();
    return broken ? { whole: false, ...broken } : { whole: true, head: follower.head };
  }

  async function* walk(chain: string, after?: string | null): AsyncGenerator<FoundRevision> {
    const span = { from: 0, to: LAST_SEQ, descending: false, limit: 1_000, after: startOf(chain, after) };
    for await (const item of itemsOf(chain, span))
      yield { place: String(item.SK), found: asFound(chain, item) };
  }

  async function* itemsOf(
    chain: string,
    span: {
      readonly from: number;
      readonly to: number;
      readonly descending: boolean;
      readonly limit: number;
      readonly after?: Item | undefined;
    },
  ): AsyncGenerator<Item> {
    let startAfter: Item | undefined = span.after;
    do {
      const rows = await connection.query({
        ...revisionsOf(chain, span.from, span.to),
        descending: span.descending,
        limit: span.limit,
        consistent: true,
        startAfter,
      });
      yield* rows.items;
      startAfter = rows.endedAt;
    } while (startAfter);
  }

  return { readHead, grownSince, append, readRevision, history, walk, verify };
}

/** Twelve digits. */
const LAST_SEQ = 999_999_999_999;

const revisionsOf = (chain: string, from = 0, to = LAST_SEQ): Pick<Range, 'partition' | 'sort'> => ({
  partition: ['PK', chainPartition(chain)],
  sort: ['SK', revisionSortKey(from), revisionSortKey(to)],
});

const revisionItem = fields<Omit<Revision, 'seq'> & { PK: string; SK: string }>()({
  PK: z.string(),
  SK: z.string().regex(/^REV#\d{12}$/),
  id: z.string(),
  actor: z.string(),
  time: z.string(),
  action: z.string(),
  reason: z.string(),
  previousHash: sha256Hex.nullable(),
  hash: sha256Hex,
  change: sha256Hex,
  state: sha256Hex,
});

function revisionOf(chain: string, item: Item): Revision {
  const { PK: _, SK, ...revision } = read(revisionItem, item, `revision ${item.SK} of chain ${chain}`);
  return { seq: Number(SK.slice('REV#'.length)), ...revision };
}

/** A damaged revision is what a verification looks for, and so must not stop it. */
function asFound(chain: string, item: Item): Revision | UnreadableRevision {
  try {
    return revisionOf(chain, item);
  } catch (error) {
    if (error instanceof StoredDataUnreadable) return { unreadable: item };
    throw error;
  }
}

/** Where a walk goes on. @throws Refusal INVALID_CURSOR for a place that no revision can have */
function startOf(chain: string, after: string | null | undefined): Item | undefined {
  if (after == null) return undefined;
  if (after < revisionSortKey(0) || after > revisionSortKey(LAST_SEQ))
    throw new Refusal('INVALID_CURSOR', { value: after.slice(0, 80) });
  return { PK: chainPartition(chain), SK: after };
}

/** UTF-8 has no lone surrogates, so a text with one would come back as another, with another hash. */
function wellFormed({ id, actor, time, action, reason }: NewRevision): NewRevision {
  const made = (text: string): string => Buffer.from(text).toString();
  return { id: made(id), actor: made(actor), time: made(time), action: made(action), reason: made(reason) };
}

/** A thousand Chinese characters. */
const MAX_REASON_BYTES = 3_000;
const MAX_ITEM_BYTES = 4_096;

function checkSize(item: Readonly<Record<string, string | null>> & { readonly reason: string }): void {
  const bytes = Buffer.byteLength(item.reason);
  if (bytes > MAX_REASON_BYTES)
    throw new Refusal('TOO_LARGE', { field: 'reason', value: bytes, allowed: MAX_REASON_BYTES }, ['reason']);
  const total = Object.entries(item)
    .flat()
    .reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0);
  if (total >= MAX_ITEM_BYTES) throw new RangeError(`revision ${item.id} takes ${total} bytes`);
}

function seqOf(cursor: string): number {
  if (!/^[1-9]\d{0,11}$/.test(cursor)) throw new Refusal('INVALID_CURSOR', { value: cursor });
  return Number(cursor);
}
