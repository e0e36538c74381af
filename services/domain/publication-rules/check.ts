import type { Acknowledgement } from '../catalog/change.ts';
import { entryNames } from '../catalog/entry-name.ts';
import { contentPlaceText } from '../catalog/field-names.ts';
import { shown } from '../messages/read-input.ts';
import { Refusal, Refusals } from '../messages/refusal.ts';
import { joined, sayFrom } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import type { Publication, PublicationRule, Violation } from './rule.ts';
import { PUBLICATION_RULES } from './table.ts';

/** What a publication breaks, all at once. */
export interface BrokenRule extends Violation {
  readonly rule: PublicationRule;
  /** The entry as texts name it. */
  readonly named: string | null;
}

/** An entry of which a rule could not be decided within its bound: it may break it, and nobody has said that it does. */
export interface UndecidedRule {
  readonly rule: PublicationRule;
  readonly entry: string;
}
export interface PublicationCheck {
  readonly broken: readonly BrokenRule[];
  /** Blocks nothing, but is shown. */
  readonly undecided: readonly UndecidedRule[];
}

export const checkOf = (publication: Publication): PublicationCheck => ({
  broken: brokenRules(publication),
  undecided: PUBLICATION_RULES.flatMap((rule) =>
    Array.from(rule.undecided?.(publication) ?? [], (entry) => ({ rule, entry })),
  ),
});

export function brokenRules(publication: Publication): readonly BrokenRule[] {
  const nameOf = entryNames(publication.content.entries);
  return PUBLICATION_RULES.flatMap((rule) =>
    Array.from(rule.violations(publication), (violation) => {
      const named = violation.entry === null ? null : nameOf(violation.entry);
      return { rule, named, ...violation };
    }),
  );
}

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

/** Where a rule is not met, in words: as much of entry, field and value as there is. */
function placeText(named: string | null, field: string, value: string | null, locale: Locale): string {
  const place = contentPlaceText(field, value ?? '', locale);
  return named === null ? place : joined([sayEntry(locale)('ENTRY', { named }), place], 'PHRASES', locale);
}
const sayEntry = sayFrom({ ENTRY: { zh: '条目 {named}', en: 'entry {named}' } });

const NO_DETAIL = { zh: '', en: '' };

/** What a publication is refused with for it. The path leads through the catalog's content, by code and key. */
export function refusalOf({ rule, entry, named, field, value, detail, witness }: BrokenRule): Refusal {
  const code = rule.severity === 'ERROR' ? 'PUBLICATION_RULE' : 'ACKNOWLEDGEMENT_REQUIRED';
  const { zh: sentenceZh, en: sentenceEn } = rule.sentence;
  const said = value === '' ? null : shown(value);
  return new Refusal(
    code,
    {
      rule: rule.code,
      sentenceZh,
      sentenceEn,
      place: { zh: placeText(named, field, said, 'zh'), en: placeText(named, field, said, 'en') },
      entry,
      field,
      value: said,
      detail: detail ?? NO_DETAIL,
      witness: witness ?? null,
    },
    entry === null ? [field] : ['entries', entry, field],
  );
}
