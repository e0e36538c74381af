import type { Entry, Exception, Requirement } from '../domain/catalog/entry.ts';
import type { Condition } from '../domain/condition/condition.ts';
import { FileFault } from '../domain/messages/file-faults.ts';
import { LEVEL_LABELS } from '../domain/messages/labels.ts';
import type { Notation } from '../domain/notation/notation.ts';
import { unquoted } from '../domain/notation/scanner.ts';
import type { Text } from '../domain/values/text.ts';
import { text } from '../domain/values/text.ts';
import type { JurisdictionLevel, LegalBasis } from '../domain/vocabulary.ts';
import { JURISDICTION_LEVELS } from '../domain/vocabulary.ts';
import { rawParts, splitParts, writePart } from './cell-parts.ts';

// The lists of an entry in one cell each: an exception or requirement begins with 【its key】 and its wording, and has what
// else is said of it in lines of their own; a legal basis is a line.

/** What is said of an item in a line of its own, by the word that it begins with. */
interface Line<Item> {
  readonly label: string;
  /** Undefined where there is nothing to say. */
  readonly write: (item: Item, notation: Notation) => string | undefined;
  readonly read: (said: string, item: Item, notation: Notation) => Item;
}

const CONDITION = '条件';
const ofBoth = <Item extends Exception | Requirement>(): readonly Line<Item>[] => [
  {
    label: '英文',
    write: ({ text }) => text.en ?? undefined,
    read: (en, item) => ({ ...item, text: { ...item.text, en } }),
  },
  {
    label: CONDITION,
    write: ({ when }, notation) => (when == null ? undefined : notation.write(when)),
    read: (said, item, notation) => ({ ...item, when: readNotation(said, notation) }),
  },
];

const OF_EXCEPTIONS: readonly Line<Exception>[] = [
  ...ofBoth<Exception>(),
  {
    label: '一事一议',
    write: ({ discretionary }) => (discretionary ? '是' : undefined),
    read: (said, item) => ({ ...item, discretionary: oneOf(said, { 是: true, 否: false }) }),
  },
  {
    label: '认定层级',
    write: ({ decidedBy }) => (decidedBy == null ? undefined : LEVEL_LABELS[decidedBy].zh),
    read: (said, item) => ({ ...item, decidedBy: oneOf(said, LEVELS) }),
  },
];
const OF_REQUIREMENTS: readonly Line<Requirement>[] = [
  ...ofBoth<Requirement>(),
  {
    label: '证明材料',
    write: ({ evidence }) => evidence?.zh,
    read: (zh, item) => ({ ...item, evidence: { ...item.evidence, zh } }),
  },
  {
    label: '证明材料英文',
    write: ({ evidence }) => evidence?.en ?? undefined,
    read: (en, item) => ({ ...item, evidence: { zh: '', ...item.evidence, en } }),
  },
];
const LEVELS = Object.fromEntries(
  JURISDICTION_LEVELS.map((level) => [LEVEL_LABELS[level].zh, level]),
) as Readonly<Record<string, JurisdictionLevel>>;

/** How exceptions are written, as the instructions say it. */
export const EXCEPTIONS_UNDERSTOOD: Text = text(
  '每项以【标识】和内容起行，其余各占一行：条件：…；一事一议：是；认定层级：省级；英文：…',
  'each begins a line with 【key】 and its wording; the rest has lines of its own: 条件：(condition)…, 一事一议：是 (discretionary), 认定层级：(level), 英文：(English)',
);
export const REQUIREMENTS_UNDERSTOOD: Text = text(
  '每项以【标识】和内容起行，其余各占一行：条件：…；证明材料：…；英文：…；证明材料英文：…',
  'each begins a line with 【key】 and its wording; the rest has lines of its own: 条件：(condition)…, 证明材料：(evidence), 英文：(English), 证明材料英文：(evidence in English)',
);

export const writeExceptions = (items: readonly Exception[], notation: Notation): string =>
  writeItems(items, OF_EXCEPTIONS, notation);
export const writeRequirements = (items: readonly Requirement[], notation: Notation): string =>
  writeItems(items, OF_REQUIREMENTS, notation);
/** @throws FileFault CELL_LINE_UNREAD, with the line, and what its line is refused with */
export const readExceptions = (cell: string, notation: Notation): readonly Exception[] =>
  readItems(cell, OF_EXCEPTIONS, notation, (key, zh) => ({ key, text: { zh }, discretionary: false }));
/** @throws FileFault CELL_LINE_UNREAD */
export const readRequirements = (cell: string, notation: Notation): readonly Requirement[] =>
  readItems(cell, OF_REQUIREMENTS, notation, (key, zh) => ({ key, text: { zh } }));

