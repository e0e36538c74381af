import * as z from 'zod';
import { FileFault } from '../domain/messages/file-faults.ts';
import { fault, readShapes } from '../domain/messages/read-input.ts';
import { cellText } from './cell-text.ts';
import type { Field } from './fields.ts';
import { columnOf, headerName, isMaterials, measures, unitAbove } from './header.ts';
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
  return {
    columns: headers.map((header): ColumnMapping => {
      const { field = null, unit = null } = columnOf(header, fields) ?? {};
      return {
        header: cellText(header),
        field: field?.key ?? null,
        unit: unit ?? (field && unitAbove(field, above)),
      };
    }),
  };
}

/** Whether a mapping is for a file of these headers, all of them in the same order. */
export const fitsHeaders = ({ columns }: Mapping, headers: readonly Cell[]): boolean =>
  columns.length === headers.length &&
  columns.every(({ header }, at) => headerName(header) === headerName(cellText(headers[at]!)));

/** What a mapping leaves unread though it looks as if it were read. */
export function mappingFaults({ columns }: Mapping, fields: readonly Field[]): readonly FileFault[] {
  const clashes = fields
    .filter((field) => clashing(columns, field))
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

/** Where the columns of each field are. Of several that clash none is read: which one counts is not known. */
export const columnsOf = ({ columns }: Mapping, field: Field): readonly number[] =>
  clashing(columns, field) ? [] : columns.flatMap((column, at) => (column.field === field.key ? [at] : []));

const clashing = (columns: readonly ColumnMapping[], { key, joined }: Field): boolean =>
  !joined && columns.filter(({ field }) => field === key).length > 1;

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
