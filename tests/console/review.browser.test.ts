import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserHere } from '../local/browser.ts';
import { type ConsolePage, openConsole, UNHURRIED } from './console-page.ts';

const CATALOG = 'catalog_sample-taiyuan';
/** Says what entry 1.1 says already, and rests on nothing. */
const SAME = {
  code: '9.1',
  measure: 'PROHIBITED',
  text: { zh: '泉域重点保护区内，禁止新建与供水无关的建设项目。' },
};

describe.runIf(browserHere('the console') !== null)('a draft on its way to a version', UNHURRIED, () => {
  let console: ConsolePage;
  let { page, context, trouble, open, press, sees, signIn, look, url } = {} as ConsolePage;

  beforeAll(async () => {
    console = await openConsole();
    ({ page, context, trouble, open, press, sees, signIn, look, url } = console);
    await open('');
  }, UNHURRIED.timeout);
  afterAll(() => console?.end());

  const become = async (name: string) => {
    const out = page.getByRole('button', { name: '退出' });
    if (await out.isVisible()) {
      await out.click();
      await page.getByRole('button', { name: '登录' }).waitFor();
    }
    await signIn(name);
  };
  /** What another page of the console does: by its very API, as whoever is signed in. */
  const does = (query: string, input: object) =>
    page.evaluate(`(${ASK})(${JSON.stringify([query, input])})`) as Promise<{
      // biome-ignore lint/suspicious/noExplicitAny: an answer of the API, of whatever was asked
      data: any;
    }>;
  const revisionOf = async (): Promise<number> =>
    (await does(`{ catalog(id: "${CATALOG}") { draft { revision } } }`, {})).data.catalog.draft.revision;
  const puts = async (entry: object) => {
    const input = {
      catalog: CATALOG,
      expectedRevision: await revisionOf(),
      entries: [entry],
      reason: '修订',
    };
    const { data } = await does(PUT, input);
    expect(data.putEntries.userErrors).toEqual([]);
  };
  const says = async (reason: string, button: string) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('办理事由').fill(reason);
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  };

  it('tells an editor rule by rule what is wrong at which entry, and is handed in', async () => {
    await become('钱进');
    await does(OPEN, { catalog: CATALOG, reason: '年度修订' });
    await puts(SAME);
    await open(`#/drafts/${CATALOG}/check`);
    await sees('检查结果');
    await page.getByRole('heading', { name: /PR-01/ }).waitFor();
    await page
      .getByText(/条目 9\.1/)
      .first()
      .waitFor();
    await sees(/还有 \d+ 处须改正/);
    await look('draft-check-wrong');
    await puts({ code: '9.1', basis: [{ document: '太原市泉域水资源保护条例', article: '第十条' }] });
    await open(`#/drafts/${CATALOG}/check`);
    await sees(/\d+ 处须由发布人员确认/);
    expect(await page.getByRole('heading', { name: /PR-01/ }).count()).toBe(0);
    await press('提交审核');
    await look('draft-submit');
    await says('请审核', '提交');
    await sees('审核中');
    // Who handed it in is not offered to publish it, and is told who may.
    await sees(/另一位发布人员办理，钱进 除外/);
    expect(await page.getByRole('button', { name: '发布…' }).count()).toBe(0);
  });

  it('is sent back by a publisher with a comment at an entry', async () => {
    await become('周宁');
    await open('#/waiting');
    await sees('待发布草案');
    await look('waiting');
    await page.getByRole('link', { name: '审阅' }).click();
    await page.getByRole('link', { name: '逐条审阅变动，写下意见' }).click();
    await sees(/新增 1/);
    await page.getByRole('button', { name: '写意见 9.1' }).click();
    await page.getByLabel('对条目 9.1 的意见').fill('与 1.1 重复，请说明');
    await look('draft-compare');
    await page.getByRole('link', { name: '返回办理（已写 1 条意见）' }).click();
    await press('退回…');
    await page.getByRole('dialog').getByText('与 1.1 重复，请说明').waitFor();
    await look('draft-return');
    await says('请按意见修改', '退回');
    await sees('编制中');
    await become('钱进');
    await open(`#/drafts/${CATALOG}/check`);
    await page.getByRole('listitem').filter({ hasText: '与 1.1 重复，请说明' }).waitFor();
    await press('提交审核');
    await says('保留：与上位法一致', '提交');
    await sees('审核中');
  });

  it('is published by keys alone, each warning accepted with its reason, and the days are counted', async () => {
    await become('周宁');
    await open(`#/drafts/${CATALOG}/check?from=${IN_A_YEAR}`);
    await sees(/处须确认，还有 \d+ 处/);
    const publish = page.getByRole('button', { name: '发布…' });
    expect(await publish.isDisabled()).toBe(true);
    const to = async (name: RegExp) => {
      for (let step = 0; step < 80; step++) {
        await page.keyboard.press('Tab');
        if (name.test(await page.evaluate(FOCUSED))) return;
      }
      throw new Error(`no way by Tab to ${name}`);
    };
    const warnings = await page.getByLabel('确认理由').count();
    expect(warnings).toBeGreaterThan(0);
    for (let one = 0; one < warnings; one++) {
      await to(/^确认理由/);
      await page.keyboard.type('与上位法保持一致');
    }
    await look('draft-publish');
    // Nothing is published by what was checked for another day.
    for (const day of ['2099-01-01', IN_A_YEAR]) {
      expect(await publish.isEnabled()).toBe(true);
      await page.getByLabel('拟生效日期').fill(day);
      expect(await publish.isDisabled()).toBe(true);
      await expect.poll(() => publish.isEnabled()).toBe(true);
    }
    await to(/^发布…/);
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/还有 36[56] 天/)
      .waitFor();
    await page.getByRole('dialog').getByText('与上位法保持一致').first().waitFor();
    await look('draft-publish-dialog');
    await to(/^办理事由/);
    await page.keyboard.type('市政府常务会议通过');
    await to(/^取消/);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await sees(`第 3 版已发布，${IN_A_YEAR} 生效`);
    await page.getByRole('listitem').filter({ hasText: '第 3 版' }).getByText('待生效').waitFor();
    await look('draft-published');
  });

  it('has a history that is filtered, read step by step and verified', async () => {
    await open(`#/history/${CATALOG}`);
    await page.getByRole('combobox', { name: /^操作/ }).selectOption({ label: '退回草案' });
    await page.getByLabel('操作人').fill('周宁');
    await press('查询');
    await page.getByRole('row').filter({ hasText: '退回草案' }).click();
    await page.getByRole('complementary').getByText('对条目 9.1 的意见：“与 1.1 重复，请说明”').waitFor();
    await expect.poll(() => page.getByRole('row').filter({ hasText: '钱进' }).count()).toBe(0);
    await press('核对全部记录');
    await sees(/完整|未被改动|核对无误/);
    await look('history');
    await open(`#/history/${CATALOG}?action=PUBLISH_DRAFT&entry=1.2`);
    await page.getByRole('row').filter({ hasText: '确认理由：“与上位法保持一致”' }).waitFor();
    await open('#/history');
    await sees('太原市产业准入和投资门槛目录');
    await look('histories');
  });

  it('loses a version that is still to come once a second person confirms it, and awaits it nowhere', async () => {
    await become('钱进');
    await does(PROPOSE, { catalog: CATALOG, number: 3, effectiveFrom: IN_A_YEAR, reason: '上位法已修改' });
    await become('周宁');
    await open('#/waiting');
    await sees('上位法已修改');
    await press(/^确认$/);
    await says('情况属实', '确认');
    await open(`#/drafts/${CATALOG}/check`);
    const gone = page.getByRole('listitem').filter({ hasText: '第 3 版' });
    await gone.getByText(`自 ${IN_A_YEAR} 起撤回`).waitFor();
    expect(await gone.getByText(/待生效|还有/).count()).toBe(0);
    await open(`#/catalogs/${CATALOG}?on=${IN_TWO_YEARS}`);
    await page.getByRole('heading', { name: '第 2 版' }).waitFor();
    await open(`#/catalogs/${CATALOG}?on=2020-01-01`);
    await sees('2020-01-01 没有现行有效的版本');
  });

  it('says at once that somebody else has changed the draft that one looks at', async () => {
    await become('钱进');
    await does(OPEN, { catalog: CATALOG, reason: '再修订' });
    await open(`#/drafts/${CATALOG}/check`);
    await sees('检查结果');
    const other = await context.newPage();
    await other.goto(`${url}/`);
    await other.getByRole('button', { name: '登录' }).click();
    await other.getByRole('link', { name: '周宁' }).click();
    await other.getByRole('button', { name: '退出' }).waitFor();
    const input = { catalog: CATALOG, number: 2, effectiveFrom: IN_A_YEAR, reason: '依据有变' };
    await other.evaluate(`(${ASK})(${JSON.stringify([PROPOSE, input])})`);
    await other.close();
    await sees(/周宁 于 .* 办理了“提请”（依据有变）/);
    await press('载入最新内容');
    await expect.poll(() => page.getByText('载入最新内容').count()).toBe(0);
    await does(DISCARD, { catalog: CATALOG, expectedRevision: await revisionOf(), reason: '暂缓' });
  });

  it('has a register: a zone is added on its tree, and closed by one admin with the word of another', async () => {
    await become('赵管');
    await open('#/register');
    await press(/^尖草坪区\s*县级/);
    await look('register');
    await press('新增园区…');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('生效日期').fill(IN_A_YEAR);
    await dialog.getByLabel('代码').fill('browser-park');
    await dialog.getByLabel('名称', { exact: true }).fill('尖草坪试验园区');
    // Words that catalogs test already, and an industry in everyday words.
    for (const [typed, found] of [
      ['fine', 'fine-chemicals（名录中已有）'],
      ['面包', /^1411/],
    ] as const) {
      await dialog.getByRole('combobox', { name: '添加产业定位' }).fill(typed);
      await dialog.getByRole('button', { name: found }).click();
    }
    await look('register-zone');
    await says('省政府批复设立', '登记');
    await sees('已登记。');
    // What is registered for a later day stands on the tree of that day.
    await page.getByRole('searchbox').fill('shiyan');
    await sees('没有符合的园区');
    await page.getByLabel('截至').fill(IN_A_YEAR);
    await page.getByRole('button', { name: /^尖草坪试验园区/ }).waitFor();
    await look('register-later');
    await press(/^尖草坪试验园区/);
    await page.getByRole('heading', { name: '尖草坪试验园区' }).waitFor();
    await sees('登记沿革');
    await sees('fine-chemicals、1411 糕点、面包制造');
    await look('register-record');
    await press('变更…');
    const from = dialog.getByLabel('生效日期');
    const day = await from.inputValue();
    await from.fill('');
    await dialog.getByLabel('上级', { exact: true }).fill('changzhi');
    await dialog.getByRole('button', { name: '长治市 市级' }).click();
    await dialog.getByRole('status').getByText('长治市').waitFor();
    await dialog.getByRole('button', { name: '在树上选' }).click();
    await look('register-move');
    await dialog.getByRole('button', { name: '吕梁市 市级' }).click();
    await dialog.getByRole('status').getByText('吕梁市').waitFor();
    await from.fill(day);
    await says('划转', '登记');
    await page.getByRole('link', { name: '去“待确认”' }).click();
    await sees(/上级.*吕梁市/);
    await press('撤销提请');
    await says('暂缓', '撤销提请');
    await page.goBack();
    for (const [act, name] of [
      ['变更…', 'register-change'],
      ['新增园区…', 'register-zone-below'],
    ] as const) {
      await press(act);
      await look(name);
      // Also of a zone that begins later: what its catalogs define is asked as of then.
      expect(await page.locator('[role=alert]').count()).toBe(0);
      await press('取消');
    }
    await press('撤销…');
    await look('register-close');
    await page.getByRole('dialog').getByLabel('自何日起撤销').fill(IN_TWO_YEARS);
    await says('并入相邻园区', '提请撤销');
    await sees('已提请，由另一位管理人员确认后生效。');
    await become('孙理');
    await open('#/waiting');
    await page.getByText('尖草坪试验园区').first().waitFor();
    await look('waiting-proposal');
    await press(/^确认$/);
    await says('情况属实', '确认');
    await open('#/history/register');
    await page.getByRole('row').filter({ hasText: '并入相邻园区' }).first().waitFor();
  });

  it('had nothing to complain about, kept its policy, and fetched nothing elsewhere', () => {
    expect(trouble).toEqual([]);
  });
});

const daysOn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const IN_A_YEAR = daysOn(366);
const IN_TWO_YEARS = daysOn(732);

const OPEN = 'mutation ($input: OpenDraftInput!) { openDraft(input: $input) { userErrors { message } } }';
const PUT = 'mutation ($input: PutEntriesInput!) { putEntries(input: $input) { userErrors { message } } }';
const PROPOSE =
  'mutation ($input: ProposeWithdrawalInput!) { proposeWithdrawal(input: $input) { userErrors { message } } }';
const DISCARD =
  'mutation ($input: DiscardDraftInput!) { discardDraft(input: $input) { userErrors { message } } }';

const ASK = `async ([query, input]) => {
  const { token } = JSON.parse(sessionStorage.session);
  const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + token };
  const body = JSON.stringify({ query, variables: query.startsWith('mutation') ? { input } : {} });
  return (await fetch('officer/graphql', { method: 'POST', headers, body })).json();
}`;

const FOCUSED = `(() => {
  const focused = document.activeElement;
  return (focused.closest('label') ?? focused.labels?.[0] ?? focused).textContent.trim();
})()`;
