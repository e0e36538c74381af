import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CatalogState, ContentRef } from '../../../services/domain/catalog/catalog.ts';
import { countingOn, repealedFrom, standingOn, statusOn } from '../../../services/domain/catalog/version.ts';
import {
  baseOfNewDraft,
  discardDraft,
  editDraft,
  openDraft,
  returnDraft,
  submitDraft,
} from '../../../services/domain/catalog-life/draft.ts';
import {
  confirmProposal,
  propose,
  withdrawProposal,
} from '../../../services/domain/catalog-life/proposals.ts';
import { barredFromPublishing, publishDraft } from '../../../services/domain/catalog-life/publish-draft.ts';
import { repealToCome } from '../../../services/domain/catalog-life/reverse-repeal.ts';
import { Refusal } from '../../../services/domain/messages/refusal.ts';
import { times } from '../../testkit/times.ts';
import { SEED } from '../oracle/run.ts';
import type { File, Step } from './by-the-book.ts';
import * as book from './by-the-book.ts';

const LAST_DAY = 40;
const day = (number: number): string =>
  new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
const content = (name: string): ContentRef => ({ content: name, contentHash: name, entryCount: 1 });

const created: CatalogState = {
  key: 'shanxi',
  jurisdiction: 'region_140000',
  title: { zh: '目录' },
  versions: [],
  draft: null,
};

/** What somebody wishes to do; what it means depends on how things stand. Days are few, so that dates meet often. */
const wish = fc.record({
  by: fc.constantFrom('wang', 'li', 'zhao', 'sun', 'qian', 'zhou'),
  waits: fc.constantFrom(0, 0, 1, 3),
  // To go on with what there is, which leads to versions; or anything at all, which is mostly refused.
  kind: fc.constantFrom(
    ...Array<'onward'>(18).fill('onward'),
    ...(['propose', 'propose', 'propose', 'reverse', 'confirm', 'drop'] as const),
    ...(['open', 'edit', 'edit', 'submit', 'return', 'discard', 'publish'] as const),
  ),
  content: fc.constantFrom('a', 'b', 'empty'),
  /** Null for what is there. */
  approves: fc.constantFrom(null, null, null, null, null, 'a', 'b', 'empty'),
  number: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 2 }),
  from: fc.integer({ min: -4, max: 6 }),
  lasts: fc.option(fc.integer({ min: -1, max: 6 }), { freq: 3 }),
  repeal: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  reason: fc.boolean(),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

function stepOf(
  file: File,
  { kind, by, content, approves, number, repeal, reason, ...said }: Wish,
  today: number,
): Step {
  const papers = book.draftPapers(file);
  const versions = file.filter((step) => step.kind === 'publish').length;
  const from = Math.max(0, today + said.from);
  // Somebody who has kept out of it most of the time, or few would get past the four eyes.
  const outsider = kind === 'onward' && reason ? 'zheng' : by;
  switch (kind === 'onward' ? next() : kind) {
    case 'open':
      return { kind: 'open', by, basedOn: number };
    case 'edit':
      return { kind: 'edit', by, content };
    case 'publish': {
      const there = papers.length > 0 ? book.contentOf(file, papers) : content;
      const to = said.lasts === null ? null : from + said.lasts;
      return { kind: 'publish', by: outsider, content: approves ?? there, from, to, reason };
    }
    case 'propose':
      return { kind: 'propose', by, on: today, number: number ?? versions, from, repeal, reason };
    case 'reverse':
      return { kind: 'reverse', by, on: today };
    case 'confirm':
    case 'drop':
      return {
        kind: kind === 'drop' ? 'drop' : 'confirm',
        by: outsider,
        of: book.open(file)[number ?? 0] ?? 0,
      };
    case 'submit':
      return { kind: 'submit', by };
    case 'return':
      return { kind: 'return', by };
    case 'discard':
      return { kind: 'discard', by };
  }
  function next(): 'open' | 'edit' | 'submit' | 'publish' | 'confirm' | 'reverse' {
    if (['propose', 'reverse'].includes(file.at(-1)?.kind ?? '')) return 'confirm';
    if (book.livedThrough(file, LAST_DAY).repealed) return 'reverse';
    if (papers.length === 0) return 'open';
    if (book.isInReview(file)) return 'publish';
    return papers.length === 1 ? 'edit' : 'submit';
  }
}

