import type { Publication, PublicationRule, RuleCode, Violation } from '../rule.ts';
import type { LawEntry } from './law.ts';
import type { Study } from './study.ts';
import { studyOf } from './study.ts';

/** What a rule concludes of one entry: what is wrong, nothing, or that it cannot say within the bound. */
export type Conclusion = readonly Violation[] | 'UNDECIDED';

/** A rule that reasons about each entry of a version. */
export function reasoningRule(
  code: RuleCode,
  severity: PublicationRule['severity'],
  sentence: PublicationRule['sentence'],
  conclude: (entry: LawEntry, study: Study) => Conclusion,
): PublicationRule {
  const known = new WeakMap<Publication, ReadonlyMap<LawEntry, Conclusion>>();
  const conclusions = (publication: Publication) => {
    let found = known.get(publication);
    if (!found) {
      const study = studyOf(publication);
      found = new Map(study.law.own.map((entry) => [entry, conclude(entry, study)]));
      known.set(publication, found);
    }
    return [...found];
  };
  return {
    code,
    severity,
    sentence,
    violations: (publication) =>
      conclusions(publication).flatMap(([, conclusion]) => (conclusion === 'UNDECIDED' ? [] : conclusion)),
    undecided: (publication) =>
      conclusions(publication).flatMap(([{ compiled }, conclusion]) =>
        conclusion === 'UNDECIDED' ? [compiled.entry.code] : [],
      ),
  };
}
