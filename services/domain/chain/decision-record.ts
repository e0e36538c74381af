import * as z from 'zod';
import type { ChainHead, Decision } from '../assessment/decision.ts';
import { receiptOf } from '../assessment/decision.ts';
import { catalogId } from '../ids.ts';
import type { VersionRead } from './follow-history.ts';

/** What a recorded decision says of the histories that it read. */
export interface DecisionRecord {
  readonly id: string;
  readonly receipt: string;
  /** Whether the receipt matches the record; otherwise the record itself was changed. */
  readonly receiptHolds: boolean;
  /** The head of a chain that the decision read; null if the chain was empty, undefined if it read none. */
  readonly headOf: (chain: string) => ChainHead | null | undefined;
  /** The version of a catalog that the decision rests on, if it does. */
  readonly versionOf: (chain: string) => VersionRead | null;
}

/** Reads a recorded decision; undefined if it is none. */
export function decisionRecord(record: unknown): DecisionRecord | undefined {
  const read = shape.safeParse(record);
  if (!read.success) return undefined;
  const { id, receipt, evidence } = read.data;
  const catalogOf = (chain: string) => evidence.catalogs.find(({ key }) => catalogId(key) === chain);
  return {
    id,
    receipt,
    // Over the whole record, so that fields that the shape ignores are hashed too.
    receiptHolds: receiptOf(record as Decision) === receipt,
    headOf: (chain) => (chain === 'register' ? evidence.register : catalogOf(chain)?.head),
    versionOf: (chain) => {
      const catalog = catalogOf(chain);
      return catalog?.head && catalog.version ? { ...catalog.version, head: catalog.head } : null;
    },
  };
}

const head = z.looseObject({ seq: z.int(), hash: z.string() });
const version = z.looseObject({ number: z.int(), contentHash: z.string(), content: z.string() });
const shape = z.looseObject({
  id: z.string(),
  receipt: z.string(),
  assessment: z.looseObject({ outcome: z.string(), findings: z.array(z.unknown()) }),
  evidence: z.looseObject({
    register: head,
    catalogs: z.array(z.looseObject({ key: z.string(), head: head.nullable(), version: version.nullable() })),
  }),
});
