import type { ConfirmationInput } from '../generated/queries.ts';

interface Place {
  readonly chunk: number;
  readonly row: number;
}

/** Where a row stands, as the address of the page has it: `3:41`. */
export const placeOf = ({ chunk, row }: Place): string => `${chunk}:${row}`;

export function placeIn(text: string): Place {
  const [chunk = 0, row = 0] = text.split(':').map(Number);
  return { chunk, row };
}

/** What was decided of the discretionary exceptions of a row, with the document of each. */
export type Confirmations = readonly ConfirmationInput[];
