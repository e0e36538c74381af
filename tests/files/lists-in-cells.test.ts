import { describe, expect, it } from 'vitest';
import { rowOf, rowsIn, type Written, workbookOf } from './written-files.ts';

const t = (product: string, capacity: string, unit = '万吨/年') => ({ product, unit, capacity });

describe('products in one cell', () => {
  it.each<[string, readonly object[]]>([
    ['硅铁 5万吨/年；锰硅合金 3 万t/a', [t('硅铁', '5'), t('锰硅合金', '3', '万t/a')]],
    ['硅铁5万吨/年、锰硅合金3万吨/年', [t('硅铁', '5'), t('锰硅合金', '3')]],
    ['1、硅铁：5万吨/年\n2、锰硅合金：3万吨/年', [t('硅铁', '5'), t('锰硅合金', '3')]],
    ['（1）硅铁 5万吨/年；（2）锰硅合金 3万吨/年。', [t('硅铁', '5'), t('锰硅合金', '3')]],
    ['年产硅铁5万吨', [t('硅铁', '5')]],
    ['硅铁年产5万吨', [t('硅铁', '5')]],
    ['硅铁产能 5 万吨/年', [t('硅铁', '5')]],
    ['铁合金（硅铁） ５万吨／年', [t('铁合金(硅铁)', '5')]],
    [
      '1,4-丁二醇 10万吨/年，N,N-二甲基甲酰胺 12,000 t/a',
      [t('1,4-丁二醇', '10'), t('N,N-二甲基甲酰胺', '12000', 't/a')],
    ],
    ['R22 3万吨/年', [t('R22', '3')]],
    ['75#硅铁 5万吨/年', [t('75#硅铁', '5')]],
    ['天然气 2亿m³/年', [t('天然气', '2', '亿m3/年')]],
    [
      '硅铁 5万吨/年，新增 2万吨/年，2条生产线；锰硅合金 3万吨/年',
      [{ ...t('硅铁', '5'), addedCapacity: '2', lines: '2' }, t('锰硅合金', '3')],
    ],
    [
      '某助剂（属于：无） 5万吨/年；某料（属于：电石/合成氨） 3万吨/年',
      [
        { ...t('某助剂', '5'), is: [] },
        { ...t('某料', '3'), is: ['电石', '合成氨'] },
      ],
    ],
    ['无', []],
  ])('%s', async (cell, products) => {
    expect(await rowOf({ 主要产品及产能: cell })).toEqual({
      stated: { facts: { products } },
      codes: [],
      said: [],
    });
  });

  it.each<[string, string]>([
    // One line that is not understood makes the list unknown: the others alone would say that there is nothing else.
    ['硅铁 5万吨/年；锰硅合金', 'CELL_UNREAD'],
    ['硅铁、锰硅合金', 'CELL_UNREAD'],
    ['硅铁等 5万吨/年', 'CELL_UNREAD'],
    ['硅铁、锰硅合金等产品 5万吨/年', 'CELL_UNREAD'],
    ['年产5万吨硅铁', 'CELL_UNREAD'],
    ['硅铁 5', 'CELL_UNREAD'],
    ['硅铁 5万元', 'CELL_UNREAD'],
    ['某助剂（属于：电石）（属于：合成氨） 5万吨/年', 'CELL_UNREAD'],
    ['某助剂（属于：） 5万吨/年', 'CELL_UNREAD'],
    ['硅铁 5万吨/年(折纯)', 'CELL_UNREAD'],
    ['PVC 5t/a,PP 3t/a', 'CELL_UNREAD'],
    ['新增硅铁 5万吨/年', 'CELL_UNREAD'],
    ['合计 5万吨/年', 'CELL_UNREAD'],
    ['2×33000kVA 矿热炉', 'CELL_UNREAD'],
    ['R223万吨/年', 'CELL_UNREAD'],
    ['详见附件', 'CELL_UNREAD'],
    ['硅铁约5万吨/年', 'CELL_APPROXIMATE'],
    ['硅铁 不低于 5万吨/年', 'CELL_APPROXIMATE'],
    ['硅铁 3-5万吨/年', 'CELL_APPROXIMATE'],
    ['硅铁 3万～5万吨/年', 'CELL_APPROXIMATE'],
    ['硅铁 3至5万吨/年', 'CELL_APPROXIMATE'],
    ['硅铁 5万吨/年以上', 'CELL_APPROXIMATE'],
  ])('%s stays unknown', async (cell, code) => {
    expect(await rowOf({ 主要产品及产能: cell })).toEqual({
      stated: {},
      codes: [code],
      said: [expect.any(String)],
    });
  });

  it('have the unit of the header where they have none', async () => {
    expect(await rowOf({ '产品及产能（万吨/年）': '硅铁 5；锰硅合金 3000 t/a' })).toMatchObject({
      stated: { facts: { products: [t('硅铁', '5'), t('锰硅合金', '3000', 't/a')] } },
    });
  });
});