/** @param place of the step in the file */
function take(state: CatalogState, step: Step, today: number, place: number): CatalogState {
  const at = `${day(today)}T02:00:00.000Z`;
  const taken = { by: step.by, at, today: day(today), reason: '有误' };
  switch (step.kind) {
    case 'open': {
      const base = baseOfNewDraft(state, step.basedOn);
      return openDraft(state, step.by, base, base ?? content('empty'));
    }
    case 'edit':
      return editDraft(state, step.by, content(step.content));
    case 'submit':
      return submitDraft(state, step.by);
    case 'return':
      return returnDraft(state);
    case 'discard':
      return discardDraft(state);
    case 'publish':
      return publishDraft(
        state,
        {
          by: step.by,
          at,
          today: day(today),
          contentHash: step.content,
          effectiveFrom: day(step.from),
          effectiveTo: step.to === null ? null : day(step.to),
          retroactiveReason: step.reason ? '补录' : null,
        },
        { title: { zh: step.content } },
      ).state;
    case 'propose': {
      const { number, from, repeal, reason } = step;
      const effectiveFrom = day(from);
      const retroactiveReason = reason ? '追溯' : null;
      const act = { kind: 'WITHDRAWAL', number, effectiveFrom, repeal, retroactiveReason } as const;
      return propose(state, place + 1, act, taken).state;
    }
    case 'reverse': {
      const effectiveFrom = repealToCome(state, day(today));
      return propose(state, place + 1, { kind: 'REVERSAL', effectiveFrom }, taken).state;
    }
    case 'confirm':
      return confirmProposal(state, 'proposal', step.of + 1, taken).state;
    case 'drop':
      return withdrawProposal(state, 'proposal', step.of + 1).state;
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

/** Everything that can be asked of the catalog, against what the file on the desk says. */
function compare(state: CatalogState, file: File): void {
  const papers = book.draftPapers(file);
  const { draft } = state;
  expect(draft != null).toBe(papers.length > 0);
  if (draft) {
    expect(draft.status).toBe(book.isInReview(file) ? 'IN_REVIEW' : 'EDITING');
    expect(draft.contentHash).toBe(book.contentOf(file, papers));
    expect(draft.basedOn ?? 0).toBe(book.baseOf(file, papers));
  }
  expect((state.proposals ?? []).map(({ number }) => number - 1)).toEqual(book.open(file));
  expect([...barredFromPublishing(state)].sort()).toEqual([...book.hands(file)].sort());
  const published = file.filter((step) => step.kind === 'publish');
  expect(state.versions.map(({ number, contentHash }) => [number, contentHash])).toEqual(
    published.map((step, place) => [place + 1, step.kind === 'publish' && step.content]),
  );
  expect(state.title.zh).toBe(state.versions.at(-1)?.contentHash ?? '目录');
  let repealed: string | null = null;
  for (let on = 0; on <= LAST_DAY; on++) {
    const { begun, repealed: now } = book.livedThrough(file, on);
    if (now) repealed ??= day(on);
    const stands = standingOn(state.versions, day(on));
    expect(stands.kind === 'IN_FORCE' ? `${stands.version.number}` : stands.kind, `on ${on}`).toBe(
      book.standing(file, on),
    );
    for (const version of state.versions)
      expect(statusOn(version, state.versions, day(on)), `${version.number} on ${on}`).toBe(
        book.status(file, version.number, on),
      );
    expect(countingOn(state.versions, day(on))?.number, `to repeal on ${on}`).toBe(
      Number(book.standing(file, on)) || begun.at(-1),
    );
  }
  expect(repealedFrom(state.versions)).toBe(repealed);
}

it('whatever people do in whatever order, states, four eyes and refusals are those of the book', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 50, size: 'max' }), (wishes) => {
      let state = frozen(created);
      let file: File = [];
      let today = 5;
      for (const each of wishes) {
        today = Math.min(today + each.waits, LAST_DAY - 15);
        const step = stepOf(file, each, today);
        const expected = book.verdict(file, step, today);
        let came = 'done';
        try {
          // Frozen: a step that is refused half-way cannot have changed anything either.
          state = frozen(take(state, step, today, file.length));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          came = error.code;
        }
        expect(came, JSON.stringify({ file, step, today })).toBe(expected);
        seen.set(`${step.kind} ${came}`, (seen.get(`${step.kind} ${came}`) ?? 0) + 1);
        if (came !== 'done') continue;
        file = [...file, step];
        if (step.kind === 'publish') expectFourEyes(file);
        if (step.kind === 'confirm') expect(step.by).not.toBe(file[step.of]!.by);
      }
      compare(state, file);
    }),
    { seed: SEED, numRuns: times(500, 3_000) },
  );
  // A generator that never got anywhere would prove nothing.
  for (const reached of [
    ...[
      'open done',
      'edit done',
      'submit done',
      'return done',
      'discard done',
      'publish done',
      'propose done',
      'reverse done',
      'confirm done',
      'drop done',
    ],
    ...['open DRAFT_EXISTS', 'open UNKNOWN_VERSION', 'open CATALOG_REPEALED'],
    ...['edit NO_DRAFT', 'edit CATALOG_REPEALED', 'submit ALREADY_SUBMITTED', 'submit CATALOG_REPEALED'],
    ...['return NOT_IN_REVIEW', 'discard NO_DRAFT', 'publish ALREADY_PUBLISHED', 'publish NO_DRAFT'],
    ...['publish NOT_SUBMITTED', 'publish FOUR_EYES', 'publish CONTENT_CHANGED', 'publish EMPTY_PERIOD'],
    ...['publish REASON_REQUIRED', 'publish CATALOG_REPEALED', 'propose UNKNOWN_VERSION'],
    ...['propose CATALOG_REPEALED', 'propose NOTHING_TO_REPEAL', 'propose WRONG_VERSION_TO_REPEAL'],
    ...['propose ALREADY_WITHDRAWN', 'propose REASON_REQUIRED', 'propose ALREADY_PROPOSED'],
    ...['reverse NOT_REPEALED', 'reverse REPEAL_IN_FORCE', 'reverse ALREADY_PROPOSED'],
    ...['confirm UNKNOWN_PROPOSAL', 'confirm PROPOSAL_STALE', 'confirm PROPOSAL_EXPIRED'],
    ...['confirm SECOND_PERSON', 'drop UNKNOWN_PROPOSAL'],
  ])
    expect(seen.get(reached) ?? 0, reached).toBeGreaterThan(0);
});

/** Straight from the file: nobody published what they had a hand in since the version before. */
function expectFourEyes(file: File): void {
  const publication = file.at(-1)!;
  const before = file.slice(0, -1);
  const since = before.findLastIndex(({ kind }) => kind === 'publish') + 1;
  const opened = before.findLastIndex(({ kind }) => kind === 'open');
  let says = '';
  before.forEach((step, place) => {
    if (step.kind === 'open')
      says = book.contentOf(before.slice(0, place + 1), before.slice(place, place + 1));
    const touched = step.kind === 'edit' && (place > opened || step.content !== says);
    if (step.kind === 'edit') says = step.content;
    const submitted = step.kind === 'submit' && place > opened;
    if (place >= since && (touched || submitted || place === opened))
      expect(step.by).not.toBe(publication.by);
  });
}
