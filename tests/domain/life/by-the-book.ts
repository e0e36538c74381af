/**
 * The life of a catalog read off DESIGN 3.1–3.3 and ADR 0011, as somebody would with the file of a catalog on the desk: the steps
 * that were taken, one after the other, and nothing computed in between. It shares no code with the domain.
 */
export type Step =
  | { readonly kind: 'open'; readonly by: string; readonly basedOn: number | null }
  | { readonly kind: 'edit'; readonly by: string; readonly content: string }
  | { readonly kind: 'submit' | 'return' | 'discard'; readonly by: string }
  | {
      readonly kind: 'publish';
      readonly by: string;
      readonly content: string;
      readonly from: number;
      readonly to: number | null;
      readonly reason: boolean;
    }
  | {
      readonly kind: 'propose';
      readonly by: string;
      /** The day of the step. */
      readonly on: number;
      readonly number: number;
      readonly from: number;
      readonly repeal: boolean;
      readonly reason: boolean;
    }
  | { readonly kind: 'reverse'; readonly by: string; readonly on: number }
  /** `of` is the place of a proposal in the file. */
  | { readonly kind: 'confirm' | 'drop'; readonly by: string; readonly of: number };
type Of<Kind> = Extract<Step, { kind: Kind }>;

/** The steps taken, oldest first. */
export type File = readonly Step[];

const all = <Kind extends Step['kind']>(file: File, kind: Kind): readonly Of<Kind>[] =>
  file.filter((step) => step.kind === kind) as readonly Step[] as readonly Of<Kind>[];

/** The papers of the open draft, from its opening on; empty where none is open. */
export function draftPapers(file: File): File {
  const opened = file.findLastIndex(({ kind }) => kind === 'open');
  const closed = file.findLastIndex(({ kind }) => kind === 'publish' || kind === 'discard');
  return opened > closed ? file.slice(opened) : [];
}

const opening = (papers: File): Of<'open'> => papers[0] as Of<'open'>;

/** What a draft says: its last edit, or what it was opened on. */
export function contentOf(file: File, papers: File): string {
  const edits = all(papers, 'edit');
  if (edits.length > 0) return edits.at(-1)!.content;
  const before = file.slice(0, file.indexOf(papers[0]!));
  const published = all(before, 'publish');
  const { basedOn } = opening(papers);
  return (basedOn === null ? published.at(-1) : published[basedOn - 1])?.content ?? 'empty';
}

/** The version that a draft rests on, 0 for none. */
export function baseOf(file: File, papers: File): number {
  const before = file.slice(0, file.indexOf(papers[0]!));
  return opening(papers).basedOn ?? all(before, 'publish').length;
}

export function isInReview(file: File): boolean {
  const papers = draftPapers(file);
  if (papers.length === 0) return false;
  const base = baseOf(file, papers);
  const last = papers.findLast((step) => {
    if (step.kind !== 'confirm') return ['submit', 'return', 'edit'].includes(step.kind);
    const proposed = file[step.of]!;
    return proposed.kind === 'propose' && proposed.number === base;
  });
  return last?.kind === 'submit';
}

/** The withdrawals that were confirmed, without repeals that were reversed after. */
function withdrawals(file: File): readonly Of<'propose'>[] {
  const confirmed = file.flatMap((step, place) =>
    step.kind === 'confirm' ? [{ act: file[step.of]!, place }] : [],
  );
  const reversed = confirmed.findLast(({ act }) => act.kind === 'reverse')?.place ?? -1;
  return confirmed.flatMap(({ act, place }) =>
    act.kind === 'propose' && !(act.repeal && place < reversed) ? [act] : [],
  );
}

/** The places of the proposals that were neither confirmed nor dropped. */
export const open = (file: File): readonly number[] =>
  file.flatMap((step, place) => {
    const settled = file.some(
      (other) => (other.kind === 'confirm' || other.kind === 'drop') && other.of === place,
    );
    return (step.kind === 'propose' || step.kind === 'reverse') && !settled ? [place] : [];
  });

