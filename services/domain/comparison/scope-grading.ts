import type { Entry, IndustryScope, TerritoryScope } from '../catalog/entry.ts';
import type { Classification } from '../facts/industry.ts';
import { parseId } from '../ids.ts';
import { sameValue } from '../values/canonical.ts';
import type { Day } from '../vocabulary.ts';
import { ACTIVITIES, NATURES } from '../vocabulary.ts';
import type { Grading } from './grading.ts';
import { reaching, together, UNCERTAIN, UNMOVED } from './grading.ts';

/** Whether an entry covers more or less by industry, nature, activity, place and time (DESIGN 2.2.1 to 2.2.5). */
export const scopeGrading = (before: Entry, after: Entry, classification: Classification): Grading =>
  together([
    industryGrading(before.industries, after.industries, classification),
    setGrading(before.natures, after.natures, NATURES),
    setGrading(before.activities, after.activities, ACTIVITIES),
    territoryGrading(before.territory, after.territory),
    firstDayGrading(before.validFrom, after.validFrom),
    lastDayGrading(before.validTo, after.validTo),
    // Projects approved before this day are exempt: the later the day, the more of them.
    firstDayGrading(before.exemptIfApprovedBefore, after.exemptIfApprovedBefore),
  ]);

function industryGrading(
  before: IndustryScope,
  after: IndustryScope,
  classification: Classification,
): Grading {
  if (sameValue(before, after)) return UNMOVED;
  const codes = [before, after].flatMap(({ include, except }) => [...include, ...except]);
  if (!codes.every((code) => classification.industry(code))) return UNCERTAIN;
  const older = classesCovered(before, classification);
  const newer = classesCovered(after, classification);
  return reaching(isPart(older, newer), isPart(newer, older));
}

/** The classes that a scope covers; a code that does not exist covers none. */
export function classesCovered(
  { include, except }: IndustryScope,
  classification: Classification,
): ReadonlySet<string> {
  const below = (codes: readonly string[]) => codes.flatMap((code) => classification.classesOf(code));
  const left = new Set(below(except));
  const covered = include.length > 0 ? below(include) : classification.classes;
  return new Set(covered.filter((one) => !left.has(one)));
}

const isPart = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((one) => all.has(one));

/** For lists where an empty one means all, as does one that names everything. */
function setGrading(
  before: readonly string[],
  after: readonly string[],
  everything: readonly string[] | null,
): Grading {
  const isAll = (list: readonly string[]) =>
    list.length === 0 || (everything?.every((item) => list.includes(item)) ?? false);
  const covers = (one: readonly string[], other: readonly string[]) =>
    isAll(one) || (!isAll(other) && other.every((item) => one.includes(item)));
  return reaching(covers(after, before), covers(before, after));
}

/** A territory with areas may amount to a mere gap in the register once a zone has given an area up (ADR 0001.11). */
function territoryGrading(before: TerritoryScope, after: TerritoryScope): Grading {
  const included = setGrading(before.include, after.include, null);
  // What is left out counts the other way: the more of it, the less is covered.
  const grows = before.except.every((id) => after.except.includes(id));
  const shrinks = after.except.every((id) => before.except.includes(id));
  const both = together([included, reaching(shrinks, grows)]);
  if (both.atLeast && both.atMost) return UNMOVED;
  const named = [before, after].flatMap(({ include, except }) => [...include, ...except]);
  return named.some((id) => parseId(id)?.kind === 'area') ? UNCERTAIN : both;
}

/** Null is earlier than every day. */
function firstDayGrading(before: Day | null | undefined, after: Day | null | undefined): Grading {
  const [older, newer] = [before ?? '', after ?? ''];
  return reaching(newer <= older, newer >= older);
}

/** Null is later than every day. */
function lastDayGrading(before: Day | null | undefined, after: Day | null | undefined): Grading {
  const [older, newer] = [before ?? '~', after ?? '~'];
  return reaching(newer >= older, newer <= older);
}
