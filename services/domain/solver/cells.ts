/**
 * A set of cells as bits, 32 a word. A cell is one way an unknown could turn out, as far as the tests in force can
 * tell it from others.
 */
export type Cells = readonly number[];

export function cellsWhere(size: number, holds: (cell: number) => boolean): Cells {
  const words = new Array<number>((size + 31) >>> 5).fill(0);
  for (let cell = 0; cell < size; cell++) if (holds(cell)) words[cell >>> 5]! |= 1 << (cell & 31);
  return words;
}

export const intersect = (a: Cells, b: Cells): Cells => a.map((word, at) => word & b[at]!);
export const union = (a: Cells, b: Cells): Cells => a.map((word, at) => word | b[at]!);
export const without = (a: Cells, b: Cells): Cells => a.map((word, at) => word & ~b[at]!);

/** How `set` meets `current`: holds all of it, none of it, or splits it. */
export function meeting(current: Cells, set: Cells): 'ALL' | 'NONE' | 'SPLIT' {
  let inside = false;
  let outside = false;
  for (let at = 0; at < current.length; at++) {
    const word = current[at]!;
    if ((word & set[at]!) !== 0) inside = true;
    if ((word & ~set[at]!) !== 0) outside = true;
    if (inside && outside) return 'SPLIT';
  }
  return inside ? 'ALL' : 'NONE';
}

/** The first cell of a set that is not empty. */
export function firstOf(cells: Cells): number {
  const word = cells.findIndex((bits) => bits !== 0);
  return word * 32 + 31 - Math.clz32(cells[word]! & -cells[word]!);
}

export const hasCell = (cells: Cells, cell: number): boolean =>
  ((cells[cell >>> 5]! >>> (cell & 31)) & 1) === 1;

export function isEmpty(cells: Cells): boolean {
  for (let at = 0; at < cells.length; at++) if (cells[at] !== 0) return false;
  return true;
}
