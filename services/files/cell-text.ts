import { isBlank } from '../domain/values/is-blank.ts';
import type { Cell } from './sheet.ts';

/** What a cell shows, without blanks around it. */
export function cellText(cell: Cell): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return numberText(cell);
  // What was written to keep a text from being a formula is no part of it.
  return String(cell ?? '')
    .replace(EDGES, '')
    .replace(/^'(?=[=+\-@])/, '');
}

/** Compared without width and invisible characters: `１，２００` as 1,200. */
export const plainText = (cell: Cell): string =>
  cellText(cell)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '');

/** Whether a cell states nothing: it is empty, a dash stands in it, or that nobody knows. */
export function saysNothing(cell: Cell): boolean {
  if (typeof cell !== 'string') return cell === null;
  const text = plainText(cell);
  return isBlank(text) || /^(?:[-—–―_/\\·.]+|未知|不详|不清楚|待定|待填|unknown|n\/a|tbd)$/iu.test(text);
}

/** A spreadsheet keeps fifteen digits of a number and shows no more; the rest is noise of binary arithmetic. */
const numberText = (value: number): string => String(Number(value.toPrecision(15)));

const EDGES = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;
