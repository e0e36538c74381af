import { reference } from '../../data/reference.ts';
import { FileFault } from '../../domain/messages/file-faults.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import { sayFrom } from '../../domain/messages/sentences.ts';
import type { Locale } from '../../domain/values/text.ts';
import { inLocale } from '../../domain/values/text.ts';
import type { Field } from '../../files/fields.ts';
import { fieldsOf } from '../../files/fields.ts';
import type { Mapping } from '../../files/mapping.ts';
import { readMappings } from '../../files/mapping.ts';
import type { ProjectFile, ProjectSheet, ReadingOptions } from '../../files/read-projects.ts';
import { readProjects } from '../../files/read-projects.ts';
import { CannotStart } from '../cannot-start.ts';
import { bytesOf } from '../local-file.ts';

/** Reads a list. @throws CannotStart for one of which nothing can be read, in both languages */
export const openList = (
  bytes: Uint8Array,
  options: Omit<ReadingOptions, 'reference'>,
): Promise<ProjectFile> => readProjects(bytes, { reference, ...options }).catch(told);

/** What the columns of a sheet are taken for, a line each, and what is not read of them. */
export function sheetLines(
  { name, headerRow, mapping, given, faults }: ProjectSheet,
  fields: readonly Field[],
  locale: Locale,
): readonly string[] {
  const say = SENTENCES(locale);
  return [
    say(given ? 'SHEET_GIVEN' : 'SHEET', { name, row: headerRow }),
    ...mappingLines(mapping, fields, locale).map((line) => `  ${line}`),
    ...faults.map((fault) => `  ${fault.text(locale)}`),
  ];
}

function mappingLines({ columns }: Mapping, fields: readonly Field[], locale: Locale): readonly string[] {
  const say = SENTENCES(locale);
  const names = new Map(fields.map(({ key, name }) => [key, inLocale(name, locale)]));
  return columns.map(({ header, field, unit }) => {
    if (field === null) return say('COLUMN_KEPT', { header });
    const of = { header, field: names.get(field)! };
    return unit === null ? say('COLUMN', of) : say('COLUMN_IN', { ...of, unit });
  });
}

/** Mappings that were kept. @throws CannotStart */
export async function mappingsIn(file: string): Promise<readonly Mapping[]> {
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

/** A fault of the whole file, in both languages. @throws CannotStart */
export function told(error: unknown): never {
  const faults = error instanceof Refusals ? error.refusals : [error];
  const inWords = (locale: Locale) =>
    faults.map((fault) =>
      fault instanceof FileFault || fault instanceof Refusal ? fault.text(locale) : String(fault),
    );
  if (!(error instanceof FileFault || error instanceof Refusals)) throw error;
  throw new CannotStart(inWords('zh').join(' '), inWords('en').join(' '));
}

const SENTENCES = sayFrom({
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
  NO_MAPPING: { zh: '{file} 不是列对应关系文件。', en: '{file} holds no mapping.' },
});