function writeItems<Item extends Exception | Requirement>(
  items: readonly Item[],
  lines: readonly Line<Item>[],
  notation: Notation,
): string {
  return items
    .flatMap((item) => [
      `【${item.key}】${inLine(item.text.zh)}`,
      ...lines.flatMap(({ label, write }) => {
        const said = write(item, notation);
        if (said === undefined) return [];
        return `${label}：${label === CONDITION ? said : inLine(said)}`;
      }),
    ])
    .join('\n');
}

/** A wording in its line: empty as it is, or so that it ends with the line. */
const inLine = (said: string): string => (said === '' ? said : writePart(said, ''));
const outOfLine = (said: string): string => splitParts(said, '')[0]!;

function readItems<Item extends Exception | Requirement>(
  cell: string,
  lines: readonly Line<Item>[],
  notation: Notation,
  begun: (key: string, zh: string) => Item,
): readonly Item[] {
  const items: Item[] = [];
  // Of the last item: the second of two conditions would take the place of the first.
  let unsaid = lines;
  for (const [at, line] of cell.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, key, wording] = /^\s*【([^】]*)】(.*)$/.exec(line) ?? [];
    if (key !== undefined) {
      items.push(begun(key.trim(), outOfLine(wording!)));
      unsaid = lines;
      continue;
    }
    const [, label, said = ''] = /^\s*([^:：]{1,12})[:：](.*)$/.exec(line) ?? [];
    const known = unsaid.find((each) => each.label === label?.trim());
    const last = items.pop();
    if (!known || !last)
      throw unreadLine(
        at,
        line,
        unsaid.map(({ label }) => `${label}：`),
      );
    unsaid = unsaid.filter((each) => each !== known);
    items.push(
      inItsLine(at, () => known.read(known.label === CONDITION ? said : outOfLine(said), last, notation)),
    );
  }
  return items;
}

const unreadLine = (at: number, line: string, labels: readonly string[]): FileFault =>
  new FileFault('CELL_LINE_UNREAD', {
    line: at + 1,
    value: line.trim().slice(0, 40),
    expected: ['【标识】', ...labels],
  });

/** What is refused of a line, with the line. */
function inItsLine<Read>(at: number, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw new FileFault('CELL_LINE', { line: at + 1, fault: { zh: error.text('zh'), en: error.text('en') } });
  }
}

function oneOf<Value>(said: string, options: Readonly<Record<string, Value>>): Value {
  const value = options[said.trim()];
  if (value === undefined)
    throw new FileFault('NOTATION_EXPECTED', {
      column: 1,
      found: said.trim().slice(0, 20),
      expected: Object.keys(options),
    });
  return value;
}

/** A condition of a cell; the place at fault is counted from where it begins. */
export const readNotation = (said: string, notation: Notation): Condition => notation.read(said.trim());

export const BASIS_UNDERSTOOD: Text = text(
  '每项一行，文件名称、文号、条款、链接之间用竖线分开：中华人民共和国危险化学品安全法｜主席令第63号｜第十八条；也可写《文件》（文号）第十八条',
  'a line each, with title, number, article and address separated by bars: 中华人民共和国危险化学品安全法｜主席令第63号｜第十八条; or 《title》（number）第十八条',
);

export const writeBasis = (basis: readonly LegalBasis[]): string =>
  basis
    .map((each) => {
      const parts = [each.document, each.number, each.article, each.url].map((part) =>
        part == null ? '' : writePart(part, BARS),
      );
      const written = parts.slice(0, parts.findLastIndex((part) => part !== '') + 1).join('｜');
      // A title in its marks is taken for what they say it is, unless it is said to be all of it.
      return parts.length > 0 && CITED.test(written) ? `${written}｜` : written;
    })
    .join('\n');

export const readBasis = (cell: string): Entry['basis'] =>
  cell
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line, at): LegalBasis => {
      const [, title, itsNumber, itsArticle] = CITED.exec(line.trim()) ?? [];
      const [document, number, article, url, ...more] =
        title === undefined ? stated(line) : [title, itsNumber, itsArticle?.trim() || undefined];
      if (more.length > 0)
        throw new FileFault('CELL_LINE_PARTS', { line: at + 1, value: line.trim().slice(0, 80) });
      return {
        document: document ?? '',
        ...(number !== undefined && { number }),
        ...(article !== undefined && { article }),
        ...(url !== undefined && { url }),
      };
    });

/** The parts of a line; empty ones are not stated, but for what stands in quotation marks. */
const stated = (line: string): readonly (string | undefined)[] =>
  rawParts(line, BARS).map((part) => (part === '' ? undefined : (unquoted(part) ?? part)));

const BARS = '|';
/** 《办法》（晋政发〔2025〕1号）第三条, as documents cite each other. */
const CITED = /^《([^《》|｜“"]+)》(?:[（(]([^（）()|｜]+号)[）)])?(\s*第[^|｜《》]*)?$/;
