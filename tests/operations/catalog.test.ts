import { describe, expect, it } from 'vitest';
import { openDraft } from '../../services/operations/catalog/create-catalog.ts';
import { putDefinitions } from '../../services/operations/catalog/edit-definitions.ts';
import { publishDraft } from '../../services/operations/catalog/publish.ts';
import { putEntries, removeEntries } from '../../services/operations/catalog/put-entries.ts';
import type { RevisionFilter } from '../../services/operations/history/catalog-history.ts';
import { catalogHistory } from '../../services/operations/history/catalog-history.ts';
import { loadCatalog, loadContent, readDraft } from '../../services/operations/read.ts';
import {
  draftWith,
  entryInput,
  LI,
  OFFICER,
  outcome,
  person,
  publishedWith,
  refusalsOf,
  shanxi,
  WANG,
  world,
  ZHAO,
} from './world.ts';

const DEPTH = {
  key: 'shanxi.depth',
  type: 'NUMBER' as const,
  about: 'PROJECT' as const,
  unit: 'm',
  name: { zh: '埋深' },
  question: { zh: '埋深多少米？' },
};

describe('industries of an entry', () => {
  it('are read as people write them, and stay as they are where they are no codes', async () => {
    const { deps } = await world();
    await shanxi.create(deps);
    const include = ['C2614', '２６６９', '2614 有机化学原料制造', '2511、2521', '9999', 'C'];
    const put = await shanxi.put(deps, await shanxi.open(deps), [
      entryInput('1', { industries: { include } }),
    ]);
    const { entries } = await loadContent(deps, put.state.draft!.content);
    expect(entries[0]!.industries).toEqual({
      include: ['2614', '2669', '2614', '2511', '2521', '9999', 'C'],
      except: [],
    });
  });

  it('are refused where a name is not that of its code, all at once and each with its place', async () => {
    const { deps } = await world();
    await shanxi.create(deps);
    const wrong = [
      entryInput('1', { industries: { include: ['2614', '2665 环境污染处理专用药剂材料制造'] } }),
      entryInput('2', { industries: { include: ['C'], except: ['2614 水泥制造'] } }),
    ];
    const refused = await refusalsOf(shanxi.put(deps, await shanxi.open(deps), wrong));
    expect(refused.map(({ path }) => path?.join('.'))).toEqual([
      'entries.0.industries.include.1',
      'entries.1.industries.except.0',
    ]);
  });
});

