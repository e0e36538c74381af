import * as z from 'zod';
import type { BlobKind, Blobs } from './blobs.ts';
import { blobText } from './blobs.ts';
import { BlobMissing, StoredDataUnreadable } from './faults.ts';
import { sha256Hex } from './reading.ts';

/**
 * Entries that are to come into a draft together, set by piece after piece because no request holds them all
 * (备好的修改). It names contents that no revision names: until it is applied nothing is any different.
 */
export interface StagedEdit {
  /** Key of the catalog. */
  readonly catalog: string;
  /** The revision of the draft that it was made on. */
  readonly revision: number;
  /** Subjects of everyone who set a piece of it by: they have written it, whoever applies it (DESIGN 3.3). */
  readonly editors: readonly string[];
  /** Of the draft that it was made on, and of that with its entries. */
  readonly base: string;
  readonly content: string;
  readonly contentHash: string;
  readonly entryCount: number;
  /** Of the entries that it puts. */
  readonly codes: readonly string[];
}

export interface StagedEditStore {
  /** Keeps it under the hash of what it says. */
  writeStagedEdit(staged: StagedEdit): Promise<string>;
  /** Null where there is none under the hash. */
  readStagedEdit(hash: string): Promise<StagedEdit | null>;
}

export function createStagedEditStore(blobs: Blobs): StagedEditStore {
  return {
    async writeStagedEdit(staged) {
      const blob = blobText({ ...staged, kind: 'STAGED_EDIT' });
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
  };
}

const stagedKind: BlobKind<StagedEdit> = {
  name: 'staged edit',
  schema: z.strictObject({
    kind: z.literal('STAGED_EDIT'),
    catalog: z.string(),
    revision: z.number(),
    editors: z.array(z.string()).readonly(),
    base: sha256Hex,
    content: sha256Hex,
    contentHash: z.string(),
    entryCount: z.number(),
    codes: z.array(z.string()).readonly(),
  }),
};