/** Why a proposal cannot be confirmed on a day, whoever asks; null where it can. */
function tooLate(file: File, place: number, today: number): string | null {
  const step = file[place]!;
  if (file.some(({ kind }, later) => later > place && (kind === 'publish' || kind === 'confirm')))
    return 'PROPOSAL_STALE';
  if (step.kind === 'reverse') return today >= repealDay(file)! ? 'PROPOSAL_EXPIRED' : null;
  if (step.kind !== 'propose') return null;
  return step.from >= step.on && today > step.from ? 'PROPOSAL_EXPIRED' : null;
}

function repealDay(file: File): number | null {
  const days = withdrawals(file).flatMap(({ repeal, from }) => (repeal ? [from] : []));
  return days.length > 0 ? Math.min(...days) : null;
}

/** Whoever wrote or submitted what counts on some day after a step and did not before it. */
function authorsOfWhatComes(before: File, after: File): ReadonlySet<string> {
  const found = new Set<string>();
  const publications = after.flatMap(({ kind }, place) => (kind === 'publish' ? [place] : []));
  for (let day = 0; day <= 70; day++) {
    const was = Number(standing(before, day)) || 0;
    for (let number = Number(standing(after, day)) || 0; number !== 0 && number !== was; ) {
      const file = after.slice(0, publications[number - 1]);
      for (const by of hands(file)) found.add(by);
      number = baseOf(file, draftPapers(file));
    }
  }
  return found;
}

/** Whether any edit of a draft changed what it said before it. */
function wasChanged(file: File, papers: File): boolean {
  return papers.some(
    (step, place) => step.kind === 'edit' && step.content !== contentOf(file, papers.slice(0, place)),
  );
}

/** Whoever had a hand in what is to be published next. */
export function hands(file: File): ReadonlySet<string> {
  const since = file.findLastIndex(({ kind }) => kind === 'publish') + 1;
  const found = new Set<string>();
  for (let at = since; at < file.length; at++) {
    if (file[at]!.kind !== 'open') continue;
    const end = file.findIndex((step, place) => place > at && step.kind === 'discard');
    const papers = file.slice(at, end < 0 ? undefined : end);
    if (end >= 0 && !wasChanged(file, papers)) continue;
    for (const step of papers) if (['open', 'edit', 'submit'].includes(step.kind)) found.add(step.by);
  }
  return found;
}

export interface OnDay {
  /** Numbers of the versions whose day has come, in the order in which they began. */
  readonly begun: readonly number[];
  /** Those of them that are not withdrawn. */
  readonly left: readonly number[];
  readonly repealed: boolean;
}

/** The catalog lived through from the first day to this one: every day some begin and some are withdrawn. */
export function livedThrough(file: File, day: number): OnDay {
  const published = all(file, 'publish');
  const confirmed = withdrawals(file);
  const begun: number[] = [];
  let repealed = false;
  const gone = new Set<number>();
  for (let today = 0; today <= day; today++) {
    published.forEach(({ from }, place) => {
      if (from === today) begun.push(place + 1);
    });
    for (const { from, number, repeal } of confirmed)
      if (from === today) {
        gone.add(number);
        repealed ||= repeal;
      }
  }
  return { begun, left: begun.filter((number) => !gone.has(number)), repealed };
}

const isOver = (file: File, number: number, day: number): boolean => {
  const { to } = all(file, 'publish')[number - 1]!;
  return to !== null && to < day;
};

/** The number in force on a day, or why there is none. */
export function standing(file: File, day: number): string {
  const { begun, left, repealed } = livedThrough(file, day);
  if (begun.length === 0) return 'NOT_YET';
  if (repealed) return 'REPEALED';
  const last = left.at(-1);
  return last === undefined || isOver(file, last, day) ? 'LAPSED' : `${last}`;
}

