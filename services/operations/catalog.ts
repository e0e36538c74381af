import type { Actor } from '../domain/access.ts';
import type { Text } from '../domain/text.ts';
import type { VersionRecord } from '../domain/version.ts';
import type { Deps } from './deps.ts';
import type { CatalogRead } from './read.ts';

export interface CreateCatalogInput {
  /** Id of the jurisdiction. */
  readonly jurisdiction: string;
  readonly key: string;
  readonly title: Text;
  readonly issuer?: string | null;
  readonly documentNumber?: string | null;
  readonly reason: string;
}
/** Every input below names its catalog by id, `catalog_<key>`. */
interface OfCatalog {
  readonly catalog: string;
  readonly reason: string;
}
export interface OpenDraftInput extends OfCatalog {
  readonly basedOn?: number | null;
}
export interface PutEntriesInput extends OfCatalog {
  readonly expectedRevision: number;
  /** Entries as sent, JSON of `EntryInput`: checked here, every fault told at once. */
  readonly entries: readonly unknown[];
}
export interface PutDefinitionsInput extends OfCatalog {
  readonly expectedRevision: number;
  /** JSON of `FactDefinitionInput`. */
  readonly facts?: readonly unknown[] | null;
  /** JSON of `SubstanceListInput`. */
  readonly lists?: readonly unknown[] | null;
}
export interface RemoveEntriesInput extends OfCatalog {
  readonly expectedRevision: number;
  readonly codes: readonly string[];
}
export interface SubmitDraftInput extends OfCatalog {
  readonly expectedRevision: number;
}
export interface PublishDraftInput extends OfCatalog {
  readonly contentHash: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | null;
  readonly acknowledge?: readonly { readonly rule: string; readonly entry?: string | null }[] | null;
  readonly retroactiveReason?: string | null;
}

/** Enters a catalog into the register; it has no version and no draft yet. */
export async function createCatalog(
  _deps: Deps,
  _actor: Actor | null,
  _input: CreateCatalogInput,
): Promise<CatalogRead> {
  throw new Error('under construction');
}

/** Opens the draft of a catalog on its newest version or a named one. */
export async function openDraft(
  _deps: Deps,
  _actor: Actor | null,
  _input: OpenDraftInput,
): Promise<CatalogRead> {
  throw new Error('under construction');
}

/** Creates or replaces entries of the draft by their codes, up to 1 000, all or none. */
export async function putEntries(
  _deps: Deps,
  _actor: Actor | null,
  _input: PutEntriesInput,
): Promise<CatalogRead> {
  throw new Error('under construction');
}

/** Creates or replaces the catalog's own facts and substance lists by their keys, all or none. */
export async function putDefinitions(
  _deps: Deps,
  _actor: Actor | null,
  _input: PutDefinitionsInput,
): Promise<CatalogRead> {
  throw new Error('under construction');
}

/** Removes entries of the draft, all or none. */
export async function removeEntries(
  _deps: Deps,
  _actor: Actor | null,
  _input: RemoveEntriesInput,
): Promise<CatalogRead> {
  throw new Error('under construction');
}

/** Hands the draft in for review. */
export async function submitDraft(
  _deps: Deps,
  _actor: Actor | null,
  _input: SubmitDraftInput,
): Promise<CatalogRead> {
  throw new Error('under construction');
}

/** Publishes the draft in review: by somebody who edited nothing in it, of the content that the hash names. */
export async function publishDraft(
  _deps: Deps,
  _actor: Actor | null,
  _input: PublishDraftInput,
): Promise<CatalogRead & { readonly version: VersionRecord }> {
  throw new Error('under construction');
}
