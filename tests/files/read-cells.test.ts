import { describe, expect, it } from 'vitest';
import {
  partsOfWorkbook,
  rowOf,
  rowsIn,
  sheetXml,
  utf8,
  type Written,
  workbookOf,
  zipOf,
} from './written-files.ts';

describe('numbers', () => {
  it.each<[Written, { number: string; unit: string }]>([
    [1234.5, { number: '1234.5', unit: '万元' }],
    [0.1 + 0.2, { number: '0.3', unit: '万元' }],
    ['1,234.50', { number: '1234.50', unit: '万元' }],
    ['１２，３４５', { number: '12345', unit: '万元' }],
    [' 12 345 ', { number: '12345', unit: '万元' }],
    ['1.2亿元', { number: '1.2', unit: '亿元' }],
    ['500 万元', { number: '500', unit: '万元' }],
  ])('%j is read', async (value, totalInvestment) => {
    expect(await rowOf({ '总投资（万元）': value })).toMatchObject({
      stated: { facts: { totalInvestment } },
      codes: [],
    });
  });

  it.each<[Written, string]>([
    ['约500', 'CELL_APPROXIMATE'],
    ['500左右', 'CELL_APPROXIMATE'],
    ['500余万元', 'CELL_APPROXIMATE'],
    ['300-500', 'CELL_APPROXIMATE'],
    ['300～500万元', 'CELL_APPROXIMATE'],
    ['≥500', 'CELL_APPROXIMATE'],
    ['不低于 500 万元', 'CELL_APPROXIMATE'],
    ['about 500', 'CELL_APPROXIMATE'],
    ['1,2345', 'CELL_UNREAD'],
    ['1,5', 'CELL_UNREAD'],
    ['五百万元', 'CELL_UNREAD'],
    ['500(一期)', 'UNKNOWN_UNIT'],
    ['#N/A', 'CELL_UNREAD'],
    [true, 'CELL_UNREAD'],
    ['1.2亿', 'UNKNOWN_UNIT'],
    ['500亩', 'UNIT_OF_ANOTHER_KIND'],
    [-5, 'OUT_OF_RANGE'],
    ['1e6', 'UNKNOWN_UNIT'],
  ])('%j is not, and stays unknown', async (value, code) => {
    expect(await rowOf({ '总投资（万元）': value })).toEqual({
      stated: {},
      codes: [code],
      said: [expect.any(String)],
    });
  });

  it('alone say nothing where forms have several units', async () => {
    const { stated, said } = await rowOf({ 总投资: 50_000_000, 用地面积: 3, 年综合能耗: 10 });
    expect(stated).toEqual({});
    expect(said).toEqual([
      '工作表“表1”第 2 行“总投资”：“总投资”的值 50000000 没有注明单位。各地表格单位不一，请注明，如：元、万元、亿元。',
      '工作表“表1”第 2 行“用地面积”：“用地面积”的值 3 没有注明单位。各地表格单位不一，请注明，如：亩、m²、公顷、平方公里。',
      '工作表“表1”第 2 行“年综合能耗”：“年综合能源消费量”的值 10 没有注明单位。各地表格单位不一，请注明，如：tce、万tce、kgce、GJ。',
    ]);
    expect(await rowOf({ 厂界外500米内常住人口: '120人' })).toMatchObject({
      stated: { facts: { exposedPersons: { number: '120', unit: '人' } } },
    });
    expect(await rowOf({ 厂界外500米内常住人口: 0 })).toMatchObject({
      stated: { facts: { exposedPersons: '0' } },
    });
  });

  it.each<[string, number | Date, string]>([
    ['总投资（万元）', 12_000_000, '0!.0,'],
    ['总投资（万元）', 1.2, '0.0"亿元"'],
    ['总投资（万元）', 5, '#,##0.00"元"'],
    ['总投资（万元）', 12_000, '#,##0,'],
    ['受理日期', new Date('2026-11-01T00:00:00Z'), 'yyyy"年"m"月"'],
  ])(
    '%s: %s shown as %s is not what its author reads there, and stays unknown',
    async (header, value, format) => {
      expect(await rowOf({ [header]: { value, format } })).toEqual({
        stated: {},
        codes: [expect.any(String)],
        said: [expect.stringContaining(format)],
      });
    },
  );

  it.each<[string, number | Date, string, object]>([
    [
      '总投资（万元）',
      12_000,
      '#,##0.00_);[Red](#,##0.00)',
      { facts: { totalInvestment: { number: '12000', unit: '万元' } } },
    ],
    [
      '总投资（万元）',
      12_000,
      '_ "¥"* #,##0.00_ ',
      { facts: { totalInvestment: { number: '12000', unit: '万元' } } },
    ],
    ['受理日期', new Date('2026-11-23T00:00:00Z'), 'yyyy"年"m"月"d"日"', { on: '2026-11-23' }],
    ['受理日期', new Date('2026-11-23T00:00:00Z'), 'm/d', { on: '2026-11-23' }],
  ])('%s: %s shown as %s is', async (header, value, format, stated) => {
    expect(await rowOf({ [header]: { value, format } })).toEqual({ stated, codes: [], said: [] });
  });

  it.each(['', '  ', '—', '/', '-', '不详', '未知', '\u3000\u200b'])(
    '%j says nothing, which is no fault',
    async (value) => {
      expect(await rowOf({ '总投资（万元）': value })).toEqual({ stated: {}, codes: [], said: [] });
    },
  );

  it('do for codes only while no digit is lost', async () => {
    expect(await rowOf({ 统一社会信用代码: 911408020000000000, 建设性质: '新建' })).toMatchObject({
      stated: { natures: ['NEW_BUILD'] },
      codes: ['CELL_LOST_DIGITS'],
    });
  });
});

