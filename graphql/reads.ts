import type { Actor } from '../services/domain/access/access.ts';
import type { CatalogContent } from '../services/domain/catalog/catalog.ts';
import type { VersionRecord } from '../services/domain/catalog/version.ts';
import { placeNames } from '../services/domain/comparison/place-names.ts';
import type { JurisdictionRecord } from '../services/domain/register/jurisdiction.ts';
import { recordOn, timelineOf } from '../services/domain/register/jurisdiction.ts';
import type { Register } from '../services/domain/register/register.ts';
import type { RegisterProposal } from '../services/domain/register/register-act.ts';
import { memoize, memoizeByKey } from '../services/domain/values/memoize.ts';
import type { Text } from '../services/domain/values/text.ts';
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
import { proposalsSeen } from '../services/operations/register/proposals.ts';
import { draftId, type RequestRecord } from './request-record.ts';

/** What one request reads, each thing once, so that all of its answer speaks of one state of affairs. */
export interface Reads {
  register(): Promise<Register>;
  /** The open proposals about the register that the actor may see. */
  registerProposals(): Promise<readonly RegisterProposal[]>;
  /** The jurisdiction as it stands today, or as it will begin; undefined where the register has none. */
  jurisdiction(id: string): Promise<JurisdictionRecord | undefined>;
  /** What places are called today, by their ids. */
  placeNames(): Promise<(id: string) => Text>;
  /** By key. */
  catalog(key: string): Promise<CatalogRead | undefined>;
  /** The versions of a catalog, this one among them. @throws Error where a version that something named is not there */
  versions(key: string, number: number): Promise<readonly VersionRecord[]>;
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

export function createReads(
  deps: Deps,
  actor: Actor | null,
  today: Day,
  record: Pick<RequestRecord, 'accessed'>,
): Reads {
  const readers = (consistent: boolean) => ({
    register: memoize((from: Deps) => loadRegister(from, { consistent })),
    catalog: memoizeByKey((key: string) => loadCatalog(deps, key, { consistent })),
    draft: memoizeByKey(async (key: string) => {
      const draft = await readDraft(deps, actor, key);
      if (draft) record.accessed(draftId(key));
      return draft;
    }),
    seesHistory: memoizeByKey((key: string) => seesHistory(deps, actor, key)),
  });
  let current = readers(false);
  const register = async () => (await current.register(deps)).register;
  const catalog = (key: string) => current.catalog(key);
  const versions: Reads['versions'] = async (key, number) => {
    // A head that is a second old may not know a version that an answer of this request already speaks of.
    const versions =
      versionsWith(await catalog(key), number) ??
      versionsWith(await loadCatalog(deps, key, { consistent: true }), number);
    if (!versions) throw new Error(`catalog ${key} has no version ${number}`);
    return versions;
  };
  return {
    register,
    registerProposals: async () => proposalsSeen(deps, actor, await current.register(deps)),
    async jurisdiction(id) {
      const records = (await register()).jurisdictions.get(id) ?? [];
      return recordOn(records, today) ?? timelineOf(records)[0];
    },
    placeNames: async () => placeNames(await register(), today),
    catalog,
    versions,
    async version(key, number) {
      return (await versions(key, number)).find((version) => version.number === number)!;
    },
    draft: (key) => current.draft(key),
    seesHistory: (key) => current.seesHistory(key),
    content: memoizeByKey((hash: string) => loadContent(deps, hash)),
    startOver() {
      current = readers(true);
    },
  };
}

const versionsWith = (
  catalog: CatalogRead | undefined,
  number: number,
): readonly VersionRecord[] | undefined =>
  catalog?.state.versions.some((version) => version.number === number) ? catalog.state.versions : undefined;
