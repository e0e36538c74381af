import { Refusal } from '../messages/refusal.ts';
import type { Classification } from './industry.ts';
import { type WrittenIndustry, writtenIndustries } from './written-industry.ts';

/**
 * The codes that a text of a form names, in the form and the edition of the classification in use.
 *
 * A code alone does not tell its edition: 213 of them have meant something else before. So a name that stands beside it
 * must be its name, and where another edition is stated only what is sure is taken over.
 *
 * @param edition the edition that the form states for all its codes
 * @throws Refusal UNKNOWN_INDUSTRY, INDUSTRY_NAME_MISMATCH, INDUSTRY_NAME_OF_ANOTHER, INDUSTRY_NAME_OF_2011,
 * INDUSTRY_OF_2011
 */
export function readIndustry(
  text: string,
  classification: Classification,
  path: readonly string[],
  edition: string | null = null,
): readonly string[] {
  const written = writtenIndustries(text);
  if (written.industries.length === 0) throw unknownIndustry(text, path);
  const stated = written.edition ?? edition;
  if (stated !== null && !EDITIONS.includes(stated)) throw unknownIndustry(text, path);
  const read = written.industries.map((industry) =>
    stated === '2011'
      ? codeToday(industry, text, classification, path)
      : codeInUse(industry, text, classification, path),
  );
  return [...new Set(read)];
}

/** The editions that a form can state. */
export const EDITIONS: readonly string[] = ['2011', '2017'];

const unknownIndustry = (text: string, path: readonly string[]): Refusal =>
  new Refusal('UNKNOWN_INDUSTRY', { value: text.slice(0, 80) }, path);

function codeInUse(
  { code, section, name }: WrittenIndustry,
  text: string,
  classification: Classification,
  path: readonly string[],
): string {
  const value = text.slice(0, 80);
  const { earlier } = classification;
  const industry = classification.industry(code);
  if (!industry) {
    const before = earlier.name(code);
    throw before === undefined
      ? unknownIndustry(text, path)
      : new Refusal(
          'INDUSTRY_OF_2011',
          { value, code, name: before, candidates: candidates(code, classification) },
          path,
        );
  }
  if (section !== null && sectionOf(code, classification) !== section) throw unknownIndustry(text, path);
  if (name === null || classification.isCalled(code, name)) return code;
  const details = { value, code, name: industry.name.zh, stated: name };
  if (isSameName(earlier.name(code), name))
    throw new Refusal(
      'INDUSTRY_NAME_OF_2011',
      { ...details, candidates: candidates(code, classification) },
      path,
    );
  const others = classification.called(name);
  throw others.length > 0
    ? new Refusal(
        'INDUSTRY_NAME_OF_ANOTHER',
        { ...details, others: others.map((each) => labelled(each, classification)) },
        path,
      )
    : new Refusal('INDUSTRY_NAME_MISMATCH', details, path);
}

/** What a code of the edition of 2011 is today, where that is certain. */
function codeToday(
  { code, name }: WrittenIndustry,
  text: string,
  classification: Classification,
  path: readonly string[],
): string {
  const { earlier } = classification;
  const before = earlier.name(code);
  if (before === undefined) throw unknownIndustry(text, path);
  if (name !== null && !isSameName(before, name))
    throw new Refusal(
      'INDUSTRY_NAME_MISMATCH',
      { value: text.slice(0, 80), code, name: before, stated: name },
      path,
    );
  const [only, ...more] = earlier.classesToday(code);
  if (only?.sure && more.length === 0) return only.code;
  throw new Refusal(
    'INDUSTRY_OF_2011',
    {
      value: text.slice(0, 80),
      code,
      name: before,
      candidates: candidates(code, classification),
    },
    path,
  );
}

const candidates = (code: string, classification: Classification): readonly string[] =>
  classification.earlier.classesToday(code).map((today) => labelled(today.code, classification));

const labelled = (code: string, classification: Classification): string =>
  `${code} ${classification.industry(code)!.name.zh}`;

function sectionOf(code: string, classification: Classification): string {
  let at = classification.industry(code)!;
  while (at.parent !== null) at = classification.industry(at.parent)!;
  return at.code;
}

const isSameName = (one: string | undefined, other: string): boolean =>
  one !== undefined && industryName(one) === industryName(other);

/** Names of industries are compared without width, case, blanks and punctuation, and with or without 业 at the end. */
export const industryName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, '')
    .replace(/业$/, '');