describe('a catalog from its creation to its second version', () => {
  it('is a chain of one revision for each step, and every step says who, when and why', async () => {
    const { deps, at } = await world();
    await shanxi.create(deps);
    const opened = await shanxi.open(deps);
    const defined = await shanxi.define(deps, opened, [DEPTH]);
    const put = await shanxi.put(deps, defined, [entryInput('1'), entryInput('2')], LI);
    const removed = await removeEntries(deps, LI, {
      catalog: shanxi.catalog,
      expectedRevision: put.revision,
      codes: ['2'],
      reason: '删除条目',
    });
    expect(removed.state.draft).toMatchObject({ status: 'EDITING', entryCount: 1, editors: ['wang', 'li'] });
    const submitted = await shanxi.submit(deps, removed);
    at('2026-11-24T02:00:00.000Z');
    const published = await shanxi.publish(deps, submitted, { effectiveFrom: '2026-12-01' });
    expect(published).toMatchObject({
      revision: 6,
      version: {
        number: 1,
        effectiveFrom: '2026-12-01',
        publishedAt: '2026-11-24T02:00:00.000Z',
        publishedBy: 'zhao',
        contentHash: removed.state.draft!.contentHash,
        entryCount: 1,
      },
    });
    expect(published.state.draft).toBeNull();

    const second = await shanxi.put(deps, await shanxi.open(deps), [entryInput('3')]);
    expect(second.state.draft).toMatchObject({ basedOn: 1, entryCount: 2, editors: ['wang'] });
    const again = await shanxi.publish(deps, await shanxi.submit(deps, second), {
      effectiveFrom: '2027-01-01',
    });
    expect(again.state.versions.map(({ number }) => number)).toEqual([1, 2]);
    expect(again.state.versions[0]).toEqual(published.version);

    const history = await catalogHistory(deps, WANG, 'shanxi', { first: 4 });
    expect(
      history!.items.map(({ value: { seq, actor, action, reason } }) => [seq, actor, action, reason]),
    ).toEqual([
      [10, 'zhao', 'PUBLISH_DRAFT', '发布'],
      [9, 'wang', 'SUBMIT_DRAFT', '提交'],
      [8, 'wang', 'PUT_ENTRIES', '填写条目'],
      [7, 'wang', 'OPEN_DRAFT', '编制'],
    ]);
    const older = await catalogHistory(deps, WANG, 'shanxi', {
      first: 10,
      after: history!.items.at(-1)!.cursor,
    });
    expect(older!.items.map(({ value }) => value.action)).toEqual([
      'PUBLISH_DRAFT',
      'SUBMIT_DRAFT',
      'REMOVE_ENTRIES',
      'PUT_ENTRIES',
      'PUT_DEFINITIONS',
      'OPEN_DRAFT',
    ]);
    expect(older!.hasNextPage).toBe(false);
    const found = async (filter: RevisionFilter) =>
      (await catalogHistory(deps, WANG, 'shanxi', { first: 10 }, filter))!.items.map(
        ({ value }) => value.seq,
      );
    expect(await found({ by: 'zhao' })).toEqual([10, 6]);
    expect(await found({ actions: ['PUT_ENTRIES', 'SUBMIT_DRAFT'] })).toEqual([9, 8, 5, 3]);
    expect(await found({ entry: '3' })).toEqual([10, 8]);
    expect(await found({ from: '2026-11-24', to: '2026-11-24' })).toEqual([10, 9, 8, 7, 6]);
    expect(await found({ from: '2026-11-25' })).toEqual([]);
    expect(await found({ to: '2026-11-23' })).toEqual([5, 4, 3, 2, 1]);
    expect(await outcome(found({ to: '2026-02-30' }))).toBe('INVALID_DATE');
    expect(await deps.store.verifyCatalog('shanxi')).toMatchObject({ whole: true });
  });

  it('says the same by whatever route of edits, in the natural order of the codes', async () => {
    const { deps } = await world();
    const first = await draftWith(deps, [entryInput('2.10'), entryInput('2.9'), entryInput('1')]);
    const { entries } = await loadContent(deps, first.state.draft!.content);
    expect(entries.map(({ code }) => code)).toEqual(['1', '2.9', '2.10']);
    const detour = await shanxi.put(deps, first, [entryInput('1', { text: { zh: '改' } }), entryInput('7')]);
    const back = await shanxi.put(deps, detour, [entryInput('1')]);
    const removed = await removeEntries(deps, WANG, {
      catalog: shanxi.catalog,
      expectedRevision: back.revision,
      codes: ['7'],
      reason: '删除',
    });
    expect(detour.state.draft!.contentHash).not.toBe(first.state.draft!.contentHash);
    expect(removed.state.draft!.contentHash).toBe(first.state.draft!.contentHash);
    expect(removed.state.draft!.content).toBe(first.state.draft!.content);
  });

  it('can be opened again on an older version', async () => {
    const { deps } = await world();
    await publishedWith(deps, [entryInput('1')]);
    const second = await shanxi.put(deps, await shanxi.open(deps), [entryInput('2')]);
    await shanxi.publish(deps, await shanxi.submit(deps, second));
    expect(await outcome(shanxi.open(deps, 3))).toBe('UNKNOWN_VERSION');
    const opened = await shanxi.open(deps, 1);
    expect(opened.state.draft).toMatchObject({ basedOn: 1, entryCount: 1 });
    const { version } = await shanxi.publish(deps, await shanxi.submit(deps, opened));
    expect(version).toMatchObject({ number: 3, contentHash: opened.state.versions[0]!.contentHash });
  });
});

