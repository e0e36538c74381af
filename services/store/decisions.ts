import pMap from 'p-map';
import type { Decision } from '../domain/assessment/decision.ts';
import type { Receipt } from '../domain/chain/decision-link.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import { canonicalJson } from '../domain/values/canonical.ts';
import type { Outcome } from '../domain/vocabulary.ts';
import type { BlobKind, Blobs } from './blobs.ts';
import { blobText } from './blobs.ts';
import type { Connection, Item, Range } from './connection.ts';
import { CONCURRENTLY } from './connection.ts';
import { DecisionTampered, StoreFault, StoreUnavailable } from './faults.ts';
import type { Key } from './keys.ts';
import { codeKey, creditKey, decisionKey, textOf, timeKey, zoneKey, zoneOfKey } from './keys.ts';
import type { Page, Paging } from './paging.ts';
import { read } from './reading.ts';
import type { DecisionBody, DecisionItem } from './stored-decision.ts';
import { decisionBody, decisionItem } from './stored-decision.ts';

export interface DecisionStore {
  /** Records a decision under its id, once: a repeat finds the first one. */
  recordDecision(decision: Decision, payloadHash: string): Promise<RecordedDecision>;
  readDecision(id: string): Promise<StoredDecision | DamagedDecision | null>;
  /**
   * Decisions of a zone, on a project code or on an applicant's credit code, newest first.
   *
   * @param wanted passes over the others as if they were not there; their records are not read
   * @throws Refusal PERIOD_TOO_LONG where too many were passed over
   */
  listDecisions(
    filter: DecisionQuery,
    paging: Paging,
    wanted?: (row: DecisionRow) => boolean,
  ): Promise<Page<StoredDecision | DamagedDecision>>;
  /** Decisions by their ids, in that order, as they lie in the table; null for one that is not there. */
  readDecisions(ids: readonly string[]): Promise<readonly (StoredDecision | DamagedDecision | null)[]>;
  /** Id and receipt of every decision of a zone that was decided at an instant or later, the oldest first. */
  receiptsSince(zone: string, from: string): Promise<readonly DatedReceipt[]>;
}
export interface StoredDecision {
  readonly decision: Decision;
  /** Hash of the input as it was sent; tells a repeat from another request under the same key. */
  readonly payloadHash: string;
}
/** A receipt, and when it was decided, RFC 3339 in UTC. */
export interface DatedReceipt extends Receipt {
  readonly decidedAt: string;
}
/** A decision of which something is missing or was changed behind our back: what is wrong, and nothing of what it says. */
export interface DamagedDecision {
  readonly id: string;
  readonly zone: string;
  readonly damage: StoreFault;
}
export interface RecordedDecision extends StoredDecision {
  /** False where the id was taken: decision and payload hash are then those recorded first. */
  readonly recorded: boolean;
}
export type DecisionQuery = DecisionOf & {
  /** Instant of the decision, RFC 3339, included. */
  readonly from?: string | null;
  /** The same, left out. */
  readonly to?: string | null;
};
export type DecisionOf =
  | { readonly zone: string }
  | { readonly projectCode: string }
  | { readonly creditCode: string };
/** What tells whether a decision is wanted before its record is read; null where it is damaged. */
export interface DecisionRow {
  readonly zone: string;
  readonly outcome: Outcome | null;
  readonly applicant: string | null;
}

