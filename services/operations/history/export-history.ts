import type { Actor } from '../../domain/access/access.ts';
import { hashedContent } from '../../domain/catalog/content-hash.ts';
import type { VersionRecord } from '../../domain/catalog/version.ts';
import type { ExportLine } from '../../domain/chain/export-line.ts';
import { revisionLine } from '../../domain/chain/export-line.ts';
import { catalogId, decisionsChain } from '../../domain/ids.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import { canonicalJson } from '../../domain/values/canonical.ts';
import type { FoundRevision } from '../../store/chain.ts';
import { BlobCorrupt, BlobMissing, RevisionTampered, StoredDataUnreadable } from '../../store/faults.ts';
import type { Paging } from '../../store/paging.ts';
import { visibilityOf } from '../decisions/visibility.ts';
import type { Deps } from '../deps.ts';
import { inBatches, NOTHING } from '../in-batches.ts';
import { keyOfHistory, loadContent } from '../read.ts';
import { seesWholeRegister } from './register-visibility.ts';

/** A part of an exported history: lines as `verify-history` reads them. */
export interface ExportPage {
  readonly lines: readonly string[];
  /** Where to go on; null where nothing was read. */
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/**
 * The history of a catalog, to be kept elsewhere and verified without the service: all revisions, the oldest first,
 * then the words of every version. A page is cut where it grows large. A damaged history is exported as it is.
 *
 * @returns null where the catalog is not there or its history may not be seen
 * @throws Refusal INVALID_CURSOR
 */
export async function exportHistory(
  deps: Deps,
  actor: Actor | null,
  catalog: string,
  paging: Paging,
): Promise<ExportPage | null> {
  const key = await keyOfHistory(deps, actor, catalog);
  return key === null ? null : pageOf(catalogLines(deps, key, placeOf(paging.after)), paging);
}

/** The same of the register, which is all in its revisions; null where the actor may not see all of it. */
export async function exportRegister(
  deps: Deps,
  actor: Actor | null,
  paging: Paging,
): Promise<ExportPage | null> {
  if (!(await seesWholeRegister(deps, actor))) return null;
  const place = placeOf(paging.after);
  if (place && 'head' in place) throw new Refusal('INVALID_CURSOR', { value: paging.after ?? '' }, ['after']);
  return pageOf(revisionLines(deps, 'register', deps.store.walkRegister(place?.revision)), paging);
}

/** The links of the decisions of a zone, ids and receipts alone; null where the actor may not see them. */
export async function exportDecisions(
  deps: Deps,
  actor: Actor | null,
  zone: string,
  paging: Paging,
): Promise<ExportPage | null> {
  if (!(await visibilityOf(deps, actor))?.seesZone(zone)) return null;
  const place = placeOf(paging.after);
  if (place && 'head' in place) throw new Refusal('INVALID_CURSOR', { value: paging.after ?? '' }, ['after']);
  const chain = decisionsChain(zone);
  return pageOf(revisionLines(deps, chain, deps.store.walkChain(chain, place?.revision)), paging);
}

interface PlacedLine {
  /** The place of this line, after which the next page begins. */
  readonly place: string;
  readonly line: ExportLine;
}

/** Bytes of lines on one page: a line of a long catalog alone can take a few hundred kilobytes. */
const MAX_BYTES = 1024 * 1024;

async function pageOf(lines: AsyncIterable<PlacedLine>, { first }: Paging): Promise<ExportPage> {
  const texts: string[] = [];
  let endCursor: string | null = null;
  let bytes = 0;
  for await (const { place, line } of lines) {
    const text = canonicalJson(line);
    bytes += Buffer.byteLength(text);
    if (texts.length === first || (texts.length > 0 && bytes > MAX_BYTES))
      return { lines: texts, endCursor, hasNextPage: true };
    texts.push(text);
    endCursor = place;
  }
  return { lines: texts, endCursor, hasNextPage: false };
}

async function* catalogLines(deps: Deps, key: string, place: Place | null): AsyncGenerator<PlacedLine> {
  const chain = catalogId(key);
  let head = place && 'head' in place ? place.head : null;
  if (head === null) {
    const after = place && 'revision' in place ? place.revision : null;
    let last = after;
    for await (const line of revisionLines(deps, chain, deps.store.walkCatalog(key, after))) {
      yield line;
      last = line.place;
    }
    head = last === null ? 0 : Number(last.slice('REV#'.length));
  }
  // Of the revisions that this export has, and not of those that have joined since.
  const from = place && 'head' in place ? place : { version: 0, line: 0 };
  const versions = await versionsAfter(deps, key, head);
  for (const [at, version] of versions.entries()) {
    if (version.number < from.version) continue;
    const texts = await versionLines(deps, chain, version, versions[at - 1] ?? null);
    const skipped = version.number === from.version ? from.line + 1 : 0;
    for (const [line, text] of texts.entries())
      if (line >= skipped) yield { place: `${head}:${version.number}:${line}`, line: text };
  }
}

async function* revisionLines(
  deps: Deps,
  chain: string,
  revisions: AsyncIterable<FoundRevision>,
): AsyncGenerator<PlacedLine> {
  for await (const batch of inBatches(revisions, BATCH, deps.store.inspect())) {
    for (const { place, found } of batch.revisions) {
      const [change, state] =
        'unreadable' in found ? [NOTHING, NOTHING] : [batch.bodyOf(found.change), batch.bodyOf(found.state)];
      yield { place, line: revisionLine(chain, found, change, state) };
    }
  }
}

/** Few enough that little is read in vain beyond the end of a page. */
const BATCH = 50;

/** The versions that a catalog had after a revision; none where the revision is too damaged to tell. */
async function versionsAfter(deps: Deps, key: string, seq: number): Promise<readonly VersionRecord[]> {
  const versions = await unlessDamaged(async () => {
    const revision = await deps.store.catalogRevision(key, seq);
    return revision && (await deps.store.readState(revision)).versions;
  });
  return versions ?? [];
}

/** What a version says: its content with entries by hash, then those entries that the version before did not have. */
async function versionLines(
  deps: Deps,
  chain: string,
  { number, content }: VersionRecord,
  before: VersionRecord | null,
): Promise<readonly ExportLine[]> {
  const said = await unlessDamaged(() => loadContent(deps, content));
  if (!said) return [{ kind: 'CONTENT', chain, version: number, content: null }];
  const earlier = before && (await unlessDamaged(() => loadContent(deps, before.content)));
  const known = new Set(earlier ? hashedContent(earlier).entries : []);
  const hashed = hashedContent(said);
  // A content is read with its entries in the order in which they are hashed.
  const entries = said.entries.filter((_, place) => !known.has(hashed.entries[place]!));
  return [
    { kind: 'CONTENT', chain, version: number, content: hashed },
    ...entries.map((entry): ExportLine => ({ kind: 'ENTRY', chain, entry })),
  ];
}

async function unlessDamaged<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    const damaged = [BlobMissing, BlobCorrupt, RevisionTampered, StoredDataUnreadable].some(
      (fault) => error instanceof fault,
    );
    if (damaged) return null;
    throw error;
  }
}

/** After a revision, by its key; or after a line of a version, of a history that ends with a head. */
type Place =
  | { readonly revision: string }
  | { readonly head: number; readonly version: number; readonly line: number };

/** @throws Refusal INVALID_CURSOR */
function placeOf(cursor: string | null | undefined): Place | null {
  if (cursor == null) return null;
  if (cursor.startsWith('REV#')) return { revision: cursor };
  const [head, version, line] = /^\d{1,12}:\d{1,9}:\d{1,9}$/.test(cursor)
    ? cursor.split(':').map(Number)
    : [];
  if (head === undefined || version === undefined || line === undefined)
    throw new Refusal('INVALID_CURSOR', { value: cursor.slice(0, 80) }, ['after']);
  return { head, version, line };
}
