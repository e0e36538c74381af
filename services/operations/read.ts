import type { Actor } from '../domain/access.ts';
import type { CatalogContent, CatalogState, DraftState } from '../domain/catalog.ts';
import type { ChainHead } from '../domain/decision.ts';
import type { Register } from '../domain/register.ts';
import type { Deps } from './deps.ts';

/** Strongly consistent reads for what is recorded or edited; otherwise a head may be a second old (DESIGN 4). */
export interface Consistency {
  readonly consistent?: boolean;
}
export interface RegisterRead {
  readonly head: ChainHead;
  readonly register: Register;
}
export interface CatalogRead {
  readonly head: ChainHead;
  readonly state: CatalogState;
}

/** All jurisdictions and catalogs. */
export async function loadRegister(_deps: Deps, _options: Consistency = {}): Promise<RegisterRead> {
  throw new Error('under construction');
}

/** A catalog by its key; undefined where the register has none. `head.seq` is the revision that edits name. */
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

/** One step in the history of a catalog, as the audit shows it. */
export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly reason: string;
}
export interface HistoryPage {
  readonly revisions: readonly HistoryEntry[];
  /** Pass as `before` for the next page; null at the end. */
  readonly next: number | null;
}

/** The revisions of a catalog, newest first; null where the actor may not see them. */
export async function catalogHistory(
  _deps: Deps,
  _actor: Actor | null,
  _key: string,
  _page: { readonly first: number; readonly before?: number | null },
): Promise<HistoryPage | null> {
  throw new Error('under construction');
}
