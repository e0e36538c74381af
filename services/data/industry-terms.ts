import type { Industry } from '../domain/facts/industry.ts';
import { memoizeByKey } from '../domain/values/memoize.ts';
import { classification, industries } from './classification.ts';
import { type Name, nameOf } from './name-match.ts';
import pinyin from './pinyin.json' with { type: 'json' };
import { type Spelling, spellingOf } from './pinyin-match.ts';
import { searchWords } from './search-words.ts';
import synonyms from './synonyms.json' with { type: 'json' };

/** A Chinese text that industries can be found by. */
export interface Term extends Name {
  readonly spelling: Spelling;
  /** The industries it stands for, best first: one for a name, one or more for what people call them. */
  readonly industries: readonly Industry[];
  /** Whether it is a trade word and no name of the standard. */
  readonly synonym: boolean;
}

/** An English text that industries can be found by. */
export type EnglishTerm = Pick<Term, 'text' | 'industries' | 'synonym'>;

interface Row {
  readonly codes: readonly string[];
  readonly zh?: readonly string[];
  readonly en?: readonly string[];
}
const rows: readonly Row[] = synonyms.rows;

/** Every name of the standard, then every trade word (`synonyms.json`). */
export function chineseTerms(): readonly Term[] {
  return [
    ...industries.map((industry) => chineseTerm(industry.name.zh, [industry], false)),
    ...rows.flatMap(({ codes, zh = [] }) => zh.map((text) => chineseTerm(text, codes.map(named), true))),
  ];
}

/** Every English name there is, then every English trade word. */
export function englishTerms(): readonly EnglishTerm[] {
  return [
    ...industries.flatMap((industry) =>
      industry.name.en ? [{ text: industry.name.en, industries: [industry], synonym: false }] : [],
    ),
    ...rows.flatMap(({ codes, en = [] }) =>
      en.map((text) => ({ text, industries: codes.map(named), synonym: true })),
    ),
  ];
}

const readings: Readonly<Record<string, string>> = pinyin;

function chineseTerm(zh: string, of: readonly Industry[], synonym: boolean): Term {
  const text = searchWords(zh).join('');
  const reading = readings[text];
  if (reading === undefined) throw new Error(`pinyin.json lacks ${text}: run npm run generate-pinyin`);
  return { ...nameOf(text), spelling: spelled(reading), industries: of, synonym };
}

/** A group with a single class shares its name. */
const spelled = memoizeByKey(spellingOf);

function named(code: string): Industry {
  const industry = classification.industry(code);
  if (!industry) throw new Error(`synonyms.json: the classification has no industry ${code}`);
  return industry;
}
