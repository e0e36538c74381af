import { plain, quotation, UNPRINTED, unquoted } from '../domain/notation/scanner.ts';
import { cellText, saysNothing } from './cell-text.ts';
import { withoutFormula } from './formula-mark.ts';
import type { Cell } from './sheet.ts';

// How texts stand in a cell: as they are, or in quotation marks where they would not be read back as they are.

/** The text of a cell; undefined where it states none. */
export function readCellText(cell: Cell): string | undefined {
  if (saysNothing(cell)) return undefined;
  const text = cellText(cell);
  return unquoted(text) ?? text;
}

/** A text as a cell of its own; an absent one leaves it empty. */
export function writeCellText(text: string | null | undefined): string {
  if (text == null) return '';
  const readsBack = isKept(text) && readCellText(withoutFormula(text)) === text;
  return readsBack ? text : quotation(text);
}

/** A text as one of several parts of a cell, each of which ends where a separator or the line does. */
export function writePart(text: string, separators: string): string {
  const [only, ...more] = splitParts(text, separators);
  const readsBack =
    only === text && more.length === 0 && isKept(text) && !saysNothing(text) && !ENDS_LOST.test(text);
  return readsBack ? text : quotation(text);
}

/** What stands between separators; those within quotation marks are none. */
export const splitParts = (text: string, separators: string): readonly string[] =>
  rawParts(text, separators).map((each) => unquoted(each) ?? each);

/** The same with its quotation marks. */
export function rawParts(text: string, separators: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const [piece] of text.matchAll(PIECES))
    if (piece.length === 1 && separators.includes(plain(piece))) {
      parts.push(part);
      part = '';
    } else part += piece;
  return [...parts, part].map((each) => each.trim());
}

/** Whether a spreadsheet keeps all of its signs. */
const isKept = (text: string): boolean => !UNPRINTED.test(text.replaceAll('\n', ''));
/** A line that ends, and what the reader of a cell takes off its ends. */
const ENDS_LOST = /\n|^'|^[\s\p{Cf}]|[\s\p{Cf}]$/u;
const PIECES = /“[^”]*”|"(?:[^"\\]|\\.)*"|[\s\S]/g;
