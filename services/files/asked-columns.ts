import type { Field } from './fields.ts';
import type { Mapping } from './mapping.ts';
import { columnLetters } from './sheet-cells.ts';
import { escapedXml } from './xml.ts';

/** A fact that rows lack, with how many of them. */
export interface AskedFact {
  readonly key: string;
  readonly rows: number;
}

/** Facts by how many rows would be settled with them, as far as is known: those come first that most rows ask first. */
export function mostAsked(missing: Iterable<readonly string[]>): readonly AskedFact[] {
  const rows = new Map<string, { rows: number; weight: number }>();
  for (const keys of missing)
    for (const [place, key] of keys.entries()) {
      const of = rows.get(key) ?? { rows: 0, weight: 0 };
      // One question of two opens a row sooner than one of ten, and the first sooner than the last.
      rows.set(key, { rows: of.rows + 1, weight: of.weight + 1 / (keys.length + place) });
    }
  return [...rows]
    .sort(([a, one], [b, other]) => other.weight - one.weight || (a < b ? -1 : 1))
    .map(([key, { rows }]) => ({ key, rows }));
}

/** The fields that get a column of their own: rows lack them, and no column of the list states them. */
export const askedFields = (
  asked: readonly AskedFact[],
  mapping: Mapping,
  fields: readonly Field[],
): readonly Field[] =>
  asked.flatMap(({ key }) => {
    const field = fields.find((one) => one.key === key);
    return field && !mapping.columns.some((column) => column.field === key) ? [field] : [];
  });

/** Characters of the options of a drop-down that stand in the cell's own rule: more have Excel repair the file. */
const MAX_INLINE = 255;

/** Whether the options of a field have to stand on a sheet of their own. */
export const needsList = ({ options }: Field): boolean =>
  options !== undefined && (options.join().length > MAX_INLINE || options.some((one) => one.includes(',')));

/**
 * The drop-down of a column, or the hint where anything can be written.
 *
 * @param list where the options stand, `'选项'!$A$1:$A$18`, where they need a sheet
 */
export function validationXml(
  { name, options, names, single, understood }: Field,
  at: number,
  rows: { readonly from: number; readonly to: number },
  list: string | undefined,
  prefix: string,
): string {
  const letters = columnLetters(at);
  const formula = options && (list ?? `"${options.join()}"`);
  // Several of them may be written into one cell.
  const open = names !== undefined && !single;
  const hint = `showInputMessage="1" promptTitle="${escapedXml(name.zh.slice(0, 32))}" prompt="${escapedXml(understood.zh.slice(0, 255))}"`;
  const place = `sqref="${letters}${rows.from}:${letters}${Math.max(rows.from, rows.to)}"`;
  return formula === undefined
    ? `<${prefix}dataValidation allowBlank="1" ${hint} ${place}/>`
    : `<${prefix}dataValidation type="list" allowBlank="1"${open ? '' : ' showErrorMessage="1"'} ${hint} ${place}><${prefix}formula1>${escapedXml(formula)}</${prefix}formula1></${prefix}dataValidation>`;
}
