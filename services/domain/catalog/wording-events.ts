import { unreachable } from '../values/unreachable.ts';
import type { Day } from '../vocabulary.ts';
import type { CatalogState } from './catalog.ts';
import type { CatalogAct } from './catalog-act.ts';
import type { CatalogChange } from './change.ts';
import type { Reversal, VersionRecord, Withdrawal } from './version.ts';
import { inForceOn, isWithdrawn, repealedFrom } from './version.ts';

/** An event that may have changed the wording of an entry (条目沿革), with the contents before and after it. */
export interface WordingEvent {
  readonly kind: WordingEventKind;
  /** Hash of the content before; null where there was none. */
  readonly before: string | null;
  readonly after: string | null;
  /** The version that was published, withdrawn, or that a draft was opened on; null for other steps of a draft. */
  readonly version: number | null;
  /** The first day on which it counts; null for steps of a draft, which count for nobody. */
  readonly effectiveFrom: Day | null;
}
type WordingEventKind = 'PUBLISHED' | 'WITHDRAWN' | 'REINSTATED' | 'OPENED' | 'DRAFTED' | 'DISCARDED';

/** What a revision did to the wording of an entry; null if it cannot have changed it. */
export function wordingEvent(
  code: string,
  change: CatalogChange,
  before: CatalogState,
  after: CatalogState,
): WordingEvent | null {
  switch (change.kind) {
    case 'DRAFT_EDITED':
      if (!change.entries.includes(code)) return null;
      return ofDraft('DRAFTED', before.draft?.content, after.draft?.content);
    case 'DRAFT_OPENED': {
      // A draft opened on an older version begins by undoing what came since.
      const base = after.versions.find(({ number }) => number === change.basedOn);
      const event = ofDraft('OPENED', after.versions.at(-1)?.content, base?.content);
      return base ? { ...event, version: base.number } : null;
    }
    case 'DRAFT_DISCARDED':
      return ofDraft('DISCARDED', before.draft?.content, after.versions.at(-1)?.content);
    case 'DRAFT_PUBLISHED':
      return publishing(after.versions, change.number);
    case 'PROPOSAL_CONFIRMED':
      return confirming(before.versions, after.versions, change.proposal.act);
    case 'PROPOSED':
    case 'PROPOSAL_WITHDRAWN':
    case 'DRAFT_SUBMITTED':
    case 'DRAFT_RETURNED':
      return null;
    default:
      return unreachable(change);
  }
}

/** A public event, and when it was made. */
interface DatedWordingEvent extends WordingEvent {
  readonly at: string;
}

