import { Kind } from 'graphql';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Limit } from './limit.ts';

/** A text may hold several operations, of which a request runs one; each is checked whichever it is. */
export const operations: Limit = ({ definitions }) => {
  const value = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  return value > MOST_OPERATIONS
    ? new Refusal('QUERY_TOO_MANY_OPERATIONS', { value, allowed: MOST_OPERATIONS })
    : null;
};

const MOST_OPERATIONS = 20;
