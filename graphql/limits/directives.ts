import { Kind } from 'graphql';
import { Refusal } from '../../services/domain/refusal.ts';
import { counted } from './counted.ts';
import type { Limit } from './limit.ts';

/** Each is looked up and compared with its neighbours, known or not. */
export const directives: Limit = (document) => {
  const value = counted(document, Kind.DIRECTIVE);
  return value > MOST_DIRECTIVES
    ? new Refusal('QUERY_TOO_MANY_DIRECTIVES', { value, allowed: MOST_DIRECTIVES })
    : null;
};

const MOST_DIRECTIVES = 50;