/** Recorded decisions: a small item under the id, which the indexes lead to, and the record itself in a blob. */
export function createDecisionStore(connection: Connection, blobs: Blobs): DecisionStore {
  async function readItem(id: string): Promise<DecisionItem | DamagedDecision | undefined> {
    const item = await connection.get(decisionKey(id), true);
    return item && itemOf(item);
  }

  /** The decisions that items lead to. One that is damaged hides none of the others. */
  async function storedMany(
    items: readonly (DecisionItem | DamagedDecision)[],
  ): Promise<readonly (StoredDecision | DamagedDecision)[]> {
    const bodies = items.flatMap((item) => ('body' in item ? [item.body] : []));
    await blobs.readMany(decisionKind, bodies).catch(damageOf);
    return pMap(items, (item) => ('body' in item ? stored(item) : item), CONCURRENTLY);
  }

  async function stored(item: DecisionItem): Promise<StoredDecision | DamagedDecision> {
    const { body, payloadHash, zoneKey: zone } = item;
    try {
      const decision = { ...(await blobs.read(decisionKind, body)), receipt: body };
      if (!says(item, decision)) throw new DecisionTampered(idOf(item));
      return { decision, payloadHash };
    } catch (error) {
      return { id: idOf(item), zone: zoneOfKey(zone), damage: damageOf(error) };
    }
  }

  /** Index rows of one page whose item is there and says the same, newest first. */
  async function present(rows: readonly Item[]): Promise<readonly Placed[]> {
    const found = await connection.getMany(rows as readonly (Key & Item)[], true);
    return rows.flatMap((row) => {
      const there = found.get(textOf(row as unknown as Key));
      if (!there) return [];
      const item = itemOf(there);
      // A row of an attempt that was cut off may stand beside that of the attempt which succeeded.
      return there.timeKey === row.timeKey ? [{ cursor: String(row.timeKey), item }] : [];
    });
  }

  /** The first items of a range that are wanted; the others are passed over unread. */
  async function firstOf(
    range: Omit<Range, 'limit' | 'startAfter'>,
    count: number,
    wanted: (row: DecisionRow) => boolean,
  ): Promise<readonly Placed[]> {
    const items: Placed[] = [];
    let passed = 0;
    let startAfter: Item | undefined;
    do {
      const missing = count - items.length;
      const limit = startAfter ? Math.max(missing, USUAL_PAGE) : missing;
      const rows = await connection.query({ ...range, limit, startAfter });
      for (const placed of await present(rows.items)) {
        if (wanted(rowOf(placed.item))) items.push(placed);
        else passed += 1;
      }
      // Where to go on from cannot be told by a row that the caller is not to know of.
      if (passed > MAX_PASSED && items.length < count)
        throw new Refusal('PERIOD_TOO_LONG', { value: MAX_PASSED }, ['filter', 'from']);
      startAfter = rows.endedAt;
    } while (startAfter && items.length < count);
    return items.slice(0, count);
  }

  return {
    async recordDecision({ receipt: _, ...record }, payloadHash) {
      const body = blobText(record);
      await blobs.write(decisionKind, [body]);
      const item = decisionItemOf(record, body.hash, payloadHash);
      const decision = { ...record, receipt: body.hash };
      if (await connection.putIfAbsent({ ...item })) return { recorded: true, decision, payloadHash };
      const [first] = await storedMany([(await readItem(record.id))!]);
      if ('damage' in first!) throw first.damage;
      // The same record is our own earlier attempt, of which only the answer was lost.
      return { recorded: first!.decision.receipt === body.hash, ...first! };
    },

    async readDecision(id) {
      const item = await readItem(id);
      return item ? (await storedMany([item]))[0]! : null;
    },

    async readDecisions(ids) {
      const found = await connection.getMany(ids.map(decisionKey), true);
      const items = ids.map((id) => found.get(textOf(decisionKey(id))));
      const there = await storedMany(items.flatMap((item) => (item ? [itemOf(item)] : [])));
      const rest = [...there];
      return items.map((item) => (item ? rest.shift()! : null));
    },

    async listDecisions(filter, { first, after }, wanted = () => true) {
      const range = rangeOf(filter, after ?? null);
      if (!range) return { items: [], hasNextPage: false };
      // One more than asked for tells whether there is a next page, and the range includes the item before this one.
      const found = await firstOf(range, first + (after == null ? 1 : 2), wanted);
      const items = found.filter(({ cursor }) => cursor !== after);
      const page = items.slice(0, first);
      const values = await storedMany(page.map(({ item }) => item));
      return {
        items: page.map(({ cursor }, place) => ({ cursor, value: values[place]! })),
        hasNextPage: items.length > first,
      };
    },

    async receiptsSince(zone, from) {
      const range = { ...rangeOf({ zone, from }, null)!, descending: false, limit: 1_000 };
      const receipts: DatedReceipt[] = [];
      let startAfter: Item | undefined;
      do {
        const rows = await connection.query({ ...range, startAfter });
        // What cannot be read has no receipt; whoever lists or verifies the zone is told of it.
        for (const { cursor, item } of await present(rows.items))
          if ('body' in item)
            receipts.push({ id: idOf(item), receipt: item.body, decidedAt: cursor.split('#')[0]! });
        startAfter = rows.endedAt;
      } while (startAfter);
      return receipts;
    },
  };
}

