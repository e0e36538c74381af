import type { Entry, IndustryScope } from '../../services/domain/catalog/entry.ts';
import { type Classification, covers } from '../../services/domain/facts/industry.ts';
import { readIndustry } from '../../services/domain/facts/read-industry.ts';
import { memoize } from '../../services/domain/values/memoize.ts';
import type { EntryFilter } from '../generated/types.ts';

/**
 * Whether an entry passes a filter.
 *
 * @throws Refusal UNKNOWN_INDUSTRY: an answer of nothing would read as "nothing is forbidden"
 */
export function entryTest(filter: EntryFilter, classification: Classification): (entry: Entry) => boolean {
  const { measure, force, industry, nature, activity } = filter;
  const text = filter.text && searched(filter.text).trim();
  const codes = filter.codes && new Set(filter.codes);
  const concerns = industry == null ? null : industryTest(industry, classification);
  return (entry) =>
    (measure == null || entry.measure === measure) &&
    (force == null || entry.force === force) &&
    (nature == null || entry.natures.length === 0 || entry.natures.includes(nature)) &&
    (activity == null || entry.activities.length === 0 || entry.activities.includes(activity)) &&
    (codes == null || codes.has(entry.code)) &&
    (concerns === null || concerns(entry.industries)) &&
    (!text || searchedIn(entry).some((words) => words.includes(text)));
}

/** What is asked for as forms have it, perhaps several codes: a scope concerns any of them. */
function industryTest(written: string, classification: Classification): (scope: IndustryScope) => boolean {
  const concerns = readIndustry(String(written), classification, ['filter', 'industry']).map((code) =>
    codeTest(code, classification),
  );
  return (scope) => concerns.some((each) => each(scope));
}

/** A scope concerns a code where it takes in some class at or below it. */
function codeTest(code: string, classification: Classification): (scope: IndustryScope) => boolean {
  const below = new Set(codesBelow(code, classification));
  /** Of two codes of which one covers the other, the lower is all that they have in common. */
  const inCommon = (one: string): readonly string[] =>
    below.has(one) ? [one] : covers(classification, one, code) ? [code] : [];
  return ({ include, except }) => {
    const common = include.length === 0 ? [code] : include.flatMap(inCommon);
    if (except.length === 0) return common.length > 0;
    return common
      .flatMap((one) => classification.classesOf(one))
      .some((one) => !except.some((excepted) => covers(classification, excepted, one)));
  };
}

const codesBelow = (code: string, classification: Classification): readonly string[] =>
  classification.industry(code)!.children.flatMap((child) => [child, ...codesBelow(child, classification)]);

/** Code, printed place and wordings as they are compared; gathered once for an entry, which many searches pass. */
const searchedIn = memoize(({ code, printedAs, text }: Entry): readonly string[] =>
  [code, printedAs ?? '', text.zh, text.en ?? ''].map(searched),
);

/** `（一）1` is found as `(一)1` too. */
const searched = (words: string): string => words.normalize('NFKC').toLowerCase();
