import { expect, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import type { CatalogState, DraftState } from '../../services/domain/catalog/catalog.ts';
import type { CatalogChange } from '../../services/domain/catalog/change.ts';
import type { VersionRecord } from '../../services/domain/catalog/version.ts';
import { revisionItems } from '../../services/domain/comparison/revision-items.ts';
import { revisionText } from '../../services/domain/comparison/revision-text.ts';
import { namesFrom } from '../../services/domain/facts/names.ts';
import type { Locale } from '../../services/domain/values/text.ts';

const HASH = 'a'.repeat(64);
const draft = (status: DraftState['status']): DraftState => ({
  status,
  basedOn: 1,
  newestAtOpening: 1,
  editors: ['wang', 'li'],
  content: HASH,
  contentHash: HASH,
  entryCount: 1,
});
const version: VersionRecord = {
  number: 1,
  effectiveFrom: '2026-01-01',
  publishedAt: '2025-12-01T00:00:00.000Z',
  publishedBy: 'zhao',
  basedOn: null,
  authors: [],
  contentHash: HASH,
  content: HASH,
  entryCount: 1,
};
const state = (of: DraftState | null): CatalogState => ({
  key: 'sx',
  jurisdiction: 'region_140000',
  title: { zh: '目录' },
  versions: [version],
  draft: of,
});
const names = namesFrom(reference.names, new Map());
const told = (change: CatalogChange, before: DraftState | null, after: DraftState | null, locale: Locale) =>
  revisionText(revisionItems(change, state(before), state(after), null), {
    locale,
    before: names,
    after: names,
    place: (id) => ({ zh: id }),
  });

test('a withdrawal that takes a draft out of review says so', () => {
  const change: CatalogChange = {
    kind: 'PROPOSAL_CONFIRMED',
    proposal: {
      number: 7,
      act: {
        kind: 'WITHDRAWAL',
        number: 1,
        effectiveFrom: '2025-06-01',
        repeal: false,
        retroactiveReason: '发现依据已失效',
      },
      basis: HASH,
      effectiveFrom: '2025-06-01',
      lastDay: null,
      by: 'sun',
      at: '2026-11-23T02:00:00.000Z',
      reason: '有误',
    },
  };
  expect(told(change, draft('IN_REVIEW'), draft('EDITING'), 'zh')).toBe(
    '撤回第 1 版，自 2025-06-01 起不再适用。溯及既往的理由：发现依据已失效。\n确认“sun”于 2026-11-23 的提请（事由：有误）。\n审核失效：草案退回编制，须重新提交审核。',
  );
  expect(told(change, draft('EDITING'), draft('EDITING'), 'en')).toBe(
    'Withdrew version 1: it does not count from 2025-06-01 on. Why it reaches back: 发现依据已失效.\nWith this the proposal of "sun" of 2026-11-23 was confirmed: "有误".',
  );
});

test('returning a draft is said once, with what is to be mended at its entries', () => {
  const change: CatalogChange = { kind: 'DRAFT_RETURNED', contentHash: HASH, comments: [] };
  expect(told(change, draft('IN_REVIEW'), draft('EDITING'), 'en')).toBe(
    `Sent the draft back, content hash ${HASH}.`,
  );
  const comments = [{ entry: '3.10', text: '依据不足' }, { text: '补充发布机关' }];
  expect(told({ ...change, comments }, draft('IN_REVIEW'), draft('EDITING'), 'zh')).toBe(
    `退回草案，内容哈希 ${HASH}。对条目 3.10 的意见：“依据不足”。意见：“补充发布机关”。`,
  );
});

test('a discarded draft is told with its base and its editors', () => {
  const change: CatalogChange = { kind: 'DRAFT_DISCARDED', contentHash: HASH };
  expect(told(change, draft('EDITING'), null, 'zh')).toBe(
    `放弃草案（以第 1 版为基准，编制、提交人员：wang、li），内容哈希 ${HASH}。`,
  );
});

test('a publication says which warnings its publisher answers for', () => {
  const change: CatalogChange = {
    kind: 'DRAFT_PUBLISHED',
    number: 1,
    contentHash: HASH,
    acknowledged: [
      { rule: 'PR-27', entry: '2', reason: '已核' },
      { rule: 'PR-99', entry: null },
    ],
    retroactiveReason: null,
  };
  const text = told(change, draft('IN_REVIEW'), null, 'en');
  expect(text).toMatch(
    /^Published version 1, in force from 2026-01-01 on, 1 entries, content hash a{64}\. The publisher accepted that this does not keep rule PR-27 \(entry 2\): [A-Z].*\. For this reason: "已核"\. The publisher accepted that this does not keep rule PR-99\.$/,
  );
});
