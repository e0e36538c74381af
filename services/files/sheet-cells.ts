import { withoutFormula } from './formula-mark.ts';
import { MAX_CELL } from './limits.ts';
import { rowHeight } from './row-height.ts';
import { attribute, escapedXml, SPREADSHEET } from './xml.ts';

/** A cell that is written. */
export interface NewCell {
  readonly value: string | number;
  /** Its place in the list of styles. */
  readonly style?: number | undefined;
}

/** A column that is written into a sheet, over what stands there. */
export interface NewColumn {
  /** The first is 0. */
  readonly at: number;
  readonly width: number;
  readonly hidden?: boolean;
}

/** What is written into a sheet that somebody else made. */
export interface NewCells {
  /** In their order. */
  readonly columns: readonly NewColumn[];
  /** The cells of a row, a column each, null for none; undefined where the row stays as it is. */
  readonly row: (row: number) => readonly (NewCell | null)[] | undefined;
  /** Elements behind the rows: those that are there already get what is new, and the filter that is there stays. */
  readonly behind: (lastRow: number, prefix: string) => Readonly<Record<string, string>>;
}

/**
 * A worksheet with cells set in some of its columns, row by row; everything else of it stays as it is, byte by byte.
 * Only so a list of a hundred thousand rows keeps all that its office put in, and needs no more memory than a row.
 */
export async function* withNewCells(xml: AsyncIterable<string>, cells: NewCells): AsyncGenerator<string> {
  let text = '';
  let prefix = '';
  let last = 0;
  let place: 'HEAD' | 'ROWS' | 'BEHIND' = 'HEAD';
  for await (const piece of xml) {
    text += piece;
    if (place === 'HEAD') {
      const begun = /<(\w+:)?sheetData\b[^>]*>/.exec(text);
      if (!begun) continue;
      prefix = begun[1] ?? '';
      yield head(text.slice(0, begun.index), prefix, cells.columns) + begun[0];
      text = text.slice(begun.index + begun[0].length);
      place = begun[0].endsWith('/>') ? 'BEHIND' : 'ROWS';
    }
    if (place === 'BEHIND') continue;
    let from = 0;
    let written = '';
    for (;;) {
      const row = rowAt(text, from, prefix);
      if (row === null) break;
      const number = Number(attribute(row.tag, 'r') ?? last + 1);
      last = number;
      const news = cells.row(number);
      const xml = text.slice(row.start, row.end);
      written +=
        text.slice(from, row.start) +
        (news ? rowWith(xml, row.tag, number, prefix, cells.columns, news) : xml);
      from = row.end;
    }
    if (written !== '') yield written;
    text = text.slice(from);
    if (text.trimStart().startsWith(`</${prefix}sheetData`)) place = 'BEHIND';
  }
  yield withElements(text, prefix, cells.behind(last, prefix));
}

/** The next whole row: its tag, and from where to where it goes. */
function rowAt(text: string, from: number, prefix: string) {
  const opening = `<${prefix}row`;
  let start = text.indexOf(opening, from);
  while (start >= 0 && !/[\s/>]/.test(text[start + opening.length] ?? '>'))
    start = text.indexOf(opening, start + 1);
  if (start < 0) return null;
  const tagEnd = text.indexOf('>', start) + 1;
  if (tagEnd === 0) return null;
  const tag = text.slice(start, tagEnd);
  if (tag.endsWith('/>')) return { tag, start, end: tagEnd };
  const closing = `</${prefix}row>`;
  const close = text.indexOf(closing, tagEnd);
  return close < 0 ? null : { tag, start, end: close + closing.length };
}

function rowWith(
  xml: string,
  tag: string,
  number: number,
  prefix: string,
  columns: readonly NewColumn[],
  news: readonly (NewCell | null)[],
): string {
  // Which columns a row spans is a hint for readers, and wrong from here on.
  const opened = tag.replace(/\s+spans\s*=\s*"[^"]*"/, '').replace(/\s*\/>$/, '>');
  const old = tag.endsWith('/>') ? '' : xml.slice(tag.length, xml.lastIndexOf('<'));
  const cells: { at: number; xml: string }[] = columns.flatMap(({ at }, place) => {
    const cell = news[place];
    return cell ? [{ at, xml: cellXml(cell, at, number, prefix) }] : [];
  });
  const replaced = new Set(columns.map(({ at }) => at));
  const lastOld = attribute(old.slice(old.lastIndexOf(`<${prefix}c `)), 'r');
  if (lastOld !== undefined && columnNumber(lastOld.replace(/\d+$/, '')) < columns[0]!.at)
    return `${opened}${old}${cells.map(({ xml }) => xml).join('')}</${prefix}row>`;
  let at = -1;
  const pattern = new RegExp(`<${prefix}c(?=[\\s/>])[^>]*?(?:/>|>[\\s\\S]*?</${prefix}c>)`, 'g');
  const kept = [...old.matchAll(pattern)].map(([xml]) => {
    const ref = attribute(xml.slice(0, xml.indexOf('>')), 'r');
    at = ref === undefined ? at + 1 : columnNumber(ref.replace(/\d+$/, ''));
    return { at, xml };
  });
  const all = [...kept.filter(({ at }) => !replaced.has(at)), ...cells].sort((a, b) => a.at - b.at);
  return `${opened}${all.map(({ xml }) => xml).join('')}</${prefix}row>`;
}

