import type { Field, FileReference } from './fields.ts';
import { fieldsOf } from './fields.ts';
import { fieldHeader } from './header.ts';
import { type WrittenColumn, writeWorkbook } from './write-workbook.ts';

/**
 * The workbook that an office fills in: a column for everything that a project can state, required ones marked, with
 * drop-downs, notes, an example row, and a sheet that says how to fill it in. `readProjects` reads it as it stands.
 */
export async function projectTemplate(reference: FileReference): Promise<Uint8Array> {
  const fields = fieldsOf(reference);
  return await writeWorkbook([
    {
      name: '项目',
      columns: fields.map(column),
      rows: [fields.map(header), fields.map(({ example }) => example)],
      greyRows: [1],
    },
    {
      name: '填写说明',
      columns: [{ width: 28 }, { width: 10 }, { width: 90 }],
      rows: [
        ['栏目', '必填', '怎样填写'],
        ...fields.map((field) => [header(field), field.required ? '是' : '', field.understood.zh]),
        ...GENERAL.map((rule) => ['', '', rule]),
      ],
    },
  ]);
}

const header = (field: Field): string => `${fieldHeader(field)}${field.required ? '*' : ''}`;

const column = ({ name, understood, options, names, required, unit, single }: Field): WrittenColumn => ({
  width: Math.max(12, name.zh.length * 2 + 6),
  note: understood.zh,
  ...(required && { marked: true }),
  ...(unit === undefined && !options && { isText: true }),
  ...(options && { choice: { options, open: names !== undefined && !single } }),
});

const GENERAL = [
  '橙色表头（带 *）必填。其余各栏不清楚的请留空：留空表示未知，不表示“没有”；没有的请填“无”。',
  '数值填确切值。约数、范围（约 500、300～500、500 以上）按未知处理。',
  '表头注明的单位可以改（如“亩”改为“公顷”），也可以在单元格中写明，如 3.5公顷。',
  '产品和化学品在一个单元格内逐项填写并用分号分开，须列全：其中一项不能识别的，整格按未知处理。',
  '“项目”表中灰色的示例行（序号为“示例”）不会读入，可以删去。',
];
