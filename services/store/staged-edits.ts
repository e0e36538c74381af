import * as z from 'zod';
import type { Entry } from '../domain/catalog/entry.ts';
import { entry } from '../domain/catalog/entry-shape.ts';
import { withoutNulls } from '../domain/values/canonical.ts';
import type { BlobKind, Blobs } from './blobs.ts';
import { blobText } from './blobs.ts';
import { BlobMissing, StoredDataUnreadable } from './faults.ts';
import { sha256Hex } from './reading.ts';

/**
 * Entries that are to come into a draft together, set by piece after piece because no request holds them all
 * (备好的修改). No revision names it: until it is applied nothing is any different.
 */
export interface StagedEdit {
  /** Key of the catalog. */
  readonly catalog: string;
  /** The revision of the draft that it was made on, and the content of the draft by then. */
  readonly revision: number;
  readonly base: string;
  /** Subjects of everyone who set a piece of it by: they have written it, whoever applies it (DESIGN 3.3). */
  readonly editors: readonly string[];
  /** Of the entries that it puts. */
  readonly codes: readonly string[];
  /** Hashes of the blobs that hold the entries. */
  readonly pieces: readonly string[];
}

export interface StagedEditStore {
  /** Keeps it with a further piece, under the hash of what it says. */
  writeStagedEdit(staged: StagedEdit, piece: readonly Entry[]): Promise<string>;
  /** Null where there is none under the hash. */
  readStagedEdit(hash: string): Promise<StagedEdit | null>;
  /** Its entries, by code. */
  readStagedEntries(staged: StagedEdit): Promise<ReadonlyMap<string, Entry>>;
}

export function createStagedEditStore(blobs: Blobs): StagedEditStore {
  return {
    async writeStagedEdit(staged, piece) {
      const entries = blobText(withoutNulls(piece));
      await blobs.write(pieceKind, [entries]);
      const pieces = [...staged.pieces, entries.hash];
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
    async readStagedEntries({ pieces }) {
      const read = await blobs.readMany(pieceKind, pieces);
      return new Map(pieces.flatMap((hash) => read.get(hash)!.map((each) => [each.code, each] as const)));
    },
  };
}

const pieceKind: BlobKind<readonly Entry[]> = { name: 'staged entries', schema: z.array(entry).readonly() };
const stagedKind: BlobKind<StagedEdit> = {
  name: 'staged edit',
  schema: z.strictObject({
    kind: z.literal('STAGED_EDIT'),
    catalog: z.string(),
    revision: z.number(),
    base: sha256Hex,
    editors: z.array(z.string()).readonly(),
    codes: z.array(z.string()).readonly(),
    pieces: z.array(sha256Hex).readonly(),
  }),
};
