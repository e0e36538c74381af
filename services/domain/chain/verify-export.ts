import type { ChainHead } from '../assessment/decision.ts';
import { unreachable } from '../values/unreachable.ts';
import type { ReadLine } from './export-line.ts';
import { readExportLine } from './export-line.ts';
import type { HistoryBreak, HistoryFollower, PublishedVersion, VersionRead } from './follow-history.ts';
import { followHistory } from './follow-history.ts';

/** The result for an exported history. */
export interface ExportVerification {
  /** The chain that the file is of; null if no line could be read. */
  readonly chain: string | null;
  /** The last revision up to which nothing was changed. */
  readonly head: ChainHead | null;
  /** Versions whose entries were all checked. */
  readonly versions: number;
  /** Null if the history is complete. */
  readonly broken: HistoryBreak | null;
  /** The line of the file, blank ones not counted, at which it is broken; null if no single line is at fault. */
  readonly line: number | null;
}

/** What is known from elsewhere of a chain that only the file names. */
export interface KnownElsewhere {
  readonly heads: readonly ChainHead[];
  readonly read: readonly VersionRead[];
}

/**
 * Verifies an exported history line by line: the same check as the service makes, with nothing but the file.
 *
 * @param knownOf what is known of the chain, asked once, when the first line has named it
 */
export function verifyExport(knownOf: (chain: string) => KnownElsewhere): {
  readonly next: (line: string) => void;
  readonly end: () => ExportVerification;
} {
  let chain: string | null = null;
  let follower: HistoryFollower | null = null;
  let broken: HistoryBreak | null = null;
  const contents = new Map<number, readonly string[]>();
  const entries = new Set<string>();
  /** The version whose entries the lines hold, and their hashes; null while the lines are revisions. */
  let saying: { readonly version: PublishedVersion; readonly entries: ReadonlySet<string> } | null = null;
  let lines = 0;

  /** A line that does not belong here: among the entries of a version, or in the place of the next revision. */
  function brokenLine(fault: 'HASH' | 'UNREADABLE'): HistoryBreak {
    if (saying) return brokenWords(saying.version);
    return { fault, brokenAt: (follower?.head?.seq ?? 0) + 1 };
  }

  function next(text: string): void {
    if (broken || text.trim() === '') return;
    lines++;
    const line = readExportLine(text);
    chain ??= line?.chain ?? null;
    if (!line || line.chain !== chain) {
      broken = brokenLine(line ? 'HASH' : 'UNREADABLE');
      return;
    }
    follower ??= start(chain);
    switch (line.kind) {
      case 'REVISION':
        broken = follower.next(line.found, line.change, line.state);
        break;
      case 'CONTENT':
        broken = nextContent(line);
        break;
      case 'ENTRY':
        broken = nextEntry(line.hash);
        break;
      default:
        unreachable(line);
    }
  }

  function nextContent(line: Extract<ReadLine, { readonly kind: 'CONTENT' }>): HistoryBreak | null {
    const version = follower?.versions.find(({ number }) => number === line.version);
    if (!version) return { fault: 'VERSION', brokenAt: follower?.head?.seq ?? 1, version: line.version };
    const { contentHash, entryCount } = version;
    if (contents.has(line.version) || line.contentHash !== contentHash || line.entries.length !== entryCount)
      return brokenWords(version);
    contents.set(line.version, line.entries);
    saying = { version, entries: new Set(line.entries) };
    return null;
  }

  /** INVARIANT: a verified file contains nothing that was not published, or its reader would take a lie for proven. */
  function nextEntry(hash: string): HistoryBreak | null {
    entries.add(hash);
    if (saying?.entries.has(hash)) return null;
    const version = saying?.version ?? follower?.versions[0];
    return version ? brokenWords(version) : brokenLine('UNREADABLE');
  }

  function start(of: string): HistoryFollower {
    const { heads, read } = knownOf(of);
    return followHistory(of, heads, read);
  }

  function end(): ExportVerification {
    const ended = broken ?? follower?.end() ?? brokenContent();
    const versions = ended ? 0 : (follower?.versions.length ?? 0);
    return { chain, head: follower?.head ?? null, versions, broken: ended, line: broken && lines };
  }

  function brokenContent(): HistoryBreak | null {
    const versions = follower?.versions ?? [];
    const short = versions.find(({ number }) => !contents.get(number)?.every((hash) => entries.has(hash)));
    return short ? brokenWords(short) : null;
  }

  return { next, end };
}

const brokenWords = ({ number, revision }: PublishedVersion): HistoryBreak => ({
  fault: 'CONTENT',
  brokenAt: revision,
  version: number,
});
