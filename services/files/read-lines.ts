import type { ChemicalInput, ProductInput } from '../domain/assessment/project.ts';
import { unitName } from '../domain/facts/product-name.ts';
import { isCas } from '../domain/values/cas.ts';
import { decimalText, parseDecimal } from '../domain/values/decimal.ts';
import { converted, unitOf } from '../domain/values/unit.ts';
import { plainText } from './cell-text.ts';
import { approximate, type Expected, isApproximate, ungrouped, unread } from './read-cell.ts';
import type { Cell } from './sheet.ts';

// Lists in one cell. A list is complete, so where one line of it is not understood none is taken: the rest alone would
// say that there is nothing else.

/**
 * Products as `硅铁 5万吨/年；锰硅合金 3 万t/a，新增 1 万t/a，2条生产线；某助剂（属于：无） 2 万t/a`; `无` for none.
 *
 * @param unit of amounts that have none
 */
export function readProductLines(
  cell: Cell,
  unit: string | null,
  expected: Expected,
): readonly ProductInput[] {
  const products: { -readonly [Key in keyof ProductInput]: ProductInput[Key] }[] = [];
  for (const written of linesOf(cell)) {
    const { rest: line, said: terms } = sayingOf(written, '属于', cell, expected);
    const last = products.at(-1);
    const lines = /^(\d+)\s*条(?:生产)?线$/.exec(line)?.[1];
    if (lines !== undefined && last) {
      last.lines = lines;
      continue;
    }
    const { name, number, unit: own } = amountAtEnd(line, cell, expected) ?? {};
    const stated = own ?? unit;
    if (number === undefined || name === undefined || stated === null)
      throw isApproximate(line) ? approximate(cell, expected) : unread(cell, expected);
    if (name === '新增' && last && stated === last.unit) {
      last.addedCapacity = number;
      continue;
    }
    // What it sells for is no capacity.
    if (unitOf(stated)!.dimension.startsWith('MONEY')) throw unread(cell, expected);
    // What is added, what there was and what it comes to are no names.
    if (/新增|增加|原有|现有|淘汰|合计|总计|等$|等产品$/.test(name)) throw unread(cell, expected);
    const yearly = /^年产|年产[量能]?$/.test(name) && !stated.includes('/');
    products.push({
      product: nameOf(name.replace(/^年产|(?:年产[量能]?|产能|产量)$/g, ''), cell, expected),
      unit: yearly ? `${stated}/年` : stated,
      capacity: number,
      ...(terms && { is: terms }),
    });
  }
  return products;
}

/**
 * Chemicals as `液氯 7782-50-5 20 t；盐酸 31% 500kg；XX 助剂（无CAS号）（类别：W5.1） 3t`; `无` for none. The amount is the designed maximum:
 * what is used in a year is none.
 */
export function readChemicalLines(
  cell: Cell,
  unit: string | null,
  expected: Expected,
): readonly ChemicalInput[] {
  return linesOf(cell).map((whole) => {
    const { rest: unclassed, said: hazardClasses } = sayingOf(whole, '类别', cell, expected);
    const { rest: line, said: specifications } = sayingOf(unclassed, '规格', cell, expected);
    const cas = CAS.exec(line)?.[0];
    if (cas !== undefined && !isCas(cas)) throw unread(cell, expected);
    const withoutCas = WITHOUT_CAS.test(line);
    const [stated, fraction] = FRACTION.exec(line) ?? [];
    const rest = line
      .replace(CAS, ' ')
      .replace(stated ?? '', ' ')
      .replace(WITHOUT_CAS, ' ')
      .replace(/CAS\s*(?:号|No\.?)?\s*:?(?=\s|$)/gi, ' ')
      .replace(/\(\s*\)/g, ' ')
      .trim();
    const amount = amountAtEnd(rest, cell, expected);
    if (!amount && isApproximate(rest)) throw approximate(cell, expected);
    const written = amount ? amount.name : rest;
    const name = written === '' ? null : nameOf(written, cell, expected);
    if (cas === undefined && name === null) throw unread(cell, expected);
    return {
      ...(cas !== undefined && { cas }),
      ...(name !== null && { name }),
      ...(withoutCas && { withoutCas }),
      ...(fraction !== undefined && { fraction }),
      ...(hazardClasses && { hazardClasses }),
      ...(specifications?.[0] !== undefined && { specification: specifications.join('/') }),
      ...(amount && { tonnes: inTonnes(amount.number, amount.unit ?? unit, cell, expected) }),
    };
  });
}

