import { describe, expect, it } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { FileFault } from '../../services/domain/messages/file-faults.ts';
import { cellFaultText, readProjects } from '../../services/files/read-projects.ts';
import { partsOfWorkbook, rowsIn, sheetXml, workbookOf, zipOf } from './written-files.ts';

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

  it('a header that is printed on every page is no project', async () => {
    const bytes = await workbookOf([
      ['项目名称', '总投资（万元）', '建设性质'],
      ['甲', 100, '新建'],
      ['项目名称', '总投资(万元)', ' 建设性质'],
      // As it comes back: what was asked for has columns behind the others.
      ['项目名称', '总投资(万元)'],
      ['建设性质', 100, '新建'],
      ['项目名称', null, '新建'],
    ]);
    const rows = await rowsIn(bytes);
    expect(rows.map(({ row, project, leftOut }) => [row, project?.name, leftOut])).toEqual([
      [2, '甲', null],
      [3, undefined, 'HEADER'],
      [4, undefined, 'HEADER'],
      [5, '建设性质', null],
      [6, '项目名称', null],
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
