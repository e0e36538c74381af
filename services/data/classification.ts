import type { Classification, Industry, IndustryLevel } from '../domain/facts/industry.ts';
import { hashOf } from '../domain/values/canonical.ts';
import data from './classification.json' with { type: 'json' };
import { edition2011, rowsOf2011 } from './earlier-edition.ts';
import { industryNames } from './industry-names.ts';

/** The order is that of the standard: everything stands below the section before it. The Chinese name binds. */
type Row = readonly [code: string, zh: string, en: string];
const rows = data.industries as unknown as readonly Row[];

/** By the length of a code: a section is a letter, below it the number of digits tells the level. */
const LEVELS: readonly IndustryLevel[] = ['SECTION', 'DIVISION', 'GROUP', 'CLASS'];

const byCode = readRows();
const classesByCode = gatherClasses();

/** Every industry in the order of the standard, a section before its divisions and so on down to the classes. */
export const industries: readonly Industry[] = [...byCode.values()];

let hash: string | undefined;

/** GB/T 4754-2017 with amendment 1 of 2019 (国民经济行业分类). */
export const classification: Classification = {
  // Codes, their order and the Chinese names, and what codes of the edition before are: a better translation is no other
  // edition.
  get hash() {
    hash ??= hashOf({
      edition: data.edition,
      industries: rows.map(([code, zh]) => [code, zh]),
      earlier: rowsOf2011,
    });
    return hash;
  },
  classes: industries.filter(({ level }) => level === 'CLASS').map(({ code }) => code),
  industry: (code) => byCode.get(code),
  classesOf: (code) => classesByCode.get(code) ?? [],
  ...industryNames(industries),
  earlier: edition2011((code) => byCode.get(code)?.name.zh),
};

function readRows(): ReadonlyMap<string, Industry> {
  const children = new Map<string, string[]>();
  const found = new Map<string, Industry>();
  let section = '';
  for (const [code, zh, en] of rows) {
    const level = LEVELS[code.length - 1]!;
    if (level === 'SECTION') section = code;
    const parent = level === 'SECTION' ? null : level === 'DIVISION' ? section : code.slice(0, -1);
    const below: string[] = [];
    children.set(code, below);
    found.set(code, { code, level, parent, children: below, name: { zh, en } });
    if (parent !== null) children.get(parent)!.push(code);
  }
  return found;
}

function gatherClasses(): ReadonlyMap<string, readonly string[]> {
  const gathered = new Map<string, string[]>();
  for (const industry of byCode.values()) {
    gathered.set(industry.code, []);
    if (industry.level !== 'CLASS') continue;
    for (let at: string | null = industry.code; at !== null; at = byCode.get(at)!.parent)
      gathered.get(at)!.push(industry.code);
  }
  return gathered;
}
