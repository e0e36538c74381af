import type { Condition } from '../condition/condition.ts';
import { isAskedOften } from '../condition/condition.ts';
import type { Entry, TerritoryScope } from './entry.ts';

/**
 * Makes one object of what an entry has in common with others: most of a catalog is of one basis, holds everywhere and asks
 * what other entries ask, which is half of what it takes in memory. The entry is changed in place, so it must be nobody
 * else's yet.
 *
 * INVARIANT: nothing hangs on whether parts that are equal are one object: which are is by chance of what was read before.
 */
export function shareParts(entry: Mutable<Entry>): void {
  entry.measure = one(entry.measure);
  entry.force = one(entry.force);
  if (entry.industries.except.length === 0) (entry.industries as Mutable<Entry['industries']>).except = NONE;
  entry.natures = one(entry.natures);
  entry.activities = one(entry.activities);
  entry.territory = isEverywhere(entry.territory) ? EVERYWHERE : one(entry.territory);
  entry.basis = one(entry.basis);
  if (entry.when) entry.when = shared(entry.when);
  if (entry.exceptions.length === 0) entry.exceptions = NONE;
  if (entry.requirements.length === 0) entry.requirements = NONE;
  for (const exception of entry.exceptions) shareCondition(exception);
  for (const requirement of entry.requirements) shareCondition(requirement);
}

function shareCondition(part: { when?: Condition | null }): void {
  if (part.when) part.when = shared(part.when);
}

function shared(condition: Condition): Condition {
  if ('all' in condition) shareEach(condition.all as Condition[]);
  else if ('any' in condition) shareEach(condition.any as Condition[]);
  else if ('not' in condition) (condition as Mutable<typeof condition>).not = shared(condition.not);
  else if (isAskedOften(condition)) return one(condition);
  return condition;
}
function shareEach(conditions: Condition[]): void {
  for (let at = 0; at < conditions.length; at++) conditions[at] = shared(conditions[at]!);
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const NONE: readonly never[] = [];
const EVERYWHERE: TerritoryScope = { include: NONE, except: NONE };
const isEverywhere = ({ include, except }: TerritoryScope): boolean =>
  include.length === 0 && except.length === 0;

function one<Part extends string | object>(part: Part): Part {
  if (Array.isArray(part) && part.length === 0) return NONE as unknown as Part;
  // INVARIANT: a text of JSON begins with a bracket, which no word of a vocabulary does.
  const key = typeof part === 'string' ? part : JSON.stringify(part);
  if (key.length > LONGEST) return part;
  const known = PARTS.get(key) as Part | undefined;
  if (known !== undefined) return known;
  if (PARTS.size >= MOST) PARTS.clear();
  PARTS.set(key, part);
  return part;
}
const PARTS = new Map<string, unknown>();
/** What many entries share is short, and found again soon after all has been let go of. */
const LONGEST = 500;
const MOST = 4_000;
