import type { Expression } from '../../condition/tests.ts';
import { situationWhere } from './ask.ts';
import type { Law } from './law.ts';
import type { Situation } from './situation.ts';

/** Something that should hold, and how it is called. */
export interface Wish {
  readonly expression: Expression;
  readonly text: { readonly zh: string; readonly en: string };
}

/**
 * A situation that fulfils as many wishes as can be, taken in their order, and the wishes that it does not; undefined
 * where nobody can say within the bound.
 */
export function asManyAsCanBe(
  wishes: readonly Wish[],
  law: Law,
):
  | { readonly situation: Situation; readonly kept: readonly Wish[]; readonly failed: readonly Wish[] }
  | undefined {
  const kept: Wish[] = [];
  const failed: Wish[] = [];
  let situation = situationWhere([], law);
  for (const wish of wishes) {
    const found = situationWhere(
      [...kept, wish].map(({ expression }) => expression),
      law,
    );
    if (found === undefined) return undefined;
    if (found) situation = found;
    (found ? kept : failed).push(wish);
  }
  return situation ? { situation, kept, failed } : undefined;
}
