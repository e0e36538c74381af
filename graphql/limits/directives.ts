import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Limit } from './limit.ts';

/** Each is looked up and compared with its neighbours, known or not. */
export const directives: Limit = (_, { directives: value }) =>
  value > MOST_DIRECTIVES
    ? new Refusal('QUERY_TOO_MANY_DIRECTIVES', { value, allowed: MOST_DIRECTIVES })
    : null;

const MOST_DIRECTIVES = 50;
