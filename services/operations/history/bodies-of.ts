import type { Body } from '../../domain/chain/follow-history.ts';
import type { FoundRevision } from '../../store/chain.ts';
import type { Inspection } from '../../store/inspection.ts';

/** What the revisions of a portion name by hash, fetched together. */
export async function bodiesOf(
  inspection: Inspection,
  portion: readonly FoundRevision[],
): Promise<(hash: string) => Body> {
  const bodies = await inspection.bodies(
    portion.flatMap(({ found }) => ('unreadable' in found ? [] : [found.change, found.state])),
  );
  return (hash) => bodies.get(hash) ?? NOTHING;
}

/** What a revision that cannot be read names. */
export const NOTHING: Body = { fault: 'MISSING' };
