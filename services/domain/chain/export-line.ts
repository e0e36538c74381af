import * as z from 'zod';
import type { HashedContent } from '../catalog/content-hash.ts';
import type { Entry } from '../catalog/entry.ts';
import { hashOf, readCanonical } from '../values/canonical.ts';
import { unreachable } from '../values/unreachable.ts';
import type { UnreadableRevision } from './follow-chain.ts';
import type { Body } from './follow-history.ts';
import { revisionShape } from './follow-history.ts';
import type { Revision } from './revision.ts';

/**
 * A line of an exported history (历史导出), one JSON object: a revision with what it names by hash, a version with the
 * hashes of its entries, or an entry. What could not be read is null, so that a damaged history can be exported too.
 */
export type ExportLine = RevisionLine | ContentLine | EntryLine;

interface RevisionLine {
  readonly kind: 'REVISION';
  readonly chain: string;
  /** As it is stored, whether it can be read or not. */
  readonly revision: unknown;
  readonly change: unknown;
  readonly state: unknown;
}
interface ContentLine {
  readonly kind: 'CONTENT';
  readonly chain: string;
  readonly version: number;
  /** Its hash is the content hash of the version. */
  readonly content: HashedContent | null;
}
interface EntryLine {
  readonly kind: 'ENTRY';
  readonly chain: string;
  /** Its hash stands in the content of every version that has it. */
  readonly entry: Entry;
}

/** The line of a revision, damaged or not. */
export function revisionLine(
  chain: string,
  found: Revision | UnreadableRevision,
  change: Body,
  state: Body,
): ExportLine {
  return {
    kind: 'REVISION',
    chain,
    revision: 'unreadable' in found ? found.unreadable : found,
    change: 'body' in change ? change.body : null,
    state: 'body' in state ? state.body : null,
  };
}

/** Reads a line; undefined if it is none. It must be canonical JSON, as it was exported. */
export function readExportLine(text: string): ReadLine | undefined {
  const line = lineShape.safeParse(readCanonical(text));
  return line.success ? read(line.data) : undefined;
}

/** What a line says, with its hashes recomputed. */
export type ReadLine =
  | {
      readonly kind: 'REVISION';
      readonly chain: string;
      readonly found: Revision | UnreadableRevision;
      readonly change: Body;
      readonly state: Body;
    }
  | {
      readonly kind: 'CONTENT';
      readonly chain: string;
      readonly version: number;
      readonly contentHash: string;
      readonly entries: readonly string[];
    }
  | { readonly kind: 'ENTRY'; readonly chain: string; readonly hash: string };

function read(line: z.infer<typeof lineShape>): ReadLine {
  const { kind, chain } = line;
  switch (kind) {
    case 'REVISION': {
      const parsed = revisionShape.safeParse(line.revision);
      const found = parsed.success ? parsed.data : { unreadable: line.revision };
      const named = 'unreadable' in found ? { change: '', state: '' } : found;
      return {
        kind,
        chain,
        found,
        change: bodyOf(line.change, named.change),
        state: bodyOf(line.state, named.state),
      };
    }
    case 'CONTENT': {
      const { version, content } = line;
      return { kind, chain, version, contentHash: hashOf(content ?? {}), entries: content?.entries ?? [] };
    }
    case 'ENTRY':
      return { kind, chain, hash: hashOf(line.entry) };
    default:
      return unreachable(kind);
  }
}

function bodyOf(body: unknown, hash: string): Body {
  if (body == null) return { fault: 'MISSING' };
  return hashOf(body) === hash ? { body } : { fault: 'CORRUPT' };
}

const object = z.custom<object>((value) => typeof value === 'object' && value !== null);
const chain = z.string();
const lineShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('REVISION'),
    chain,
    revision: z.unknown(),
    change: z.unknown(),
    state: z.unknown(),
  }),
  z.strictObject({
    kind: z.literal('CONTENT'),
    chain,
    version: z.int(),
    content: z.looseObject({ entries: z.array(z.string()) }).nullable(),
  }),
  z.strictObject({ kind: z.literal('ENTRY'), chain, entry: object }),
]);
