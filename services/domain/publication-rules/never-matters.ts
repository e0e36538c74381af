import type { Expression } from '../engine/tests.ts';
import { some } from '../engine/tests.ts';
import type { Requirement } from '../entry.ts';
import { catalogId } from '../jurisdiction.ts';
import { situationWhere } from './reasoning/ask.ts';
import { reasoningRule } from './reasoning/conclusion.ts';
import { asksEvidence, conditionsToMeet, effectsOf } from './reasoning/effects.ts';
import type { Law, LawEntry } from './reasoning/law.ts';
import { shownBy } from './reasoning/shown.ts';
import type { Situation } from './reasoning/situation.ts';
import { holdsIn } from './reasoning/situation.ts';
import type { Study } from './reasoning/study.ts';
import { uncovered } from './reasoning/uncovered.ts';

/** ADR 0005 says what it is to matter. */
export const EVERY_ENTRY_CAN_MATTER = reasoningRule(
  'PR-30',
  'WARNING',
  {
    zh: '每一条目在本目录和同级、上级现行目录的其他条目之外均有独立作用。',
    en: 'Every entry adds something to the other entries of the catalog and of those in force beside and above it.',
  },
  (entry, study) => {
    const { measure, requirements } = entry.compiled.entry;
    // That it lacks a requirement (PR-05) says why it has no effect.
    if (measure === 'RESTRICTED' && requirements.length === 0) return [];
    const caught = study.caught(entry);
    if (caught === undefined) return 'UNDECIDED';
    if (caught === null) return [];
    const { law } = study;
    const by = new Set<LawEntry>();
    let undecided = false;
    const matters = waysToMatter(entry, law);
    for (const { claim, covering } of matters) {
      const first = claim === effectsOf(entry, law).strict.applies ? caught : undefined;
      const result = uncovered(entry, [claim], covering, law, first);
      if (result.kind === 'FOUND') return [];
      if (result.kind === 'UNDECIDED') undecided = true;
      else for (const other of result.by) by.add(other);
    }
    if (undecided) return 'UNDECIDED';
    return [neverMatters(entry, caught, [...by], study)];
  },
);

interface WayToMatter {
  readonly claim: Expression;
  /** Where another entry makes this way idle. */
  readonly covering: (other: LawEntry) => Expression | undefined;
}

/**
 * What the entry could add, each with what must be so of others that it does not. Others count with all discretion
 * confirmed, the entry itself with all denied: an officer may decide each by itself (DESIGN 2.5).
 */
function waysToMatter(entry: LawEntry, law: Law): readonly WayToMatter[] {
  const { compiled } = entry;
  const { strict, gapWhileOpen } = effectsOf(entry, law);
  const mandatory = compiled.entry.force === 'MANDATORY';
  return [
    ...compiled.entry.requirements
      .filter((requirement) => compiled.entry.measure === 'RESTRICTED' && asksEvidence(requirement))
      .map((requirement) => ({
        claim: strict.applies,
        covering: (other: LawEntry) => {
          if (!other.compiled.entry.requirements.some((its) => isSame(its, requirement)))
            return refuses(other, law);
          return effectsOf(other, law).mild.applies;
        },
      })),
    ...(breaksSomewhere(entry)
      ? [{ claim: strict.broken, covering: (other: LawEntry) => (mandatory ? refuses : reviews)(other, law) }]
      : []),
    ...(isNever(gapWhileOpen)
      ? []
      : [{ claim: gapWhileOpen, covering: (other: LawEntry) => reviews(other, law) }]),
  ];
}

const breaksSomewhere = (entry: LawEntry): boolean =>
  entry.compiled.entry.measure === 'PROHIBITED' || conditionsToMeet(entry).length > 0;

/** Where an entry refuses whatever an officer decides. */
export const refuses = (other: LawEntry, law: Law): Expression | undefined =>
  other.compiled.entry.force === 'MANDATORY' ? effectsOf(other, law).mild.broken : undefined;

/** Where an entry makes the outcome REVIEW at least. */
const reviews = (other: LawEntry, law: Law): Expression => {
  const { mild, gap } = effectsOf(other, law);
  return some([mild.broken, gap]);
};

const isNever = (expression: Expression): boolean =>
  expression.kind === 'or' && expression.parts.length === 0;

/** Whether whoever fulfils one requirement has fulfilled the other: it asks for the same in the same words. */
const isSame = (a: Requirement, b: Requirement): boolean =>
  JSON.stringify([a.text.zh, a.when ?? null, a.evidence?.zh ?? null]) ===
  JSON.stringify([b.text.zh, b.when ?? null, b.evidence?.zh ?? null]);

/** More entries than these are counted, not named. */
const MOST_NAMED = 5;

function neverMatters(entry: LawEntry, caught: Situation, by: readonly LawEntry[], { law }: Study) {
  const { classification } = law.publication.reference;
  const { strict } = effectsOf(entry, law);
  const situation = (breaksSomewhere(entry) && situationWhere([strict.broken], law)) || caught;
  const here = by.filter((other) => holdsIn(situation, effectsOf(other, law).mild.applies, classification));
  const nameOf = (other: LawEntry) => `${catalogId(other.catalog.key)} ${other.compiled.entry.code}`;
  const list = (others: readonly LawEntry[]) => others.slice(0, MOST_NAMED).map(nameOf).join(', ');
  const more = Math.max(0, by.length - MOST_NAMED);
  return shownBy(
    entry,
    {
      field: 'entries',
      value: by.slice(0, MOST_NAMED).map(nameOf).join(', '),
      situation,
      claims: [strict.applies, ...here.map((other) => effectsOf(other, law).mild.applies)],
      others: here.slice(0, MOST_NAMED),
      detail: ({ zh, en }) =>
        by.length === 0
          ? {
              zh: `本条无论适用于何种项目均不产生任何后果，例如示例项目（${zh}）。`,
              en: `The entry has no effect on any project to which it applies, such as a project (${en}).`,
            }
          : {
              zh: `凡适用本条之处，${list(by)}${more > 0 ? `等 ${by.length} 条` : ''}已有同等或更严的规定，例如示例项目（${zh}）${here.length > 0 ? `已适用 ${list(here)}` : ''}。`,
              en: `Wherever the entry applies, ${list(by)}${more > 0 ? ` and ${more} more` : ''} are at least as strict${here.length > 0 ? `, as ${list(here)} for a project` : ', as for a project'} (${en}).`,
            },
    },
    law,
  );
}
