import type { Expression } from '../../condition/tests.ts';
import { factOf, testsOf } from '../../condition/tests.ts';
import type { Names } from '../../facts/names.ts';
import { namesFrom } from '../../facts/names.ts';
import { memoize } from '../../values/memoize.ts';
import type { Violation } from '../rule.ts';
import { witnessText } from '../witness-text.ts';
import type { Law, LawEntry } from './law.ts';
import type { Situation } from './situation.ts';
import { holdsIn, TODAY, unstatedKey } from './situation.ts';
import { witnessOf } from './witness-of.ts';

type Words = { readonly zh: string; readonly en: string };

/** A violation that a situation shows. */
export interface Counterexample extends Pick<Violation, 'field' | 'value'> {
  readonly situation: Situation;
  /** Hold in the situation, and in any other that may stand for it. */
  readonly claims: readonly Expression[];
  /** What else must be so of a situation that stands for it. */
  readonly showsToo?: (situation: Situation) => boolean;
  /** Entries beside the one at fault whose facts the reader needs. */
  readonly others?: readonly LawEntry[];
  /** Around the witness in words. */
  readonly detail: (witness: Words, names: Names) => Words;
}

export function violationShownBy(
  entry: LawEntry,
  { field, value, situation, claims, showsToo = () => true, others = [], detail }: Counterexample,
  law: Law,
): Violation {
  const keys = factsShown([entry, ...others], claims);
  const witness = witnessOf(
    situation,
    law,
    keys,
    (each) => showsToo(each) && claims.every((claim) => holdsIn(each, claim)),
  );
  const names = namesOf(law);
  const words = { zh: witnessText(witness, keys, names, 'zh'), en: witnessText(witness, keys, names, 'en') };
  return { entry: entry.compiled.entry.code, field, value, witness, detail: detail(words, names) };
}

/** Keys of the facts that a reader of a witness needs. */
export function factsShown(entries: readonly LawEntry[], claims: readonly Expression[]): ReadonlySet<string> {
  const keys = new Set([
    ...entries.flatMap(({ compiled }) => compiled.facts),
    ...claims.flatMap((claim) => [...testsOf(claim)].map(factOf)),
  ]);
  for (const key of [...keys]) if (key === TODAY || key.startsWith(unstatedKey(''))) keys.delete(key);
  return keys;
}

export const namesOf = memoize((law: Law): Names => namesFrom(law.publication.reference.names, law.contents));