export function status(file: File, number: number, day: number): string {
  const { begun, left, repealed } = livedThrough(file, day);
  const withdrawn = withdrawals(file).some((step) => step.number === number && step.from <= day);
  if (withdrawn || repealed) return 'WITHDRAWN';
  if (!begun.includes(number)) {
    const first = all(file, 'publish')[number - 1]!.from;
    const begins = status(file, number, first);
    return begins === 'IN_FORCE' ? 'SCHEDULED' : begins;
  }
  if (isOver(file, number, day)) return 'EXPIRED';
  return left.at(-1) === number ? 'IN_FORCE' : 'SUPERSEDED';
}

/** What a step comes to on a day: `done`, or the code it is refused with. */
export function verdict(file: File, step: Step, today: number): string {
  const papers = draftPapers(file);
  const published = all(file, 'publish');
  const made = withdrawals(file);
  const repeals = made.filter(({ repeal }) => repeal);
  const early = (from: number, reason: boolean) => (from < today && !reason ? 'REASON_REQUIRED' : 'done');
  if (repeals.length > 0 && ['open', 'edit', 'submit', 'publish'].includes(step.kind))
    return 'CATALOG_REPEALED';
  if (['edit', 'submit', 'return', 'discard'].includes(step.kind) && papers.length === 0) return 'NO_DRAFT';
  switch (step.kind) {
    case 'open':
      if (papers.length > 0) return 'DRAFT_EXISTS';
      return step.basedOn !== null && !published[step.basedOn - 1] ? 'UNKNOWN_VERSION' : 'done';
    case 'submit':
      return isInReview(file) ? 'ALREADY_SUBMITTED' : 'done';
    case 'return':
      return isInReview(file) ? 'done' : 'NOT_IN_REVIEW';
    case 'edit':
    case 'discard':
      return 'done';
    case 'publish':
      if (papers.length === 0)
        return published.at(-1)?.content === step.content ? 'ALREADY_PUBLISHED' : 'NO_DRAFT';
      if (!isInReview(file)) return 'NOT_SUBMITTED';
      if (hands(file).has(step.by) || authorsOfWhatComes(file, [...file, step]).has(step.by))
        return 'FOUR_EYES';
      if (contentOf(file, papers) !== step.content) return 'CONTENT_CHANGED';
      if (step.to !== null && step.to < step.from) return 'EMPTY_PERIOD';
      return early(step.from, step.reason);
    case 'propose': {
      if (!published[step.number - 1]) return 'UNKNOWN_VERSION';
      if (repeals.some(({ from }) => from <= step.from)) return 'CATALOG_REPEALED';
      if (!step.repeal) {
        const before = made.some(({ number, from }) => number === step.number && from <= step.from);
        return before ? 'ALREADY_WITHDRAWN' : proposed(early(step.from, step.reason));
      }
      const { begun } = livedThrough(file, step.from);
      if (begun.length === 0) return 'NOTHING_TO_REPEAL';
      const counts = Number(standing(file, step.from)) || begun.at(-1);
      return counts === step.number ? proposed(early(step.from, step.reason)) : 'WRONG_VERSION_TO_REPEAL';
    }
    case 'reverse': {
      const on = repealDay(file);
      if (on === null) return 'NOT_REPEALED';
      return on <= today ? 'REPEAL_IN_FORCE' : proposed('done');
    }
    case 'confirm':
    case 'drop': {
      if (!open(file).includes(step.of)) return 'UNKNOWN_PROPOSAL';
      if (step.kind === 'drop') return 'done';
      const late = tooLate(file, step.of, today);
      if (late) return late;
      const own = file[step.of]!.by === step.by || authorsOfWhatComes(file, [...file, step]).has(step.by);
      return own ? 'SECOND_PERSON' : 'done';
    }
  }
  /** The verdict, unless just this lies there to be confirmed. */
  function proposed(otherwise: string): string {
    const there = open(file).some((place) => {
      const { by: _, on: __, ...other } = { on: 0, ...file[place]! };
      const { by: ___, on: ____, ...mine } = { on: 0, ...step };
      return JSON.stringify(other) === JSON.stringify(mine) && tooLate(file, place, today) === null;
    });
    return otherwise === 'done' && there ? 'ALREADY_PROPOSED' : otherwise;
  }
}
