import type { Witness } from '../../assessment/witness.ts';
import type { Expression } from '../../condition/tests.ts';
import { none } from '../../condition/tests.ts';
import type { Names } from '../../facts/names.ts';
import { maxSatisfiable } from '../../solver/solve.ts';
import type { Locale } from '../../values/text.ts';
import type { Publication } from '../rule.ts';
import { witnessText } from '../witness-text.ts';
import { factsShown, namesOf } from './counterexample.ts';
import { entryQueries } from './entry-queries.ts';
import type { Found } from './find-situation.ts';
import { findSituation } from './find-situation.ts';
import type { Law, LawEntry } from './law.ts';
import { lawOf } from './law.ts';
import { holdsIn } from './situation.ts';
import { witnessOf } from './witness-of.ts';

/** A project that shows what an entry does, and the same in words. */
export interface Example {
  readonly witness: Witness;
  readonly text: (locale: Locale) => string;
}
/** Null where there is none, or it was not found within the bound. */
export interface Examples {
  readonly under: Example | null;
  readonly outside: Example | null;
}

/**
 * For an entry of a publication a project to which it applies while all open discretion is denied, and one to which it
 * does not although as much of its scope holds as can be: what lies just on either side of it.
 */
export function examplesOf(publication: Publication, code: string): Examples {
  const law = lawOf(publication);
  const entry = law.own.find(({ compiled }) => compiled.entry.code === code);
  if (!entry) return { under: null, outside: null };
  const applies = entry.strict.applies;
  return {
    under: exampleOf(entryQueries(law).caught(entry), [applies], entry, law),
    outside: exampleOf(justOutside(entry, law), [none(applies)], entry, law),
  };
}

function justOutside({ compiled, strict }: LawEntry, law: Law): Found {
  const find = (scope: readonly Expression[]) => findSituation([none(strict.applies), ...scope], law);
  return maxSatisfiable(compiled.scope.parts, find)?.found;
}

function exampleOf(found: Found, claims: readonly Expression[], entry: LawEntry, law: Law): Example | null {
  if (!found) return null;
  const keys = factsShown([entry], claims);
  const witness = witnessOf(found, law, keys, (each) => claims.every((claim) => holdsIn(each, claim)));
  const names: Names = namesOf(law);
  return { witness, text: (locale) => witnessText(witness, keys, names, locale) };
}
