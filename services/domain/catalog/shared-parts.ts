import type { Condition } from '../condition/condition.ts';
import type { Entry } from './entry.ts';

/**
 * Makes one object of what an entry has in common with others: most of a catalog is of one basis, holds everywhere and asks
 * what other entries ask, which is half of what it takes in memory. The entry is changed in place, and says what it said.
 *
 * INVARIANT: nothing hangs on whether parts that are equal are one object: which are is by chance of what was read before.
 */
export function shareParts(entry: Entry): void {
  if (DONE.has(entry)) return;
  DONE.add(entry);
  shareFields(entry, ['measure', 'force', 'natures', 'activities', 'territory', 'basis']);
  shareFields(entry.industries, ['except']);
  const parts = [...entry.exceptions, ...entry.requirements];
  if (parts.length === 0) shareFields(entry, ['exceptions', 'requirements']);
  for (const part of [entry, ...parts] as { when?: Condition | null }[])
    if (part.when) part.when = shared(part.when);
}

/** An edit of one in 5 000 leaves the rest the same objects. */
const DONE = new WeakSet<Entry>();

function shareFields<T extends object>(of: T, fields: readonly (keyof T)[]): void {
  for (const field of fields) of[field] = one(of[field]);
}

function shared(condition: Condition): Condition {
  const { all, any, not } = condition as { all?: Condition[]; any?: Condition[]; not?: Condition };
  const parts = all ?? any;
  if (parts) for (const at of parts.keys()) parts[at] = shared(parts[at]!);
  else if (not) (condition as { not: Condition }).not = shared(not);
  // How much of a product or a substance is hardly asked twice.
  else if (!('product' in condition || 'chemical' in condition)) return one(condition);
  return condition;
}

function one<Part>(part: Part): Part {
  const key = JSON.stringify(part);
  if (key.length > LONGEST) return part;
  const known = PARTS.get(key) as Part | undefined;
  if (known) return known;
  if (PARTS.size >= MOST) PARTS.clear();
  PARTS.set(key, part);
  return part;
}
const PARTS = new Map<string, unknown>();
/** What many entries share is short, and found again soon after all has been let go of. */
const LONGEST = 500;
const MOST = 4_000;
