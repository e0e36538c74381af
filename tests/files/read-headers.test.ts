import { describe, expect, it } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { readProjects } from '../../services/files/read-projects.ts';
import { csvOf, rowsIn, utf8, type Written, workbookOf } from './written-files.ts';

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