describe('industries', () => {
  it.each<[Readonly<Record<string, Written>>, readonly string[]]>([
    [{ 行业代码: 'C2614' }, ['2614']],
    [{ 行业代码: 2614 }, ['2614']],
    [{ 行业代码: '２６１４ 有机化学原料制造' }, ['2614']],
    [{ 行业代码: '2614、2669' }, ['2614', '2669']],
    [{ 国标行业: '铁合金冶炼', 国标行业代码: '3140' }, ['3140']],
    [{ 国标行业: '3140 铁合金冶炼', 国标行业代码: 'C3140' }, ['3140']],
  ])('%j', async (cells, industries) => {
    expect(await rowOf(cells)).toEqual({ stated: { industries }, codes: [], said: [] });
  });

  it.each<[Readonly<Record<string, Written>>, string]>([
    [{ 行业代码: '铁合金冶炼' }, 'UNKNOWN_INDUSTRY'],
    [{ 行业代码: 511 }, 'AMBIGUOUS_NUMBER'],
    [{ 国标行业: '钢压延加工', 国标行业代码: '3140' }, 'INDUSTRY_NAME_OF_2011'],
    [{ 国标行业: '3130 钢压延加工', 国标行业代码: '3140' }, 'CELL_UNREAD'],
    [{ 行业代码: '3140', 国标行业代码发布年代: '2002' }, 'CELL_UNREAD'],
  ])('%j stays unknown', async (cells, code) => {
    const { stated, codes } = await rowOf(cells);
    expect([stated.industries, codes[0]]).toEqual([undefined, code]);
  });

  it('are stated with the edition that a column or the cell has', async () => {
    expect(await rowOf({ 行业代码: '3150', 国标行业代码发布年代: 2011 })).toMatchObject({
      stated: { industries: ['3150'], industryEdition: '2011' },
      codes: [],
    });
    expect(await rowOf({ 行业代码: '3150 GB/T 4754-2011' })).toMatchObject({
      stated: { industries: ['3150'], industryEdition: '2011' },
    });
  });
});

