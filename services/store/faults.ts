import type { ChainHead } from '../domain/assessment/decision.ts';

/**
 * What can go wrong in the store itself. None of it is the caller's fault, but for `StaleHead`.
 *
 * INVARIANT: the message names keys, hashes, places and counts, never what is stored there: it goes into the log.
 */
export abstract class StoreFault extends Error {
  /** What the log calls it: written out, for a bundle has other names for its classes. */
  abstract override readonly name: string;
  abstract readonly code: string;
}

/** Somebody else appended first: read the head again, then retry or tell the caller STALE_REVISION. */
export class StaleHead extends StoreFault {
  override readonly name = 'StaleHead';
  readonly code = 'STALE_HEAD';
  readonly chain: string;
  /** The head that the append was made for; null where the chain was thought to be empty. */
  readonly expected: ChainHead | null;

  constructor(chain: string, expected: ChainHead | null) {
    super(`chain ${chain} has moved on from revision ${expected?.seq ?? 0}`);
    this.chain = chain;
    this.expected = expected;
  }
}

/** The table did not answer in time, or went on throttling. Trying again later may help. */
export class StoreUnavailable extends StoreFault {
  override readonly name = 'StoreUnavailable';
  readonly code = 'STORE_UNAVAILABLE';
}

/** A blob that a revision names is not there, even on a strongly consistent read. */
export class BlobMissing extends StoreFault {
  override readonly name = 'BlobMissing';
  readonly code = 'BLOB_MISSING';
  readonly hash: string;

  constructor(hash: string) {
    super(`blob ${hash} is missing`);
    this.hash = hash;
  }
}

/** The bytes of a blob do not have the hash they are stored under. */
export class BlobCorrupt extends StoreFault {
  override readonly name = 'BlobCorrupt';
  readonly code = 'BLOB_CORRUPT';
  readonly hash: string;

  constructor(hash: string, options?: ErrorOptions) {
    super(`blob ${hash} does not hold what its hash says`, options);
    this.hash = hash;
  }
}

/** A revision does not have the hash that it carries: somebody changed it behind our back. */
export class RevisionTampered extends StoreFault {
  override readonly name = 'RevisionTampered';
  readonly code = 'REVISION_TAMPERED';

  constructor(chain: string, seq: number) {
    super(`revision ${seq} of chain ${chain} does not have the hash that it carries`);
  }
}

/** A decision's item leads to another record than its own: somebody changed it behind our back. */
export class DecisionTampered extends StoreFault {
  override readonly name = 'DecisionTampered';
  readonly code = 'DECISION_TAMPERED';

  constructor(id: string) {
    super(`the item of ${id} does not say what its record says`);
  }
}

/** A chain is not what was written, or does not go on from the last seal: somebody changed it behind our back. */
export class ChainBroken extends StoreFault {
  override readonly name = 'ChainBroken';
  readonly code = 'CHAIN_BROKEN';

  constructor(chain: string, fault: string, brokenAt?: number) {
    super(`chain ${chain}: ${fault}${brokenAt === undefined ? '' : ` at revision ${brokenAt}`}`);
  }
}

/** An item or blob has another shape than this version of the software knows. */
export class StoredDataUnreadable extends StoreFault {
  override readonly name = 'StoredDataUnreadable';
  readonly code = 'STORED_DATA_UNREADABLE';
}
