import type { Actor } from '../services/domain/access/access.ts';
import type { CatalogContent } from '../services/domain/catalog/catalog.ts';
import type { VersionRecord } from '../services/domain/catalog/version.ts';
import type { JurisdictionRecord } from '../services/domain/register/jurisdiction.ts';
import { recordOn, timelineOf } from '../services/domain/register/jurisdiction.ts';
import type { Register } from '../services/domain/register/register.ts';
import type { Day } from '../services/domain/vocabulary.ts';
import type { Deps } from '../services/operations/deps.ts';
import {
  type CatalogRead,
  loadCatalog,
  loadContent,
  loadRegister,
  readDraft,
  seesHistory,
} from '../services/operations/read.ts';

/** What one request reads, each thing once, so that all of its answer speaks of one state of affairs. */
export interface Reads {
  register(): Promise<Register>;
  /** The jurisdiction as it stands today, or as it will begin; undefined where the register has none. */
  jurisdiction(id: string): Promise<JurisdictionRecord | undefined>;
  /** By key. */
  catalog(key: string): Promise<CatalogRead | undefined>;
  /** @throws Error where a version that something named is not there */
  version(key: string, number: number): Promise<VersionRecord>;
  /** The open draft of a catalog; null where there is none or the actor may not see it. */
  draft(key: string): ReturnType<typeof readDraft>;
  /** Whether the actor may read the history of a catalog. */
  seesHistory(key: string): Promise<boolean>;
  /** By the hash `content` of a version or draft. */
  content(hash: string): Promise<CatalogContent>;
  /** Forgets everything: the request has changed something, and reads its own change from now on. */
  startOver(): void;
}

export function createReads(deps: Deps, actor: Actor | null, today: Day): Reads {
  let consistent = false;
  let register: Promise<Register> | undefined;
  const catalogs = new Map<string, Promise<CatalogRead | undefined>>();
  const drafts = new Map<string, ReturnType<typeof readDraft>>();
  const histories = new Map<string, Promise<boolean>>();
  const contents = new Map<string, Promise<CatalogContent>>();

  const reads: Reads = {
    register() {
      register ??= loadRegister(deps, { consistent }).then((read) => read.register);
      return register;
    },
    async jurisdiction(id) {
      const records = (await reads.register()).jurisdictions.get(id) ?? [];
      return recordOn(records, today) ?? timelineOf(records)[0];
    },
    catalog: (key) => remembered(catalogs, key, () => loadCatalog(deps, key, { consistent })),
    async version(key, number) {
      // A head that is a second old may not know a version that an answer of this request already speaks of.
      const version =
        versionOf(await reads.catalog(key), number) ??
        versionOf(await loadCatalog(deps, key, { consistent: true }), number);
      if (!version) throw new Error(`catalog ${key} has no version ${number}`);
      return version;
    },
    draft: (key) => remembered(drafts, key, () => readDraft(deps, actor, key)),
    seesHistory: (key) => remembered(histories, key, () => seesHistory(deps, actor, key)),
    content: (hash) => remembered(contents, hash, () => loadContent(deps, hash)),
    startOver() {
      consistent = true;
      register = undefined;
      catalogs.clear();
      drafts.clear();
      histories.clear();
    },
  };
  return reads;
}

const versionOf = (catalog: CatalogRead | undefined, number: number): VersionRecord | undefined =>
  catalog?.state.versions.find((version) => version.number === number);

function remembered<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? read();
  known.set(key, found);
  return found;
}