/** The public events that changed wordings: publications and withdrawals, the oldest first. */
export function publicWordingEvents(versions: readonly VersionRecord[]): readonly DatedWordingEvent[] {
  const published = versions.map(({ number, publishedAt: at }) => ({
    at,
    ...publishing(
      versions.map((version) => asOf(version, (step) => step.at <= at)),
      number,
    ),
  }));
  const withdrawn = versions.flatMap(({ number, withdrawals }) =>
    (withdrawals ?? []).map((withdrawal) => {
      const { at, effectiveFrom } = withdrawal;
      const then = versions.filter(({ publishedAt }) => publishedAt <= at);
      const before = then.map((version) => asOf(version, (one) => madeBefore(version, one, withdrawal)));
      const after = then.map((version) =>
        asOf(version, (one) => one === withdrawal || madeBefore(version, one, withdrawal)),
      );
      return { at, ...withdrawing(before, after, number, effectiveFrom) };
    }),
  );
  // One reversal joins every version that had been repealed, all at one moment.
  const moments = new Set(versions.flatMap(({ reversals }) => (reversals ?? []).map(({ at }) => at)));
  const reinstated = [...moments].map((at) => {
    const then = versions.filter(({ publishedAt }) => publishedAt <= at);
    const before = then.map((version) =>
      asOf(version, (one) => (isReversal(one) ? one.at < at : one.at <= at)),
    );
    const after = then.map((version) => asOf(version, (one) => one.at <= at));
    return { at, ...reinstating(before, after, repealedFrom(before)!) };
  });
  return [...published, ...withdrawn, ...reinstated].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** A version with nothing but the withdrawals that count of it, by the steps that had been taken. */
function asOf(version: VersionRecord, taken: (step: Withdrawal | Reversal) => boolean): VersionRecord {
  const reversed = (version.reversals ?? []).filter(taken).map(({ of }) => of);
  const withdrawals = (version.withdrawals ?? []).filter(
    (withdrawal, place) => taken(withdrawal) && !reversed.includes(place),
  );
  return { ...version, withdrawals, reversals: [] };
}

const isReversal = (step: Withdrawal | Reversal): step is Reversal => 'of' in step;

function madeBefore(
  { withdrawals }: VersionRecord,
  one: Withdrawal | Reversal,
  other: Withdrawal | Reversal,
): boolean {
  if (one.at !== other.at || isReversal(one)) return one.at < other.at;
  const places = [one, other].map((step) => (withdrawals ?? []).indexOf(step as Withdrawal));
  return places[1]! > places[0]! && places[0]! >= 0;
}

function confirming(
  before: readonly VersionRecord[],
  after: readonly VersionRecord[],
  act: CatalogAct,
): WordingEvent {
  switch (act.kind) {
    case 'WITHDRAWAL':
      return withdrawing(before, after, act.number, act.effectiveFrom);
    case 'REVERSAL':
      return reinstating(before, after, act.effectiveFrom);
    default:
      return unreachable(act);
  }
}

/** A version compared with the edition before it. */
function publishing(versions: readonly VersionRecord[], number: number): WordingEvent {
  const version = versions.find((one) => one.number === number);
  if (!version) throw new Error(`there is no version ${number} after its publication`);
  const before = editionOn(
    versions.filter((one) => one.number < number),
    version.effectiveFrom,
  );
  return {
    kind: 'PUBLISHED',
    before: before?.content ?? null,
    after: version.content,
    version: number,
    effectiveFrom: version.effectiveFrom,
  };
}

/** What is in force from the withdrawal on, compared with what would be without it. */
function withdrawing(
  before: readonly VersionRecord[],
  after: readonly VersionRecord[],
  number: number,
  from: Day,
): WordingEvent {
  const begins = after.find((version) => version.number === number)?.effectiveFrom ?? from;
  // Withdrawing a version that is not in force yet has its effect on that version's first day, not before.
  const effectiveFrom = begins > from ? begins : from;
  return {
    kind: 'WITHDRAWN',
    before: inForceOn(before, effectiveFrom)?.content ?? null,
    after: inForceOn(after, effectiveFrom)?.content ?? null,
    version: number,
    effectiveFrom,
  };
}

/** What stays in force from the day of a repeal on that was reversed. */
function reinstating(
  before: readonly VersionRecord[],
  after: readonly VersionRecord[],
  from: Day,
): WordingEvent {
  const counts = inForceOn(after, from);
  return {
    kind: 'REINSTATED',
    before: inForceOn(before, from)?.content ?? null,
    after: counts?.content ?? null,
    version: counts?.number ?? null,
    effectiveFrom: from,
  };
}

function ofDraft(
  kind: WordingEventKind,
  before: string | null | undefined,
  after: string | null | undefined,
): WordingEvent {
  return { kind, before: before ?? null, after: after ?? null, version: null, effectiveFrom: null };
}

/**
 * The last edition not withdrawn by a day; an expired one still counts, because its successor continues it. Null if
 * there is none.
 */
function editionOn(versions: readonly VersionRecord[], day: Day): VersionRecord | null {
  const kept = versions.filter((version) => !isWithdrawn(version, day));
  return kept.at(-1) ?? null;
}
