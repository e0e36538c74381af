import type { Expression, Test } from '../../condition/tests.ts';
import type { Settled } from '../../engine/truth-of.ts';
import { settle, truthOf } from '../../engine/truth-of.ts';
import type { Aim, Alterable, Alteration } from './alterations.ts';
import { alterationsFor } from './alterations.ts';
import { draftOf, situationOf } from './draft.ts';
import type { Law } from './law.ts';

/** So many alterations are tried for one question before it is left to a search. */
const MOST_TRIES = 32;

/**
 * A situation that is altered one fact after another until it shows something. That is far cheaper than a search, and
 * what it shows is read as of any situation; what it does not show may be so all the same.
 *
 * INVARIANT: at any time it is a situation that a version can meet.
 */
export class Sketch {
  readonly situation: Alterable;
  readonly #law: Law;
  readonly #truth: (test: Test) => Settled;
  readonly #done: { readonly alter: Alteration; readonly takeBack: () => void }[] = [];
  #tries = 0;

  constructor(law: Law) {
    this.#law = law;
    const { place, facts } = situationOf(draftOf(law), law);
    const { numbers, choices, sets, dates } = facts;
    this.situation = {
      get on() {
        return this.facts.on;
      },
      place,
      facts: {
        ...facts,
        numbers: new Map(numbers),
        choices: new Map(choices),
        sets: new Map(sets),
        dates: new Map(dates),
      },
    };
    const { classification } = law.publication.reference;
    this.#truth = (test) => truthOf(test, this.situation.facts, classification);
  }

  holds(expression: Expression): boolean {
    return settle(expression, this.#truth) === true;
  }

  holdsAll(expressions: readonly Expression[]): boolean {
    return expressions.every((expression) => this.holds(expression));
  }

  /** The alterations that led from the start to where it is. */
  get done(): readonly Alteration[] {
    return this.#done.map(({ alter }) => alter);
  }

  do(alterations: readonly Alteration[]): void {
    for (const alter of alterations) this.#done.push({ alter, takeBack: alter(this.situation) });
  }

  /** Takes back every alteration, and begins to count what is tried anew. */
  reset(): void {
    this.#backTo(0);
    this.#tries = MOST_TRIES;
  }

  /**
   * Alters it so that an expression comes out as wanted, one way after another until one is accepted, which is kept.
   *
   * A later part may undo what an earlier one needs, so whoever accepts asks for what is to hold once more.
   */
  make(expression: Expression, wanted: boolean, aim: Aim, accept: () => boolean): boolean {
    if (this.holds(expression) === wanted) return accept();
    if (expression.kind === 'not') return this.make(expression.part, !wanted, aim, accept);
    if (expression.kind === 'test') return this.#alter(expression.test, wanted, aim, accept);
    if ((expression.kind === 'and') === wanted)
      return this.#makeEach(expression.parts, 0, wanted, aim, accept);
    return expression.parts.some((part) => this.make(part, wanted, aim, accept));
  }

  #makeEach(
    parts: readonly Expression[],
    at: number,
    wanted: boolean,
    aim: Aim,
    accept: () => boolean,
  ): boolean {
    const part = parts[at];
    if (!part) return accept();
    return this.make(part, wanted, aim, () => this.#makeEach(parts, at + 1, wanted, aim, accept));
  }

  #alter(test: Test, wanted: boolean, aim: Aim, accept: () => boolean): boolean {
    if (this.#tries-- <= 0) return false;
    const start = this.#done.length;
    for (const alter of alterationsFor(test, wanted, this.situation, aim, this.#law)) {
      if (this.#tries-- <= 0) return false;
      this.do([alter]);
      if (this.#truth(test) === wanted && accept()) return true;
      this.#backTo(start);
    }
    return false;
  }

  #backTo(start: number): void {
    while (this.#done.length > start) this.#done.pop()!.takeBack();
  }
}
