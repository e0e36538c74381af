import type { Substance } from '../domain/facts/substance.ts';
import { HAN, MAX_QUERY_LENGTH } from './search-words.ts';
import { substances } from './substances.ts';

/**
 * Substances by CAS number or its beginning, by name in Chinese or English, by alias or formula, best first; the same
 * query always gives the same order.
 *
 * @param first at most so many
 */
export function searchSubstances(query: string, first = 20): readonly Substance[] {
  const text = query.slice(0, MAX_QUERY_LENGTH).normalize('NFKC').trim();
  const found = CAS_PART.test(text) ? byNumber(text) : byName(text);
  return found.slice(0, first);
}

const CAS_PART = /^\d{2,}[\d-]*$/;

/** With its hyphens as far as it is typed, or without any. */
function byNumber(text: string): readonly Substance[] {
  const digits = text.replaceAll('-', '');
  return substances.filter(({ cas }) =>
    text.includes('-') ? cas?.startsWith(text) : cas?.replaceAll('-', '').startsWith(digits),
  );
}

function byName(text: string): readonly Substance[] {
  const asked = folded(text);
  if (asked === '') return [];
  return [...searched()]
    .flatMap(({ substance, names }) => {
      const ranks = names.map((name) => rank(name, asked, text));
      const best = Math.min(...ranks);
      const length = Math.min(
        ...names.filter((_, at) => ranks[at] === best).map(({ plain }) => plain.length),
      );
      return best < NONE ? [{ substance, best, length }] : [];
    })
    .sort((a, b) => a.best - b.best || a.length - b.length)
    .map(({ substance }) => substance);
}

interface SearchedName {
  readonly plain: string;
  /** The words of an English name, each from its first letter on: `dioxide` finds sulfur dioxide. */
  readonly words: readonly string[];
  /** The first name counts more than an alias. */
  readonly alias: boolean;
}
const NONE = 9;

function rank({ plain, words, alias }: SearchedName, asked: string, text: string): number {
  if (plain === asked) return alias ? 1 : 0;
  if (plain.startsWith(asked)) return alias ? 3 : 2;
  if (words.some((word) => word.startsWith(asked))) return 4;
  const parts = text.split(/\s+/).map(folded);
  if (parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part)))) return 5;
  return (HAN.test(asked) || asked.length > 3) && plain.includes(asked) ? 6 : NONE;
}

/** Letters, digits and Han characters, sulphur as sulfur: hyphens, commas and brackets are typed in many ways. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/sulph/g, 'sulf')
    .replace(/aluminium/g, 'aluminum')
    .replace(/[^\p{L}\d]/gu, '');

interface Searched {
  readonly substance: Substance;
  readonly names: readonly SearchedName[];
}
let kept: readonly Searched[] | undefined;

/** Folded when first asked: most processes never search. */
function searched(): readonly Searched[] {
  kept ??= substances.map((substance) => {
    const { zh, en } = substance.name;
    const named = (text: string, alias: boolean): SearchedName => ({
      plain: folded(text),
      words: text.split(/[\s-]+/).map(folded),
      alias,
    });
    return {
      substance,
      names: [
        named(zh, false),
        ...(en ? [named(en, false)] : []),
        ...substance.aliases.map((alias) => named(alias, true)),
      ],
    };
  });
  return kept;
}
