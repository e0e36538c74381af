import pMap from 'p-map';
import * as z from 'zod';
import type { ChainHead } from '../domain/assessment/decision.ts';
import type { CatalogState } from '../domain/catalog/catalog.ts';
import type { NewRevision, Revision } from '../domain/chain/revision.ts';
import { headOf } from '../domain/chain/revision.ts';
import type { BlobKind, Blobs } from './blobs.ts';
import { blobText } from './blobs.ts';
import type { Chains, FoundRevision, ReadOptions, Verification } from './chain.ts';
import { CONCURRENTLY } from './connection.ts';
import { catalogChain } from './keys.ts';
import type { HistoryPaging, Page } from './paging.ts';
import { catalogState } from './stored-catalog.ts';

export interface CatalogStore {
  /** The newest state of a catalog; null while nothing was ever appended to it (it may be in the register). */
  readCatalog(key: string, options?: ReadOptions): Promise<StoredCatalog | null>;
  /** The catalogs of which more is there than is known, by key and the number of the newest known revision. */
  catalogsGrownSince(known: ReadonlyMap<string, number>): Promise<readonly string[]>;
  /** The newest revisions of catalogs, by their keys; null where nothing was ever appended. Strongly consistent. */
  catalogHeads(keys: readonly string[]): Promise<ReadonlyMap<string, ChainHead | null>>;
  /** @throws StaleHead where somebody else appended first */
  appendToCatalog(
    key: string,
    expected: ChainHead | null,
    revision: NewRevision,
    change: unknown,
    state: CatalogState,
  ): Promise<ChainHead>;
  catalogHistory(key: string, paging: HistoryPaging): Promise<Page<Revision>>;
  /** The revision of a number; null where there is none. */
  catalogRevision(key: string, seq: number): Promise<Revision | null>;
  /** Everything in the chain after a place, oldest first, damaged or not. */
  walkCatalog(key: string, after?: string | null): AsyncIterable<FoundRevision>;
  verifyCatalog(key: string, known?: readonly ChainHead[]): Promise<Verification>;
  /** What a revision of a catalog changed, as it was given to the append. */
  readChange(revision: Revision): Promise<unknown>;
  /** The same of many, in their order. */
  readChanges(revisions: readonly Revision[]): Promise<readonly unknown[]>;
  /** The state of a catalog after a revision. */
  readState(revision: Revision): Promise<CatalogState>;
}
export interface StoredCatalog {
  readonly head: ChainHead;
  readonly revision: Revision;
  readonly state: CatalogState;
}

/** A chain for each catalog; the newest revision names the blob with its state, and so leads to everything. */
export function createCatalogStore(chains: Chains, blobs: Blobs): CatalogStore {
  return {
    async readCatalog(key, options) {
      const revision = await chains.readHead(catalogChain(key), options);
      if (!revision) return null;
      return { head: headOf(revision), revision, state: await blobs.read(stateKind, revision.state) };
    },

    async catalogsGrownSince(known) {
      const keyOf = new Map([...known.keys()].map((key) => [catalogChain(key), key]));
      const grown = await chains.grownSince(
        new Map([...known].map(([key, seq]) => [catalogChain(key), seq])),
      );
      return grown.map((chain) => keyOf.get(chain)!);
    },

    async catalogHeads(keys) {
      const heads = await pMap(
        keys,
        async (key) => {
          const revision = await chains.readHead(catalogChain(key), { consistent: true });
          return [key, revision && headOf(revision)] as const;
        },
        CONCURRENTLY,
      );
      return new Map(heads);
    },

    async appendToCatalog(key, expected, revision, change, state) {
      const changeBlob = blobText({ change });
      const stateBlob = blobText(state);
      await Promise.all([blobs.write(changeKind, [changeBlob]), blobs.write(stateKind, [stateBlob])]);
      const chain = catalogChain(key);
      return headOf(await chains.append(chain, expected, revision, changeBlob.hash, stateBlob.hash));
    },

    catalogHistory: (key, paging) => chains.history(catalogChain(key), paging),
    catalogRevision: (key, seq) => chains.readRevision(catalogChain(key), seq),
    walkCatalog: (key, after) => chains.walk(catalogChain(key), after),
    verifyCatalog: (key, known) => chains.verify(catalogChain(key), known),
    readChange: async (revision) => (await blobs.read(changeKind, revision.change)).change,
    async readChanges(revisions) {
      const bodies = await blobs.readMany(
        changeKind,
        revisions.map(({ change }) => change),
      );
      return revisions.map(({ change }) => bodies.get(change)!.change);
    },
    readState: (revision) => blobs.read(stateKind, revision.state),
  };
}

const stateKind: BlobKind<CatalogState> = { name: 'catalog state', schema: catalogState };
/** The store does not know what a change means; whoever reads one does. */
const changeKind: BlobKind<{ readonly change?: unknown }> = {
  name: 'catalog change',
  schema: z.strictObject({ change: z.unknown() }),
};