describe('chemicals in one cell', () => {
  it.each<[string, readonly object[]]>([
    [
      '液氯 7782-50-5 20 t；盐酸 500kg',
      [
        { cas: '7782-50-5', name: '液氯', tonnes: '20' },
        { name: '盐酸', tonnes: '0.5' },
      ],
    ],
    ['液氯（CAS号：7782-50-5）20吨', [{ cas: '7782-50-5', name: '液氯', tonnes: '20' }]],
    [
      '盐酸 31% 5t；过氧化氢（27.5％）',
      [
        { name: '盐酸', fraction: '31', tonnes: '5' },
        { name: '过氧化氢', fraction: '27.5' },
      ],
    ],
    ['7782-50-5', [{ cas: '7782-50-5' }]],
    ['7782-50-5 0.5t', [{ cas: '7782-50-5', tonnes: '0.5' }]],
    ['液氯、1,4-丁二醇、R22', [{ name: '液氯' }, { name: '1,4-丁二醇' }, { name: 'R22' }]],
    [
      '某料（无CAS号）（类别：W5.1/J2）（规格：其他） 3t；某粉（类别：无） 1t',
      [
        { name: '某料', withoutCas: true, hazardClasses: ['W5.1', 'J2'], specification: '其他', tonnes: '3' },
        { name: '某粉', hazardClasses: [], tonnes: '1' },
      ],
    ],
    ['某助剂（无CAS号） 3t', [{ name: '某助剂', withoutCas: true, tonnes: '3' }]],
    ['不涉及', []],
  ])('%s', async (cell, chemicals) => {
    expect(await rowOf({ 化学品清单: cell })).toEqual({
      stated: { facts: { chemicals } },
      codes: [],
      said: [],
    });
  });

  it.each<[string, string]>([
    ['液氯 7782-50-4 20t', 'CELL_UNREAD'],
    ['液氯 20吨/年', 'CELL_UNREAD'],
    ['液氯 20', 'CELL_UNREAD'],
    ['液氯 20m³', 'CELL_UNREAD'],
    ['液氯 2×20t', 'CELL_UNREAD'],
    ['盐酸 ≥31% 5t', 'CELL_UNREAD'],
    ['盐酸 约31% 5t', 'CELL_UNREAD'],
    // Neither a name "某料(类别:W5.1" without classes, nor a substance "J2)" with the amount of another.
    ['某料（类别：W5.1、J2） 3t', 'CELL_UNREAD'],
    ['某料（类别：W5.1）（类别：J2） 3t', 'CELL_UNREAD'],
    ['某料（规格：） 3t', 'CELL_UNREAD'],
    ['盐酸 31%-37% 5t', 'CELL_UNREAD'],
    ['是', 'CELL_UNREAD'],
    ['见环评', 'CELL_UNREAD'],
    ['液氯 约20t', 'CELL_APPROXIMATE'],
    ['液氯 10-20t', 'CELL_APPROXIMATE'],
    ['液氯 ≤20t', 'CELL_APPROXIMATE'],
  ])('%s stays unknown', async (cell, code) => {
    expect(await rowOf({ 化学品清单: cell })).toEqual({
      stated: {},
      codes: [code],
      said: [expect.any(String)],
    });
  });

  it('have the unit of the header where they have none', async () => {
    const [row] = await rowsIn(
      await workbookOf([
        ['项目名称', '危险化学品及设计最大量（吨）'],
        ['甲', '液氯 20'],
      ]),
    );
    expect(row!.project!.facts).toEqual({ chemicals: [{ name: '液氯', tonnes: '20' }] });
  });
});

