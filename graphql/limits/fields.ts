import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Limit } from './limit.ts';

/** Whether fields of one name can be merged is asked pair by pair, so their number counts squared. */
export const fields: Limit = (_, { fields: value }) =>
  value > MOST_FIELDS ? new Refusal('QUERY_TOO_LONG', { value, allowed: MOST_FIELDS }) : null;

const MOST_FIELDS = 500;