describe('who may', () => {
  it('edit, submit and publish is a matter of role and place', async () => {
    const { deps } = await world();
    await shanxi.create(deps);
    const open = (actor: ReturnType<typeof person> | null) =>
      outcome(openDraft(deps, actor, { catalog: shanxi.catalog, reason: '编制' }));
    for (const actor of [
      null,
      person('a'),
      person('a', 'publisher:region_140000'),
      person('a', 'admin:region_100000'),
      person('a', 'editor:region_140100'),
      person('a', 'editor:region_150000'),
    ])
      expect(await open(actor)).toBe('NOT_ALLOWED');
    expect(await open(person('a', 'editor:region_100000'))).toBe('done');
    const put = await shanxi.put(deps, (await loadCatalog(deps, 'shanxi', { consistent: true }))!, [
      entryInput('1'),
    ]);
    const submitted = await shanxi.submit(deps, put);
    expect(await outcome(shanxi.publish(deps, submitted, {}, WANG))).toBe('NOT_ALLOWED');
    expect(await outcome(shanxi.publish(deps, submitted))).toBe('done');
  });

  it('publish is nobody who edited the draft, whatever roles they hold', async () => {
    const { deps } = await world();
    const both = person('li', 'editor:region_140000', 'publisher:region_140000');
    const put = await shanxi.put(deps, await draftWith(deps, [entryInput('1')]), [entryInput('2')], both);
    const submitted = await shanxi.submit(deps, put);
    expect(await outcome(shanxi.publish(deps, submitted, {}, both))).toBe('FOUR_EYES');
    const opener = person('wang', 'editor:region_140000', 'publisher:region_140000');
    expect(await outcome(shanxi.publish(deps, submitted, {}, opener))).toBe('FOUR_EYES');
    expect(await outcome(shanxi.publish(deps, submitted))).toBe('done');
  });

  it('see a draft and the history: others are told there is none', async () => {
    const { deps } = await world();
    const draft = await draftWith(deps, [entryInput('1')]);
    for (const actor of [null, person('a', 'editor:region_140100'), OFFICER]) {
      expect(await readDraft(deps, actor, 'shanxi')).toBeNull();
      expect(await catalogHistory(deps, actor, 'shanxi', { first: 5 })).toBeNull();
    }
    expect(await readDraft(deps, ZHAO, 'shanxi')).toMatchObject({
      revision: draft.revision,
      draft: draft.state.draft,
    });
    expect(await readDraft(deps, ZHAO, 'none')).toBeNull();
  });
});

