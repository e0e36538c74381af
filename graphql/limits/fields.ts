import { Kind } from 'graphql';
import { Refusal } from '../../services/domain/refusal.ts';
import { counted } from './counted.ts';
import type { Limit } from './limit.ts';

/** Whether fields of one name can be merged is asked pair by pair, so their number counts squared. */
export const fields: Limit = (document) => {
  const value = counted(document, Kind.FIELD);
  return value > MOST_FIELDS ? new Refusal('QUERY_TOO_LONG', { value, allowed: MOST_FIELDS }) : null;
};

const MOST_FIELDS = 500;
