import type { Requirement } from '../catalog/entry.ts';
import { asksForEvidence } from '../catalog/entry.ts';
import type { Expression } from '../condition/tests.ts';
import { NEVER } from '../condition/tests.ts';
import { catalogId } from '../ids.ts';
import { memoize } from '../values/memoize.ts';
import type { Locale } from '../values/text.ts';
import { entriesText } from './entries-text.ts';
import { namesOf, violationShownBy } from './reasoning/counterexample.ts';
import type { Covering } from './reasoning/covering-index.ts';
import type { EntryQueries } from './reasoning/entry-queries.ts';
import type { Found } from './reasoning/find-situation.ts';
import type { LawEntry } from './reasoning/law.ts';
import { reasoningRule } from './reasoning/reasoning-rule.ts';
import type { Situation } from './reasoning/situation.ts';
import { holdsIn } from './reasoning/situation.ts';
import { uncovered } from './reasoning/uncovered.ts';

/** ADR 0005 says what it is to matter. */
export const EVERY_ENTRY_CAN_MATTER = reasoningRule(
  'PR-30',
  'WARNING',
  {
    zh: '每一条目在本目录和同级、上级现行目录的其他条目之外均有独立作用。',
    en: 'Every entry adds something to the other entries of the catalog and of those in force beside and above it.',
  },
  (entry, queries) => {
    const { measure, requirements } = entry.compiled.entry;
    // That it lacks a requirement (PR-05) says why it has no effect.
    if (measure === 'RESTRICTED' && requirements.length === 0) return [];
    const { law } = queries;
    const caught = queries.caught(entry);
    if (caught === undefined) return 'UNDECIDED';
    if (caught === null) return [];
    const by = new Set<LawEntry>();
    let undecided = false;
    for (const { claim, covering } of waysToMatter(entry)) {
      const first = knownToHold(claim, entry, queries) ?? undefined;
      const result = uncovered(entry, [claim], covering, law, first);
      if (result.kind === 'FOUND') return [];
      if (result.kind === 'UNDECIDED') undecided = true;
      else for (const other of result.by) by.add(other);
    }
    if (undecided) return 'UNDECIDED';
    return [neverMatters(entry, caught, [...by], queries)];
  },
);

/** A situation with the claim, where several rules ask for it. */
function knownToHold(claim: Expression, entry: LawEntry, queries: EntryQueries): Found {
  const { strict } = entry;
  if (claim === strict.applies) return queries.caught(entry);
  return claim === strict.broken ? queries.breaking(entry) : undefined;
}

interface WayToMatter {
  readonly claim: Expression;
  readonly covering: Covering;
}

/**
 * What the entry could add, each with what must be so of others that it does not. Others count with all discretion
 * confirmed, the entry itself with all denied: an officer may decide each by itself (DESIGN 2.5).
 */
function waysToMatter(entry: LawEntry): readonly WayToMatter[] {
  const { compiled } = entry;
  const { strict, gapWhileOpen } = entry;
  const mandatory = compiled.entry.force === 'MANDATORY';
  return [
    ...compiled.entry.requirements
      .filter((requirement) => compiled.entry.measure === 'RESTRICTED' && asksForEvidence(requirement))
      .map(demandOf)
      .map((demand) => ({
        claim: strict.applies,
        covering: ({ compiled: other, mild, refuses }: LawEntry) =>
          other.entry.requirements.some((its) => demandOf(its) === demand) ? mild.applies : refuses,
      })),
    ...(breaksSomewhere(entry)
      ? [
          {
            claim: strict.broken,
            covering: ({ refuses, reviews }: LawEntry) => (mandatory ? refuses : reviews),
          },
        ]
      : []),
    ...(gapWhileOpen === NEVER
      ? []
      : [{ claim: gapWhileOpen, covering: ({ reviews }: LawEntry) => reviews }]),
  ];
}

const breaksSomewhere = (entry: LawEntry): boolean =>
  entry.compiled.entry.measure === 'PROHIBITED' || entry.demands.length > 0;

/** Whoever fulfils one requirement has fulfilled another that asks for the same in the same words. */
const demandOf = memoize(({ text, when, evidence }: Requirement): string =>
  JSON.stringify([text.zh, when ?? null, evidence?.zh ?? null]),
);

/** More entries than these are counted, not named. */
const MAX_NAMED = 5;

function neverMatters(entry: LawEntry, caught: Situation, by: readonly LawEntry[], queries: EntryQueries) {
  const { law } = queries;
  const { strict } = entry;
  const situation =
    breaksSomewhere(entry) && !holdsIn(caught, strict.broken) ? (queries.breaking(entry) ?? caught) : caught;
  const here = by.filter((other) => holdsIn(situation, other.mild.applies));
  const list = (others: readonly LawEntry[], locale: Locale) =>
    entriesText(others.slice(0, MAX_NAMED), namesOf(law), locale);
  const more = Math.max(0, by.length - MAX_NAMED);
  return violationShownBy(
    entry,
    {
      field: 'entries',
      value: by
        .slice(0, MAX_NAMED)
        .map((other) => `${catalogId(other.catalog.key)} ${other.compiled.entry.code}`)
        .join(', '),
      situation,
      claims: [strict.applies, ...here.map((other) => other.mild.applies)],
      others: here.slice(0, MAX_NAMED),
      detail: ({ zh, en }) =>
        by.length === 0
          ? {
              zh: `本条无论适用于何种项目均不产生任何后果，例如示例项目（${zh}）。`,
              en: `The entry has no effect on any project to which it applies, such as a project (${en}).`,
            }
          : {
              zh: `凡适用本条之处，${list(by, 'zh')}${more > 0 ? `等 ${by.length} 条` : ''}已有同等或更严的规定，例如示例项目（${zh}）${here.length > 0 ? `已适用${list(here, 'zh')}` : ''}。`,
              en: `Wherever the entry applies, something at least as strict stands in ${list(by, 'en')}${more > 0 ? ` and ${more} more` : ''}: a project (${en}), for one, comes${here.length > 0 ? ` under ${list(here, 'en')} as well` : ' under such'}.`,
            },
    },
    law,
  );
}
