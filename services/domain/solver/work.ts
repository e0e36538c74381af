/**
 * What searching has cost so far: formulas looked at, a branch counting as many.
 *
 * Counted and never timed, so that the same questions cost the same on every machine and in every replay.
 */
export class Work {
  #done = 0;

  get done(): number {
    return this.#done;
  }
  look(formulas: number): void {
    this.#done += formulas;
  }
  branch(): void {
    this.#done += BRANCH;
  }
}

/** What a branch costs beside the formulas it looks at, as measured: copies of what is fixed, and the choice of a literal. */
const BRANCH = 20;
