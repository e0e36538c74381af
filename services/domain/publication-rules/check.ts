import type { Acknowledgement } from '../change.ts';
import { Refusal, Refusals } from '../refusal.ts';
import { shown } from '../shape.ts';
import type { Publication, PublicationRule, Violation } from './rule.ts';
import { PUBLICATION_RULES } from './table.ts';

/** What a publication breaks, all at once. */
export interface BrokenRule extends Violation {
  readonly rule: PublicationRule;
}

export const brokenRules = (publication: Publication): readonly BrokenRule[] =>
  PUBLICATION_RULES.flatMap((rule) =>
    Array.from(rule.violations(publication), (violation) => ({ rule, ...violation })),
  );

/**
 * Asks every publication rule.
 *
 * @param acknowledge the warnings that the publisher answers for
 * @returns those of them that were needed
 * @throws Refusals every ERROR, and every WARNING not acknowledged, with entry and field
 */
export function checkPublication(
  publication: Publication,
  acknowledge: readonly Acknowledgement[],
): readonly Acknowledgement[] {
  const broken = brokenRules(publication);
  const needed = new Set<Acknowledgement>();
  const open = broken.filter(({ rule, entry }) => {
    if (rule.severity === 'ERROR') return true;
    const given = acknowledge.find((each) => each.rule === rule.code && each.entry === entry);
    if (given) needed.add(given);
    return !given;
  });
  if (open.length > 0) throw new Refusals(open.map(refusalOf));
  return [...needed];
}

/** What a publication is refused with for it. The path leads through the catalog's content, by code and key. */
export function refusalOf({ rule, entry, field, value }: BrokenRule): Refusal {
  const code = rule.severity === 'ERROR' ? 'PUBLICATION_RULE' : 'ACKNOWLEDGEMENT_REQUIRED';
  const { zh: sentenceZh, en: sentenceEn } = rule.sentence;
  return new Refusal(
    code,
    {
      rule: rule.code,
      sentenceZh,
      sentenceEn,
      entry: entry ?? '—',
      field,
      value: value === '' ? '—' : shown(value),
    },
    entry === null ? [field] : ['entries', entry, field],
  );
}
