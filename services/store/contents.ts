import { LRUCache } from 'lru-cache';
import type { CatalogContent } from '../domain/catalog/catalog.ts';
import { contentHashOf } from '../domain/catalog/content-hash.ts';
import type { Entry } from '../domain/catalog/entry.ts';
import { compareEntries } from '../domain/catalog/entry-name.ts';
import { ENTRY_SHAPE, entry } from '../domain/catalog/entry-shape.ts';
import { shareParts } from '../domain/catalog/shared-parts.ts';
import { substanceList } from '../domain/facts/definition-shape.ts';
import type { FactDefinition, SubstanceList } from '../domain/facts/fact.ts';
import type { ProductTerm } from '../domain/facts/product-term.ts';
import { inOrder as withListsInOrder } from '../domain/facts/product-term.ts';
import { withoutNulls } from '../domain/values/canonical.ts';
import { createBlobMap } from './blob-map.ts';
import type { BlobKind, Blobs } from './blobs.ts';
import { blobText } from './blobs.ts';
import { StoredDataUnreadable } from './faults.ts';
import type { ContentRoot } from './stored-catalog.ts';
import { contentRoot, factDefinitions, productTerms } from './stored-catalog.ts';

export interface ContentStore {
  /** The content under a `content` hash; the same object for the same hash as long as it is cached. */
  readContent(content: string): Promise<CatalogContent>;
  /** The same without its entries, which are most of it. */
  readContentHeader(content: string): Promise<ContentHeader>;
  /** Single entries of a content, by code; reads only the pieces in which they lie. */
  readEntries(content: string, codes: readonly string[]): Promise<ReadonlyMap<string, Entry>>;
  writeContent(content: CatalogContent): Promise<WrittenContent>;
  /** The content under a hash (null = nothing yet) with some of it changed; writes only what changed. */
  editContent(content: string | null, edit: ContentEdit): Promise<WrittenContent>;
}
export interface WrittenContent {
  /** Hash of the blob that holds the content. */
  readonly content: string;
  /** Hash over what the content says (DESIGN 3.3). */
  readonly contentHash: string;
  readonly entryCount: number;
}
/** A content without its entries. */
export type ContentHeader = Omit<CatalogContent, 'entries'>;
export interface ContentEdit {
  /** By code; null removes. */
  readonly entries?: ReadonlyMap<string, Entry | null>;
  readonly header?: Partial<ContentHeader>;
}

/**
 * What versions and drafts say, under hashes: a root that names the definitions, the lists and a map of the
 * entries, so that an edit of one entry writes one bucket and the few pieces above it.
 *
 * @param capacity how many entries are kept, parsed, over all contents
 */
