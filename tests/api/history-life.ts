import {
  CHANGE,
  CREATE,
  confirms,
  DEFINE,
  DISCARD,
  does,
  OPEN,
  PARK,
  PROPOSE_REVERSAL,
  PROPOSE_WITHDRAWAL,
  PUBLISH,
  PUT,
  prohibited,
  REMOVE,
  RETURN,
  restricted,
  type Shanxi,
  SUBMIT,
  WITHDRAW_PROPOSAL,
} from './seed.ts';

export const PARK_CATALOG = 'catalog_park';

const bounded = (lessThan: string) => ({ number: { fact: 'totalInvestment', unit: '万元', lessThan } });
const list = (...members: readonly string[]) => ({
  key: 'park.barred',
  name: { zh: '园区禁入化学品', en: 'barred in the park' },
  members,
});

const LIST_UNUSED = { rule: 'PR-34', entry: null };

/** A catalog with every kind of step in its history, three minutes after another; the clock goes on. */
export async function wholeLife(api: Shanxi): Promise<void> {
  let minutes = 0;
  let revision = 0;
  const { editor, publisher, chief } = api;
  const tick = () => {
    minutes += 3;
    api.itIs(new Date(Date.parse('2026-11-23T02:00:00.000Z') + minutes * 60_000).toISOString());
  };
  const edit = async (mutation: string, input: object, reason: string) => {
    tick();
    const { draft } = await does(editor, mutation, {
      catalog: PARK_CATALOG,
      expectedRevision: revision,
      ...input,
      reason,
    });
    revision = draft.revision;
    return draft;
  };
  const open = async (reason: string, input: object = {}) => {
    tick();
    ({
      draft: { revision },
    } = await does(editor, OPEN, { catalog: PARK_CATALOG, reason, ...input }));
  };
  const publish = async (contentHash: string, effectiveFrom: string, more: object = {}) => {
    tick();
    await does(publisher, PUBLISH, {
      catalog: PARK_CATALOG,
      contentHash,
      effectiveFrom,
      reason: '印发',
      ...more,
    });
    revision++;
  };
  const withdraw = async (number: number, effectiveFrom: string, more: object = {}) => {
    tick();
    const input = { catalog: PARK_CATALOG, number, effectiveFrom, reason: '依法调整', ...more };
    const { proposal } = await does(publisher, PROPOSE_WITHDRAWAL, input);
    tick();
    await confirms(chief, proposal.id);
    revision += 2;
  };

  tick();
  await does(editor, CREATE, {
    jurisdiction: PARK,
    key: 'park',
    title: { zh: '永济化工园区产业禁限目录', en: 'Catalog of the Yongji park' },
    reason: '新建',
  });
  await open('起草');
  await edit(DEFINE, { lists: [list('75-44-5')] }, '定义名单');
  await edit(PUT, { entries: [prohibited('1'), restricted('2', { when: bounded('3000') })] }, '录入');
  await edit(CHANGE, { issuer: '永济化工园区管委会' }, '补充发布机关');
  await edit(SUBMIT, {}, '报送');
  tick();
  await does(publisher, RETURN, {
    catalog: PARK_CATALOG,
    expectedRevision: revision,
    reason: '第二条门槛偏低',
  });
  revision++;
  await edit(PUT, { entries: [restricted('2', { when: bounded('5000') })] }, '提高门槛');
  await edit(PUT, { entries: [prohibited('1')] }, '重复提交');
  const first = await edit(SUBMIT, {}, '再次报送');
  await publish(first.contentHash, '2026-07-01', {
    retroactiveReason: '与市级目录同步',
    acknowledge: [{ rule: 'PR-30', entry: '2' }, LIST_UNUSED],
  });

  await open('修订');
  await edit(DEFINE, { lists: [list('75-44-5', '7782-50-5')] }, '增列氯气');
  await edit(REMOVE, { codes: ['1'] }, '上级目录已有规定');
  await edit(PUT, { entries: [prohibited('3', { industries: { include: ['2614'] } })] }, '新增');
  const second = await edit(SUBMIT, {}, '报送');
  await publish(second.contentHash, '2027-01-01', {
    effectiveTo: '2030-12-31',
    acknowledge: [LIST_UNUSED],
  });

  await open('试改');
  await edit(
    PUT,
    { mode: 'REPLACE', entries: [prohibited('3', { text: { zh: '禁止新建有机化学原料项目' } })] },
    '改写',
  );
  tick();
  await does(editor, DISCARD, { catalog: PARK_CATALOG, expectedRevision: revision, reason: '暂不修订' });
  revision++;
  await withdraw(2, '2027-03-01');
  await open('以第一版为准', { basedOn: 1 });
  await withdraw(1, '2027-06-01', { repeal: true });
  tick();
  const reversal = await does(editor, PROPOSE_REVERSAL, { catalog: PARK_CATALOG, reason: '废止有误' });
  tick();
  await confirms(chief, reversal.proposal.id);
  tick();
  const input = { catalog: PARK_CATALOG, number: 1, effectiveFrom: '2027-09-01', reason: '误报' };
  const { proposal } = await does(publisher, PROPOSE_WITHDRAWAL, input);
  tick();
  await does(editor, WITHDRAW_PROPOSAL, { proposal: proposal.id, reason: '收回' });
}
