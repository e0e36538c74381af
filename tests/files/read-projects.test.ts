import { describe, expect, it } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { FileFault } from '../../services/domain/messages/file-faults.ts';
import { cellFaultText, readProjects } from '../../services/files/read-projects.ts';
import {
  csvOf,
  partsOfWorkbook,
  rowOf,
  rowsIn,
  sheetXml,
  utf8,
  type Written,
  workbookOf,
  zipOf,
} from './written-files.ts';

describe('a table is found by its headers', () => {
  const headers = ['项目代码', '项目名称', '建设单位', '国标行业代码', '建设性质', '总投资（万元）'];
  const project = ['2603-141124-89-05-346948', '硅铁项目', '甲公司', '3140', '新建', 12000];
  const read = {
    zone: 'zone_park',
    projectCode: '2603-141124-89-05-346948',
    name: '硅铁项目',
    applicant: '甲公司',
    industries: ['3140'],
    natures: ['NEW_BUILD'],
    facts: { totalInvestment: { number: '12000', unit: '万元' } },
  };

  it('on any sheet, below any title, with its rows as the spreadsheet numbers them', async () => {
    const bytes = await workbookOf(
      [['说明'], ['本表由各区县填报']],
      [['备案项目汇总表'], [null], headers, project, [null], project],
    );
    const { sheets, passedOver } = await readProjects(bytes, { reference, zone: 'zone_park' });
    expect([passedOver, sheets.map(({ name, headerRow }) => [name, headerRow])]).toEqual([
      ['表1'],
      [['表2', 3]],
    ]);
    expect((await rowsIn(bytes)).map(({ row, project: stated }) => [row, stated])).toEqual([
      [4, read],
      [6, read],
    ]);
  });

  it('in every sheet that has one', async () => {
    expect(await rowsIn(await workbookOf([headers, project], [headers, project, project]))).toHaveLength(3);
  });

  it.each([
    ['UTF-8', (text: string) => utf8(text)],
    ['UTF-8 with a byte order mark', (text: string) => utf8(`\ufeff${text}`)],
    ['tabs', (text: string) => utf8(text.replaceAll(',', '\t'))],
  ])('in text: %s', async (_, encoded) => {
    const text = csvOf([['表一', ''], headers, project.map(String)]);
    expect((await rowsIn(encoded(text))).map(({ row, project: stated }) => [row, stated])).toEqual([
      [3, read],
    ]);
  });

  it('in text: GB18030, which half of UTF-8 looks like', async () => {
    // 项目名称,建设性质 / 铁,新建
    const bytes = Buffer.from('cfeec4bfc3fbb3c62cbda8c9e8d0d4d6ca0accfa2cd0c2bda80a', 'hex');
    expect(await rowsIn(new Uint8Array(bytes))).toMatchObject([
      { project: { name: '铁', natures: ['NEW_BUILD'] } },
    ]);
  });

  it('in text: cells of several lines are one row, and empty lines count', async () => {
    const rows = await rowsIn(utf8('项目名称,建设性质\n\n"甲\n乙",新建\n\n丙,"=""扩建"""\n'));
    expect(rows.map(({ row, project: stated }) => [row, stated?.name, stated?.natures])).toEqual([
      [3, '甲\n乙', ['NEW_BUILD']],
      [5, '丙', ['EXPANSION']],
    ]);
  });

  it('in English, and by the names of the fields', async () => {
    const bytes = await workbookOf([
      [
        'Project name',
        'Industry codes',
        'Nature',
        'Total investment (万元)',
        'landArea (亩)',
        'combustible dust',
      ],
      ['Ferrosilicon', 'C3140', 'new build', '1,000', 52, 'no'],
    ]);
    expect(await rowsIn(bytes)).toMatchObject([
      {
        project: {
          name: 'Ferrosilicon',
          industries: ['3140'],
          natures: ['NEW_BUILD'],
          facts: {
            totalInvestment: { number: '1000', unit: '万元' },
            landArea: { number: '52', unit: '亩' },
            combustibleDust: false,
          },
        },
        faults: [],
      },
    ]);
  });

  it.each([
    ['建设项目名称', 'name'],
    ['投资项目编号', 'projectCode'],
    ['＊国民经济行业类别（必填）', 'industries'],
    ['总投资(亿元)', 'totalInvestment', '亿元'],
    ['总投资_万元', 'totalInvestment', '万元'],
    ['总投资 合计（万元）', 'totalInvestment', '万元'],
    ['总用地面积\n（㎡）', 'landArea', 'm2'],
    ['用地(用海)面积', 'landArea'],
    ['用地面积（公顷/亩/平方米）', 'landArea'],
    ['年综合能耗（吨标准煤）', 'annualEnergy', '吨标准煤'],
    ['首次批准（备案）日期', 'earlierApproval'],
    ['产业政策类型', 'nationalClass'],
    ['主要产品及产能（万吨/年）', 'products', '万吨/年'],
    ['厂界外500米内常住人口（人）', 'exposedPersons', '人'],
    // What is like it is not it.
    ['总投资（不含土地费用）（万元）', 'investmentExcludingLand', '万元'],
    ['总投资额折合美元（万美元）', null],
    ['总投资（人）', null],
    ['新增用地面积（亩）', null],
    ['项目资本金', null],
    ['所属行业', null],
    ['备案日期', null],
  ])('%s', async (header, field, unit: string | null = null) => {
    const bytes = await workbookOf([
      ['项目名称', '统一社会信用代码', header].filter(
        (one, at) => at === 2 || one !== '项目名称' || field !== 'name',
      ),
      [],
    ]);
    const { sheets } = await readProjects(bytes, { reference });
    expect(sheets[0]!.mapping.columns.at(-1)).toEqual({ header: header.trim(), field, unit });
  });

  it('and a unit for the whole table stands above it', async () => {
    const rows = await rowsIn(
      await workbookOf([
        ['汇总表', '单位：万元、公顷'],
        ['项目名称', '总投资', '用地面积', '设备投资（亿元）'],
        ['甲', 5000, 3.5, 1],
      ]),
    );
    expect(rows[0]!.project!.facts).toEqual({
      totalInvestment: { number: '5000', unit: '万元' },
      landArea: { number: '3.5', unit: '公顷' },
      equipmentInvestment: { number: '1', unit: '亿元' },
    });
  });
});

