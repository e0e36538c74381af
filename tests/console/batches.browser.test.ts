import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../services/domain/values/day.ts';
import { csvOf, type Written, workbookOf } from '../files/written-files.ts';
import { browserHere } from '../local/browser.ts';
import { temporaryFolder } from '../local/local-server.ts';
import { times } from '../testkit/times.ts';
import { type ConsolePage, openConsole } from './console-page.ts';

const CHEMICAL_PARK = 'zone_sample-yunfen-chem';

/** What every project here states, by the headers of a form; 计划投入 is no word that anybody knows. */
const PLAIN: Readonly<Record<string, Written>> = {
  园区编号: CHEMICAL_PARK,
  建设性质: '新建',
  活动类型: '生产',
  国家产业政策类别: '允许类',
  危险化学品建设项目: '否',
  涉及可燃性粉尘: '否',
  劳动密集型: '否',
  年综合能源消费量: '600 tce',
  危险化学品重大危险源级别: '不构成重大危险源',
  厂界外500米内常住人口: 0,
  危险化学品及设计最大量: '无',
  产品及产能: '无',
  建设目的: '无',
  '总投资（万元）': 30000,
  计划投入: 28000,
  '设备投资（万元）': 12000,
  '用地面积（亩）': 60,
  '亩均税收（万元/亩）': 25,
  锅炉燃料: '天然气',
};
const project = (ref: string, name: string, industry: string, more: typeof PLAIN = {}) => ({
  序号: ref,
  项目名称: name,
  建设单位: `${name}公司`,
  行业代码: industry,
  ...PLAIN,
  ...more,
});
type Projects = readonly Readonly<Record<string, Written>>[];
const rowsOf = (projects: Projects) => {
  const headers = Object.keys(projects[0]!);
  return [headers, ...projects.map((one) => headers.map((header) => one[header] ?? null))];
};
const listOf = (projects: Projects): Promise<Uint8Array> => workbookOf(rowsOf(projects));
const cellsOf = (projects: Projects) =>
  rowsOf(projects).map((cells) => cells.map((cell) => String(cell ?? '')));
const LIST = [
  project('1', '供热站', '4430', { 建设目的: '公用工程配套' }),
  project('2', '食品厂', '1411'),
  project('3', '有机中间体', '2614', {
    园区编号: 'zone_sample-lingnan',
    危险化学品建设项目: '是',
  }),
  project(
    '4',
    '造粒车间',
    '2614',
    Object.fromEntries(
      Object.keys(PLAIN)
        .slice(3)
        .map((key) => [key, null]),
    ),
  ),
  project('5', '行业不明', '9999'),
  project('6', '投资约数', '4430', { 建设目的: '公用工程配套', '总投资（万元）': '约500' }),
];

/** Rows of an office's year. */
const A_YEAR = times(2_000, 20_000);

const LONG = { timeout: 600_000 };

