import * as z from 'zod';
import { FileFault } from '../domain/messages/file-faults.ts';
import { fault, readShapes } from '../domain/messages/read-input.ts';
import { cellText } from './cell-text.ts';
import type { Field } from './fields.ts';
import { columnOf, headerName, isMaterials, lineOf, measures, unitAbove } from './header.ts';
import type { Cell } from './sheet.ts';

/** What the columns of a table state, in their order: data that somebody can look over, correct, and keep. */
export interface Mapping {
  readonly columns: readonly ColumnMapping[];
}
export interface ColumnMapping {
  /** As it stands in the file. */
  readonly header: string;
  /** The key of a field; null for a column that is kept and states nothing. */
  readonly field: string | null;
  /** The unit of its numbers; null where each cell has its own. */
  readonly unit: string | null;
}

/**
 * What the headers of a file say by themselves.
 *
 * @param above the cells above the header row, where a unit for the whole table can stand
 */
export function proposedMapping(
  headers: readonly Cell[],
  fields: readonly Field[],
  above: readonly Cell[],
): Mapping {
  const columns = headers.map((header): ColumnMapping => {
    const { field = null, unit = null } = columnOf(header, fields) ?? {};
    return {
      header: cellText(header),
      field: field?.key ?? null,
      unit: unit ?? (field && unitAbove(field, above)),
    };
  });
  const withUnits = columns.map((column, at) =>
    isUnitOf(columns[at - 1], column) ? { ...column, field: UNIT_OF[columns[at - 1]!.field!]! } : column,
  );
  // What an amount is of has to be said: without a column for that the others state nothing.
  const lines = withUnits.map(({ header, field }) => `${field} ${lineIn(header, fields)}`);
  return {
    columns: withUnits.map((column) => {
      const { partOf } = fields.find(({ key }) => key === column.field) ?? {};
      const isAlone = partOf && !lines.includes(`${partOf} ${lineIn(column.header, fields)}`);
      return isAlone ? { ...column, field: null, unit: null } : column;
    }),
  };
}

/** Whether a column 单位 is that of the amounts before it, which have none. Elsewhere it can be whoever builds. */
const isUnitOf = (before: ColumnMapping | undefined, { header, field }: ColumnMapping): boolean =>
  field === null &&
  before?.field != null &&
  before.unit === null &&
  before.field in UNIT_OF &&
  headerName(lineOf(header).rest) === '单位' &&
  [lineOf(before.header).line, ''].includes(lineOf(header).line);

const UNIT_OF: Readonly<Record<string, string>> = {
  productCapacity: 'productUnit',
  chemicalAmount: 'chemicalUnit',
};

/** Which line of a list a column is of. */
export const lineIn = (header: string, fields: readonly Field[]): string => {
  const known = columnOf(header, fields);
  return known?.field ? (known.line ?? '') : lineOf(header).line;
};

/** Whether a mapping is for a file of these headers, all of them in the same order. */
export const fitsHeaders = ({ columns }: Mapping, headers: readonly Cell[]): boolean =>
  columns.length === headers.length &&
  columns.every(({ header }, at) => headerName(header) === headerName(cellText(headers[at]!)));

/** What a mapping leaves unread though it looks as if it were read. */
export function mappingFaults({ columns }: Mapping, fields: readonly Field[]): readonly FileFault[] {
  const clashes = fields
    .filter((field) => clashing(columns, field, fields))
    .map(
      ({ key, name }) =>
        new FileFault('COLUMNS_CLASH', {
          field: name,
          columns: columns.filter(({ field }) => field === key).map(({ header }) => `“${header}”`),
        }),
    );
  const inventory = fields.find(({ key }) => key === 'chemicals')!;
  const materials = columns
    .filter(({ header, field }) => field === null && isMaterials(header))
    .map(
      ({ header }) => new FileFault('MATERIALS_ARE_NO_INVENTORY', { column: header, field: inventory.name }),
    );
  return [...clashes, ...materials];
}

/** Where the columns of each field are, with those of its parts. Of several that clash none is read: which one counts is not known. */
export function columnsOf({ columns }: Mapping, field: Field, fields: readonly Field[]): readonly number[] {
  const own = fields.filter(({ key, partOf }) => key === field.key || partOf === field.key);
  if (own.some((one) => clashing(columns, one, fields))) return [];
  return columns.flatMap((column, at) => (own.some(({ key }) => key === column.field) ? [at] : []));
}

function clashing(
  columns: readonly ColumnMapping[],
  { key, joined, numbered }: Field,
  fields: readonly Field[],
): boolean {
  const own = columns.filter(({ field }) => field === key);
  const lines = new Set(own.map(({ header }) => (numbered ? lineIn(header, fields) : '')));
  return !joined && lines.size < own.length;
}

/**
 * Mappings as they were kept.
 *
 * @throws Refusals what names a field that there is not, or a unit that does not measure it
 */
export function readMappings(kept: unknown, fields: readonly Field[]): readonly Mapping[] {
  const keys = fields.map(({ key }) => key);
  const column = z
    .strictObject({ header: z.string(), field: z.enum(keys).nullish(), unit: z.string().nullish() })
    .transform(({ header, field = null, unit = null }) => ({ header, field, unit }))
    .superRefine(({ field, unit }, context) => {
      const own = fields.find(({ key }) => key === field);
      if (unit !== null && !(own && measures(unit, own)))
        context.addIssue({
          ...fault('NOT_ONE_OF', { options: [own?.unit ?? 'null'], value: unit }, ['unit']),
        });
    });
  return readShapes(z.strictObject({ columns: z.array(column) }), Array.isArray(kept) ? kept : [kept], [
    'mappings',
  ]);
}
