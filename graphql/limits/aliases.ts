import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Limit } from './limit.ts';

/** With aliases one field can be asked as often as one likes. */
export const aliases: Limit = (_, { aliases: value }) =>
  value > MOST_ALIASES ? new Refusal('QUERY_TOO_MANY_ALIASES', { value, allowed: MOST_ALIASES }) : null;

const MOST_ALIASES = 100;