describe('headers in two rows', () => {
  const over = (value: string, columns: number): Written[] => [
    { value, columnSpan: columns } as unknown as Written,
    ...Array.from({ length: columns - 1 }, () => null),
  ];
  const below = (value: string) => ({ value, rowSpan: 2 }) as unknown as Written;

  it('are read together: the unit stands above several columns, or a name over both rows', async () => {
    const [row] = await rowsIn(
      await workbookOf([
        ['清单'],
        [below('项目名称'), below('行业代码'), ...over('投资情况（万元）', 2), ...over('用地', 1), '备注'],
        [null, null, '总投资', '设备投资', '面积（公顷）', '其他'],
        ['甲', '2614', 500, 300, 2, 'x'],
      ]),
    );
    expect(row).toMatchObject({
      row: 4,
      project: {
        name: '甲',
        industries: ['2614'],
        facts: {
          totalInvestment: { number: '500', unit: '万元' },
          equipmentInvestment: { number: '300', unit: '万元' },
          landArea: { number: '2', unit: '公顷' },
        },
      },
      kept: { 其他: 'x' },
      faults: [],
    });
  });

  it('are no projects where they stand again', async () => {
    const rows = await rowsIn(
      await workbookOf([
        [below('项目名称'), ...over('投资情况（万元）', 2)],
        [null, '总投资', '设备投资'],
        ['甲', 500, 300],
        ['项目名称', '投资情况（万元）', null],
        [null, '总投资', '设备投资'],
        ['乙', 500, 300],
      ]),
    );
    expect(rows.map(({ project, leftOut }) => project?.name ?? leftOut)).toEqual([
      '甲',
      'HEADER',
      'HEADER',
      '乙',
    ]);
  });

  it('a unit counts for the columns alone over which it was merged', async () => {
    const [row] = await rowsIn(
      await workbookOf([
        [below('项目名称'), ...over('投资（万元）', 1), null],
        [null, '总投资', '设备投资'],
        ['甲', 500, 300],
      ]),
    );
    expect(row!.project!.facts).toEqual({ totalInvestment: { number: '500', unit: '万元' } });
    expect(row!.faults.map(({ column }) => column)).toEqual(['设备投资']);
    const [merged] = await rowsIn(
      await workbookOf([
        [below('项目名称'), ...over('投资（万元）', 2), null],
        [null, '总投资', '固定资产投资', '设备投资'],
        ['甲', 500, 400, 300],
      ]),
    );
    expect(merged!.project!.facts).toEqual({
      totalInvestment: { number: '500', unit: '万元' },
      fixedAssetInvestment: { number: '400', unit: '万元' },
    });
    expect(merged!.faults.map(({ column }) => column)).toEqual(['设备投资']);
  });
});

