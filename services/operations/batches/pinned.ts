import { LRUCache } from 'lru-cache';
import type { Batch, Software } from '../../domain/assessment/batch.ts';
import type { ChainHead } from '../../domain/assessment/decision.ts';
import type { Revision } from '../../domain/chain/revision.ts';
import { ENGINE_VERSION } from '../../domain/engine/assess.ts';
import { dictionaryHash } from '../../domain/facts/dictionary.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import { memoize, memoizeByKey } from '../../domain/values/memoize.ts';
import type { StoredBatch } from '../../store/batches.ts';
import type { StoredCatalog } from '../../store/catalogs.ts';
import type { Store } from '../../store/create-store.ts';
import type { Deps } from '../deps.ts';
import { MAX_BATCH_CATALOGS, SEARCH_BOUND } from '../limits.ts';

/**
 * What the rows of a batch are decided with: the register and the catalogs as they were when it was made, and the time
 * of that day. The store is append-only, so whoever asks, whenever, finds the same.
 *
 * @throws Refusal BATCH_SOFTWARE_CHANGED where the software would no longer decide as it did then
 */
export async function pinnedDeps(deps: Deps, stored: StoredBatch): Promise<Deps> {
  const { batch } = stored;
  refuseOtherSoftware(deps, batch);
  const { store } = deps;
  const pin = await store.readPin(stored);
  const heads = new Map(pin.catalogs.map(({ key, head }) => [key, head]));
  const revisionAt = revisionsOf(store);
  const register = memoizeByKey(async (seq: number) =>
    store.readRegisterAt(await revisionAt(pin.register, () => store.registerRevision(seq))),
  );
  const catalog = memoizeByKey(async (key: string): Promise<StoredCatalog | null> => {
    const head = heads.get(key);
    // To pass over a catalog would be to pass over what it forbids.
    if (head === undefined) throw new Error(`batch ${batch.id} pins nothing of catalog ${key}`);
    if (head === null) return null;
    const revision = await revisionAt(head, () => store.catalogRevision(key, head.seq));
    return { head, revision, state: await store.readState(revision) };
  });
  return {
    ...deps,
    clock: () => new Date(batch.createdAt),
    store: { ...store, readRegister: () => register(pin.register.seq), readCatalog: catalog },
  };
}

/** What of the software decides now. */
export const softwareOf = ({ reference }: Deps): Software => ({
  engineVersion: ENGINE_VERSION,
  searchBound: SEARCH_BOUND.signedIn,
  dictionaryHash: dictionaryHash(),
  listsHash: reference.listsHash,
  classificationHash: reference.classification.hash,
});

function refuseOtherSoftware(deps: Deps, { id, software }: Batch): void {
  const now = softwareOf(deps);
  const changed = (Object.keys(now) as (keyof Software)[]).filter((what) => now[what] !== software[what]);
  if (changed.length === 0) return;
  const details = { batch: id, changed, pinned: software.engineVersion, current: now.engineVersion };
  throw new Refusal('BATCH_SOFTWARE_CHANGED', details);
}

/** Revisions by their hashes, which no other has: all chunks of a batch are decided by the same few. */
const revisionsOf = memoize((_: Store) => {
  const known = new LRUCache<string, Revision>({ max: 2 * MAX_BATCH_CATALOGS });
  return async ({ seq, hash }: ChainHead, read: () => Promise<Revision | null>): Promise<Revision> => {
    const revision = known.get(hash) ?? (await read());
    if (revision?.hash !== hash) throw new Error(`revision ${seq} is not the one that was pinned`);
    known.set(hash, revision);
    return revision;
  };
});
