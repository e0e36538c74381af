import * as z from 'zod';
import type { ChainHead } from '../domain/assessment/decision.ts';
import type { LinkState } from '../domain/chain/decision-link.ts';
import { linkState } from '../domain/chain/decision-link.ts';
import type { NewRevision, Revision } from '../domain/chain/revision.ts';
import type { BlobKind, Blobs } from './blobs.ts';
import { blobText } from './blobs.ts';
import type { Chains, FoundRevision, Verification } from './chain.ts';
import { read } from './reading.ts';

/** Chains whose revisions add leaves of a Merkle tree: decisions by zone, and the seals. */
export interface LinkStore {
  /** The newest link of a chain, strongly consistent; null where there is none. */
  readLink(chain: string): Promise<StoredLink | null>;
  /** @throws StaleHead where somebody else appended first */
  appendLink(
    chain: string,
    expected: ChainHead | null,
    revision: NewRevision,
    change: object,
    state: LinkState,
  ): Promise<ChainHead>;
  linkAt(chain: string, seq: number): Promise<StoredLink | null>;
  /** The number of the first revision of an instant or later, in a chain that has so many. */
  firstSince(chain: string, last: number, time: string): Promise<number>;
  /** What a link adds. */
  readLeaves<T>(link: StoredLink, shape: z.ZodType<T>): Promise<T>;
  /** Everything in any chain, oldest first, damaged or not. */
  walkChain(chain: string, after?: string | null): AsyncIterable<FoundRevision>;
  /** Whether the links of any chain are whole. */
  verifyChain(chain: string, known?: readonly ChainHead[]): Promise<Verification>;
}
export interface StoredLink {
  readonly revision: Revision;
  readonly state: LinkState;
}

export function createLinkStore(chains: Chains, blobs: Blobs): LinkStore {
  const linkOf = async (revision: Revision | null): Promise<StoredLink | null> =>
    revision && { revision, state: await blobs.read(stateKind, revision.state) };

  return {
    readLink: async (chain) => linkOf(await chains.readHead(chain, { consistent: true })),

    async appendLink(chain, expected, revision, change, state) {
      const [changeBlob, stateBlob] = [blobText(change), blobText(state)];
      await Promise.all([blobs.write(changeKind, [changeBlob]), blobs.write(stateKind, [stateBlob])]);
      const { seq, hash } = await chains.append(chain, expected, revision, changeBlob.hash, stateBlob.hash);
      return { seq, hash };
    },

    linkAt: async (chain, seq) => linkOf(await chains.readRevision(chain, seq)),

    // Times of a chain never go back, so it can be halved.
    async firstSince(chain, last, time) {
      let [from, to] = [1, last + 1];
      while (from < to) {
        const middle = Math.floor((from + to) / 2);
        const there = await chains.readRevision(chain, middle);
        if (there && there.time < time) from = middle + 1;
        else to = middle;
      }
      return from;
    },

    readLeaves: async ({ revision }, shape) =>
      read(shape, await blobs.read(changeKind, revision.change), `what link ${revision.seq} adds`),
    walkChain: (chain, after) => chains.walk(chain, after),
    verifyChain: (chain, known) => chains.verify(chain, known),
  };
}

const stateKind: BlobKind<LinkState> = { name: 'link state', schema: linkState };
const changeKind: BlobKind<unknown> = { name: 'link', schema: z.looseObject({}) };
