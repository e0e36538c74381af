/**
 * How strict something is after a change, for every project alike: at least as strict as before, at most as strict,
 * both if nothing that decides has changed, or neither if it is uncertain.
 */
export interface Grading {
  readonly atLeast: boolean;
  readonly atMost: boolean;
}

export const UNMOVED: Grading = { atLeast: true, atMost: true };
export const STRICTER: Grading = { atLeast: true, atMost: false };
export const LOOSER: Grading = { atLeast: false, atMost: true };
export const UNCERTAIN: Grading = { atLeast: false, atMost: false };

/** Several gradings combined: certain only if all go the same way. */
export const together = (gradings: readonly Grading[]): Grading => ({
  atLeast: gradings.every(({ atLeast }) => atLeast),
  atMost: gradings.every(({ atMost }) => atMost),
});

/** What applies to more projects is stricter, to fewer looser. */
export const reaching = (wider: boolean, narrower: boolean): Grading => ({
  atLeast: wider,
  atMost: narrower,
});

export const reversed = ({ atLeast, atMost }: Grading): Grading => ({ atLeast: atMost, atMost: atLeast });