describe.runIf(browserHere('batches') !== null)('batches, as an office uses them', () => {
  let console: ConsolePage;
  let { page, trouble, open, press, sees, signIn, look } = {} as ConsolePage;
  let folder: string;
  const choose = (name: string, on: Page = page) =>
    on.locator('input[type=file]').first().setInputFiles(join(folder, name));
  const downloaded = async (act: () => Promise<void>): Promise<readonly Sheet[]> => {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    const file = join(folder, `got-${download.suggestedFilename()}`);
    await download.saveAs(file);
    return (await readXlsx(new Uint8Array(await readFile(file)))).sheets as readonly Sheet[];
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    await writeFile(join(folder, '来件.xlsx'), await listOf(LIST));
    console = await openConsole();
    ({ page, trouble, open, press, sees, signIn, look } = console);
  }, 180_000);

  afterAll(() => console?.end());

  it('shows what each column is taken for, and takes a word that nobody knows for what somebody says', async () => {
    await open('#/batches');
    await signIn('李夏');
    await sees('还没有批次');
    await page.getByRole('link', { name: '新批次' }).click();
    await choose('来件.xlsx');
    await sees('6 行待判定');
    await sees('约数');
    await look('batch-mapping');
    const column = page.getByLabel('“计划投入”读作');
    expect(await column.inputValue()).toBe('');
    await column.selectOption({ label: '固定资产投资' });
    await page.getByLabel('“计划投入”的单位').selectOption('万元');
    await sees('按已确认的对应关系');
    await press('提交判定（6 行）');
    await sees('6 行已全部提交并判定');
  });

  it('shows the results by outcome and missing fact, and the verdict of one row', async () => {
    const rows = page.locator('tr[data-row]');
    await expect.poll(() => rows.count()).toBe(6);
    await look('batch-results');
    await press(/^不予准入/);
    await expect.poll(() => rows.count()).toBe(1);
    await sees('有机中间体');
    await press('清除筛选');
    await page.getByLabel('名称、代码').fill('造粒');
    await expect.poll(() => rows.count()).toBe(1);
    await press('清除筛选');
    await press('首次批准（备案）日期');
    await expect.poll(() => rows.count()).toBe(2);
    await press('清除筛选');
    await press('有机中间体');
    await page.getByRole('complementary').getByText('决定结论的条款').waitFor();
    await look('batch-row');
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
  });

  it('asks of the applicants what is missing', async () => {
    await page.getByRole('tab', { name: '要问的问题' }).click();
    await sees('先问哪些事项');
    await page.getByText('造粒车间', { exact: false }).first().click();
    await look('batch-questions');
    await press(/复制所列 2 个项目的清单/);
    await sees('已复制');
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(
      /造粒车间公司 造粒车间：请补充以下情况。\n1\. /,
    );
    await page.getByLabel('分组').selectOption({ label: '按条目' });
    await page.locator('section h3').first().waitFor();
    await page.getByRole('tab', { name: '结果' }).click();
  });

  it('decides what was selected after a summary, with what an authority has confirmed', async () => {
    await press('食品厂');
    await page.getByLabel('认定结果').selectOption({ label: '同意适用除外情形' });
    await press('记下认定');
    await sees('请填写认定文件。');
    await page.getByLabel('认定文件').fill('示例市准入认定〔2026〕3号');
    await press('记下认定');
    await page.getByRole('complementary').getByText('按以上认定，结论为').waitFor();
    await look('batch-confirm');
    await page.keyboard.press('Escape');
    for (const name of ['供热站', '食品厂']) await page.getByLabel(`选择“${name}”`).check();
    await press('办理所选 2 行');
    await look('batch-decide');
    await press('作出决定（2 行）');
    await sees('已有决定 2 行。');
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    await expect.poll(() => page.getByRole('link', { name: '已决定' }).count()).toBe(2);
    await page.getByRole('link', { name: '已决定' }).nth(1).click();
    await page
      .getByRole('heading', { name: /可以准入|准予准入|准入决定/ })
      .first()
      .waitFor();
    await page.goBack();
  });

  it('decides all that are settled, each once', async () => {
    await press('批量办理…');
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await press(/^作出决定/);
    await sees('已有决定 3 行。');
    await dialog.getByRole('button', { name: '关闭' }).click();
    await expect.poll(() => page.getByRole('link', { name: '已决定' }).count()).toBe(4);
  });

  it('hands back the workbook of the office with what every row came to', async () => {
    const [list, , faults] = await downloaded(() => press('下载结果表'));
    const at = list!.rows[0]!.indexOf('准入结论');
    expect(list!.rows.slice(1).map((row) => row[at])).toEqual([
      '可以准入',
      '须报主管部门研究决定',
      '不予准入',
      '材料不足，尚不能判定',
      '材料不足，尚不能判定',
      '可以准入',
    ]);
    expect(list!.rows[0]!.slice(0, 3)).toEqual(['序号', '项目名称', '建设单位']);
    expect(faults!.rows.slice(1).map((row) => row[3])).toEqual(['9999', '约500']);
  });

  it('says what has changed since another batch', async () => {
    const again = [LIST[1]!, LIST[2]!, { ...LIST[0]!, 行业代码: '1411', 建设目的: '无' }];
    await writeFile(join(folder, '再来件.csv'), csvOf(cellsOf(again)));
    await open('#/batches/new');
    await choose('再来件.csv');
    // What was confirmed is kept for the next file of the same shape.
    await sees('按已确认的对应关系');
    expect(await page.getByLabel('“计划投入”读作').inputValue()).toBe('fixedAssetInvestment');
    await press('提交判定（3 行）');
    await sees('3 行已全部提交并判定');
    await page.getByRole('tab', { name: '与其他批次比较' }).click();
    await page.getByLabel('与哪个批次比较').selectOption({ index: 1 });
    await sees('1 个项目结论有变化，2 个不变');
    await look('batch-compare');
    await open('#/batches');
    await expect.poll(() => page.locator('tr[data-row]').count()).toBe(2);
    // Made on the day that it is assessed for, as days are counted here.
    expect((await page.locator('tr[data-row]').first().innerText()).split(dayOf(new Date()))).toHaveLength(3);
    await look('batch-list');
  });

  it('sends by halves what is too heavy for one request, and goes on with it after a reload', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => project(String(at + 1), `项目${at + 1}`, '4430'));
    await writeFile(join(folder, '重.xlsx'), await listOf(rows));
    let cut = true;
    const heavy = async (route: Route) => {
      const { query, variables } = route.request().postDataJSON();
      if (!query.includes('addToBatch')) return route.continue();
      const { rows: some, index } = variables.input;
      const error = { code: 'CHUNK_TOO_HEAVY', zh: '过重', en: 'too heavy', message: '过重' };
      if (some.length > 20)
        return route.fulfill({ json: { data: { addToBatch: { chunk: null, userErrors: [error] } } } });
      // What is left over of it does not come through until the page is loaded anew.
      return index > 0 && cut ? route.abort() : route.continue();
    };
    await console.context.route('**/officer/graphql', heavy);
    await open('#/batches/new');
    await choose('重.xlsx');
    await press('提交判定（50 行）');
    // Half of a half, or less where a machine is too busy for that.
    await sees(/^[1-9]\d* \/ 50 行/);
    cut = false;
    await page.reload();
    await sees('50 行已全部提交并判定');
    await console.context.unroute('**/officer/graphql', heavy);
    // The browser itself complains of the request that was cut off.
    trouble.length = 0;
    const [list] = await downloaded(() => press('下载结果表'));
    const at = list!.rows[0]!.indexOf('准入结论');
    expect(list!.rows.slice(1).filter((row) => row[at])).toHaveLength(50);
  });

  it(
    `goes on by itself where it was when the page is loaded anew, with ${A_YEAR} rows`,
    async () => {
      await writeFile(join(folder, '年度.csv'), csvOf(cellsOf(manyProjects(A_YEAR))));
      await open('#/batches/new');
      await choose('年度.csv');
      const hold = await holdingBack(page, A_YEAR / 2);
      await page.getByRole('button', { name: `提交判定（${A_YEAR} 行）` }).click(LONG);
      await hold.reached;
      await sees(/已收存|正在提交/);
      await page.reload();
      await hold.release();
      await page.getByText(`${A_YEAR} 行已全部提交并判定`).waitFor(LONG);
      await sees(`已收存 ${A_YEAR} 行`);
      // No more of the list lies in this browser than before.
      expect(await page.evaluate('sessionStorage.getItem("kept-list")')).toBeNull();
    },
    LONG.timeout,
  );

  it('is gone on with by another person of the office, with the same file and no other', async () => {
    await writeFile(join(folder, '季度.xlsx'), await listOf(manyProjects(300)));
    const hold = await holdingBack(page, 100);
    await open('#/batches/new');
    await choose('季度.xlsx');
    await press('提交判定（300 行）');
    await hold.reached;
    await press('暂停');
    // It stays stopped until somebody goes on.
    await page.getByRole('button', { name: '继续提交' }).waitFor();
    const { hash } = new URL(page.url());
    // Those on their way are lost with the page of who leaves.
    await press('退出');
    await page.getByRole('button', { name: '登录' }).waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await hold.release();
    await open(hash);
    await signIn('何梅');
    await sees('选择同一个文件即可接着提交');
    await look('batch-go-on');
    await choose('再来件.csv');
    await sees('读出的内容与本批次已提交的不同');
    await choose('季度.xlsx');
    await sees('300 行已全部提交并判定');
    await sees('已收存 300 行');
  });

  it('makes the workbook of a batch that this page has not sent from its file', async () => {
    await page.reload();
    await press('下载结果表');
    await look('batch-workbook');
    const [list] = await downloaded(() => choose('季度.xlsx'));
    const at = list!.rows[0]!.indexOf('准入结论');
    expect(list!.rows.slice(1).every((row) => row[at])).toBe(true);
    expect(list!.rows).toHaveLength(301);
  });

  it('hands out the template of a zone', async () => {
    await open('#/batches/new');
    await page.getByLabel('所属园区').selectOption(CHEMICAL_PARK);
    const [sheet] = await downloaded(() => press('下载该园区的模板'));
    expect(sheet!.rows[0]).toEqual(expect.arrayContaining(['锅炉燃料', '项目名称']));
  });

  it('says of a list without a project that it may be the wrong file', async () => {
    await writeFile(join(folder, '空表.csv'), '项目名称,行业代码\n');
    await choose('空表.csv');
    await sees('工作表 CSV 的表头在第 1 行，其下没有一行是项目');
  });

  it('was refused nothing by its policy and fetched nothing from elsewhere', () => {
    expect(trouble).toEqual([]);
  });
});

const manyProjects = (count: number): Projects =>
  Array.from({ length: count }, (_, at) =>
    project(String(at + 1), `项目${at + 1}`, ['4430', '1411', '2614', '3983'][at % 4]!, {
      ...(at % 3 === 0 && { 建设目的: '公用工程配套' }),
      ...(at % 7 === 0 && { 劳动密集型: null }),
    }),
  );

/** Holds back what is sent of a list once so many of its rows are in, until it is let go: it never comes in. */
async function holdingBack(page: Page, rows: number) {
  let through = 0;
  let reach = () => {};
  const reached = new Promise<void>((done) => (reach = done));
  await page.route('**/officer/graphql', async (route) => {
    const body = route.request().postDataJSON() as {
      query: string;
      variables: { input?: { rows?: unknown[] } };
    };
    const sent = body.query.includes('addToBatch') ? (body.variables.input?.rows?.length ?? 0) : 0;
    if (sent === 0 || through < rows) {
      through += sent;
      await route.continue();
    } else reach();
  });
  return { reached, release: () => page.unrouteAll({ behavior: 'ignoreErrors' }) };
}

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly unknown[])[];
}