describe('a product and its capacity in columns', () => {
  it.each<[string, Readonly<Record<string, Written>>, readonly object[]]>([
    ['with the unit in the header', { 产品名称: '硅铁', '产能（万吨/年）': 5 }, [t('硅铁', '5')]],
    ['with a column for the unit', { 产品名称: '硅铁', 产能: 5, 单位: '万吨/年' }, [t('硅铁', '5')]],
    [
      'with a column that says so',
      { 主要产品: '硅铁', 产能单位: '万t/a', 设计产能: '1,200' },
      [t('硅铁', '1200', '万t/a')],
    ],
    ['with the unit in the cell', { 产品: '硅铁', 产能: '５万吨／年' }, [t('硅铁', '5')]],
    ['by the year', { 产品: '硅铁', 年产能: 5, 单位: '万吨' }, [t('硅铁', '5')]],
    ['by the year, in the header', { 产品: '硅铁', '年产量（万吨）': 5 }, [t('硅铁', '5')]],
    [
      'of several products, by the numbers of the columns',
      {
        产品1: '硅铁',
        产品2: '锰硅合金',
        '产能1（万吨/年）': 5,
        '产能2（t/a）': 3,
        产品3: null,
        产能3: null,
      },
      [t('硅铁', '5'), t('锰硅合金', '3', 't/a')],
    ],
    [
      'of several products, each with its unit',
      { 产品一: '硅铁', 产能一: 5, 单位一: '万吨/年', 产品二: '天然气', 产能二: 2, 单位二: '亿m3/年' },
      [t('硅铁', '5'), t('天然气', '2', '亿m3/年')],
    ],
    [
      'beside others in a cell',
      { 产品1: '硅铁', '产能1（万吨/年）': 5, 其他产品: '锰硅合金 3万吨/年；R22 1万吨/年' },
      [t('硅铁', '5'), t('锰硅合金', '3'), t('R22', '1')],
    ],
    [
      'whose capacity stands with its name',
      { 产品: '硅铁 5万吨/年', 产能: null, 单位: null },
      [t('硅铁', '5')],
    ],
    ['of which there is none', { 产品1: '无', '产能1（万吨/年）': null, 产品2: null, 产能2: null }, []],
  ])('%s', async (_, cells, products) => {
    expect(await rowOf(cells)).toEqual({ stated: { facts: { products } }, codes: [], said: [] });
  });

  it.each<[string, Readonly<Record<string, Written>>, string, string]>([
    ['a unit that nobody knows', { 产品: '硅铁', 产能: 5, 单位: '万台套' }, 'CELL_UNREAD', '单位'],
    ['whoever builds instead of a unit', { 产品: '硅铁', 产能: 5, 单位: '某公司' }, 'CELL_UNREAD', '单位'],
    ['two units for one capacity', { 产品: '硅铁', 产能: '5万吨/年', 单位: 't/a' }, 'CELL_UNREAD', '单位'],
    [
      'two capacities for one product',
      { 产品: '硅铁 3万吨/年', '产能（万吨/年）': 5 },
      'CELL_UNREAD',
      '产品',
    ],
    [
      'one capacity for two products',
      { 产品: '硅铁、锰硅合金', '产能（万吨/年）': 5 },
      'CELL_UNREAD',
      '产品',
    ],
    ['a capacity of nothing', { 产品: null, '产能（万吨/年）': 5 }, 'REQUIRED', '产能（万吨/年）'],
    ['a capacity of none', { 产品: '无', '产能（万吨/年）': 5 }, 'CELL_UNREAD', '产品'],
    ['a product without capacity', { 产品: '硅铁', '产能（万吨/年）': null }, 'CELL_UNREAD', '产品'],
    ['a capacity without a unit', { 产品: '硅铁', 产能: 5 }, 'CELL_UNREAD', '产品'],
    [
      'a capacity that is about so much',
      { 产品: '硅铁', '产能（万吨/年）': '约5' },
      'CELL_APPROXIMATE',
      '产能（万吨/年）',
    ],
    [
      'the second of two',
      { 产品1: '硅铁', '产能1（t/a）': 5, 产品2: '镁', '产能2（t/a）': '若干' },
      'CELL_UNREAD',
      '产能2（t/a）',
    ],
  ])('%s leaves the products unknown, and the cell is named', async (_, cells, code, column) => {
    const { stated, codes, said } = await rowOf(cells);
    expect({ stated, codes }).toEqual({ stated: {}, codes: [code] });
    expect(said[0]).toContain(`“${column}”`);
  });

  it('of two columns for the same product neither is read', async () => {
    const bytes = await workbookOf([
      ['项目名称', '产品', '产能（t/a）', '产品名称'],
      ['甲', '硅铁', 5, '镁'],
    ]);
    expect((await rowsIn(bytes))[0]!.project).toEqual({ zone: 'zone_park', name: '甲' });
  });

  it('a column of units alone, or behind something else, states nothing', async () => {
    expect(await rowOf({ 产能: 5, 单位: 't/a' })).toEqual({ stated: {}, codes: [], said: [] });
    expect(await rowOf({ 备注: '乙', 单位: '某公司' })).toEqual({ stated: {}, codes: [], said: [] });
  });

  it('where a project takes several rows its products are unknown, and that is said', async () => {
    const rows = await rowsIn(
      await workbookOf([
        ['序号', '项目名称', '产品', '产能（t/a）'],
        [1, '甲', '硅铁', 5],
        [null, null, '光气', 3],
        [2, '乙', '镁', 5],
      ]),
    );
    expect(rows.map(({ project }) => project)).toEqual([
      { zone: 'zone_park', ref: '1', name: '甲', facts: {} },
      null,
      { zone: 'zone_park', ref: '2', name: '乙', facts: { products: [t('镁', '5', 't/a')] } },
    ]);
    expect(rows.map(({ faults }) => faults.map(({ row, value, fault }) => [row, value, fault.code]))).toEqual(
      [[], [[3, '光气 / 3', 'ROW_GOES_ON']], []],
    );
  });

  it('under a product that stands over name, capacity and unit', async () => {
    const over = (value: string) => [{ value, columnSpan: 3 }, null, null] as unknown as Written[];
    const sheet = await workbookOf([
      [{ value: '项目名称', rowSpan: 2 } as unknown as Written, ...over('产品1'), ...over('产品2')],
      [null, '名称', '产能', '单位', '名称', '产能', '单位'],
      ['甲', '硅铁', 5, '万吨/年', '天然气', 2, '亿m3/年'],
    ]);
    expect((await rowsIn(sheet))[0]!.project!.facts).toEqual({
      products: [t('硅铁', '5'), t('天然气', '2', '亿m3/年')],
    });
  });
});

