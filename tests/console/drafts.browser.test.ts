import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserHere } from '../local/browser.ts';
import { type ConsolePage, openConsole } from './console-page.ts';

describe.runIf(browserHere('drafts') !== null)('a draft, as an editor makes it', () => {
  let console: ConsolePage;
  let { page, trouble, open, press, sees, signIn, look } = {} as ConsolePage;

  beforeAll(async () => {
    console = await openConsole();
    ({ page, trouble, open, press, sees, signIn, look } = console);
  }, 180_000);

  afterAll(() => console?.end());

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

  it('had nothing to complain about', () => {
    expect(trouble).toEqual([]);
  });
});