describe('what is put in', () => {
  it('is refused as a whole where one entry is wrong, with every fault', async () => {
    const { deps } = await world();
    await shanxi.create(deps);
    const opened = await shanxi.open(deps);
    const refusals = await refusalsOf(
      shanxi.put(deps, opened, [
        entryInput('1'),
        entryInput('2', { when: { all: [] } }),
        entryInput('3', { validFrom: '2026-02-30', measure: 'BANNED' }),
      ]),
    );
    expect(refusals.map(({ code, path }) => `${code} ${path!.join('.')}`).toSorted()).toEqual([
      'EMPTY_CONDITION entries.1.when.all',
      'INVALID_DATE entries.2.validFrom',
      'NOT_ONE_OF entries.2.measure',
    ]);
    expect(await loadCatalog(deps, 'shanxi', { consistent: true })).toMatchObject({
      revision: 1,
      state: { draft: { entryCount: 0 } },
    });
  });

  it('is at most a thousand entries, at least one, and each code once', async () => {
    const { deps } = await world();
    await shanxi.create(deps);
    const opened = await shanxi.open(deps);
    const many = (count: number) => Array.from({ length: count }, (_, number) => entryInput(`${number}`));
    expect(await outcome(shanxi.put(deps, opened, []))).toBe('NOTHING_GIVEN');
    expect(await outcome(shanxi.put(deps, opened, many(1001)))).toBe('TOO_MANY');
    expect(await outcome(shanxi.put(deps, opened, [entryInput('1'), entryInput('1')]))).toBe(
      'DUPLICATE_CODE',
    );
    expect((await shanxi.put(deps, opened, many(1000))).state.draft!.entryCount).toBe(1000);
  });

  it('is all of a thousand entries or none: one bad, one that somebody else has changed, or one twice', async () => {
    const { deps } = await world();
    const before = await draftWith(deps, [entryInput('500', { text: { zh: '原文' } })]);
    const changed = await shanxi.put(deps, before, [entryInput('500', { text: { zh: '他人的文字' } })], LI);
    const many = Array.from({ length: 1000 }, (_, number) => entryInput(`${number}`));
    const last = { ...entryInput('999'), validFrom: '2026-02-30' };
    const [bad] = await refusalsOf(shanxi.put(deps, changed, [...many.slice(0, 999), last]));
    expect(bad).toMatchObject({ code: 'INVALID_DATE', path: ['entries', '999', 'validFrom'] });
    expect(await outcome(shanxi.put(deps, before, many))).toBe('STALE_REVISION');
    expect(await outcome(shanxi.put(deps, changed, [...many.slice(0, 999), entryInput('0')]))).toBe(
      'DUPLICATE_CODE',
    );
    const now = (await loadCatalog(deps, 'shanxi', { consistent: true }))!;
    expect(now).toEqual({ head: changed.head, revision: changed.revision, state: changed.state });
    expect((await loadContent(deps, now.state.draft!.content)).entries).toMatchObject([
      { code: '500', text: { zh: '他人的文字' } },
    ]);
    expect((await shanxi.put(deps, changed, many)).state.draft!.entryCount).toBe(1000);
  });

  it('is a fact or list of this very catalog', async () => {
    const { deps } = await world();
    await shanxi.create(deps);
    const opened = await shanxi.open(deps);
    const define = (facts: readonly object[], lists: readonly object[] = []) =>
      outcome(
        putDefinitions(deps, WANG, {
          catalog: shanxi.catalog,
          expectedRevision: opened.revision,
          facts,
          lists,
          reason: '定义',
        }),
      );
    const list = (key: string) => ({ key, name: { zh: '名单' }, members: ['7782-50-5'] });
    expect(await define([])).toBe('NOTHING_GIVEN');
    expect(await define([{ ...DEPTH, key: 'taiyuan.depth' }], [list('KEY_SUPERVISED')])).toBe('FOREIGN_KEY');
    expect(await define([], [list('KEY_SUPERVISED')])).toBe('FOREIGN_KEY');
    expect(await define([{ ...DEPTH, key: 'zone.kind' }])).toBe('BUILT_IN_FACT');
    expect(await define([{ ...DEPTH, type: 'SET' }])).toBe('REQUIRED UNKNOWN_FIELD');
    expect(await define([DEPTH], [list('shanxi.l')])).toBe('done');
    const { state } = (await loadCatalog(deps, 'shanxi', { consistent: true }))!;
    expect(await loadContent(deps, state.draft!.content)).toMatchObject({
      facts: [DEPTH],
      lists: [list('shanxi.l')],
    });
  });

  it('cannot be removed where it is not there', async () => {
    const { deps } = await world();
    const draft = await draftWith(deps, [entryInput('1')]);
    const remove = (...codes: string[]) =>
      outcome(
        removeEntries(deps, WANG, {
          catalog: shanxi.catalog,
          expectedRevision: draft.revision,
          codes,
          reason: '删除',
        }),
      );
    expect(await remove('1', '2')).toBe('UNKNOWN_ENTRY');
    expect(await remove('1')).toBe('done');
  });

  it('names a catalog, a reason, and a revision that is there', async () => {
    const { deps } = await world();
    const draft = await draftWith(deps, [entryInput('1')]);
    const put = (said: object) =>
      outcome(
        putEntries(deps, WANG, {
          catalog: shanxi.catalog,
          expectedRevision: draft.revision,
          entries: [entryInput('1')],
          reason: '修改',
          ...said,
        }),
      );
    expect(await put({ catalog: 'shanxi' })).toBe('UNKNOWN_CATALOG');
    expect(await put({ catalog: 'catalog_none' })).toBe('UNKNOWN_CATALOG');
    expect(await put({ reason: '' })).toBe('REQUIRED');
    expect(await put({ reason: '长'.repeat(2000) })).toBe('TOO_LARGE');
    for (const expectedRevision of [0, -1, 1.5, 99])
      expect(await put({ expectedRevision })).toBe('UNKNOWN_REVISION');
  });

  it('is refused without a draft', async () => {
    const { deps } = await world();
    const created = await shanxi.create(deps);
    expect(await outcome(shanxi.put(deps, created, [entryInput('1')]))).toBe('NO_DRAFT');
    expect(await outcome(shanxi.submit(deps, created))).toBe('NO_DRAFT');
  });
});

