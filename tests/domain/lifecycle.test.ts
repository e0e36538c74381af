import { describe, expect, it } from 'vitest';
import type { CatalogState, ContentRef } from '../../services/domain/catalog/catalog.ts';
import type { VersionRecord } from '../../services/domain/catalog/version.ts';
import {
  baseOfNewDraft,
  discardDraft,
  editDraft,
  openDraft,
  returnDraft,
  submitDraft,
} from '../../services/domain/catalog-life/draft.ts';
import { draftOf } from '../../services/domain/catalog-life/preconditions.ts';
import type { Publishing } from '../../services/domain/catalog-life/publish-draft.ts';
import {
  barredFromPublishing,
  publishDraft as published,
} from '../../services/domain/catalog-life/publish-draft.ts';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { version } from './publication/publication-of.ts';

const content = (name: string): ContentRef => ({
  content: `blob ${name}`,
  contentHash: `hash ${name}`,
  entryCount: 3,
});
const created: CatalogState = {
  key: 'shanxi',
  jurisdiction: 'region_140000',
  title: { zh: '目录' },
  versions: [],
  draft: null,
};
const withVersions = (...versions: VersionRecord[]): CatalogState => ({ ...created, versions });
const drafted = openDraft(created, 'wang', null, content('empty'));
const edited = editDraft(drafted, 'li', content('a'));
const inReview = submitDraft(edited, 'sun');
const byZhao = (said: Partial<Publishing> = {}): Publishing => ({
  by: 'zhao',
  at: '2026-11-23T02:00:00.000Z',
  today: '2026-11-23',
  contentHash: 'hash a',
  effectiveFrom: '2026-12-01',
  ...said,
});
const publishDraft = (state: CatalogState, publishing: Publishing) =>
  published(state, publishing, { title: { zh: '目录' } });
