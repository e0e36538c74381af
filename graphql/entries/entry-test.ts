import type { Entry, IndustryScope } from '../../services/domain/entry.ts';
import { type Classification, covers } from '../../services/domain/industry.ts';
import { Refusal } from '../../services/domain/refusal.ts';
import type { EntryFilter } from '../generated/types.ts';

/**
 * Whether an entry passes a filter.
 *
 * @throws Refusal UNKNOWN_INDUSTRY: an answer of nothing would read as "nothing is forbidden"
 */
export function entryTest(filter: EntryFilter, classification: Classification): (entry: Entry) => boolean {
  const { measure, force, industry, nature, activity, codes } = filter;
  const text = filter.text?.trim().toLowerCase();
  if (industry != null && !classification.industry(industry))
    throw new Refusal('UNKNOWN_INDUSTRY', { value: industry }, ['filter', 'industry']);
  return (entry) =>
    (measure == null || entry.measure === measure) &&
    (force == null || entry.force === force) &&
    (industry == null || mayConcern(entry.industries, industry, classification)) &&
    (nature == null || entry.natures.length === 0 || entry.natures.includes(nature)) &&
    (activity == null || entry.activities.length === 0 || entry.activities.includes(activity)) &&
    (codes == null || codes.includes(entry.code)) &&
    (!text ||
      [entry.code, entry.text.zh, entry.text.en ?? ''].some((words) => words.toLowerCase().includes(text)));
}

/** A scope concerns a code where it takes in some class at or below it. */
const mayConcern = (
  { include, except }: IndustryScope,
  code: string,
  classification: Classification,
): boolean =>
  classification
    .classesOf(code)
    .some(
      (one) =>
        (include.length === 0 || include.some((included) => covers(classification, included, one))) &&
        !except.some((excepted) => covers(classification, excepted, one)),
    );
