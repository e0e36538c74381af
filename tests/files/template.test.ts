import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { fieldsOf } from '../../services/files/fields.ts';
import { readProjects } from '../../services/files/read-projects.ts';
import { projectTemplate } from '../../services/files/template.ts';
import { writeWorkbook } from '../../services/files/write-workbook.ts';
import { rowsIn, workbookOf } from './written-files.ts';

const template = await projectTemplate(reference);
const { sheets } = await readXlsx(template, { readStyles: true });
const [projects, instructions, options] = sheets;
const headers = projects!.rows[0]!.map(String);

describe('the template for projects', () => {
  it('has a column for everything that a project can state, and is read without a word', async () => {
    const read = await readProjects(template, { reference });
    expect(read.passedOver).toEqual(['填写说明']);
    expect(read.sheets.map((sheet) => [sheet.name, sheet.faults])).toEqual([['项目', []]]);
    expect(read.sheets[0]!.mapping.columns.map(({ field }) => field)).toEqual(
      fieldsOf(reference).flatMap(({ key, partOf }) => (partOf ? [] : [key])),
    );
  });

  it('names in its headers the unit that a number of the column is in', async () => {
    const { mapping } = (await readProjects(template, { reference })).sheets[0]!;
    const units = mapping.columns.flatMap(({ field, unit }) => (unit === null ? [] : [[field, unit]]));
    expect(Object.fromEntries(units)).toEqual({
      totalInvestment: '万元',
      investmentExcludingLand: '万元',
      fixedAssetInvestment: '万元',
      equipmentInvestment: '万元',
      landArea: '亩',
      taxPerMu: '万元/亩',
      annualEnergy: 'tce',
    });
  });

  it('marks what is required, and says everything again on a sheet of its own', () => {
    expect(headers.filter((header) => header.endsWith('*'))).toEqual(['园区编号*', '行业代码*', '建设性质*']);
    expect(instructions!.rows.slice(1, headers.length + 1).map(([name]) => name)).toEqual(headers);
  });

  it('shows what is like its example, and no note is cut off by the box that it stands in', () => {
    const width = (header: string) => projects!.columns![headers.indexOf(header)]!.width!;
    // 2603-141124-89-05-346948
    expect(width('项目代码')).toBeGreaterThan('2603-141124-89-05-346948'.length);
    expect(width('项目名称')).toBeGreaterThan(16);
    const notes = [...projects!.cells!.values()].flatMap(({ comment }) => comment?.text ?? []);
    expect(notes.length).toBeGreaterThanOrEqual(headers.length);
    for (const note of notes) expect(note.length).toBeLessThanOrEqual(60);
    expect(notes.join()).not.toMatch(/ [。；，]/);
  });

  it('has an example row that is no project, and would be read whole if it were', async () => {
    expect(await rowsIn(template)).toMatchObject([{ leftOut: 'EXAMPLE', project: null }]);
    const example = projects!.rows[1]!.map((cell, at) => (at === 0 ? '1' : (cell as string)));
    const [row] = await rowsIn(await workbookOf([headers, example]));
    expect(row!.faults).toEqual([]);
    expect(Object.keys(row!.project!.facts!)).toContain('products');
    expect(row!.project).toMatchObject({ ref: '1', zone: 'zone_sample-yunfen', industries: ['3140'] });
  });

  it('has drop-downs whose every option is understood, and whose list no file format cuts off', async () => {
    const validations = projects!.dataValidations!;
    expect(validations.length).toBeGreaterThan(10);
    for (const { formula1, range } of validations) {
      const [, column, last] = /^'选项'!\$([A-Z])\$1:\$[A-Z]\$(\d+)$/.exec(formula1!)!;
      const header = headers[columnNumber(/^[A-Z]+/.exec(range)![0])]!;
      const choices = options!.rows.slice(0, Number(last)).map((row) => row[columnNumber(column!)]);
      expect(choices).not.toContain(null);
      const rows = await rowsIn(
        await workbookOf([['项目名称', header], ...choices.map((one) => ['甲', one as string])]),
      );
      expect([header, rows.length, rows.flatMap(({ faults }) => faults)]).toEqual([
        header,
        choices.length,
        [],
      ]);
    }
    expect(options!.hidden).toBe(true);
  });
});

it('no text of ours can be taken for a formula, and the reader takes the mark off again', async () => {
  const texts = ['=HYPERLINK("http://example.org")', '+1', '-1', '@SUM(A1)', "'quoted", 'plain'];
  const bytes = await writeWorkbook([
    {
      name: '项目',
      columns: [{ width: 9 }, { width: 9 }],
      rows: [['项目名称', '建设性质'], ...texts.map((text) => [text, '新建'])],
    },
  ]);
  const written = (await readXlsx(bytes)).sheets[0]!;
  expect(written.rows.slice(1).map(([text]) => /^[=+\-@]/.test(String(text)))).toEqual(
    texts.map(() => false),
  );
  expect([...(written.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
  expect((await rowsIn(bytes)).map(({ project }) => project!.name)).toEqual(texts);
});

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