describe('nothing of a file is dropped in silence', () => {
  it('columns that state nothing are kept under their headers, or their numbers', async () => {
    const bytes = await workbookOf([
      ['项目名称', '建设性质', '联系人', '备注', null, '备注'],
      ['甲', '新建', '乙公司', null, 1, 'x', 'y'],
      ['丙', '新建', null, 'v', null, 'w'],
    ]);
    expect((await rowsIn(bytes)).map(({ kept }) => kept)).toEqual([
      { 联系人: '乙公司', '#5': '1', '备注#6': 'x', '#7': 'y' },
      { 备注: 'v', '备注#6': 'w' },
    ]);
  });

  it('two columns of one field are both not read, and that is said', async () => {
    const bytes = await workbookOf([
      ['项目名称', '总投资（万元）', '项目总投资（亿元）'],
      ['甲', 1000, 1],
    ]);
    const { sheets } = await readProjects(bytes, { reference });
    expect(sheets[0]!.faults.map((fault) => fault.text('zh'))).toEqual([
      '“总投资（万元）”、“项目总投资（亿元）” 都是“总投资”，不能确定以哪一列为准，均未采用。请只保留一列，或在列对应关系中指明。',
    ]);
    expect((await rowsIn(bytes))[0]).toMatchObject({
      project: { name: '甲' },
      kept: { '总投资（万元）': '1000' },
    });
    expect((await rowsIn(bytes))[0]!.project!.facts).toBeUndefined();
  });

  it('main materials by yearly use are no inventory, and that is said', async () => {
    const bytes = await workbookOf([
      ['项目名称', '建设性质', '主要原辅材料'],
      ['甲', '新建', '液氯 5吨/年'],
    ]);
    const { sheets } = await readProjects(bytes, { reference });
    expect(sheets[0]!.faults.map(({ code }) => code)).toEqual(['MATERIALS_ARE_NO_INVENTORY']);
    expect((await rowsIn(bytes))[0]).toMatchObject({ kept: { 主要原辅材料: '液氯 5吨/年' } });
    expect((await rowsIn(bytes))[0]!.project!.facts).toBeUndefined();
  });

  it('a sheet that is hidden is not read: its author does not see it', async () => {
    const parts = partsOfWorkbook(sheetXml(['项目名称', '建设性质'], ['甲', '新建']));
    const hidden = parts.map((part) => ({
      ...part,
      content: String(part.content).replace('<sheet name', '<sheet state="hidden" name'),
    }));
    expect(await rowsIn(zipOf(parts))).toHaveLength(1);
    await expect(rowsIn(zipOf(hidden))).rejects.toMatchObject({ code: 'FILE_HAS_NO_HEADERS' });
  });

  it('a formula that no program has worked out is a fault, one that has is its value', async () => {
    const cell = (value: string) =>
      `<row><c t="inlineStr"><is><t>甲</t></is></c><c><f>A1+B1</f>${value}</c></row>`;
    const sheet = `${sheetXml(['项目名称', '总投资（万元）'])}${cell('')}${cell('<v>2</v>')}`;
    expect(
      (await rowsIn(zipOf(partsOfWorkbook(sheet)))).map(({ project, faults }) => [
        project!.facts,
        faults[0]?.value,
      ]),
    ).toEqual([
      [undefined, '=A1+B1'],
      [{ totalInvestment: { number: '2', unit: '万元' } }, undefined],
    ]);
  });

  it('rows that are no projects are given as such', async () => {
    const bytes = await workbookOf([
      ['序号', '项目名称', '建设性质'],
      ['示例', '某项目', '新建'],
      [1, '甲', '新建'],
      ['合  计', null, '99'],
      ['填表人：张三'],
    ]);
    expect((await rowsIn(bytes)).map(({ row, project, leftOut }) => [row, project?.name, leftOut])).toEqual([
      [2, undefined, 'EXAMPLE'],
      [3, '甲', null],
      [4, undefined, 'TOTAL'],
      [5, undefined, 'NOTE'],
    ]);
  });

  it('a header that is printed on every page is no project, nor is what stands above it', async () => {
    const bytes = await workbookOf([
      ['2026年拟入园项目'],
      ['项目名称', '总投资（万元）', '建设性质'],
      ['甲', 100, '新建'],
      ['2026年拟入园项目'],
      ['项目名称', '总投资(万元)', ' 建设性质'],
      // As it comes back: what was asked for has columns behind the others.
      ['项目名称', '总投资(万元)'],
      ['建设性质', 100, '新建'],
      ['项目名称', null, '新建'],
    ]);
    const rows = await rowsIn(bytes);
    expect(rows.map(({ row, project, leftOut }) => [row, project?.name, leftOut])).toEqual([
      [3, '甲', null],
      [4, undefined, 'HEADER'],
      [5, undefined, 'HEADER'],
      [6, undefined, 'HEADER'],
      [7, '建设性质', null],
      [8, '项目名称', null],
    ]);
    expect(rows.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('a fault names sheet, row and column, says the value and what would be understood, in both languages', async () => {
    const [row] = await rowsIn(
      await workbookOf([
        ['项目名称', '建设性质'],
        ['甲', '新开发'],
      ]),
    );
    expect(row!.project).toEqual({ zone: 'zone_park', name: '甲' });
    expect(row!.faults).toMatchObject([{ sheet: '表1', row: 2, column: '建设性质', value: '新开发' }]);
    expect((['zh', 'en'] as const).map((locale) => cellFaultText(row!.faults[0]!, locale))).toEqual([
      '工作表“表1”第 2 行“建设性质”：“新开发”不能识别为建设性质，按未知处理。可以写作：新建、扩建、改建、技术改造、迁建。',
      'Sheet "表1", row 2, "建设性质": "新开发" cannot be read as natures of construction, which stays unknown. What is understood: new build, expansion, reconstruction, technical upgrade, relocation.',
    ]);
  });

  it('of a file without sheets and columns it says the fault alone', () => {
    const fault = new FileFault('LINE_NO_OBJECT', { line: 3 });
    expect(cellFaultText({ sheet: '', row: 3, column: '', value: '[]', fault }, 'zh')).toBe(fault.text('zh'));
  });

  it('a row without a zone is told so where nobody else names one', async () => {
    const bytes = await workbookOf([
      ['项目名称', '园区编号', '建设性质'],
      ['甲', null, '新建'],
      ['乙', '云汾园', '新建'],
      ['丙', 'zone_a', '新建'],
    ]);
    const rows = await rowsIn(bytes, { zone: null });
    expect(rows.map(({ project, faults }) => [project!.zone, faults.map(({ fault }) => fault.code)])).toEqual(
      [
        [undefined, ['REQUIRED']],
        [undefined, ['CELL_UNREAD']],
        ['zone_a', []],
      ],
    );
    expect((await rowsIn(bytes)).map(({ project }) => project!.zone)).toEqual([
      'zone_park',
      'zone_park',
      'zone_a',
    ]);
  });
});

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

describe('a name that facts of two catalogs have', () => {
  const fact = (key: string) => ({
    key,
    type: 'FLAG' as const,
    about: 'PROJECT' as const,
    name: { zh: '配套循环利用' },
    question: { zh: '是否配套循环利用？' },
  });
  it('states neither: which of them an office means is not known', async () => {
    const bytes = await workbookOf([
      ['项目名称', '建设性质', '配套循环利用', '配套循环利用 b.reuse'],
      ['甲', '新建', '是', '否'],
    ]);
    const [row] = await rowsIn(bytes, { definitions: [fact('a.reuse'), fact('b.reuse')] });
    expect(row!.project!.facts).toEqual({ declared: [{ key: 'b.reuse', value: { flag: false } }] });
    expect(row!.kept).toEqual({ 配套循环利用: '是' });
  });
});