describe('a substance and its amount in columns', () => {
  it.each<[string, Readonly<Record<string, Written>>, readonly object[]]>([
    [
      'with the unit in the header',
      { 危险化学品名称: '液氯', '最大储量（吨）': 20 },
      [{ name: '液氯', tonnes: '20' }],
    ],
    [
      'with a column for the unit',
      { 化学品: '液氯', 设计最大量: 500, 单位: 'kg' },
      [{ name: '液氯', tonnes: '0.5' }],
    ],
    [
      'with its number and mass fraction',
      { 化学品名称: '盐酸', CAS号: '7647-01-0', '质量分数（%）': 31, '最大储量（t）': 5 },
      [{ cas: '7647-01-0', name: '盐酸', fraction: '31', tonnes: '5' }],
    ],
    [
      'without an amount',
      { 化学品1: '液氯', CAS号1: '7782-50-5', 化学品2: '氨', 最大储量2: '3t' },
      [
        { cas: '7782-50-5', name: '液氯' },
        { name: '氨', tonnes: '3' },
      ],
    ],
  ])('%s', async (_, cells, chemicals) => {
    expect(await rowOf(cells)).toEqual({ stated: { facts: { chemicals } }, codes: [], said: [] });
  });

  it.each<[string, Readonly<Record<string, Written>>, string]>([
    ['a number that is none', { 化学品: '液氯', CAS号: '7782-50-4' }, '化学品'],
    ['a unit of something else', { 化学品: '液氯', 设计最大量: 5, 单位: '瓶' }, '单位'],
    ['the use of a year', { 化学品: '液氯', 设计最大量: 5, 单位: '吨/年' }, '单位'],
    ['one amount for two', { 化学品: '液氯、氨', '最大储量（t）': 5 }, '化学品'],
  ])('%s leaves them unknown', async (_, cells, column) => {
    const { stated, codes, said } = await rowOf(cells);
    expect({ stated, codes }).toEqual({ stated: {}, codes: ['CELL_UNREAD'] });
    expect(said[0]).toContain(`“${column}”`);
  });
});