const USUAL_PAGE = 100;
/** So many items are small and read in a second or two. */
const MAX_PASSED = 10_000;

const decisionKind: BlobKind<DecisionBody> = { name: 'decision', schema: decisionBody };

/** An item of a list, and where the list goes on after it. */
interface Placed {
  readonly cursor: string;
  readonly item: DecisionItem | DamagedDecision;
}

const decisionItemOf = (record: DecisionBody, body: string, payloadHash: string): DecisionItem => ({
  ...decisionKey(record.id),
  payloadHash,
  body,
  outcome: record.assessment.outcome,
  ...(record.project.applicant ? { applicant: record.project.applicant } : {}),
  zoneKey: zoneKey(record.assessment.zone),
  ...(record.project.projectCode ? { codeKey: codeKey(record.project.projectCode) } : {}),
  ...(record.project.unifiedSocialCreditCode
    ? { creditKey: creditKey(record.project.unifiedSocialCreditCode) }
    : {}),
  timeKey: timeKey(new Date(record.decidedAt), record.id),
});

/** Whether an item leads to its own decision, and to nothing else. */
const says = (item: DecisionItem, { receipt, ...record }: Decision): boolean =>
  canonicalJson({ ...decisionItemOf(record, receipt, item.payloadHash) }) === canonicalJson({ ...item });

function itemOf(stored: Item): DecisionItem | DamagedDecision {
  try {
    return read(decisionItem, stored, `decision item ${stored.PK}`);
  } catch (error) {
    const id = idOf(stored as unknown as Key);
    return { id, zone: zoneOfKey(String(stored.zoneKey ?? '')), damage: damageOf(error) };
  }
}

const idOf = ({ PK }: Pick<Key, 'PK'>): string => PK.slice(decisionKey('').PK.length);
const rowOf = (item: DecisionItem | DamagedDecision): DecisionRow =>
  'zone' in item
    ? { zone: item.zone, outcome: null, applicant: null }
    : { zone: zoneOfKey(item.zoneKey), outcome: item.outcome, applicant: item.applicant ?? null };

/** @throws the error itself where it says nothing of what lies in the table, as in an outage */
function damageOf(error: unknown): StoreFault {
  if (error instanceof StoreFault && !(error instanceof StoreUnavailable)) return error;
  throw error;
}

/** Null where nothing can lie in it; DynamoDB refuses such a range. */
function rangeOf(filter: DecisionQuery, after: string | null): Omit<Range, 'limit' | 'startAfter'> | null {
  const from = filter.from == null ? '0' : instant('from', filter.from);
  // The key of a decision at `to` is longer than `to`, so that instant itself is left out.
  const to = filter.to == null ? 'A' : instant('to', filter.to);
  const latest = after === null || to < cursorOf(after) ? to : after;
  if (latest < from) return null;
  return {
    ...partitionOf(filter),
    sort: ['timeKey', from, latest],
    descending: true,
    consistent: false,
  };
}

function partitionOf(of: DecisionOf): Pick<Range, 'index' | 'partition'> {
  if ('zone' in of) return { index: 'byZone', partition: ['zoneKey', zoneKey(of.zone)] };
  if ('projectCode' in of) return { index: 'byProjectCode', partition: ['codeKey', codeKey(of.projectCode)] };
  return { index: 'byCreditCode', partition: ['creditKey', creditKey(of.creditCode)] };
}

function instant(field: string, given: string): string {
  const time = new Date(given);
  if (Number.isNaN(time.getTime())) throw new Refusal('INVALID_DATE', { field, value: given }, [field]);
  return time.toISOString();
}

/** @throws Refusal INVALID_CURSOR where no time key can be so: DynamoDB refuses a range that ends before it begins */
export function cursorOf(after: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#./.test(after))
    throw new Refusal('INVALID_CURSOR', { value: after });
  return after;
}
