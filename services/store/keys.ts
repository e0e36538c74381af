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

export const textOf = (key: Key): string => `${key.PK}|${key.SK}`;
