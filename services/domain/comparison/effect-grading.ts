import type { Entry, Exception } from '../catalog/entry.ts';
import { asksForEvidence } from '../catalog/entry.ts';
import { implies } from '../condition/condition-implies.ts';
import type { Text } from '../values/text.ts';
import type { Grading } from './grading.ts';
import { LOOSER, reaching, reversed, STRICTER, together, UNCERTAIN, UNMOVED } from './grading.ts';

/** How what an entry does to the projects in its reach moved (DESIGN 2.4). */
export function effectGrading(before: Entry, after: Entry): Grading {
  if (before.measure === after.measure) {
    const force = forceGrading(before, after);
    return before.measure === 'PROHIBITED' ? force : together([force, requirementsGrading(before, after)]);
  }
  if (after.measure === 'PROHIBITED') return toProhibited(before, after);
  return reversed(toProhibited(after, before));
}

function forceGrading(before: Entry, after: Entry): Grading {
  if (before.force === after.force) return UNMOVED;
  return after.force === 'MANDATORY' ? STRICTER : LOOSER;
}

/** A restriction does at worst what a prohibition of the same force does. */
function toProhibited(restricted: Entry, prohibited: Entry): Grading {
  const canRefuse = restricted.force === 'MANDATORY' && restricted.requirements.some(({ when }) => when);
  return prohibited.force === 'MANDATORY' || !canRefuse ? STRICTER : UNCERTAIN;
}

const requirementsGrading = (before: Entry, after: Entry): Grading =>
  together(
    pairs(before.requirements, after.requirements).map(([older, newer]) => {
      if (!older) return STRICTER;
      if (!newer) return LOOSER;
      // What an officer reads off papers is said in words alone.
      if (
        asksForEvidence(older) &&
        asksForEvidence(newer) &&
        !(sameWords(older.text, newer.text) && sameWords(older.evidence, newer.evidence))
      )
        return UNCERTAIN;
      return together([
        reaching(implies(newer.when, older.when), implies(older.when, newer.when)),
        reaching(
          !asksForEvidence(older) || asksForEvidence(newer),
          !asksForEvidence(newer) || asksForEvidence(older),
        ),
      ]);
    }),
  );

/** Whether the binding wording is the same. */
const sameWords = (one: Text | null | undefined, other: Text | null | undefined): boolean =>
  one?.zh === other?.zh;

/** How the projects that exceptions take out moved: the more they take, the looser (DESIGN 2.2.7, 2.5). */
export const exceptionsGrading = (before: Entry, after: Entry): Grading =>
  together(
    pairs(before.exceptions, after.exceptions).map(([older, newer]) => {
      if (!older) return LOOSER;
      if (!newer) return STRICTER;
      return exceptionGrading(older, newer);
    }),
  );

function exceptionGrading(before: Exception, after: Exception): Grading {
  // Who decides may decide otherwise, and so may anyone by other words.
  const isSameCase =
    sameWords(before.text, after.text) && (before.decidedBy ?? null) === (after.decidedBy ?? null);
  if (before.discretionary && after.discretionary && !isSameCase) return UNCERTAIN;
  return together([
    reaching(implies(after.when, before.when), implies(before.when, after.when)),
    // What holds by itself takes out for certain what discretion may or may not take out.
    reaching(
      !after.discretionary ? !before.discretionary : true,
      before.discretionary || !after.discretionary,
    ),
  ]);
}

/** The items of both lists by key; undefined for one that the other list does not have. */
function pairs<T extends { readonly key: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly (readonly [T | undefined, T | undefined])[] {
  const keys = new Set([...before, ...after].map(({ key }) => key));
  const of = (items: readonly T[], key: string) => items.find((item) => item.key === key);
  return [...keys].map((key) => [of(before, key), of(after, key)]);
}
