import { FileFault } from '../domain/messages/file-faults.ts';
import type { Part } from '../domain/messages/sentences.ts';
import { isProjectCode } from '../domain/values/project-code.ts';
import type { Day } from '../domain/vocabulary.ts';
import { cellText, plainText } from './cell-text.ts';
import type { Cell } from './sheet.ts';

/** What a fault of a cell says beside the cell: what it should have been. */
export interface Expected {
  /** What the column states. */
  readonly field: Part;
  /** What would be understood. */
  readonly understood: Part;
}

export const unread = (cell: Cell, expected: Expected): FileFault =>
  new FileFault('CELL_UNREAD', { value: shownCell(cell), ...expected });

export const approximate = (cell: Cell, expected: Expected): FileFault =>
  new FileFault('CELL_APPROXIMATE', { value: shownCell(cell), ...expected });

const shownCell = (cell: Cell): string => {
  const text = cellText(cell);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

/** A text as it stands; a number only where none of its digits can have been lost. */
export function readText(cell: Cell, { field }: Expected): string {
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15)
    throw new FileFault('CELL_LOST_DIGITS', { value: String(cell), field });
  return cellText(cell);
}

/** 2603-141124-89-05-346948, also where the hyphens were left out. */
export function readProjectCode(cell: Cell, expected: Expected): string | null {
  const text = plainText(readText(cell, expected)).replace(/[\s\p{Pd}]/gu, '');
  if (text === '无') return null;
  const code = text.replace(/^(\d{4})(\d{6})(\d\d)(\d\d)(\d{6})$/, '$1-$2-$3-$4-$5');
  if (!isProjectCode(code)) throw unread(cell, expected);
  return code;
}

/** A quantity of a cell: its number, and the unit where the cell has one. */
export interface Amount {
  readonly number: string;
  readonly unit: string | null;
}

/** `1,234.5`, `１２３４．５万元`, `1 234` and numbers themselves; what is about so much is not so much. */
export function readAmount(cell: Cell, expected: Expected): Amount {
  const text = plainText(cell);
  const [, written, unit = ''] = /^(-?\d[\d\s,]*(?:\.\d+)?)\s*([^\d\s.,-].*)?$/u.exec(text) ?? [];
  const number = written === undefined ? undefined : ungrouped(written.trim());
  if (number === undefined || isApproximate(text))
    throw isApproximate(text) ? approximate(cell, expected) : unread(cell, expected);
  return { number, unit: unit.trim() || null };
}

/** A number without its separators of thousands; undefined where they do not separate thousands. */
export const ungrouped = (written: string): string | undefined =>
  /^-?\d+(?:\.\d+)?$/.test(written)
    ? written
    : /^-?\d{1,3}(?:([,\s])\d{3})(?:\1\d{3})*(?:\.\d+)?$/.test(written)
      ? written.replace(/[,\s]/g, '')
      : undefined;

/** Whether a text with a number in it gives bounds or a neighbourhood and no value: 约500, 500余, 300-500, ≥2. */
export const isApproximate = (text: string): boolean =>
  /\d/.test(text) && (APPROXIMATE.test(text) || RANGE.test(text));
const APPROXIMATE =
  /[约近余逾≈≥≤≧≦<>~～±]|左右|上下|以上|以下|以内|超过|不低于|不高于|不少于|不多于|不超过|不小于|不大于|大于|小于|至少|至多|最多|最少|\babout\b|\bapprox|\bover\b|\bup to\b|\bca\.?\s*\d/iu;
const RANGE = /\d[^\d\s,.]{0,4}\s*(?:[-—–―]+|至|到|\bto\b)\s*\d/iu;

/** A day as a date of the sheet, its serial number, `2026-11-23`, `2026/11/23`, `2026.11.23`, `20261123`, `2026年11月23日`. */
export function readDayOf(cell: Cell, expected: Expected, serials: boolean): Day {
  const text = plainText(cell);
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= FIRST_SERIAL && cell <= LAST_SERIAL) {
    if (!serials) throw unread(cell, expected);
    return new Date(Date.UTC(1899, 11, 30) + cell * 86_400_000).toISOString().slice(0, 10);
  }
  const [, year, month, day] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+[\d:.]+)?$/.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ??
    [];
  if (day === undefined) throw unread(cell, expected);
  return `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** 1990-01-01 and 2099-12-31: below begin numbers that may be years. */
const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 73_050;

export function readFlag(cell: Cell, expected: Expected): boolean {
  if (typeof cell === 'boolean') return cell;
  const text = plainText(cell).toLowerCase();
  if (/^(?:是|yes|y|true)$/.test(text)) return true;
  if (/^(?:否|no|n|false)$/.test(text)) return false;
  throw unread(cell, expected);
}

/** What a list of options calls each of them, for `readOptions`. */
export type OptionNames = ReadonlyMap<string, readonly string[]>;

/** The options that a cell names, each by its name and nothing else: one that nobody knows makes the whole cell unread. */
export function readOptions(cell: Cell, names: OptionNames, expected: Expected): readonly string[] {
  const options = optionsIn(plainText(cell), BETWEEN_OPTIONS, names);
  if (!options) throw unread(cell, expected);
  return [...new Set(options)];
}

/** A name may hold what elsewhere stands between two: 光气及光气化工艺. */
const BETWEEN_OPTIONS = [/[、,;\n]/, /[和及+]|\s+/];

function optionsIn(
  text: string,
  [separator, ...finer]: readonly RegExp[],
  names: OptionNames,
): readonly string[] | undefined {
  const known = names.get(compared(text));
  if (known || separator === undefined) return known;
  const parts = text.split(separator).filter((part) => part.trim() !== '');
  const options = parts.flatMap(
    (part): readonly (string | undefined)[] => optionsIn(part, finer, names) ?? [undefined],
  );
  return parts.length > 0 && options.every((option) => option !== undefined) ? options : undefined;
}

/** Names of options are compared without width, case, blanks and punctuation. */
export const compared = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
