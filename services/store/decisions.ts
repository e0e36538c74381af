import type { Decision } from '../domain/assessment/decision.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import type { BlobKind, Blobs } from './blobs.ts';
import { blobText } from './blobs.ts';
import type { Connection, Item, Range } from './connection.ts';
import type { Key } from './keys.ts';
import { codeKey, decisionKey, textOf, timeKey, zoneKey, zoneOfKey } from './keys.ts';
import type { Page, Paging } from './paging.ts';
import { read } from './reading.ts';
import type { DecisionItem } from './stored-decision.ts';
import { decisionItem, storedDecision } from './stored-decision.ts';

export interface DecisionStore {
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

/** Recorded decisions: a small item under the id, which the indexes lead to, and the record itself in a blob. */
export function createDecisionStore(connection: Connection, blobs: Blobs): DecisionStore {
  async function readItem(id: string): Promise<DecisionItem | undefined> {
    const item = await connection.get(decisionKey(id), true);
    return item && read(decisionItem, item, `decision ${id}`);
  }

  async function stored(item: DecisionItem): Promise<StoredDecision> {
    return { decision: await blobs.read(decisionKind, item.body), payloadHash: item.payloadHash };
  }

  /** Index rows of one page whose item is there and says the same, newest first. */
  async function present(rows: readonly Item[]): Promise<readonly DecisionItem[]> {
    const found = await connection.getMany(rows as readonly (Key & Item)[], true);
    return rows.flatMap((row) => {
      const there = found.get(textOf(row as unknown as Key));
      if (!there) return [];
      const item = read(decisionItem, there, `decision item ${there.PK}`);
      // A row of an attempt that was cut off may stand beside that of the attempt which succeeded.
      return item.timeKey === row.timeKey ? [item] : [];
    });
  }

  /** The first items of a range that stand in one of the zones asked for; the others are passed over unread. */
  async function firstOf(
    range: Omit<Range, 'limit' | 'startAfter'>,
    count: number,
    inZone: (zone: string) => boolean,
  ): Promise<readonly DecisionItem[]> {
    const items: DecisionItem[] = [];
    let passed = 0;
    let startAfter: Item | undefined;
    do {
      const missing = count - items.length;
      const limit = startAfter ? Math.max(missing, USUAL_PAGE) : missing;
      const rows = await connection.query({ ...range, limit, startAfter });
      for (const item of await present(rows.items)) {
        if (inZone(zoneOfKey(item.zoneKey))) items.push(item);
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
    async recordDecision(decision, payloadHash) {
      const body = blobText(decision);
      await blobs.write(decisionKind, [body]);
      const { projectCode } = decision.project;
      const item: DecisionItem = {
        ...decisionKey(decision.id),
        payloadHash,
        body: body.hash,
        zoneKey: zoneKey(decision.assessment.zone),
        ...(projectCode ? { codeKey: codeKey(projectCode) } : {}),
        timeKey: timeKey(new Date(decision.decidedAt), decision.id),
      };
      if (await connection.putIfAbsent({ ...item })) return { recorded: true, decision, payloadHash };
      const first = (await readItem(decision.id))!;
      // The same record is our own earlier attempt, of which only the answer was lost.
      return { recorded: first.body === item.body, ...(await stored(first)) };
    },

    async readDecision(id) {
      const item = await readItem(id);
      return item ? stored(item) : null;
    },

    async listDecisions(filter, { first, after }, inZone = () => true) {
      const range = rangeOf(filter, after ?? null);
      if (!range) return { items: [], hasNextPage: false };
      // One more than asked for tells whether there is a next page, and the range includes the item before this one.
      const found = await firstOf(range, first + (after == null ? 1 : 2), inZone);
      const items = found.filter((item) => item.timeKey !== after);
      const bodies = await blobs.readMany(
        decisionKind,
        items.slice(0, first).map((item) => item.body),
      );
      return {
        items: items.slice(0, first).map(({ timeKey, body, payloadHash }) => ({
          cursor: timeKey,
          value: { decision: bodies.get(body)!, payloadHash },
        })),
        hasNextPage: items.length > first,
      };
    },
  };
}

const USUAL_PAGE = 100;
/** So many items are small and read in a second or two. */
const MAX_PASSED = 10_000;

const decisionKind: BlobKind<Decision> = { name: 'decision', schema: storedDecision };

/** Null where nothing can lie in it; DynamoDB refuses such a range. */
function rangeOf(filter: DecisionQuery, after: string | null): Omit<Range, 'limit' | 'startAfter'> | null {
  const from = filter.from == null ? '0' : instant('from', filter.from);
  // The key of a decision at `to` is longer than `to`, so that instant itself is left out.
  const to = filter.to == null ? 'A' : instant('to', filter.to);
  const latest = after === null || to < cursorOf(after) ? to : after;
  if (latest < from) return null;
  return {
    ...('zone' in filter
      ? { index: 'byZone', partition: ['zoneKey', zoneKey(filter.zone)] }
      : { index: 'byProjectCode', partition: ['codeKey', codeKey(filter.projectCode)] }),
    sort: ['timeKey', from, latest],
    descending: true,
    consistent: false,
  };
}

function instant(field: string, given: string): string {
  const time = new Date(given);
  if (Number.isNaN(time.getTime())) throw new Refusal('INVALID_DATE', { field, value: given }, [field]);
  return time.toISOString();
}

function cursorOf(after: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#./.test(after))
    throw new Refusal('INVALID_CURSOR', { value: after });
  return after;
}