export function createContentStore(blobs: Blobs, capacity: number): ContentStore {
  const entriesByCode = createBlobMap(blobs, 'entries', entry);
  /** By hash: whoever compiles a content does it once, so the object must stay the same. */
  const contents = new LRUCache<string, CatalogContent>({
    maxSize: capacity,
    sizeCalculation: ({ entries }) => 1 + entries.length,
    fetchMethod: loadContent,
    // A load goes on to its end even where its place in the cache is lost to others meanwhile.
    ignoreFetchAbort: true,
  });
  const readContent = (hash: string): Promise<CatalogContent> => contents.forceFetch(hash);

  async function loadContent(hash: string): Promise<CatalogContent> {
    const root = await blobs.read(rootKind, hash);
    const [header, byCode] = await Promise.all([
      headerOf(root),
      entriesByCode.readAll(root.entries, root.entryShape === ENTRY_SHAPE),
    ]);
    const entries = [...byCode.values()].sort(compareEntries);
    entries.forEach(shareParts);
    if (entries.length !== root.entryCount)
      throw new StoredDataUnreadable(`content ${hash} has ${entries.length} of ${root.entryCount} entries`);
    return { ...header, entries };
  }

  async function headerOf(root: ContentRoot): Promise<ContentHeader> {
    const { title, issuer, documentNumber } = root;
    const [facts, lists, products] = await Promise.all([
      blobs.read(factsKind, root.facts),
      blobs.readMany(listKind, root.lists),
      blobs.read(productsKind, root.products),
    ]);
    return {
      title,
      issuer,
      documentNumber,
      facts,
      lists: root.lists.map((list) => lists.get(list)!),
      products,
    };
  }

  async function editContent(
    hash: string | null,
    { entries, header = {} }: ContentEdit,
  ): Promise<WrittenContent> {
    const before = hash === null ? null : await blobs.read(rootKind, hash);
    const title = header.title ?? before?.title;
    if (!title) throw new TypeError('a new content needs a title');
    const root: ContentRoot = withoutNulls({
      title,
      // Null takes away what undefined leaves.
      issuer: header.issuer === undefined ? before?.issuer : header.issuer,
      documentNumber: header.documentNumber === undefined ? before?.documentNumber : header.documentNumber,
      facts: before && !header.facts ? before.facts : await writeFacts(header.facts ?? []),
      lists: before && !header.lists ? before.lists : await writeLists(header.lists ?? []),
      products: before && !header.products ? before.products : await writeProducts(header.products ?? []),
      ...(await editEntries(before, entries ?? new Map())),
      entryShape: ENTRY_SHAPE,
    });
    const blob = blobText(root);
    await blobs.write(rootKind, [blob]);
    const contentHash = contentHashOf(await readContent(blob.hash));
    return { content: blob.hash, contentHash, entryCount: root.entryCount };
  }

  async function editEntries(
    before: ContentRoot | null,
    changes: ReadonlyMap<string, Entry | null>,
  ): Promise<Pick<ContentRoot, 'entries' | 'entryCount'>> {
    if (before && changes.size === 0 && before.entryShape === ENTRY_SHAPE)
      return { entries: before.entries, entryCount: before.entryCount };
    for (const [code, changed] of changes)
      if (changed && changed.code !== code) throw new TypeError(`entry ${changed.code} was given as ${code}`);
    const entries = await entriesByCode.apply(before?.entries ?? null, withoutNullsIn(changes));
    // What another version of the software wrote is looked at here, as all that it left as it was.
    const all = await entriesByCode.readAll(entries, !before || before.entryShape === ENTRY_SHAPE);
    return { entries, entryCount: all.size };
  }

  async function writeFacts(facts: readonly FactDefinition[]): Promise<string> {
    const blob = blobText(withoutNulls(inOrder(facts)));
    await blobs.write(factsKind, [blob]);
    return blob.hash;
  }

  async function writeLists(lists: readonly SubstanceList[]): Promise<readonly string[]> {
    const sorted = lists.map((list) => ({ ...list, members: [...list.members].sort() }));
    const texts = inOrder(sorted).map((list) => blobText(withoutNulls(list)));
    await blobs.write(listKind, texts);
    return texts.map(({ hash }) => hash);
  }

  async function writeProducts(products: readonly ProductTerm[]): Promise<string> {
    const blob = blobText(withoutNulls(inOrder(products.map(withListsInOrder))));
    await blobs.write(productsKind, [blob]);
    return blob.hash;
  }

  return {
    readContent,
    readContentHeader: async (hash) => headerOf(await blobs.read(rootKind, hash)),
    readEntries: async (hash, codes) =>
      entriesByCode.getMany((await blobs.read(rootKind, hash)).entries, codes),
    editContent,
    async writeContent({ entries, ...header }) {
      const byCode = new Map(entries.map((given) => [given.code, given]));
      if (byCode.size < entries.length) throw new TypeError('two entries have the same code');
      return editContent(null, { entries: byCode, header });
    },
  };
}

const rootKind: BlobKind<ContentRoot> = { name: 'content', schema: contentRoot };
const factsKind: BlobKind<readonly FactDefinition[]> = { name: 'facts', schema: factDefinitions };
const productsKind: BlobKind<readonly ProductTerm[]> = { name: 'products', schema: productTerms };
const listKind: BlobKind<SubstanceList> = { name: 'list', schema: substanceList };

const withoutNullsIn = (changes: ReadonlyMap<string, Entry | null>): ReadonlyMap<string, Entry | null> =>
  new Map([...changes].map(([code, changed]) => [code, withoutNulls(changed)]));

const inOrder = <T extends { readonly key: string }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
