import type { Revision, Unsealed } from '../../../services/domain/chain/revision.ts';
import { hashOf } from '../../../services/domain/values/canonical.ts';

// Written from the description of the format and not from the code, so that a slip in the one shows in the other.

export const CHAIN = 'catalog_shanxi';

/** A whole chain of a number of revisions, with bodies of their own. */
export function chainOf(count: number): readonly Revision[] {
  return relinked(
    Array.from({ length: count }, (_, place) => ({
      seq: place + 1,
      id: `id-${place + 1}`,
      actor: ['wang', 'li', '赵'][place % 3]!,
      time: new Date(Date.parse('2026-01-01T00:00:00.000Z') + place * 60_000).toISOString(),
      action: 'PUT_ENTRIES',
      reason: `依据第 ${place + 1} 号意见修改`,
      change: hashOf(changeBody(place + 1)),
      state: hashOf(stateBody(place + 1)),
    })),
  );
}

export const changeBody = (seq: number): object => ({
  change: { kind: 'DRAFT_EDITED', entries: [`1.${seq}`], facts: [], lists: [], details: [] },
});
export const stateBody = (seq: number): object => ({
  key: 'shanxi',
  jurisdiction: 'region_140000',
  title: { zh: '目录' },
  versions: [],
  draft: {
    status: 'EDITING',
    newestAtOpening: 0,
    editors: ['wang'],
    content: 'a'.repeat(64),
    contentHash: 'b'.repeat(64),
    entryCount: seq,
  },
});

/** The same revisions with every hash worked out anew: what somebody does who can write the table. */
export function relinked(
  revisions: readonly Omit<Unsealed, 'previousHash'>[],
  after: Revision | null = null,
): readonly Revision[] {
  let previousHash = after?.hash ?? null;
  return revisions.map(({ seq, id, actor, time, action, reason, change, state }) => {
    const said = { seq, id, actor, time, action, reason, previousHash, change, state };
    const hash = hashOf({ chain: CHAIN, ...said });
    previousHash = hash;
    return { ...said, hash };
  });
}

/** The text with another character in one place. */
export function flipped(text: string, place: number): string {
  const at = place % text.length;
  const other = text[at] === 'a' ? 'b' : 'a';
  return text.slice(0, at) + other + text.slice(at + 1);
}