describe('days', () => {
  it.each<[Written, string]>([
    [new Date('2026-11-23T00:00:00Z'), '2026-11-23'],
    [46_349, '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026/1/3', '2026-01-03'],
    ['2026.11.23', '2026-11-23'],
    ['20261123', '2026-11-23'],
    ['2026年1月3日', '2026-01-03'],
    ['２０２６年１１月２３日', '2026-11-23'],
    ['2026-11-23 08:30:00', '2026-11-23'],
  ])('%s is read', async (value, on) => {
    expect(await rowOf({ 受理日期: value })).toEqual({ stated: { on }, codes: [], said: [] });
  });

  it.each<[Written]>([['2026年11月'], ['2026-02-30'], ['11/23/2026'], [2026], ['2026年底'], [20_261_323]])(
    '%s is not',
    async (value) => {
      expect(await rowOf({ 受理日期: value })).toEqual({
        stated: {},
        codes: ['CELL_UNREAD'],
        said: [expect.any(String)],
      });
    },
  );

  it('a number is none where the workbook counts from 1904, nor in text', async () => {
    const sheet = `${sheetXml(['项目名称', '受理日期'])}<row><c t="inlineStr"><is><t>甲</t></is></c><c><v>46349</v></c></row>`;
    const parts = partsOfWorkbook(sheet).map((part) => ({
      ...part,
      content: String(part.content).replace('<sheets>', '<workbookPr date1904="1"/><sheets>'),
    }));
    for (const bytes of [zipOf(parts), utf8('项目名称,受理日期\n甲,46349\n')])
      expect(await rowsIn(bytes)).toMatchObject([
        { project: { name: '甲' }, faults: [{ column: '受理日期' }] },
      ]);
    expect(await rowsIn(zipOf(partsOfWorkbook(sheet)))).toMatchObject([
      { project: { on: '2026-11-23' }, faults: [] },
    ]);
  });

  it('an approval that never was is said in a word', async () => {
    expect(await rowOf({ 首次批准日期: '无' })).toMatchObject({
      stated: { earlierApproval: { none: true } },
    });
    expect(await rowOf({ 首次批准日期: '2024年3月1日' })).toMatchObject({
      stated: { earlierApproval: { approvedOn: '2024-03-01' } },
    });
  });
});

describe('choices', () => {
  it.each<[string, Written, object]>([
    ['建设性质', '技改', { natures: ['TECHNICAL_UPGRADE'] }],
    ['建设性质', '扩建、迁建', { natures: ['EXPANSION', 'RELOCATION'] }],
    ['建设性质', '改扩建', { natures: ['RECONSTRUCTION', 'EXPANSION'] }],
    ['活动类型', '生产/储存'.replace('/', '，'), { activities: ['PRODUCE', 'STORE'] }],
    ['产业政策类型', '允许', { facts: { nationalClass: 'PERMITTED' } }],
    ['重大危险源级别', '不构成重大危险源', { facts: { majorHazardLevel: 'NONE' } }],
    ['重大危险源级别', '三级', { facts: { majorHazardLevel: 'THREE' } }],
    ['危险化工工艺', '无', { facts: { processes: [] } }],
    ['涉及可燃性粉尘', '是', { facts: { combustibleDust: true } }],
    ['涉及可燃性粉尘', false, { facts: { combustibleDust: false } }],
  ])('%s %s', async (header, value, stated) => {
    expect(await rowOf({ [header]: value })).toEqual({ stated, codes: [], said: [] });
  });

  it.each<[string, Written]>([
    ['建设性质', '新建（迁建）'],
    ['建设性质', '新建、其他'],
    ['建设性质', '☑新建□扩建'],
    ['产业政策类型', '鼓励、允许'],
    ['产业政策类型', '无'],
    ['涉及可燃性粉尘', '部分'],
    ['危险化工工艺', '硝化等'],
  ])('%s %s stays unknown', async (header, value) => {
    expect(await rowOf({ [header]: value })).toEqual({
      stated: {},
      codes: ['CELL_UNREAD'],
      said: [expect.any(String)],
    });
  });
});

describe('identifiers', () => {
  it.each<[string, Written, object]>([
    ['项目代码', '2603 1411 2489 0534 6948', { projectCode: '2603-141124-89-05-346948' }],
    [
      '项目代码',
      '２６０３－１４１１２４－８９－０５－３４６９４８',
      { projectCode: '2603-141124-89-05-346948' },
    ],
    ['项目代码', '无', { projectCode: null }],
    ['统一社会信用代码', ' 91140802mak1uqkg7w', { unifiedSocialCreditCode: '91140802MAK1UQKG7W' }],
  ])('%s %s', async (header, value, stated) => {
    const bytes = await workbookOf([
      ['项目名称', '建设性质', header],
      ['甲', null, value],
    ]);
    expect((await rowsIn(bytes))[0]).toMatchObject({ project: stated, faults: [] });
  });
});
