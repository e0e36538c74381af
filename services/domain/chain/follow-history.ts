import * as z from 'zod';
import type { ChainHead } from '../assessment/decision.ts';
import { catalogId } from '../ids.ts';
import type { ChainBreak, UnreadableRevision } from './follow-chain.ts';
import { followChain } from './follow-chain.ts';
import type { StatedVersion, StatedVersions } from './kept-versions.ts';
import { lostVersion, statedVersions } from './kept-versions.ts';
import type { Revision } from './revision.ts';

/** What a revision names by hash: as it was found, or missing, or not matching its hash. */
export type Body = { readonly body: unknown } | { readonly fault: BodyFault };
export type BodyFault = 'MISSING' | 'CORRUPT';

/** Which part of a revision is missing or does not match its hash. */
export type BodyOf = 'CHANGE' | 'STATE' | 'CONTENT';

export type HistoryBreak =
  | ChainBreak
  /** Something that the revision names by its hash is missing or does not match it. */
  | {
      readonly fault: 'BLOB';
      readonly brokenAt: number;
      readonly of: BodyOf;
      readonly why: BodyFault;
      readonly hash: string;
    }
  /** A version was changed, dropped, or added without being published, or is not as a decision read it. */
  | { readonly fault: 'VERSION'; readonly brokenAt: number; readonly version: number }
  /** A decision that a link has is missing or is another, or one stands in the table that no link took when its time came. */
  | {
      readonly fault: 'DECISION';
      readonly brokenAt: number;
      readonly decision: string;
      readonly why: DecisionFault;
    }
  /** What the version says does not have the content hash under which it was published. */
  | { readonly fault: 'CONTENT'; readonly brokenAt: number; readonly version: number };

export type DecisionFault = 'REMOVED' | 'REWRITTEN' | 'INSERTED';

/** A version that a decision read, and the head under which it read it. */
export interface VersionRead {
  readonly head: ChainHead;
  readonly number: number;
  readonly contentHash: string;
  readonly content: string;
}

/** A version, and the revision that published it. */
export interface PublishedVersion extends StatedVersion {
  readonly revision: number;
}

export interface HistoryFollower {
  next(found: Revision | UnreadableRevision, change: Body, state: Body): HistoryBreak | null;
  end(): HistoryBreak | null;
  readonly head: ChainHead | null;
  /** Of the last state; null for the register, which has no versions. */
  readonly stated: StatedVersions | null;
  /** Every version that was published so far. */
  readonly versions: readonly PublishedVersion[];
}

/**
 * Follows a history: the chain, the changes and states that it names, and that no published version ever changes.
 *
 * @param chain `register`, or `catalog_<key>`, whose states have versions
 * @param known heads seen elsewhere
 * @param read versions that decisions rest on
 */
export function followHistory(
  chain: string,
  known: readonly ChainHead[],
  read: readonly VersionRead[] = [],
): HistoryFollower {
  const links = followChain(chain, known);
  const versions: PublishedVersion[] = [];
  let stated: StatedVersions | null = null;

  function next(found: Revision | UnreadableRevision, change: Body, state: Body): HistoryBreak | null {
    const broken = links.next(found);
    if (broken) return broken;
    const { seq, ...revision } = found as Revision;
    const named = [
      ['CHANGE', change, revision.change],
      ['STATE', state, revision.state],
    ] as const;
    for (const [of, body, hash] of named)
      if ('fault' in body) return { fault: 'BLOB', brokenAt: seq, of, why: body.fault, hash };
    if (!chain.startsWith(CATALOGS) || 'fault' in change || 'fault' in state) return null;
    return nextVersions(seq, change.body, state.body);
  }

  function nextVersions(seq: number, change: unknown, state: unknown): HistoryBreak | null {
    const after = statedVersions.safeParse(state);
    if (!after.success) return { fault: 'UNREADABLE', brokenAt: seq };
    const lost = lostVersion(stated ?? NOTHING, after.data);
    if (lost !== null) return { fault: 'VERSION', brokenAt: seq, version: lost };
    const published = after.data.versions.slice(stated?.versions.length ?? 0);
    const unpublished = published.find((version, place) => place > 0 || !publishes(change, version));
    if (unpublished) return { fault: 'VERSION', brokenAt: seq, version: unpublished.number };
    versions.push(...published.map((version) => ({ ...version, revision: seq })));
    stated = after.data;
    const misread = read.find(({ head, ...version }) => head.seq === seq && !states(after.data, version));
    return misread ? { fault: 'VERSION', brokenAt: seq, version: misread.number } : null;
  }

  return {
    next,
    end: links.end,
    get head() {
      return links.head;
    },
    get stated() {
      return stated;
    },
    versions,
  };
}

/** Chains of catalogs; the register and decisions have no versions. */
const CATALOGS = catalogId('');
const NOTHING: StatedVersions = { versions: [] };

/** Only its publication adds a version to a catalog. */
function publishes(change: unknown, { number, contentHash }: StatedVersion): boolean {
  const { data } = publication.safeParse(change);
  return data?.change.number === number && data.change.contentHash === contentHash;
}
const publication = z.object({
  change: z.object({ kind: z.literal('DRAFT_PUBLISHED'), number: z.number(), contentHash: z.string() }),
});

const states = (
  { versions }: StatedVersions,
  { number, contentHash, content }: Omit<VersionRead, 'head'>,
): boolean =>
  versions.some(
    (version) =>
      version.number === number && version.contentHash === contentHash && version.content === content,
  );

/** Reads a revision as it was exported or sent, with exactly its fields. */
export const revisionShape: z.ZodType<Revision> = z.strictObject({
  seq: z.int(),
  id: z.string(),
  actor: z.string(),
  time: z.string(),
  action: z.string(),
  reason: z.string(),
  previousHash: z.string().nullable(),
  hash: z.string(),
  change: z.string(),
  state: z.string(),
});
