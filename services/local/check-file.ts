import { readFile, writeFile } from 'node:fs/promises';
import { reference } from '../data/reference.ts';
import { FileFault } from '../domain/messages/file-faults.ts';
import { Refusal, Refusals } from '../domain/messages/refusal.ts';
import { sayFrom } from '../domain/messages/sentences.ts';
import type { Locale } from '../domain/values/text.ts';
import { inLocale } from '../domain/values/text.ts';
import { fieldsOf } from '../files/fields.ts';
import type { Mapping } from '../files/mapping.ts';
import { readMappings } from '../files/mapping.ts';
import type { CellFault, ProjectSheet } from '../files/read-projects.ts';
import { cellFaultText, readProjects } from '../files/read-projects.ts';
import { projectTemplate } from '../files/template.ts';
import { CannotStart } from './cannot-start.ts';
import type { CheckOptions } from './check-options.ts';

/**
 * Reads a file and prints what its columns are taken for, what its rows state and what could not be read.
 *
 * @returns the exit code: 0 where every cell was read, 1 where some were not
 * @throws CannotStart where nothing could be read
 */
export async function checkFile({ file, zone, mapping, keepMapping, locale }: CheckOptions): Promise<number> {
  const say = SENTENCES(locale);
  const mappings = mapping === null ? [] : await mappingsIn(mapping);
  const { sheets, passedOver } = await readProjects(await bytesOf(file), { reference, zone, mappings }).catch(
    told,
  );
  for (const name of passedOver) console.log(say('PASSED_OVER', { name }));
  let whole = true;
  for (const sheet of sheets) whole = (await printSheet(sheet, locale)) && whole;
  if (keepMapping !== null) {
    await write(
      keepMapping,
      `${JSON.stringify(
        sheets.map((sheet) => sheet.mapping),
        null,
        2,
      )}\n`,
    );
    console.log(say('MAPPING_KEPT', { file: keepMapping }));
  }
  return whole ? 0 : 1;
}

/** Writes the workbook that an office fills in. */
export async function writeTemplate(file: string): Promise<number> {
  await write(file, await projectTemplate(reference));
  console.log(
    `${SENTENCES('zh')('TEMPLATE_WRITTEN', { file })} ${SENTENCES('en')('TEMPLATE_WRITTEN', { file })}`,
  );
  return 0;
}

/** Projects and faults that are printed; the counts are of all. */
const SHOWN_PROJECTS = 3;
const SHOWN_FAULTS = 100;

async function printSheet(sheet: ProjectSheet, locale: Locale): Promise<boolean> {
  const say = SENTENCES(locale);
  const { name, headerRow, mapping, given } = sheet;
  console.log(say(given ? 'SHEET_GIVEN' : 'SHEET', { name, row: headerRow }));
  for (const line of mappingLines(mapping, locale)) console.log(`  ${line}`);
  for (const fault of sheet.faults) console.log(`  ${fault.text(locale)}`);
  let projects = 0;
  const leftOut: number[] = [];
  const faults: CellFault[] = [];
  for await (const { row, project, faults: own } of sheet.rows) {
    if (project === null) leftOut.push(row);
    else if (projects++ < SHOWN_PROJECTS)
      console.log(say('PROJECT', { row, project: JSON.stringify(project) }));
    faults.push(...own);
  }
  console.log(say('COUNTED', { projects, faults: faults.length }));
  if (leftOut.length > 0) console.log(say('LEFT_OUT', { rows: leftOut.map(String) }));
  for (const fault of faults.slice(0, SHOWN_FAULTS)) console.log(cellFaultText(fault, locale));
  if (faults.length > SHOWN_FAULTS) console.log(say('MORE', { more: faults.length - SHOWN_FAULTS }));
  return faults.length === 0 && sheet.faults.length === 0;
}

function mappingLines({ columns }: Mapping, locale: Locale): readonly string[] {
  const say = SENTENCES(locale);
  const names = new Map(fieldsOf(reference).map(({ key, name }) => [key, inLocale(name, locale)]));
  return columns.map(({ header, field, unit }) => {
    if (field === null) return say('COLUMN_KEPT', { header });
    const of = { header, field: names.get(field)! };
    return unit === null ? say('COLUMN', of) : say('COLUMN_IN', { ...of, unit });
  });
}

async function mappingsIn(file: string): Promise<readonly Mapping[]> {
  const text = new TextDecoder().decode(await bytesOf(file));
  try {
    return readMappings(JSON.parse(text), fieldsOf(reference));
  } catch (error) {
    if (error instanceof Refusals) throw told(error);
    if (error instanceof SyntaxError)
      throw new CannotStart(SENTENCES('zh')('NO_MAPPING', { file }), SENTENCES('en')('NO_MAPPING', { file }));
    throw error;
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new CannotStart(
      `无法读取文件 ${file}。`,
      `Cannot read the file ${file}: ${(error as Error).message}.`,
    );
  }
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new CannotStart(
      `无法写入文件 ${file}。`,
      `Cannot write the file ${file}: ${(error as Error).message}.`,
    );
  }
}

/** A fault of the whole file, in both languages. */
function told(error: unknown): never {
  const faults = error instanceof Refusals ? error.refusals : [error];
  const inWords = (locale: Locale) =>
    faults.map((fault) =>
      fault instanceof FileFault || fault instanceof Refusal ? fault.text(locale) : String(fault),
    );
  if (!(error instanceof FileFault || error instanceof Refusals)) throw error;
  throw new CannotStart(inWords('zh').join(' '), inWords('en').join(' '));
}

const SENTENCES = sayFrom({
  PASSED_OVER: {
    zh: '工作表“{name}”没有可识别的表头，未读取。',
    en: 'Sheet "{name}" has no header row that is known and is not read.',
  },
  SHEET: {
    zh: '工作表“{name}”，表头在第 {row} 行，各列按表头认定为：',
    en: 'Sheet "{name}", header in row {row}. By its headers the columns are:',
  },
  SHEET_GIVEN: {
    zh: '工作表“{name}”，表头在第 {row} 行，各列按已确认的对应关系为：',
    en: 'Sheet "{name}", header in row {row}. By the mapping that was given the columns are:',
  },
  COLUMN: { zh: '“{header}” → {field}', en: '"{header}" → {field}' },
  COLUMN_IN: { zh: '“{header}” → {field}，以{unit}计', en: '"{header}" → {field}, in {unit}' },
  COLUMN_KEPT: { zh: '“{header}”：保留，不用于判定', en: '"{header}": kept, and states nothing' },
  PROJECT: { zh: '第 {row} 行：{project}', en: 'Row {row}: {project}' },
  COUNTED: {
    zh: '读取项目 {projects} 个，{faults} 处未能识别。',
    en: '{projects} projects were read; in {faults} places something could not be.',
  },
  LEFT_OUT: {
    zh: '第 {rows} 行是示例、合计或说明，不是项目。',
    en: 'Rows that are examples, sums or remarks and no projects: {rows}.',
  },
  MORE: { zh: '另有 {more} 处未列出。', en: '{more} more are not listed.' },
  MAPPING_KEPT: {
    zh: '列对应关系已写入 {file}；核对后用 --mapping 提供，同样表头的文件即按它读取。',
    en: 'The mapping was written to {file}. Look it over and give it with --mapping: files with the same headers are read by it.',
  },
  NO_MAPPING: { zh: '{file} 不是列对应关系文件。', en: '{file} holds no mapping.' },
  TEMPLATE_WRITTEN: { zh: '模板已写入 {file}。', en: 'The template was written to {file}.' },
});
