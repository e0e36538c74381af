import { catalogId } from '../domain/ids.ts';

/** The one place where keys of the table are put together; the entity chart is in `table.ts`. */
export interface Key {
  readonly PK: string;
  readonly SK: string;
}

export const REGISTER_CHAIN = 'register';
export const catalogChain = catalogId;

export const revisionKey = (chain: string, seq: number): Key => ({
  PK: chainPartition(chain),
  SK: revisionSortKey(seq),
});
export const chainPartition = (chain: string): string => `CHAIN#${chain}`;
/** Twelve digits, so that the order of the texts is the order of the numbers. */
export const revisionSortKey = (seq: number): string => `REV#${String(seq).padStart(12, '0')}`;

/** Of which form all the rest is. */
export const FORMAT_KEY: Key = { PK: 'STORE', SK: 'FORMAT' };

export const blobKey = (hash: string): Key => ({ PK: `BLOB#${hash}`, SK: 'BLOB' });

export const decisionKey = (id: string): Key => ({ PK: `DECISION#${id}`, SK: 'META' });
export const zoneKey = (zone: string): string => `ZONE#${zone}`;
export const zoneOfKey = (key: string): string => key.slice(zoneKey('').length);
export const codeKey = (projectCode: string): string => `CODE#${projectCode}`;
export const creditKey = (creditCode: string): string => `CREDIT#${creditCode}`;
/** Time first, in UTC to the millisecond, so that the order of the texts is that of time; the id makes it unique. */
export const timeKey = (instant: Date, id: string): string => `${instant.toISOString()}#${id}`;

export const batchKey = (id: string): Key => ({ PK: `BATCH#${id}`, SK: 'META' });
export const batchOfKey = (PK: string): string => PK.slice('BATCH#'.length);
/** Six digits, so that the order of the texts is the order of the numbers. */
export const chunkKey = (batch: string, index: number): Key => ({
  PK: batchKey(batch).PK,
  SK: `CHUNK#${String(index).padStart(6, '0')}`,
});
export const chunkOfKey = (SK: string): number => Number(SK.slice('CHUNK#'.length));
export const closingKey = (batch: string): Key => ({ PK: batchKey(batch).PK, SK: 'CLOSED' });
/** Batches stand in the index by zone under the jurisdiction that they were made for, apart from its decisions. */
export const batchesKey = (jurisdiction: string): string => `BATCHES#${jurisdiction}`;

export const textOf = (key: Key): string => `${key.PK}|${key.SK}`;
