import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Written, workbookOf } from '../files/written-files.ts';
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
const listOf = (projects: readonly Readonly<Record<string, Written>>[]): Promise<Uint8Array> => {
  const headers = Object.keys(projects[0]!);
  return workbookOf([headers, ...projects.map((one) => headers.map((header) => one[header] ?? null))]);
};
const LIST = [
  project('1', '供热站', '4430', { 建设目的: '公用工程配套' }),
  project('2', '食品厂', '1411'),
  project('3', '有机中间体', '2614', {
    园区编号: 'zone_sample-lingnan',
    危险化学品建设项目: '是',
  }),
  project('4', '造粒车间', '2614', Object.fromEntries(Object.keys(PLAIN).slice(3).map((key) => [key, null]))),
  project('5', '行业不明', '9999'),
  project('6', '投资约数', '4430', { 建设目的: '公用工程配套', '总投资（万元）': '约500' }),
];

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
    const { readFile } = await import('node:fs/promises');
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
    await sees('按上次确认的对应关系');
    await press('提交判定（6 行）');
    await sees('6 行已全部提交并判定');
  });

  it('shows the results', async () => {
    await page.getByRole('tab', { name: '结果' }).waitFor();
    await sees('供热站');
    const t = await page.locator('main').innerText();
    globalThis.console.log(t);
    await look('batch-results');
  });
});

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly unknown[])[];
}
