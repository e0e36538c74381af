import type { Actor } from '../domain/access/access.ts';

// What one request may ask for (DESIGN 6).

/** Projects in one assessment. */
export const MAX_PROJECTS = 1000;

/** Work is counted in literals looked at: ten million take about a second of a processor. */
interface Bound {
  readonly anonymous: number;
  readonly signedIn: number;
}
export const boundOf = (bound: Bound, actor: Actor | null): number =>
  actor ? bound.signedIn : bound.anonymous;

/**
 * Work that each of the six searches about a project may take: what amounts can be, outcomes, findings, missing facts,
 * what is decisive, the fewest questions. All six together take at most three times as much: twelve million, under two
 * seconds. Nothing but a zone, over 5 000 entries as catalogs have them, takes 1.6 million in all.
 */
export const SEARCH_BOUND: Bound = { anonymous: 1_000_000, signedIn: 4_000_000 };

/**
 * Work of one request, a third of what API Gateway's 29 seconds allow. A project with its facts stated takes less than
 * a hundred of it, one with nothing but its industry some thirty thousand: only many of these together are too heavy,
 * and those that no work is left for are told so rather than none answered at all.
 */
export const MAX_WORK: Bound = { anonymous: 30_000_000, signedIn: 100_000_000 };

/** Work on a project while others wait, some ten milliseconds of it; what takes more is done beside them where it can be. */
export const MAX_WORK_HERE = 10_000;

/**
 * Where a project may come: the classes of zones that are assessed one by one because known facts do not settle them, and
 * the work that these may take together. Zones beyond that stand as open, and the answer says so.
 */
export const FIND_CLASSES: Bound = { anonymous: 100, signedIn: 400 };
export const FIND_WORK: Bound = { anonymous: 3_000_000, signedIn: 10_000_000 };

/** Entries, codes or definitions in one edit of a draft. */
export const MAX_ITEMS = 1000;

/** Entries that are tried in one request: rules reason about each of them. */
export const MAX_TRIALS = 100;

/** Revisions that an edit may be behind: whoever is further behind has to read the draft again. */
export const MAX_REVISIONS_BEHIND = 1000;

/** Heads that a history is held against. */
export const MAX_HEADS = 1000;

/**
 * Calendar years after this one of which may be asked. Catalogs and zones are planned by five-year plans (五年规划) and
 * scheduled within them; later than that nothing is known.
 */
export const MAX_YEARS_AHEAD = 5;

export const MAX_IDEMPOTENCY_KEY_BYTES = 256;

/** Rows that are decided in one request and stand in a batch together. */
export const MAX_CHUNK_ROWS = 500;

/** Chunks of a batch: half a million rows. */
export const MAX_CHUNKS = 1000;

/** Catalogs that a batch pins: each is one read. */
export const MAX_BATCH_CATALOGS = 2000;

export const MAX_LABEL_BYTES = 600;