const codeOf = (step: () => unknown): string => {
  try {
    step();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
};

describe('opening a draft', () => {
  it('begins empty in a catalog without versions', () => {
    expect(baseOfNewDraft(created)).toBeNull();
    expect(drafted.draft).toEqual({
      status: 'EDITING',
      basedOn: null,
      newestAtOpening: 0,
      editors: ['wang'],
      changed: false,
      ...content('empty'),
    });
  });

  it('rests on the newest version, or on the one that is named', () => {
    const state = withVersions(version({ number: 1 }), version({ number: 2 }), version({ number: 3 }));
    expect(baseOfNewDraft(state)!.number).toBe(3);
    const base = baseOfNewDraft(state, 2)!;
    expect(openDraft(state, 'wang', base, base).draft).toEqual({
      status: 'EDITING',
      basedOn: 2,
      newestAtOpening: 3,
      editors: ['wang'],
      changed: false,
      content: 'blob 2',
      contentHash: 'hash 2',
      entryCount: 1,
    });
  });

  it('is refused while another draft is open, on a version that is not there, and once the catalog is repealed', () => {
    expect(codeOf(() => baseOfNewDraft(drafted))).toBe('DRAFT_EXISTS');
    expect(codeOf(() => baseOfNewDraft(withVersions(version({ number: 1 })), 2))).toBe('UNKNOWN_VERSION');
    const withdrawals = [
      { effectiveFrom: '2026-12-01', repeal: true, at: '', by: 'li', proposedBy: 'qian', reason: '废止' },
    ];
    expect(codeOf(() => baseOfNewDraft(withVersions(version({ number: 1, withdrawals }))))).toBe(
      'CATALOG_REPEALED',
    );
  });
});

describe('editing and submitting', () => {
  it('keeps everyone who ever edited, each once', () => {
    const again = editDraft(editDraft(edited, 'wang', content('b')), 'sun', content('c'));
    expect(draftOf(again).editors).toEqual(['wang', 'li', 'sun']);
    expect(draftOf(again).contentHash).toBe('hash c');
  });

  it('takes the draft out of review, with its editor joined, so that it has to be submitted again', () => {
    const state = editDraft(inReview, 'sun', content('b'));
    expect(draftOf(state)).toMatchObject({ status: 'EDITING', editors: ['wang', 'li', 'sun'] });
    expect(codeOf(() => publishDraft(state, byZhao({ contentHash: 'hash b' })))).toBe('NOT_SUBMITTED');
  });

  it('is refused without a draft, and submission a second time', () => {
    expect(codeOf(() => editDraft(created, 'wang', content('a')))).toBe('NO_DRAFT');
    expect(codeOf(() => submitDraft(created, 'li'))).toBe('NO_DRAFT');
    expect(codeOf(() => submitDraft(inReview, 'li'))).toBe('ALREADY_SUBMITTED');
  });
});

describe('returning a draft', () => {
  it('takes it out of review as it is, and bars nobody', () => {
    const returned = returnDraft(inReview);
    expect(returned).toEqual({ ...inReview, draft: { ...inReview.draft, status: 'EDITING', comments: [] } });
    const noted = returnDraft(inReview, [{ entry: '1', text: '依据不足' }]);
    expect(editDraft(noted, 'li', content('b')).draft!.comments).toHaveLength(1);
    expect(submitDraft(noted, 'li').draft!.comments).toBeNull();
    expect(codeOf(() => publishDraft(returned, byZhao()))).toBe('NOT_SUBMITTED');
    expect(codeOf(() => publishDraft(submitDraft(returned, 'sun'), byZhao()))).toBe('done');
  });

  it('is refused where there is none, or none in review', () => {
    expect(codeOf(() => returnDraft(created))).toBe('NO_DRAFT');
    expect(codeOf(() => returnDraft(edited))).toBe('NOT_IN_REVIEW');
  });
});

describe('discarding a draft', () => {
  const again = (state: CatalogState, by = 'qian') =>
    submitDraft(editDraft(openDraft(state, by, null, content('empty')), by, content('a')), by);

  it('is possible in edit and in review, and another can be opened', () => {
    for (const state of [edited, inReview]) {
      const without = discardDraft(state);
      expect(without.draft).toBeNull();
      expect(codeOf(() => baseOfNewDraft(without))).toBe('done');
    }
    expect(codeOf(() => discardDraft(created))).toBe('NO_DRAFT');
  });

  it('does not wash hands: who edited it cannot publish the next version either', () => {
    const state = again(discardDraft(inReview));
    expect(barredFromPublishing(state)).toEqual(['qian', 'wang', 'li', 'sun']);
    for (const by of ['wang', 'li', 'sun', 'qian'])
      expect(codeOf(() => publishDraft(state, byZhao({ by })))).toBe('FOUR_EYES');
    expect(codeOf(() => publishDraft(state, byZhao()))).toBe('done');
  });

  it('not even where the old wording was put back before', () => {
    const state = again(discardDraft(editDraft(edited, 'qian', content('empty'))), 'sun');
    expect(codeOf(() => publishDraft(state, byZhao({ by: 'li' })))).toBe('FOUR_EYES');
  });

  it('nor where it is discarded a second time, by others', () => {
    const twice = discardDraft(openDraft(discardDraft(inReview), 'qian', null, content('empty')));
    expect(barredFromPublishing(twice)).toEqual(['wang', 'li', 'sun']);
  });

  it('bars nobody where it was only opened, or nothing in it was ever changed', () => {
    expect(barredFromPublishing(discardDraft(drafted))).toEqual([]);
    expect(barredFromPublishing(discardDraft(editDraft(drafted, 'li', content('empty'))))).toEqual([]);
  });

  it('bars nobody any more after the next publication', () => {
    const { state } = publishDraft(again(discardDraft(inReview)), byZhao());
    expect(barredFromPublishing(state)).toEqual([]);
    expect(codeOf(() => publishDraft(again(state, 'zhao'), byZhao({ by: 'wang' })))).toBe('done');
  });

  it('bars its editors where it is of a time that did not keep whether it was changed', () => {
    const { changed: _, ...old } = draftOf(drafted);
    expect(barredFromPublishing(discardDraft({ ...drafted, draft: old }))).toEqual(['wang']);
  });
});

describe('a repealed catalog', () => {
  const repeal = {
    effectiveFrom: '2027-01-01',
    repeal: true,
    at: '',
    by: 'sun',
    proposedBy: 'qian',
    reason: '废止',
  };
  const repealed = { ...inReview, versions: [version({ number: 1, withdrawals: [repeal] })] };

  it('takes no edit, submission or publication of the draft that was open; it can be returned and discarded', () => {
    expect(codeOf(() => editDraft(repealed, 'li', content('b')))).toBe('CATALOG_REPEALED');
    expect(codeOf(() => submitDraft(returnDraft(repealed), 'li'))).toBe('CATALOG_REPEALED');
    expect(codeOf(() => publishDraft(repealed, byZhao()))).toBe('CATALOG_REPEALED');
    expect(discardDraft(repealed).draft).toBeNull();
  });
});

describe('publishing', () => {
  it('makes the approved content a version with the next number and closes the draft', () => {
    const { state, version: published } = publishDraft(inReview, byZhao({ effectiveTo: '2027-12-31' }));
    expect(published).toEqual({
      number: 1,
      effectiveFrom: '2026-12-01',
      effectiveTo: '2027-12-31',
      publishedAt: '2026-11-23T02:00:00.000Z',
      publishedBy: 'zhao',
      basedOn: null,
      authors: ['wang', 'li', 'sun'],
      ...content('a'),
    });
    expect(state).toEqual({
      ...created,
      issuer: null,
      documentNumber: null,
      versions: [published],
      draft: null,
      formerEditors: [],
    });
  });

  it('gives the catalog the title, issuer and document number of the draft', () => {
    const details = { title: { zh: '新名称' }, issuer: null, documentNumber: '2号' };
    const named = { ...inReview, issuer: '管委会', documentNumber: '1号' };
    expect(published(named, byZhao(), details).state).toMatchObject(details);
  });

  it('never changes an earlier version', () => {
    const state = withVersions(version({ number: 7 }));
    const review = submitDraft(openDraft(state, 'wang', null, content('a')), 'wang');
    const next = publishDraft(review, byZhao()).state;
    expect(next.versions.map(({ number }) => number)).toEqual([7, 8]);
    expect(next.versions[0]).toBe(state.versions[0]);
  });

  it.each([
    ['wang', 'who opened the draft'],
    ['li', 'who edited it'],
    ['sun', 'who submitted it and edited nothing'],
  ])('is refused to %s, %s', (by) => {
    expect(codeOf(() => publishDraft(inReview, byZhao({ by })))).toBe('FOUR_EYES');
  });

  it('is refused to somebody whose only edit took the draft out of review', () => {
    const state = submitDraft(editDraft(inReview, 'zhao', content('a')), 'li');
    expect(codeOf(() => publishDraft(state, byZhao()))).toBe('FOUR_EYES');
  });

  it('is refused before submission, without a draft, and of other content than the draft holds', () => {
    expect(codeOf(() => publishDraft(edited, byZhao()))).toBe('NOT_SUBMITTED');
    expect(codeOf(() => publishDraft(created, byZhao()))).toBe('NO_DRAFT');
    expect(codeOf(() => publishDraft(inReview, byZhao({ contentHash: 'hash empty' })))).toBe(
      'CONTENT_CHANGED',
    );
  });

  it('tells the second of two that the content is published already', () => {
    const { state } = publishDraft(inReview, byZhao());
    expect(codeOf(() => publishDraft(state, byZhao({ by: 'qian' })))).toBe('ALREADY_PUBLISHED');
  });

  it('is void once there is a newer version than when the draft was opened', () => {
    const moved = { ...inReview, versions: [version({ number: 1 })] };
    expect(codeOf(() => publishDraft(moved, byZhao()))).toBe('BASE_MOVED');
  });

  it('may rest on an older version than the newest', () => {
    const state = withVersions(version({ number: 1 }), version({ number: 2 }));
    const base = baseOfNewDraft(state, 1)!;
    const review = submitDraft(openDraft(state, 'wang', base, base), 'wang');
    expect(publishDraft(review, byZhao({ contentHash: 'hash 1' })).version.number).toBe(3);
  });

  it('of an old version is refused to those who wrote that, unless it is in force anyway', () => {
    const old = version({ number: 1, authors: ['zhao'] });
    const onOld = (...newer: VersionRecord[]) => {
      const state = withVersions(old, ...newer);
      return submitDraft(openDraft(state, 'wang', old, old), 'wang');
    };
    const approved = byZhao({ contentHash: 'hash 1' });
    const newer = version({ number: 2, effectiveFrom: '2026-06-01' });
    expect(codeOf(() => publishDraft(onOld(newer), approved))).toBe('FOUR_EYES');
    expect(codeOf(() => publishDraft(onOld(newer), { ...approved, by: 'qian' }))).toBe('done');
    expect(codeOf(() => publishDraft(onOld(), approved))).toBe('done');
    // Nor do they bring their text back by lengthening it, or from under a withdrawal that is still to come.
    const ending = (more: Partial<VersionRecord>) => {
      const base = { ...old, ...more };
      return submitDraft(openDraft(withVersions(base), 'wang', base, base), 'wang');
    };
    expect(codeOf(() => publishDraft(ending({ effectiveTo: '2026-12-31' }), approved))).toBe('FOUR_EYES');
    const withdrawals = [
      { effectiveFrom: '2027-01-01', repeal: false, at: '', by: 'sun', proposedBy: 'qian', reason: '有误' },
    ];
    expect(codeOf(() => publishDraft(ending({ withdrawals }), approved))).toBe('FOUR_EYES');
  });

  it('takes effect today or later, or earlier with a reason', () => {
    expect(codeOf(() => publishDraft(inReview, byZhao({ effectiveFrom: '2026-11-23' })))).toBe('done');
    const early = { effectiveFrom: '2026-11-22' };
    expect(codeOf(() => publishDraft(inReview, byZhao(early)))).toBe('REASON_REQUIRED');
    expect(codeOf(() => publishDraft(inReview, byZhao({ ...early, retroactiveReason: '  ' })))).toBe(
      'REASON_REQUIRED',
    );
    expect(codeOf(() => publishDraft(inReview, byZhao({ ...early, retroactiveReason: '补录' })))).toBe(
      'done',
    );
  });

  it('does not end before it begins', () => {
    expect(codeOf(() => publishDraft(inReview, byZhao({ effectiveTo: '2026-11-30' })))).toBe('EMPTY_PERIOD');
    expect(codeOf(() => publishDraft(inReview, byZhao({ effectiveTo: '2026-12-01' })))).toBe('done');
  });
});
