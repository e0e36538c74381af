import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserHere } from '../local/browser.ts';
import { type ConsolePage, openConsole, UNHURRIED } from './console-page.ts';

describe.runIf(browserHere('drafts') !== null)('a draft, as an editor makes it', UNHURRIED, () => {
  let console: ConsolePage;
  let { page, trouble, open, press, sees, signIn, look } = {} as ConsolePage;

  beforeAll(async () => {
    console = await openConsole();
    ({ page, trouble, open, press, sees, signIn, look } = console);
  }, UNHURRIED.timeout);

  afterAll(() => console?.end());

  /** What another page of the console does: by its very API, as whoever is signed in. */
  const does = (query: string, input: object = {}) =>
    page.evaluate(`(${ASK})(${JSON.stringify([query, input])})`) as Promise<{
      // biome-ignore lint/suspicious/noExplicitAny: an answer of the API, of whatever was asked
      data: any;
    }>;
  const draft = async (fields: string) =>
    (await does(`{ catalog(id: "${CATALOG}") { draft { ${fields} } } }`)).data.catalog.draft;
  const entries = async () =>
    (
      await draft('entries(first: 9) { edges { node { code measure text { zh } remark { zh } } } }')
    ).entries.edges.map(({ node }: { readonly node: object }) => node);
  const others = async (changed: readonly object[]) => {
    const { revision } = await draft('revision');
    const input = { catalog: CATALOG, expectedRevision: revision, entries: changed, reason: '他人的修改' };
    expect((await does(PUT, input)).data.putEntries.userErrors).toEqual([]);
  };
  const seeds = async (count: number) => {
    const { revision: expectedRevision } = await draft('revision');
    let after: string | null = null;
    for (let at = 0; at < count; at += 1000) {
      const entries = Array.from({ length: 1000 }, (_, place) => ({
        code: `k${at + place}`,
        measure: 'PROHIBITED',
        text: { zh: `禁止新建第 ${at + place} 类项目` },
      }));
      const { data } = await does(STAGE, { catalog: CATALOG, expectedRevision, after, entries });
      after = data.stageEntries.staged.id as string;
    }
    await does(APPLY, { catalog: CATALOG, staged: after, reason: '大量条目' });
  };
  const copied = (cells: string) => page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(cells)})`);

  it('is open to those who may, and says who that is', async () => {
    await open('#/drafts');
    await sees('本页供编制人员、发布人员、管理人员使用');
    await signIn('钱进');
    await sees('山西省重点行业');
    await look('drafts');
  });

  it('begins with a catalog that one creates', async () => {
    await press('新建目录');
    await page
      .getByRole('dialog')
      .getByLabel('管辖区域')
      .selectOption({ label: '云汾开发区化工园区（示例）' });
    await page.getByRole('dialog').getByLabel('目录名称').fill('云汾化工园区禁限目录（试编）');
    await page.getByLabel('目录标识').fill('trial');
    await page.getByLabel('办理事由').fill('年度编制');
    await look('drafts-create');
    await page.getByRole('dialog').getByRole('button', { name: '新建目录' }).click();
    await page.getByRole('heading', { name: '云汾化工园区禁限目录（试编）' }).waitFor();
    await sees('没有条目');
  });

  it('takes a line of the law with its condition, exception and basis, and says what it means while it is built', async () => {
    await press('新增条目');
    const drawer = page.getByRole('complementary');
    await drawer
      .getByLabel('条目内容')
      .fill('新建、扩建总投资低于5亿元的有机化学原料项目，一律不得准入；列入国家专项的除外。');
    await drawer.getByRole('combobox', { name: '添加行业' }).fill('有机化学原料');
    await drawer.getByRole('button', { name: /2614/ }).click();
    await drawer.getByRole('combobox', { name: '添加建设性质' }).selectOption({ label: '新建' });
    await drawer
      .getByRole('button', { name: /写条件/ })
      .first()
      .click();
    await drawer.getByRole('combobox', { name: '事项' }).selectOption({ label: '总投资' });
    await drawer.getByRole('textbox', { name: '数值' }).fill('50000');
    await sees('总投资低于 50000 万元');
    await drawer
      .getByText(/总投资：.*万元/)
      .first()
      .waitFor();
    await look('drafts-entry');
    await drawer.getByRole('button', { name: '＋ 除外情形' }).click();
    await drawer.getByLabel('内容', { exact: true }).fill('列入国家专项的项目');
    await drawer.getByLabel('由主管部门一事一议').check();
    await drawer.getByRole('button', { name: '＋ 法律依据' }).click();
    await drawer.getByLabel('文件名称').fill('云汾化工园区产业准入管理办法');
    await drawer.getByLabel('条款').fill('第六条');
    await look('drafts-entry-whole');
    await press('保存');
    await page.getByRole('dialog').getByLabel('办理事由').fill('录入第六条');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await sees('已保存');
  });

  it('takes cells copied from a spreadsheet, tells of those that it cannot read, and gives all of it back', async () => {
    const rows = page.locator('tr[data-row]');
    const cells =
      '限制\t26、27\t"多行\n条文"\t总投资 低于 3000 万元\t办法｜第七条\n大概\t2614\t第二条\t总投资 约三千\t办法｜第八条\n';
    await copied(cells);
    await press('关闭');
    await page.getByLabel('1 措施').focus();
    await page.keyboard.press('Control+V');
    await sees('已粘贴 2 行');
    await sees('总投资低于 3000 万元');
    expect(await page.getByLabel('1 条目内容').inputValue()).toBe('多行\n条文');
    expect(await rows.count()).toBe(2);
    await sees('有 2 处不能识别');
    await sees('“大概”');
    expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
    await look('drafts-pasted');
    await press('撤销');
    await expect.poll(() => rows.count()).toBe(1);
    expect(await page.getByText('不能识别').count()).toBe(0);
    expect(await page.getByLabel('1 条目内容').inputValue()).toContain('总投资低于5亿元');
  });

  it('has the focus where the next key is meant for, however fast that comes', async () => {
    await page.getByRole('button', { name: '新增条目' }).focus();
    expect(await page.evaluate(OPENED)).toBe('ASIDE');
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await page.getByLabel('1 条目内容').focus();
    expect(await page.evaluate(WENT_ON)).toBe('2 条目内容');
    await press('撤销');
  });

  it('is written by keys alone', async () => {
    await page.getByRole('button', { name: '新增条目' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('2 编号').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    for (const typed of ['2614', '禁止新建光气生产项目']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(typed);
    }
    // Up to the line above in the same column, and back.
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.evaluate(FOCUSED)).toBe('1 条目内容');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(FOCUSED)).toBe('2 条目内容');
    expect(await page.getByLabel('2 行业').inputValue()).toBe('2614');
    await page.getByRole('button', { name: '保存', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('办理事由').focus();
    await page.keyboard.type('录入第二条');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await sees('已保存');
  });

  it('shows both texts where another has changed the same entry, and saves what was chosen of each', async () => {
    const save = async () => {
      await page.getByRole('button', { name: '保存', exact: true }).first().click();
      await page.getByRole('dialog').getByLabel('办理事由').fill('我的修改');
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    };
    await page.getByLabel('1 条目内容').fill('我写的一');
    await page.getByLabel('1 措施').selectOption('RESTRICTED');
    await others([
      { code: '1', text: { zh: '他写的一' }, remark: { zh: '他的备注' } },
      { code: '2', text: { zh: '他写的二' } },
    ]);
    await save();
    const merge = page.getByRole('dialog', { name: '这些条目在别处也有修改' });
    await merge.getByRole('row', { name: /备注.*他的备注/ }).waitFor();
    await look('drafts-merge');
    const button = merge.getByRole('button', { name: '合并', exact: true });
    expect(await button.isDisabled()).toBe(true);
    await merge
      .getByRole('row', { name: /条目内容/ })
      .getByRole('radio')
      .first()
      .check();
    await button.click();
    await expect.poll(entries).toEqual([
      { code: '1', measure: 'RESTRICTED', text: { zh: '我写的一' }, remark: { zh: '他的备注' } },
      { code: '2', measure: 'RESTRICTED', text: { zh: '他写的二' }, remark: null },
    ]);
    // The draft has it before its page says so, and nobody writes behind a dialog.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // What others did to another entry is on the page before anybody can write over it.
    await page.getByLabel('1 条目内容').fill('我又写一');
    await others([{ code: '2', text: { zh: '他又写二' } }]);
    await save();
    await expect.poll(() => page.getByLabel('2 条目内容').inputValue()).toBe('他又写二');
  });

  it('goes out as a workbook and comes in again: what changes and what the rules say first, then all or nothing', async () => {
    await page.getByRole('link', { name: '导入与导出' }).click();
    const [made] = await Promise.all([page.waitForEvent('download'), press(/^导出草案（2 条）/)]);
    const file = page.locator('input[type=file]:enabled');
    const give = async (given: Parameters<typeof file.setInputFiles>[0]) => {
      // As long as the draft is being read again nobody can.
      await file.waitFor({ state: 'attached' });
      await file.setInputFiles(given);
    };
    await give((await made.path())!);
    await sees('与草案一致，没有变动');
    await give(csv('条目编号,条目内容,限定条件', '1,改后的一,总投资 大概 三千万'));
    await sees('有 1 处不能识别，全部未录入');
    await look('drafts-import-wrong');
    await give(csv('条目编号,措施,条目内容', '1,限制,改后的一', '3,禁止,新增的三'));
    await sees('草案另有 1 条不在表中，保持不变');
    await page.getByRole('heading', { name: '录入后的检查结果' }).waitFor();
    expect(await page.getByLabel('变动内容').inputValue()).toContain('改后的一');
    await look('drafts-import');
    await press('录入 2 项变动');
    await page.getByRole('dialog').getByLabel('办理事由').fill('按表修改');
    await page.getByRole('dialog').getByRole('button', { name: '录入', exact: true }).click();
    await sees('已录入 2 项变动');
    // What the sheet has no column for is as it was.
    expect(await entries()).toMatchObject([
      { code: '1', text: { zh: '改后的一' }, remark: { zh: '他的备注' } },
      { code: '2' },
      { code: '3', text: { zh: '新增的三' } },
    ]);
    // What it defines comes in alike, and is there for the conditions of the next file.
    await give(csv('事项标识,事项名称,类型,单位,询问用语', 'trial.height,建筑高度,数值,米,建筑高度是多少？'));
    await sees('自定事项 1 项');
    expect(await page.getByLabel('变动内容').inputValue()).toContain('新增事项“建筑高度”');
    await press('录入 1 项变动');
    await page.getByRole('dialog').getByLabel('办理事由').fill('定义建筑高度');
    let release = () => {};
    const letGo = new Promise<void>((done) => (release = done));
    await page.route('**/officer/graphql', async (route) => {
      if (route.request().postData()?.includes('query DraftHead')) await letGo;
      await route.fallback();
    });
    await page.getByRole('dialog').getByRole('button', { name: '录入', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // The next file is held against the draft as it is now, or not at all.
    expect(await page.locator('input[type=file]').isEnabled()).toBe(false);
    release();
    await sees('已录入 1 项变动');
    await page.unrouteAll({ behavior: 'wait' });
    await give(csv('条目编号,限定条件', '1,trial.height〔建筑高度〕 超过 100 米'));
    await page.getByRole('button', { name: '录入 1 项变动' }).waitFor();
    expect(await page.getByLabel('变动内容').inputValue()).toContain('建筑高度超过 100 米');
    // What is marked goes out of the draft.
    await give(csv('事项标识,删除', 'trial.height,是', 'trial.depth,是'));
    await sees('标为删除 2 项：trial.height');
    await sees('其中 1 项草案中本来没有：trial.depth');
    await page.getByRole('button', { name: '录入 1 项变动' }).waitFor();
    expect(await page.getByLabel('变动内容').inputValue()).toContain('删除事项“建筑高度”');
  });

  it('loses a definition by keys alone, once it is shown what still uses it', async () => {
    const when = { number: { fact: 'trial.height', unit: '米', moreThan: '100' } };
    await others([{ code: '1', when }]);
    await open(`#/drafts/${CATALOG}/definitions`);
    const row = page.getByRole('row', { name: /建筑高度 trial\.height/ });
    await row.getByText('条目 1', { exact: true }).waitFor();
    await look('drafts-definitions');
    await row.getByRole('button', { name: /删除…/ }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '删除自定内容' });
    await dialog.getByText('删除事项“建筑高度”（trial.height）').waitFor();
    await dialog.getByRole('link', { name: '条目 1' }).waitFor();
    await look('drafts-definition-remove');
    await dialog.getByLabel('办理事由').focus();
    await page.keyboard.type('不再使用');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await sees('已办理：删除事项“建筑高度”（trial.height）。');
    await sees('本目录没有自定内容');
    expect(await draft('facts { key }')).toEqual({ facts: [] });
    await open(`#/drafts/${CATALOG}/history`);
    await page.getByRole('row').filter({ hasText: '删除事项“建筑高度”（trial.height）' }).waitFor();
    await others([{ code: '1', when: null }]);
  });

  it('tells of what the same person has done in another tab, and merges with that', async () => {
    await open(`#/drafts/${CATALOG}`);
    await page.getByLabel('1 条目内容').fill('第一个窗口写的');
    const other = await console.context.newPage();
    await other.goto(`${console.url}/`);
    await other.getByRole('button', { name: '登录' }).click();
    await other.getByRole('link', { name: '钱进' }).click();
    await other.getByRole('button', { name: '退出' }).waitFor();
    await other.goto(`${console.url}/#/drafts/${CATALOG}`);
    await other.getByLabel('1 条目内容').fill('第二个窗口写的');
    const saves = async (on: Page) => {
      await on.getByRole('button', { name: '保存', exact: true }).click();
      await on.getByRole('dialog').getByLabel('办理事由').fill('我的修改');
      await on.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    };
    await saves(other);
    await other.getByText('已保存').first().waitFor();
    await sees(/您于 .* 在另一个窗口办理了“.*”（我的修改）/);
    // Who did it is not told of it.
    expect(await other.getByText('在另一个窗口').count()).toBe(0);
    await saves(page);
    const merge = page.getByRole('dialog', { name: '这些条目在别处也有修改' });
    await merge
      .getByRole('row', { name: /第二个窗口写的/ })
      .getByRole('radio')
      .first()
      .check();
    await merge.getByRole('button', { name: '合并', exact: true }).click();
    await expect.poll(async () => (await entries())[0]).toMatchObject({ text: { zh: '第一个窗口写的' } });
    await expect.poll(() => page.getByText('在另一个窗口').count()).toBe(0);
    await other.getByText(/您于 .* 在另一个窗口办理了/).waitFor();
    await other.close();
  });

  it('holds 5,000 entries: they come in, scroll with few of them drawn, and one of the last is changed and saved', async () => {
    await seeds(5000);
    await open(`#/drafts/${CATALOG}`);
    await page.getByText('5003 条', { exact: true }).waitFor({ timeout: 180_000 });
    const table = page.getByRole('table', { name: '草案条目' });
    expect(await table.getAttribute('aria-rowcount')).toBe('5004');
    expect(await page.evaluate(SCROLLED)).toEqual({ most: 60, blank: 0 });
    await page.getByLabel('k4999 条目内容').fill('最后一条');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('dialog').getByLabel('办理事由').fill('改最后一条');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await sees('已保存');
  });

  it('had nothing to complain about', () => {
    expect(trouble).toEqual([]);
  });
});

