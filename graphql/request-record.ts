import type { Actor } from '../services/domain/access/access.ts';
import type { Outcome } from '../services/domain/vocabulary.ts';

/**
 * What a request tells about itself for the log, gathered while it is answered.
 *
 * INVARIANT: roles, names of the schema, codes, counts and ids of what there is. Nothing that a caller wrote is kept here
 * but the name of the operation, which whoever writes it down has to clean.
 */
export interface RequestRecord {
  readonly requestId: string;
  readonly callerIs: (actor: Actor | null) => void;
  readonly operationIs: (operation: Operation) => void;
  /** What is not open to everybody has been read or changed: `draft:catalog_<key>`, the id of a decision. */
  readonly accessed: (id: string) => void;
  /** One project assessed. */
  readonly countOutcome: (outcome: Outcome) => void;
  /** One thing refused, as data or as an error of GraphQL. */
  readonly countRefusal: (code: string) => void;
  /** Reports a bug or an outage, at once, and the same one once however many fields it struck. */
  readonly fault: (error: unknown, field?: string) => void;
  readonly sum: () => RequestSum;
}
export interface Operation {
  readonly type: 'query' | 'mutation' | 'subscription';
  /** As the caller gave it. */
  readonly name: string | null;
  /** The fields asked of the root, by their names in the schema, each once. */
  readonly fields: readonly string[];
}
export interface RequestSum {
  /** Undefined where the request ended before it was known. */
  readonly actor?: Actor | null;
  readonly operation?: Operation;
  readonly accessed: ReadonlySet<string>;
  readonly outcomes: ReadonlyMap<Outcome, number>;
  readonly refusals: ReadonlyMap<string, number>;
  readonly faults: number;
}

/** @param report called once for every fault */
export function createRequestRecord(
  requestId: string,
  report: (error: unknown, field?: string) => void,
): RequestRecord {
  let actor: Actor | null | undefined;
  let operation: Operation | undefined;
  const accessed = new Set<string>();
  const outcomes = new Map<Outcome, number>();
  const refusals = new Map<string, number>();
  const reported = new Set<string>();
  return {
    requestId,
    callerIs: (known) => {
      actor = known;
    },
    operationIs: (known) => {
      operation = known;
    },
    accessed: (id) => void accessed.add(id),
    countOutcome: (outcome) => count(outcomes, outcome),
    countRefusal: (code) => count(refusals, code),
    fault: (error, field) => {
      if (reported.has(String(error))) return;
      reported.add(String(error));
      report(error, field);
    },
    sum: () => ({ actor, operation, accessed, outcomes, refusals, faults: reported.size }),
  };
}

/** What the log calls the draft of a catalog by its key. */
export const draftId = (key: string): string => `draft:catalog_${key}`;

function count<T>(counts: Map<T, number>, what: T): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}
