import type { Body } from '../domain/chain/follow-history.ts';
import type { FoundRevision } from '../store/chain.ts';
import type { Inspection } from '../store/inspection.ts';

export interface RevisionBatch {
  readonly revisions: readonly FoundRevision[];
  /** What lies under a hash that one of them names. */
  readonly bodyOf: (hash: string) => Body;
}

/** The revisions of a chain, so many at a time, with all that they name by hash fetched together. */
export async function* inBatches(
  revisions: AsyncIterable<FoundRevision>,
  size: number,
  inspection: Inspection,
): AsyncGenerator<RevisionBatch> {
  let batch: FoundRevision[] = [];
  for await (const revision of revisions) {
    batch.push(revision);
    if (batch.length < size) continue;
    yield withBodies(batch, inspection);
    batch = [];
  }
  if (batch.length > 0) yield withBodies(batch, inspection);
}

async function withBodies(
  revisions: readonly FoundRevision[],
  inspection: Inspection,
): Promise<RevisionBatch> {
  const bodies = await inspection.bodies(
    revisions.flatMap(({ found }) => ('unreadable' in found ? [] : [found.change, found.state])),
  );
  return { revisions, bodyOf: (hash) => bodies.get(hash) ?? NOTHING };
}

/** What a revision that cannot be read names. */
export const NOTHING: Body = { fault: 'MISSING' };
