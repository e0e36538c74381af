import type { Actor } from '../domain/access.ts';
import type { CatalogContent, CatalogState, DraftState } from '../domain/catalog.ts';
import type { ChainHead } from '../domain/decision.ts';
import type { Register } from '../domain/register.ts';
import type { HistoryPaging, Page, Revision } from '../store/store.ts';
import type { Deps } from './deps.ts';

/** Strongly consistent reads for what is recorded or edited; otherwise a head may be a second old (DESIGN 4). */
export interface Consistency {
  readonly consistent?: boolean;
}
export interface RegisterRead {
  readonly head: ChainHead | null;
  readonly register: Register;
}
export interface CatalogRead {
  /** Null while the catalog is only in the register and has no revision of its own. */
  readonly head: ChainHead | null;
  /** The revision that the next edit names: that of the head, 0 where there is none. */
  readonly revision: number;
  readonly state: CatalogState;
}

/** All jurisdictions and catalogs. */
export async function loadRegister(_deps: Deps, _options: Consistency = {}): Promise<RegisterRead> {
  throw new Error('under construction');
}

/** A catalog by its key; undefined where the register has none. */
export async function loadCatalog(
  _deps: Deps,
  _key: string,
  _options: Consistency = {},
): Promise<CatalogRead | undefined> {
  throw new Error('under construction');
}

/** What a version or draft says, by the hash `content` in its record. A missing or corrupted blob is an error. */
export async function loadContent(_deps: Deps, _content: string): Promise<CatalogContent> {
  throw new Error('under construction');
}

/** The open draft of a catalog; null where there is none or the actor may not see it. */
export async function readDraft(
  _deps: Deps,
  _actor: Actor | null,
  _key: string,
): Promise<(CatalogRead & { readonly draft: DraftState }) | null> {
  throw new Error('under construction');
}

/** The revisions of a catalog, newest first; null where the actor may not see them. */
export async function catalogHistory(
  _deps: Deps,
  _actor: Actor | null,
  _key: string,
  _paging: HistoryPaging,
): Promise<Page<Revision> | null> {
  throw new Error('under construction');
}
