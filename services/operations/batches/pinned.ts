import type { Batch, Software } from '../../domain/assessment/batch.ts';
import type { ChainHead } from '../../domain/assessment/decision.ts';
import type { Revision } from '../../domain/chain/revision.ts';
import { ENGINE_VERSION } from '../../domain/engine/assess.ts';
import { dictionaryHash } from '../../domain/facts/dictionary.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import { memoizeByKey } from '../../domain/values/memoize.ts';
import type { StoredBatch } from '../../store/batches.ts';
import type { StoredCatalog } from '../../store/catalogs.ts';
import type { Deps } from '../deps.ts';
import { SEARCH_BOUND } from '../limits.ts';

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
  const register = memoizeByKey(async (seq: number) =>
    store.readRegisterAt(atHead(await store.registerRevision(seq), pin.register)),
  );
  const catalog = memoizeByKey(async (key: string): Promise<StoredCatalog | null> => {
    const head = heads.get(key);
    // To pass over a catalog would be to pass over what it forbids.
    if (head === undefined) throw new Error(`batch ${batch.id} pins nothing of catalog ${key}`);
    if (head === null) return null;
    const revision = atHead(await store.catalogRevision(key, head.seq), head);
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

function atHead(revision: Revision | null, { seq, hash }: ChainHead): Revision {
  if (revision?.hash === hash) return revision;
  throw new Error(`revision ${seq} is not the one that was pinned`);
}
