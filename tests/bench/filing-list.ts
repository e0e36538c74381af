import { drawsFrom } from '../domain/oracle/draws.ts';
import { type Written, workbookOf } from '../files/written-files.ts';

/** Industries as a park's filings have them, the usual ones more often. */
const INDUSTRIES = [
  ...[
    '2614',
    '2614',
    '2614',
    '3140',
    '3140',
    '6450',
    '2511',
    '2710',
    '2710',
    '3240',
    '3311',
    '2926',
    '1711',
    '2211',
  ],
  ...[
    '2651',
    '2619',
    '3021',
    '3099',
    '4411',
    '4413',
    '2631',
    '2641',
    '2770',
    '3360',
    '3429',
    '3841',
    '3985',
    '5990',
  ],
];
const PRODUCTS = [
  '硅铁 5万吨/年',
  '甲醇 60万吨/年',
  '烧碱 10万吨/年',
  '水泥 100万吨/年',
  '电石 20万吨/年',
  '无',
];
const BASIC = [
  '序号',
  '项目名称',
  '行业代码',
  '建设性质',
  '总投资（万元）',
  '用地面积（亩）',
  '建设地点',
  '备注',
];
const MORE = [
  '主要产品及产能',
  '危险化学品清单',
  '年综合能耗（tce）',
  '产业政策类型',
  '是否危险化学品建设项目',
  '重大危险源级别',
  '是否涉及可燃性粉尘',
  '是否劳动密集型',
  '建设目的',
  '活动类型',
  '首次备案日期',
  '危险化工工艺',
];

/** The rows of a yearly list: seven of ten state little more than their industry, and one of eight has a cell in words. */
function filingRows(count: number): readonly (readonly Written[])[] {
  const draw = drawsFrom(20_261_128);
  const one = <T>(of: readonly T[]): T => of[draw(of.length)]!;
  const rows = Array.from({ length: count }, (_, at): readonly Written[] => {
    const isFaulty = draw(100) < 12;
    const investment = isFaulty ? one(['约500', '300-500万元', '见附件']) : (1 + draw(60)) * 500;
    const nature = draw(10) === 0 ? null : one(['新建', '新建', '新建', '技术改造', '扩建']);
    const basic = [
      at + 1,
      `项目${at + 1}`,
      one(INDUSTRIES),
      nature,
      investment,
      (1 + draw(40)) * 5,
      '云汾园区',
      null,
    ];
    if (draw(100) < 70) return basic;
    return [
      ...basic,
      one(PRODUCTS),
      one(['无', '无', '液氯 7782-50-5 20t', '甲醇 67-56-1 100t']),
      100 * (1 + draw(60)),
      one(['允许类', '鼓励类']),
      one(['否', '否', '否', '是']),
      '不构成重大危险源',
      '否',
      one(['否', '否', '是']),
      '无',
      '生产',
      '无',
      '无',
    ];
  });
  return [[...BASIC, ...MORE], ...rows];
}

/** As a program that is not ours writes it. */
export const filingList = (count: number): Promise<Uint8Array> => workbookOf(filingRows(count));
