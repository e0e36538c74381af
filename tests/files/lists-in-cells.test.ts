import { describe, expect, it } from 'vitest';
import { rowOf, rowsIn, workbookOf } from './written-files.ts';

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