/** A cell: texts stand in it themselves, so that no list of all texts need be held. */
function cellXml({ value, style }: NewCell, at: number, row: number, prefix = ''): string {
  const open = `<${prefix}c r="${columnLetters(at)}${row}"${style === undefined ? '' : ` s="${style}"`}`;
  if (value === '') return `${open}/>`;
  if (typeof value === 'number') return `${open}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  const text = escapedXml(withoutFormula(value.slice(0, MAX_CELL - 1)));
  return `${open} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`;
}

export const columnLetters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26);

export const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** What stands before the rows, with the widths of the new columns. */
function head(xml: string, prefix: string, columns: readonly NewColumn[]): string {
  // The range in use is a hint for readers, and wrong from here on.
  const text = xml.replace(/<(?:\w+:)?dimension\b[^>]*(?:\/>|>\s*<\/(?:\w+:)?dimension>)/, '');
  const tags = [...text.matchAll(/<(?:\w+:)?col\b[^>]*?\/>/g)].map(([tag]) => tag);
  const news = new Set(columns.map(({ at }) => at + 1));
  const ranges = tags.flatMap((tag) => without(tag, news));
  for (const { at, width, hidden } of columns)
    ranges.push({
      min: at + 1,
      xml: `<${prefix}col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`,
    });
  const cols = `<${prefix}cols>${ranges
    .sort((a, b) => a.min - b.min)
    .map(({ xml }) => xml)
    .join('')}</${prefix}cols>`;
  const old = /<(?:\w+:)?cols\b[\s\S]*<\/(?:\w+:)?cols>/;
  return old.test(text) ? text.replace(old, () => cols) : text + cols;
}

/** A range of columns without some of them: ranges that overlap have Excel repair the file. */
function without(tag: string, columns: ReadonlySet<number>): { min: number; xml: string }[] {
  const [min, max] = [Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))];
  const cuts = [...columns].filter((one) => one >= min && one <= max).sort((a, b) => a - b);
  const parts: { min: number; xml: string }[] = [];
  let from = min;
  for (const cut of [...cuts, max + 1]) {
    if (cut > from)
      parts.push({
        min: from,
        xml: tag
          .replace(/\bmin\s*=\s*"\d+"/, `min="${from}"`)
          .replace(/\bmax\s*=\s*"\d+"/, `max="${cut - 1}"`),
      });
    from = cut + 1;
  }
  return parts;
}

/** What follows the rows, in the order that the schema demands (ECMA-376 part 1, CT_Worksheet). */
const BEHIND_THE_ROWS = [
  'sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells',
  'phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks',
  'colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects',
  'controls webPublishItems tableParts extLst',
].flatMap((names) => names.split(' '));

function withElements(xml: string, prefix: string, elements: Readonly<Record<string, string>>): string {
  let text = xml;
  for (const [name, content] of Object.entries(elements)) {
    if (name === 'autoFilter') {
      if (!/<(?:\w+:)?(?:autoFilter|tableParts)\b/.test(text)) text = placed(text, name, content);
      continue;
    }
    const own = new RegExp(`<${prefix}${name}\\b[^>]*>([\\s\\S]*?)</${prefix}${name}>`);
    const before = own.exec(text)?.[1] ?? '';
    const count = [...(before + content).matchAll(/<(?:\w+:)?dataValidation\b/g)].length;
    const whole = `<${prefix}${name} count="${count}">${before}${content}</${prefix}${name}>`;
    text = own.test(text) ? text.replace(own, () => whole) : placed(text, name, whole);
  }
  return text;
}

function placed(xml: string, name: string, element: string): string {
  const later = BEHIND_THE_ROWS.slice(BEHIND_THE_ROWS.indexOf(name) + 1);
  const next = new RegExp(`<(?:\\w+:)?(?:${later.join('|')})\\b|</(?:\\w+:)?worksheet>`).exec(xml);
  return next ? xml.slice(0, next.index) + element + xml.slice(next.index) : xml;
}

/** A worksheet of our own. */
export function sheetXml(
  widths: readonly number[],
  rows: readonly (readonly (NewCell | null)[])[],
  { frozen = false, behind = '' } = {},
): string {
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const heightOf = (cells: readonly (NewCell | null)[]): string => {
    const height = rowHeight(
      cells.map((cell) => cell?.value ?? ''),
      widths,
    );
    // Not as one that was set by hand: a program may work out another.
    return height === undefined ? '' : ` ht="${height}"`;
  };
  const data = rows.map(
    (cells, at) =>
      `<row r="${at + 1}"${heightOf(cells)}>${cells.map((cell, column) => (cell ? cellXml(cell, column, at + 1) : '')).join('')}</row>`,
  );
  const view = frozen
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : '';
  return `<worksheet xmlns="${SPREADSHEET}">${view}${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>${data.join('')}</sheetData>${behind}</worksheet>`;
}
