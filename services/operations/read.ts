import type { Actor } from '../domain/access/access.ts';
import { may } from '../domain/access/access.ts';
import type { ChainHead } from '../domain/assessment/decision.ts';
import type { CatalogContent, CatalogState, DraftState } from '../domain/catalog/catalog.ts';
import type { CatalogChange } from '../domain/catalog/change.ts';
import { catalogChange } from '../domain/catalog/change.ts';
import type { Revision } from '../domain/chain/revision.ts';
import { catalogKeyIn } from '../domain/ids.ts';
import { dayOf } from '../domain/values/day.ts';
import type { ReadOptions } from '../store/chain.ts';
import { StoredDataUnreadable } from '../store/faults.ts';
import type { StoredRegister } from '../store/register.ts';
import type { Deps } from './deps.ts';
import { scopeOf } from './scope.ts';

export interface CatalogRead {
  /** Null while the catalog is only in the register and has no revision of its own. */
  readonly head: ChainHead | null;
  /** The revision that the next edit names: that of the head, 0 where there is none. */
  readonly revision: number;
  readonly state: CatalogState;
}

/** All jurisdictions and catalogs; without `consistent` as they were up to a second ago (DESIGN 4). */
export function loadRegister(deps: Deps, options: ReadOptions = {}): Promise<StoredRegister> {
  return deps.store.readRegister(options);
}

/** A catalog by its key; undefined where the register has none. */
export async function loadCatalog(
  deps: Deps,
  key: string,
  options: ReadOptions = {},
): Promise<CatalogRead | undefined> {
  const stored = await deps.store.readCatalog(key, options);
  if (stored) return { head: stored.head, revision: stored.head.seq, state: stored.state };
  const { register } = await loadRegister(deps, options);
  const created = register.catalogs.get(key);
  return created && { head: null, revision: 0, state: { ...created, versions: [], draft: null } };
}

/** What a version or draft says, by the hash `content` in its record. A missing or corrupted blob is an error. */
export function loadContent(deps: Deps, content: string): Promise<CatalogContent> {
  return deps.store.readContent(content);
}

/**
 * The same without its entries, which are most of it: what conditions speak of. A missing piece is an error here too.
 */
export async function loadContentHeader(deps: Deps, content: string): Promise<CatalogContent> {
  return { ...(await deps.store.readContentHeader(content)), entries: [] };
}

/** The open draft of a catalog; null where there is none or the actor may not see it. */
export async function readDraft(
  deps: Deps,
  actor: Actor | null,
  key: string,
): Promise<(CatalogRead & { readonly draft: DraftState }) | null> {
  const read = await loadCatalog(deps, key, { consistent: true });
  const draft = read?.state.draft;
  if (!read || !draft) return null;
  const { register } = await loadRegister(deps);
  const scope = scopeOf(register, read.state.jurisdiction, dayOf(deps.clock()));
  return may(actor, 'READ_DRAFT', scope) ? { ...read, draft } : null;
}

/** Whether the actor may read who did what in a catalog, and why; false where there is no such catalog. */
export async function seesHistory(deps: Deps, actor: Actor | null, key: string): Promise<boolean> {
  const { register } = await loadRegister(deps);
  const catalog = register.catalogs.get(key);
  return (
    catalog !== undefined &&
    may(actor, 'READ_HISTORY', scopeOf(register, catalog.jurisdiction, dayOf(deps.clock())))
  );
}

/** The key in the id of a catalog whose history the actor may see; null where there is none or it may not be seen. */
export async function keyOfHistory(deps: Deps, actor: Actor | null, id: string): Promise<string | null> {
  const key = catalogKeyIn(id);
  return key !== undefined && (await seesHistory(deps, actor, key)) ? key : null;
}

/** What the revisions of a catalog changed, in their order. @throws StoredDataUnreadable */
export async function readChanges(
  deps: Deps,
  revisions: readonly Revision[],
): Promise<readonly CatalogChange[]> {
  const changes = await deps.store.readChanges(revisions);
  return changes.map((change, place) => {
    const read = catalogChange.safeParse(change);
    if (read.success) return read.data;
    throw new StoredDataUnreadable(`the change of revision ${revisions[place]!.seq} cannot be read`, {
      cause: read.error,
    });
  });
}
