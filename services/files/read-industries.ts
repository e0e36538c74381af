import type { ProjectInput } from '../domain/assessment/project.ts';
import { codeOfNumber } from '../domain/engine/read-stated.ts';
import { Reader } from '../domain/engine/reader.ts';
import type { Classification } from '../domain/facts/industry.ts';
import { readIndustry } from '../domain/facts/read-industry.ts';
import { writtenIndustries } from '../domain/facts/written-industry.ts';
import { type Refusal, Refusals } from '../domain/messages/refusal.ts';
import { plainText } from './cell-text.ts';
import { type Expected, unread } from './read-cell.ts';
import type { Cell } from './sheet.ts';

/**
 * The industries that a row states, as it states them: in one cell, or in one with the codes and one with the names.
 *
 * @param edition of the codes, where another cell states it
 * @throws FileFault | Refusal | Refusals a name beside a code must be its name
 */
export function readIndustryCells(
  cells: readonly Cell[],
  edition: string | null,
  classification: Classification,
  expected: Expected,
): Pick<ProjectInput, 'industries' | 'industryEdition'> {
  const texts = cells.map((cell) => industryText(cell, classification));
  const coded = texts.filter((text) => writtenIndustries(text).industries.length > 0);
  const named = texts.filter((text) => !coded.includes(text));
  // The code of one column and the name of the other are read as one text, so that the name is held against the code.
  const stated = coded.length === 1 ? [[...coded, ...named].join(' ')] : texts;
  const read = stated.map((text) => readIndustry(text, classification, [], edition).join());
  if (new Set(read).size > 1) throw unread(texts.join(' / '), expected);
  const { industries, edition: written } = writtenIndustries(stated[0]!);
  return {
    industries: [...new Set(industries.map(({ code }) => code))],
    ...((written ?? edition) !== null && { industryEdition: written ?? edition }),
  };
}

/** A number may have lost the 0 that it began with. */
function industryText(cell: Cell, classification: Classification): string {
  if (typeof cell !== 'number') return plainText(cell);
  const faults: Refusal[] = [];
  const code = codeOfNumber(new Reader(faults, new Map(), ''), cell, classification, []);
  if (code === undefined) throw new Refusals(faults);
  return code;
}
