import { memoize } from '../../values/memoize.ts';
import type { Publication, PublicationRule, RuleCode, Violation } from '../rule.ts';
import type { EntryQueries } from './entry-queries.ts';
import { entryQueries } from './entry-queries.ts';
import type { LawEntry } from './law.ts';
import { lawOf } from './law.ts';

/** What a rule concludes of one entry: what is wrong, nothing, or that it cannot say within the bound. */
export type Conclusion = readonly Violation[] | 'UNDECIDED';

/** A rule that reasons about each entry of a version. */
export function reasoningRule(
  code: RuleCode,
  severity: PublicationRule['severity'],
  sentence: PublicationRule['sentence'],
  conclude: (entry: LawEntry, queries: EntryQueries) => Conclusion,
): PublicationRule {
  const conclusions = memoize((publication: Publication) => {
    const law = lawOf(publication);
    return law.own.map((entry) => ({ entry, conclusion: conclude(entry, entryQueries(law)) }));
  });
  return {
    code,
    severity,
    sentence,
    violations: (publication) =>
      conclusions(publication).flatMap(({ conclusion }) => (conclusion === 'UNDECIDED' ? [] : conclusion)),
    undecided: (publication) =>
      conclusions(publication).flatMap(({ entry, conclusion }) =>
        conclusion === 'UNDECIDED' ? [entry.compiled.entry.code] : [],
      ),
  };
}
