import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Limit } from './limit.ts';
import { measures } from './measure.ts';

/** Fields with every fragment unfolded: twenty-five that spread the next one twice make 33 million. */
export const unfoldedFields: Limit = (document) => {
  const value = Math.max(0, ...measures(document).map(({ size }) => size));
  return value > MOST_FIELDS ? new Refusal('QUERY_TOO_LONG', { value, allowed: MOST_FIELDS }) : null;
};

const MOST_FIELDS = 2_000;
