import type { Classification } from '../domain/facts/industry.ts';
import { FileFault } from '../domain/messages/file-faults.ts';
import type { Notation } from '../domain/notation/notation.ts';
import type { Vocabulary } from '../domain/notation/vocabulary.ts';
import type { Locale, Text } from '../domain/values/text.ts';
import { text } from '../domain/values/text.ts';
import { readCellText, splitParts, writeCellText, writePart } from './cell-parts.ts';
import { cellText, plainText, saysNothing } from './cell-text.ts';
import { readFlag } from './read-cell.ts';
import type { Cell } from './sheet.ts';

/** What a column of a catalog's sheet says of an item: of an entry, or of what the catalog defines. */
export interface Column<Item> {
  /** The field of an item that it is about. */
  readonly field: keyof Item;
  readonly name: Text;
  /** What tables call it besides. */
  readonly headers: readonly string[];
  /** A new item needs it. */
  readonly required?: true;
  readonly width: number;
  /** What one chooses from. */
  readonly options?: readonly string[];
  /** Whether several of them, or something else, may be written. */
  readonly open?: true;
  readonly understood: Text;
  readonly example: string;
  readonly write: (item: Item, languages: Languages) => string;
  /**
   * The item with what the cell says; an empty cell says that there is nothing.
   *
   * @throws FileFault | Refusal what cannot be read
   */
  readonly read: (cell: Cell, item: Partial<Item>, context: CellContext) => Partial<Item>;
}
/** In which words items are written. */
export interface Languages {
  readonly notation: Notation;
  readonly vocabulary: Vocabulary;
}
export interface CellContext extends Languages {
  readonly classification: Classification;
  readonly serials: boolean;
  readonly expected: { readonly field: Text; readonly understood: Text };
}

/** What a column writes and reads, whatever it is called. */
export type Reader<Item> = Pick<Column<Item>, 'field' | 'write' | 'read'>;

/** A text of one language. @param required stays where there is nothing of it */
export const wording = <Item>(field: keyof Item, locale: Locale, required: boolean): Reader<Item> => ({
  field,
  write: (item) => writeCellText((item[field] as Partial<Text> | null | undefined)?.[locale]),
  read(cell, item) {
    const before = item[field] as Partial<Text> | null | undefined;
    const { zh, en } = { ...before, [locale]: readCellText(cell) } as Partial<Text>;
    if (zh == null && en == null && !required) return { ...item, [field]: undefined };
    return { ...item, [field]: { zh: zh ?? '', ...(en != null && { en }) } };
  },
});

/** One of some keys by its label. */
export const chosen = <Item>(
  field: keyof Item,
  labels: Readonly<Record<string, Text>>,
  keys: readonly string[],
): Reader<Item> & Pick<Column<Item>, 'options' | 'understood'> => ({
  field,
  options: keys.map((key) => labels[key]!.zh),
  understood: text(
    keys.map((key) => labels[key]!.zh).join('、'),
    keys.map((key) => `${labels[key]!.zh} (${labels[key]!.en})`).join(', '),
  ),
  write: (item) => (item[field] == null ? '' : labels[String(item[field])]!.zh),
  read(cell, item, { expected }) {
    if (isEmpty(cell, expected)) return { ...item, [field]: undefined };
    const said = plainText(cell).toLowerCase();
    const key = keys.find((each) =>
      [each, labels[each]!.zh, labels[each]!.en].some((name) => name?.toLowerCase() === said),
    );
    if (key === undefined) throw refused(cell, expected);
    return { ...item, [field]: key };
  },
});

const YES_OR_NO = ['是', '否'];
export const yesOrNo = <Item>(
  field: keyof Item,
): Reader<Item> & Pick<Column<Item>, 'width' | 'options' | 'example'> => ({
  field,
  width: 8,
  options: YES_OR_NO,
  example: '',
  write: (item) => (item[field] == null ? '' : YES_OR_NO[Number(!item[field])]!),
  read: (cell, item, { expected }) => ({
    ...item,
    [field]: isEmpty(cell, expected) ? undefined : readFlag(cell, expected),
  }),
});

/** What a row says that takes out of the catalog what it names; nothing else of it is read. */
export interface Removal {
  readonly remove?: boolean | undefined;
}
/** Every table of a catalog has it, behind its own columns. */
export const REMOVAL: Column<Removal> = {
  ...yesOrNo<Removal>('remove'),
  name: text('删除', 'remove'),
  headers: ['是否删除', 'delete'],
  options: ['是'],
  understood: text(
    '从目录中删除的填“是”，该行其他栏目不读；不删除的留空',
    '是 to remove it from the catalog: the rest of the row is not read; else empty',
  ),
};

const LIST = '、,;';

/** Whether a cell says that there is nothing. That somebody has still to find out is another thing. @throws FileFault */
export function isEmpty(cell: Cell, expected: CellContext['expected']): boolean {
  if (PENDING.test(plainText(cell))) throw refused(cell, expected);
  return saysNothing(cell);
}

export const readList = (cell: Cell, expected: CellContext['expected']): readonly string[] =>
  isEmpty(cell, expected) ? [] : splitParts(cellText(cell).replaceAll('\n', '、'), LIST);
export const writeList = (parts: readonly string[]): string =>
  parts.map((part) => writePart(part, LIST)).join('、');

/** Conditions that are still to be written, in the words of whoever leaves them open. */
export const PENDING = /^(?:待编写|待写|待补充|待定|待填|未定|不详|未知|不清楚|unknown|to be written|tbd)$/i;

export const refused = (cell: Cell, expected: CellContext['expected']): FileFault =>
  new FileFault('CELL_REFUSED', { value: cellText(cell).slice(0, 80), ...expected });