/** What a line says in brackets of what it names, as `(属于:电石/合成氨)`; `无` for none. It answers what was asked of the line. */
function sayingOf(
  line: string,
  of: string,
  cell: Cell,
  expected: Expected,
): { readonly rest: string; readonly said: readonly string[] | null } {
  const [whole, said] = new RegExp(`\\(\\s*${of}\\s*:\\s*([^()]+?)\\s*\\)`).exec(line) ?? [];
  const rest = whole === undefined ? line : line.replace(whole, ' ').trim();
  // Said twice, of several lines, or nothing: no answer may end up in a name.
  if (new RegExp(`\\(\\s*${of}\\s*:`).test(rest)) throw unread(cell, expected);
  if (whole === undefined) return { rest, said: null };
  return {
    rest,
    said: said === '无' ? [] : said!.split('/').map((one) => one.trim()),
  };
}

const CAS = /(?<![\d-])\d{2,7}-\d{2}-\d(?![\d-])/;
const WITHOUT_CAS = /\(?\s*无\s*CAS\s*号?\s*\)?/i;

/** A mass fraction in percent, and no bound on one. */
const FRACTION = /(?<=[\s(:]|\p{Script=Han})(?<![约近至到于过低高少多]\s*)(\d+(?:\.\d+)?)\s*%/u;

const TONNE = unitOf('t')!;
function inTonnes(number: string, unit: string | null, cell: Cell, expected: Expected): string {
  const own = unit === null ? undefined : unitOf(unit);
  const amount = parseDecimal(number);
  const text = own?.dimension === TONNE.dimension && amount && decimalText(converted(amount, own, TONNE));
  if (!text) throw unread(cell, expected);
  return text;
}

/** The lines of a cell without their numbering. A comma inside a number or a name (1,200; N,N-二甲基甲酰胺) ends none. */
function linesOf(cell: Cell): readonly string[] {
  const text = plainText(cell);
  if (/^(?:无|不涉及|none)$/i.test(text)) return [];
  return text
    .replace(/(^|[;\n])\s*(?:\(\d+\)|\d+\s*[、.)])\s*(?=[^\d\s])/g, '$1')
    .split(/[;\n、。]|(?<![A-Za-z0-9]),|,(?![A-Za-z0-9])/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

interface NamedAmount {
  readonly name: string;
  readonly number: string;
  readonly unit: string | null;
}

/** A number: it may stand against a Chinese character, a bracket, a colon or a blank. In R22 or 3-5 it is none by itself. */
const NUMBER = /(?<=^|[\s:)]|\p{Script=Han})\d[\d,]*(?:\.\d+)?/gu;
/** What makes the number behind it a bound or a guess. */
const ABOUT = /(?:[约近逾超≈≥≤<>~±至到]|不[低高少多小大]于|不?超过|至[少多]|[大小]于|最[多少])\s*$/u;

/** The amount that a line ends in, and what stands before it; undefined where it ends in none. */
function amountAtEnd(line: string, cell: Cell, expected: Expected): NamedAmount | undefined {
  for (const { 0: written, index } of [...line.matchAll(NUMBER)].reverse()) {
    const unit = unitName(line.slice(index + written.length));
    const number = ungrouped(written);
    if (number === undefined || (unit !== '' && !unitOf(unit))) continue;
    const before = line.slice(0, index);
    if (ABOUT.test(before)) throw approximate(cell, expected);
    return { name: before.replace(/[\s:]+$/, ''), number, unit: unit || null };
  }
  return undefined;
}

/** A name that holds another amount, or the sign of one, is no name; nor is an answer or a reference. */
function nameOf(name: string, cell: Cell, expected: Expected): string {
  const hidden = [...name.matchAll(/\d\s*([^\d\s,;()]+\d?(?:\/[^\d\s,;()]+)?)/g)].some(([, unit]) =>
    unitOf(unit!),
  );
  if (name === '' || name.length > 200 || hidden || /[=+×*≥≤<>~%]|^(?:是|否|有|涉及|详?见.*)$/.test(name))
    throw unread(cell, expected);
  return name;
}
