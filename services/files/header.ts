import { memoize } from '../domain/values/memoize.ts';
import { unitOf } from '../domain/values/unit.ts';
import { cellText, plainText } from './cell-text.ts';
import type { Field } from './fields.ts';
import type { Cell } from './sheet.ts';

/** What a header names: a field with the unit of its amounts, or what is kept for the record. */
export interface NamedColumn {
  /** Null for what forms have and no rule reads. */
  readonly field: Field | null;
  readonly unit: string | null;
  /** Which line of a list it is of, where the list has its lines in columns: 1 of 产品1. */
  readonly line?: string;
}

/** How a column of a field is headed, so that it is read again: with the unit of its numbers. */
export const fieldHeader = ({ name, unit }: Field): string =>
  `${name.zh}${unit === undefined ? '' : `（${unit}）`}`;

/** What the header of a column names; undefined for what nobody knows. */
export function columnOf(header: Cell, fields: readonly Field[]): NamedColumn | undefined {
  const written = withoutMarks(header);
  if (written === '') return undefined;
  const named = namedBy(written, fields);
  if (named) return named;
  const { line, rest } = lineOf(header);
  const numbered = line === '' ? undefined : namedBy(withoutMarks(rest), fields);
  if (numbered?.field?.numbered) return { ...numbered, line };
  return FOR_THE_RECORD.has(written.toLowerCase()) || isMaterials(header)
    ? { field: null, unit: null }
    : undefined;
}

function namedBy(written: string, fields: readonly Field[]): NamedColumn | undefined {
  const name = written.toLowerCase();
  // 产能单位 is a column of units and none of capacities.
  const exact = namesOf(fields).find(({ names }) => names.includes(name));
  if (exact) return { field: exact.field, unit: null };
  for (const { field, names } of namesOf(fields)) {
    for (const known of names) {
      if (!name.startsWith(known)) continue;
      const rest = written.slice(known.length).replace(/^单位/, '');
      if (rest === '') return { field, unit: null };
      const units =
        unitsFor(field, rest) ?? (known.startsWith('年') ? unitsFor(field, `${rest}/年`) : undefined);
      if (units) return { field, unit: units.length === 1 ? units[0]! : null };
    }
  }
  return undefined;
}

/** Which line of a list a header says that its column is of, and the header without that: 产品2, 产品二, 其他产品. */
export function lineOf(header: Cell): { readonly line: string; readonly rest: string } {
  const text = plainText(header);
  const found = /\d+|[一二三四五六七八九十]+|其[他它]/.exec(text);
  if (!found) return { line: '', rest: text };
  const { 0: mark, index } = found;
  const numeral = '一二三四五六七八九十'.indexOf(mark) + 1;
  const line = numeral > 0 ? `${numeral}` : mark;
  return { line, rest: text.slice(0, index) + text.slice(index + mark.length) };
}

const namesOf = memoize((fields: readonly Field[]) =>
  fields.map((field) => ({
    field,
    names: [field.name.zh, field.name.en ?? '', ...field.headers]
      .map(headerName)
      .filter((name) => name !== ''),
  })),
);

/**
 * Whether a column has the materials (主要原辅材料). What is used in a year is neither a complete list of chemicals nor their
 * designed maximum, so it states no inventory.
 */
export const isMaterials = (header: Cell): boolean => /原辅材料|原材料/.test(plainText(header));

/** Headers are compared without width, case, blanks, punctuation and the marks of what must be filled in. */
export const headerName = (header: string): string => withoutMarks(header).toLowerCase();

/** The slash stays: it is a part of units. */
const withoutMarks = (header: Cell): string =>
  plainText(cellText(header).replace(/[（(【[]?(?:必填|选填|可不填)[)）】\]]?/g, '')).replace(
    /[^\p{L}\p{N}/%]/gu,
    '',
  );

/** The units that the end of a header names, if all measure what the field does: `万元`, `公顷/亩`. */
function unitsFor(field: Field, end: string): readonly string[] | undefined {
  if (measures(end, field)) return [end];
  const several = end.split(/[/或]/);
  return several.length > 1 && several.every((one) => measures(one, field)) ? several : undefined;
}

/** Whether amounts of a field can be in a unit. */
export function measures(unit: string, { measuredIn }: Field): boolean {
  const dimension = unitOf(unit)?.dimension;
  return dimension !== undefined && measuredIn?.(dimension) === true;
}

/**
 * The unit that a line above the table gives for all of it, `单位：万元、公顷`, for a column that has none of its own.
 * Null where it gives none that measures what the field does, or several.
 */
export function unitAbove(field: Field, above: readonly Cell[]): string | null {
  const units = above.flatMap((cell) => {
    const [, stated = ''] = /^\(?单位\s*:?\s*(.+?)\)?$/.exec(plainText(cell)) ?? [];
    return stated.split(/[、,;\s]+/).filter((name) => unitsFor(field, name)?.length === 1);
  });
  return units.length === 1 ? units[0]! : null;
}

/** What the real forms have beside, and no rule of admission reads. */
const FOR_THE_RECORD: ReadonlySet<string> = new Set(
  [
    '审核备类型 项目类型 备案目录 是否补办项目 是否技改项目 项目属性 拟开工时间 拟建成时间 计划开工时间 计划竣工时间 计划开工 计划竣工',
    '开工时间 竣工时间 建设地点 建设地点详情 管理行业 所属行业 建设规模及内容 建设内容及规模 建设规模与建设内容生产能力 项目资本金',
    '新增用地面积 农用地面积 总建筑面积 新增建筑面积 资金来源 产业结构调整指导目录 申报时间 备案日期',
    '登记赋码日期 联系人 联系电话 法定代表人 环保投资 地理坐标 建设项目行业类别 备注 劳动定员 工作制度 施工工期 所属区县',
  ].flatMap((names) => names.split(' ').map(headerName)),
);
