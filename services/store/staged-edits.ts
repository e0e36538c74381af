import * as z from 'zod';
import type { CatalogContent } from '../domain/catalog/catalog.ts';
import type { Touched } from '../domain/catalog/change.ts';
import { entry } from '../domain/catalog/entry-shape.ts';
import { factDefinition, productTerm, substanceList } from '../domain/facts/definition-shape.ts';
import { withoutNulls } from '../domain/values/canonical.ts';
import type { BlobKind, Blobs } from './blobs.ts';
import { blobText } from './blobs.ts';
import { BlobMissing, StoredDataUnreadable } from './faults.ts';
import { sha256Hex } from './reading.ts';

/**
 * Entries and definitions that are to come into a draft or out of it together, set by piece after piece because no request holds them all
 * (备好的修改): what it names and no piece of it puts is removed. No revision names it: until it is applied nothing is any
 * different.
 */
export interface StagedEdit extends Omit<Touched, 'details'> {
  /** Key of the catalog. */
  readonly catalog: string;
  /** The revision of the draft that it was made on, and the content of the draft by then. */
  readonly revision: number;
  readonly base: string;
  /** Subjects of everyone who set a piece of it by: they have written it, whoever applies it (DESIGN 3.3). */
  readonly editors: readonly string[];
  /** Hashes of the blobs that hold what it puts. */
  readonly pieces: readonly string[];
}
/** What a staged edit puts, or a piece of it. */
export type StagedItems = Pick<CatalogContent, 'entries' | 'facts' | 'lists' | 'products'>;

export interface StagedEditStore {
  /** Keeps it with a further piece, under the hash of what it says. */
  writeStagedEdit(staged: StagedEdit, piece: StagedItems): Promise<string>;
  /** Null where there is none under the hash. */
  readStagedEdit(hash: string): Promise<StagedEdit | null>;
  /** All that it puts. */
  readStagedItems(staged: StagedEdit): Promise<StagedItems>;
}

export function createStagedEditStore(blobs: Blobs): StagedEditStore {
  return {
    async writeStagedEdit(staged, piece) {
      const items = blobText(withoutNulls(piece));
      await blobs.write(pieceKind, [items]);
      const pieces = [...staged.pieces, items.hash];
      const blob = blobText({ ...staged, pieces, kind: 'STAGED_EDIT' });
      await blobs.write(stagedKind, [blob]);
      return blob.hash;
    },
    async readStagedEdit(hash) {
      if (!sha256Hex.safeParse(hash).success) return null;
      try {
        return await blobs.read(stagedKind, hash);
      } catch (error) {
        // Whoever asks has named the hash, and may have named that of something else.
        if (error instanceof BlobMissing || error instanceof StoredDataUnreadable) return null;
        throw error;
      }
    },
    async readStagedItems({ pieces }) {
      const read = await blobs.readMany(pieceKind, pieces);
      const all = pieces.map((hash) => read.get(hash)!);
      return {
        entries: all.flatMap(({ entries }) => entries),
        facts: all.flatMap(({ facts }) => facts),
        lists: all.flatMap(({ lists }) => lists),
        products: all.flatMap(({ products }) => products),
      };
    },
  };
}

const pieceKind: BlobKind<StagedItems> = {
  name: 'staged items',
  schema: z.strictObject({
    entries: z.array(entry).readonly(),
    facts: z.array(factDefinition).readonly(),
    lists: z.array(substanceList).readonly(),
    products: z.array(productTerm).readonly(),
  }),
};
const stagedKind: BlobKind<StagedEdit> = {
  name: 'staged edit',
  schema: z.strictObject({
    kind: z.literal('STAGED_EDIT'),
    catalog: z.string(),
    revision: z.number(),
    base: sha256Hex,
    editors: z.array(z.string()).readonly(),
    entries: z.array(z.string()).readonly(),
    facts: z.array(z.string()).readonly(),
    lists: z.array(z.string()).readonly(),
    products: z.array(z.string()).readonly(),
    pieces: z.array(sha256Hex).readonly(),
  }),
};
