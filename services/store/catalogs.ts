import * as z from 'zod';
import type { CatalogState } from '../domain/catalog/catalog.ts';
import { headOf } from '../domain/chain/revision.ts';
import type { BlobKind, Blobs } from './blobs.ts';
import { blobText } from './blobs.ts';
import type { Chains } from './chain.ts';
import { catalogChain } from './keys.ts';
import type { Store } from './store.ts';
import { catalogState } from './stored-catalog.ts';

type CatalogStore = Pick<
  Store,
  | 'readCatalog'
  | 'appendToCatalog'
  | 'catalogHistory'
  | 'catalogRevision'
  | 'walkCatalog'
  | 'verifyCatalog'
  | 'readChange'
  | 'readChanges'
  | 'readState'
>;

/** A chain for each catalog; the newest revision names the blob with its state, and so leads to everything. */
export function createCatalogStore(chains: Chains, blobs: Blobs): CatalogStore {
  return {
    async readCatalog(key, options) {
      const revision = await chains.readHead(catalogChain(key), options);
      if (!revision) return null;
      return { head: headOf(revision), revision, state: await blobs.read(stateKind, revision.state) };
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