const CATALOG = 'catalog_trial';
const csv = (...lines: readonly string[]) => ({
  name: '目录.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

const PUT = 'mutation ($input: PutEntriesInput!) { putEntries(input: $input) { userErrors { message } } }';
const STAGE = 'mutation ($input: StageEntriesInput!) { stageEntries(input: $input) { staged { id } } }';
const APPLY =
  'mutation ($input: ApplyStagedEditInput!) { applyStagedEdit(input: $input) { userErrors { message } } }';
const ASK = `async ([query, input]) => {
  const { token } = JSON.parse(sessionStorage.session);
  const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + token };
  const body = JSON.stringify({ query, variables: query.startsWith('mutation') ? { input } : {} });
  return (await fetch('officer/graphql', { method: 'POST', headers, body })).json();
}`;
/** Where the focus is before the browser can hear a key or draw. */
const OPENED = `(async () => {
  document.activeElement.click();
  for (let turn = 0; turn < 20; turn++) await null;
  return document.activeElement.tagName;
})()`;
const WENT_ON = `(() => {
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  return document.activeElement.getAttribute('aria-label');
})()`;
const FOCUSED = 'document.activeElement.getAttribute("aria-label")';

/** From the first row to the last in twenty steps: how many rows are drawn at most, and how often none is in sight. */
const SCROLLED = `(async () => {
  const scroller = document.querySelector('.scroller');
  const { left, top, height } = scroller.getBoundingClientRect();
  let [most, blank] = [0, 0];
  for (let step = 0; step <= 20; step++) {
    scroller.scrollTop = (scroller.scrollHeight * step) / 20;
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    most = Math.max(most, scroller.querySelectorAll('tr[data-row]').length);
    if (!document.elementFromPoint(left + 9, top + height / 2).closest('tr[data-row]')) blank++;
  }
  return { most, blank };
})()`;
