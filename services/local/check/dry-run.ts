import type { FactDefinition } from '../../domain/facts/fact.ts';
import { sayFrom } from '../../domain/messages/sentences.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Locale } from '../../domain/values/text.ts';
import type { Field } from '../../files/fields.ts';
import { surveyOf, withoutProjects } from '../../files/list.ts';
import type { CellFault, ProjectSheet } from '../../files/read-projects.ts';
import { cellFaultText } from '../../files/read-projects.ts';
import type { BatchApi } from '../../lists/batches.ts';
import { Refused } from '../../lists/request.ts';
import { CannotStart } from '../cannot-start.ts';
import { bytesOf, refuseExisting, write } from '../local-file.ts';
import { mappingsIn, openList, sheetLines, told } from './list-file.ts';
import type { CheckOptions } from './options.ts';

/**
 * Reads a file and prints what its columns are taken for, what its rows state and what could not be read. Where nobody
 * answers what the catalogs of its zones define, it says so and reads the rest.
 *
 * @returns the exit code: 0 where every cell was read, 1 where some were not
 * @throws CannotStart where nothing could be read, no row is a project, and for JSON Lines
 */
export async function dryRun(
  { file, zone, on, mapping, keepMapping, force, locale }: CheckOptions,
  { definitions }: Pick<BatchApi, 'definitions'>,
  clock: () => Date,
): Promise<number> {
  const say = SENTENCES(locale);
  if (file === '-' || file.endsWith('.jsonl'))
    throw new CannotStart(
      '试读（--dry-run）只用于表格；JSON Lines 的每一行都照接口的 ProjectInput 读取。',
      '--dry-run shows how tables are read. Each line of JSON Lines is read as ProjectInput of the API.',
    );
  if (keepMapping !== null) await refuseExisting(keepMapping, force);
  const mappings = mapping === null ? [] : await mappingsIn(mapping);
  const bytes = await bytesOf(file);
  const open = (known: readonly FactDefinition[], only?: readonly string[]) =>
    openList(bytes, { zone, mappings, definitions: known, ...(only && { only }) });
  let unasked = false;
  const definitionsOf = async (zones: readonly string[]): Promise<readonly FactDefinition[]> => {
    try {
      return unasked ? [] : await definitions(zones, on ?? dayOf(clock()));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      console.log(say('UNASKED', { why: error[locale] }));
      unasked = true;
      return [];
    }
  };
  const first = await open(await definitionsOf(zone === null ? [] : [zone]), ['zone']);
  const { zones } = await surveyOf({ fields: first.fields, tables: first.sheets }, zone);
  if (zones.length === 0) console.log(say('NO_ZONE'));
  const { fields, sheets, passedOver } = await open(await definitionsOf(zones));
  for (const name of passedOver) console.log(say('PASSED_OVER', { name }));
  let [whole, projects] = [true, 0];
  for (const sheet of sheets) {
    const printed = await printSheet(sheet, fields, locale);
    whole &&= printed.whole;
    projects += printed.projects;
  }
  if (keepMapping !== null) {
    await write(
      keepMapping,
      `${JSON.stringify(
        sheets.map((sheet) => sheet.mapping),
        null,
        2,
      )}\n`,
      force,
    );
    console.log(say('MAPPING_KEPT', { file: keepMapping }));
  }
  if (projects === 0) told(withoutProjects(sheets));
  return whole ? 0 : 1;
}

/** Projects and faults that are printed; the counts are of all. */
const SHOWN_PROJECTS = 3;
const SHOWN_FAULTS = 100;

async function printSheet(sheet: ProjectSheet, fields: readonly Field[], locale: Locale) {
  const say = SENTENCES(locale);
  for (const line of sheetLines(sheet, fields, locale)) console.log(line);
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
  return { projects, whole: faults.length === 0 && sheet.faults.length === 0 };
}

const SENTENCES = sayFrom({
  UNASKED: {
    zh: '未能查询园区各目录自行定义的事项，以其为表头的列不能识别，列为“保留”：{why}',
    en: "Columns named by a catalog's own definitions cannot be recognised without a server, and are told as kept: {why}",
  },
  NO_ZONE: {
    zh: '名单没有写明园区，各目录自行定义的事项未查询，以其为表头的列列为“保留”。可用 --zone 写明园区。',
    en: "The list names no zone. Columns named by a catalog's own definitions cannot be recognised, and are told as kept; name the zone with --zone.",
  },
  PASSED_OVER: {
    zh: '工作表“{name}”没有可识别的表头，未读取。',
    en: 'Sheet "{name}" has no header row that is known and is not read.',
  },
  PROJECT: { zh: '第 {row} 行：{project}', en: 'Row {row}: {project}' },
  COUNTED: {
    zh: '读取项目 {projects} 个，{faults} 处未能识别。',
    en: '{projects} projects were read; in {faults} places something could not be.',
  },
  LEFT_OUT: {
    zh: '第 {rows} 行是示例、合计、说明或重复的表头，不是项目。',
    en: 'Rows that are examples, sums, remarks or repeated headers and no projects: {rows}.',
  },
  MORE: { zh: '另有 {more} 处未列出。', en: '{more} more are not listed.' },
  MAPPING_KEPT: {
    zh: '列对应关系已写入 {file}；核对后用 --mapping 提供，同样表头的文件即按它读取。',
    en: 'The mapping was written to {file}. Look it over and give it with --mapping: files with the same headers are read by it.',
  },
});
