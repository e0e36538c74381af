import type { Actor } from '../../domain/access/access.ts';
import { contentHashOf } from '../../domain/catalog/content-hash.ts';
import type { Body, HistoryBreak, HistoryFollower } from '../../domain/chain/follow-history.ts';
import { followHistory } from '../../domain/chain/follow-history.ts';
import type { VerifiedHistory } from '../../domain/chain/history-text.ts';
import { statedVersions } from '../../domain/chain/kept-versions.ts';
import { catalogId, decisionsChain } from '../../domain/ids.ts';
import type { FoundRevision } from '../../store/chain.ts';
import type { Inspection } from '../../store/inspection.ts';
import { visibilityOf } from '../decisions/visibility.ts';
import type { Deps } from '../deps.ts';
import type { RevisionBatch } from '../in-batches.ts';
import { inBatches, NOTHING } from '../in-batches.ts';
import { keyOfHistory } from '../read.ts';
import type { Known, VerifyInput } from './known-heads.ts';
import { knownHeads } from './known-heads.ts';
import { seesWholeRegister } from './register-visibility.ts';
import type { VerifiedDecisions } from './verify-decisions.ts';
import { verifyDecisions } from './verify-decisions.ts';

/**
 * Whether the history of a catalog is what was once written: every link, every change, state and text that the links
 * name by hash, and every published version.
 *
 * The head is not asked who may ask: a catalog whose newest revision was tampered with must still be verifiable.
 *
 * @returns null where the catalog is not there or its history may not be seen
 * @throws Refusal as `knownHeads`
 */
export async function verifyHistory(
  deps: Deps,
  actor: Actor | null,
  catalog: string,
  input: VerifyInput,
): Promise<VerifiedHistory | null> {
  const key = await keyOfHistory(deps, actor, catalog);
  if (key === null) return null;
  return verifyChain(deps, catalogId(key), await knownHeads(deps, actor, catalogId(key), input));
}

/** The same of the register; null where the actor may not see all of it. */
export async function verifyRegister(
  deps: Deps,
  actor: Actor | null,
  input: VerifyInput,
): Promise<VerifiedHistory | null> {
  if (!(await seesWholeRegister(deps, actor))) return null;
  return verifyChain(deps, 'register', await knownHeads(deps, actor, 'register', input));
}

/** The decisions of a zone, with what is not linked yet; null where the actor may not see them. */
export async function verifyDecisionsOf(
  deps: Deps,
  actor: Actor | null,
  zone: string,
  input: Pick<VerifyInput, 'heads'>,
): Promise<VerifiedDecisions | null> {
  if (!(await visibilityOf(deps, actor))?.seesZone(zone)) return null;
  const { heads } = await knownHeads(deps, actor, decisionsChain(zone), input);
  return verifyDecisions(deps, zone, heads);
}

/** The same whoever asks. @param chain the register, or a catalog's */
export async function verifyChain(
  deps: Deps,
  chain: string,
  { heads, read }: Known,
): Promise<VerifiedHistory> {
  const follower = followHistory(chain, heads, read);
  const inspection = deps.store.inspect();
  const outcome = (broken: HistoryBreak | null): VerifiedHistory => ({
    broken,
    head: follower.head,
    known: heads.length,
  });
  for await (const batch of inBatches(deps.store.walkChain(chain), BATCH, inspection)) {
    // Level by level for all of them at once; the one that is at fault is told below.
    await inspection.brokenPiece(...textsOf(chain, batch));
    for (const { found } of batch.revisions) {
      const broken = await follow(follower, inspection, batch.bodyOf, found);
      if (broken) return outcome(broken);
    }
  }
  return outcome(follower.end());
}

/** Hashes of the texts that a batch of revisions speaks of, as far as it can be read. */
function textsOf(chain: string, { revisions, bodyOf }: RevisionBatch): readonly string[] {
  return revisions.flatMap(({ found }): readonly string[] => {
    if ('unreadable' in found) return [];
    if (chain === 'register') return [found.state];
    const state = bodyOf(found.state);
    const { data } = statedVersions.safeParse('body' in state ? state.body : null);
    return data?.draft ? [data.draft.content] : [];
  });
}

/** Few enough to be fetched in two batches. */
const BATCH = 100;

/** One revision: its link, what it names, the text of the draft after it, and the version that it published. */
async function follow(
  follower: HistoryFollower,
  inspection: Inspection,
  bodyOf: (hash: string) => Body,
  found: FoundRevision['found'],
): Promise<HistoryBreak | null> {
  const before = follower.versions.length;
  if ('unreadable' in found) return follower.next(found, NOTHING, NOTHING);
  const broken = follower.next(found, bodyOf(found.change), bodyOf(found.state));
  if (broken) return broken;
  const { seq: brokenAt, state } = found;
  const published = follower.versions.slice(before);
  // The state of the register is a text of its own, in pieces; that of a catalog names its texts.
  const texts = follower.stated
    ? [follower.stated.draft, ...published].flatMap((text) => text?.content ?? [])
    : [state];
  for (const text of texts) {
    const piece = await inspection.brokenPiece(text);
    if (piece) return { fault: 'BLOB', brokenAt, of: 'CONTENT', ...piece };
  }
  for (const { number, content, contentHash, entryCount } of published) {
    const said = await inspection.content(content);
    if (!said || contentHashOf(said) !== contentHash || said.entries.length !== entryCount)
      return { fault: 'CONTENT', brokenAt, version: number };
  }
  return null;
}
