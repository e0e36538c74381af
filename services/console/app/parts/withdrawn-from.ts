import type { WithdrawnFragment } from '../generated/queries.ts';

/** The day from which on a version does not count because it was withdrawn; null where it was not. */
export const withdrawnFrom = ({ withdrawals }: WithdrawnFragment): string | null =>
  withdrawals
    .filter(({ reversal }) => reversal === null)
    .map(({ effectiveFrom }) => effectiveFrom)
    .sort()[0] ?? null;