describe('publishing', () => {
  it('tells every broken rule at once, and takes acknowledged warnings', async () => {
    const { deps } = await world();
    const delegated = (code: string) =>
      entryInput(code, {
        industries: { include: ['4620'], except: [] },
        exceptions: [{ key: 'e', text: { zh: '经市里同意' }, discretionary: true, decidedBy: 'PREFECTURE' }],
      });
    const broken = await draftWith(deps, [entryInput('1', { basis: [] }), delegated('2')]);
    const submitted = await shanxi.submit(deps, broken);
    const refusals = await refusalsOf(shanxi.publish(deps, submitted));
    expect(refusals.map(({ code, details }) => [code, details.rule, details.entry])).toEqual([
      ['PUBLICATION_RULE', 'PR-01', '1'],
      ['ACKNOWLEDGEMENT_REQUIRED', 'PR-09', '2'],
    ]);
    const mended = await shanxi.submit(deps, await shanxi.put(deps, submitted, [entryInput('1')]));
    const publish = (acknowledge?: { rule: string; entry: string }[]) =>
      outcome(
        publishDraft(deps, ZHAO, {
          catalog: shanxi.catalog,
          contentHash: mended.state.draft!.contentHash,
          effectiveFrom: '2026-12-01',
          acknowledge,
          reason: '发布',
        }),
      );
    expect(await publish()).toBe('ACKNOWLEDGEMENT_REQUIRED');
    expect(await publish([{ rule: 'PR-09', entry: '2' }])).toBe('done');
    const [newest] = (await catalogHistory(deps, ZHAO, 'shanxi', { first: 1 }))!.items;
    expect(await deps.store.readChange(newest!.value)).toEqual({
      kind: 'DRAFT_PUBLISHED',
      number: 1,
      contentHash: mended.state.draft!.contentHash,
      acknowledged: [{ rule: 'PR-09', entry: '2' }],
      retroactiveReason: null,
    });
  });

  it('is of the content that the hash names: an edit after the review voids it', async () => {
    const { deps } = await world();
    const reviewed = await shanxi.submit(deps, await draftWith(deps, [entryInput('1')]));
    const edited = await shanxi.put(deps, reviewed, [entryInput('2')]);
    expect(edited.state.draft!.status).toBe('EDITING');
    expect(await outcome(shanxi.publish(deps, reviewed))).toBe('NOT_SUBMITTED');
    const submitted = await shanxi.submit(deps, edited);
    expect(await outcome(shanxi.publish(deps, reviewed))).toBe('CONTENT_CHANGED');
    expect(await outcome(shanxi.publish(deps, submitted))).toBe('done');
    expect(await outcome(shanxi.publish(deps, submitted))).toBe('ALREADY_PUBLISHED');
  });

  it('takes days that exist, in order, and a reason for the past', async () => {
    const { deps } = await world();
    const submitted = await shanxi.submit(deps, await draftWith(deps, [entryInput('1')]));
    const publish = (said: object) =>
      outcome(
        publishDraft(deps, ZHAO, {
          catalog: shanxi.catalog,
          contentHash: submitted.state.draft!.contentHash,
          effectiveFrom: '2026-11-23',
          reason: '发布',
          ...said,
        }),
      );
    expect(await publish({ effectiveFrom: '2026-11-31', effectiveTo: 'never' })).toBe(
      'INVALID_DATE INVALID_DATE',
    );
    expect(await publish({ effectiveTo: '2026-11-22' })).toBe('EMPTY_PERIOD');
    expect(await publish({ effectiveFrom: '2026-11-22' })).toBe('REASON_REQUIRED');
    expect(await publish({ effectiveFrom: '2026-11-22', retroactiveReason: '补录' })).toBe('done');
  });

  it('before a scheduled version has to be acknowledged', async () => {
    const { deps } = await world();
    await publishedWith(deps, [entryInput('1')], { effectiveFrom: '2027-01-01' });
    const submitted = await shanxi.submit(deps, await shanxi.open(deps));
    expect(await outcome(shanxi.publish(deps, submitted))).toBe('ACKNOWLEDGEMENT_REQUIRED');
    const acknowledged = publishDraft(deps, ZHAO, {
      catalog: shanxi.catalog,
      contentHash: submitted.state.draft!.contentHash,
      effectiveFrom: '2026-11-23',
      acknowledge: [{ rule: 'PR-25' }],
      reason: '发布',
    });
    expect(await outcome(acknowledged)).toBe('done');
  });
});
