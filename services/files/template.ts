import type { FactDefinition } from '../domain/facts/fact.ts';
import type { Field, FileReference } from './fields.ts';
import { fieldsOf, fieldsWith } from './fields.ts';
import { fieldHeader } from './header.ts';
import { charactersIn } from './row-height.ts';
import { type WrittenColumn, writeWorkbook } from './write-workbook.ts';

/**
 * The workbook that an office fills in: a column for everything that a project can state, required ones marked, with
 * drop-downs, notes, an example row, and a sheet that says how to fill it in. `readProjects` reads it as it stands.
 */
export const projectTemplate = (reference: FileReference): Promise<Uint8Array> =>
  written(
    fieldsOf(reference).filter(({ partOf }) => partOf === undefined),
    [],
  );

/** What the catalogs in force in a zone ask of projects. */
export interface AskedInZone {
  readonly zone: string;
  /** What they define. */
  readonly definitions: readonly FactDefinition[];
  /** The facts on which an outcome can depend there, the most decisive first, with the number of entries that test each. */
  readonly asked: readonly { readonly key: string; readonly entries: number }[];
  /** The products that they test, each with a unit: `硅铁（万吨/年）`. */
  readonly products: readonly string[];
}

/** The same for one zone: it asks what an outcome can depend on there and nothing else, the most decisive first. */
export async function zoneTemplate(
  reference: FileReference,
  { zone, definitions, asked, products }: AskedInZone,
): Promise<Uint8Array> {
  const fields = fieldsWith(reference, definitions);
  const byKey = (key: string): readonly Field[] => fields.filter((field) => field.key === key);
  const said = new Map(asked.map(({ key, entries }) => [key, `本园区有 ${entries} 个条目与此有关。`]));
  if (said.has('products') && products.length > 0)
    said.set('products', `${said.get('products')}条件涉及的产品：${products.join('、')}。`);
  const explained = (field: Field): Field => {
    const { zh, en } = field.understood;
    return { ...field, understood: { zh: `${zh}。${said.get(field.key) ?? ''}`, en: en ?? null } };
  };
  return await written(
    [
      ...IDENTIFYING.flatMap(byKey).map((field) =>
        field.key === 'zone' ? { ...field, options: [zone], single: true as const, example: zone } : field,
      ),
      ...asked
        .flatMap(({ key }) => (key === 'industries' ? ['industries', 'industryEdition'] : [key]))
        .flatMap(byKey)
        .map(explained),
    ],
    [`本表按 ${zone} 现行目录生成，只列结论可能取决于它的事项，越靠前越能决定结论。目录修订后请重新生成。`],
  );
}

/** By which a project is known, and what every assessment takes. */
const IDENTIFYING = ['ref', 'zone', 'on', 'name', 'projectCode', 'applicant', 'unifiedSocialCreditCode'];

const written = (fields: readonly Field[], rules: readonly string[]): Promise<Uint8Array> =>
  writeWorkbook([
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
        ...[...rules, ...GENERAL].map((rule) => ['', '', rule]),
      ],
    },
  ]);

const header = (field: Field): string => `${fieldHeader(field)}${field.required ? '*' : ''}`;

/** As wide as its header and what is like its example, within what one sees beside other columns. */
const widthOf = (field: Field): number =>
  Math.max(12, charactersIn(header(field)) + 4, Math.min(MAX_WIDTH, charactersIn(String(field.example)) + 2));
const MAX_WIDTH = 32;

const column = (field: Field): WrittenColumn => {
  const { understood, options, names, required, unit, single } = field;
  return {
    width: widthOf(field),
    note: understood.zh,
    ...(required && { marked: true }),
    ...(unit === undefined && !options && { isText: true }),
    ...(options && { choice: { options, open: names !== undefined && !single } }),
  };
};

const GENERAL = [
  '橙色表头（带 *）必填。其余各栏不清楚的请留空：留空表示未知，不表示“没有”；没有的请填“无”。',
  '数值填确切值。约数、范围（约 500、300～500、500 以上）按未知处理。',
  '表头注明的单位可以改（如“亩”改为“公顷”），也可以在单元格中写明，如 3.5公顷。',
  '产品和化学品在一个单元格内逐项填写并用分号分开，须列全：其中一项不能识别的，整格按未知处理。',
  '“项目”表中灰色的示例行（序号为“示例”）不会读入，可以删去。',
];
