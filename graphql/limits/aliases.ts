import { Kind } from 'graphql';
import { Refusal } from '../../services/domain/refusal.ts';
import { counted } from './counted.ts';
import type { Limit } from './limit.ts';

/** With aliases one field can be asked as often as one likes. */
export const aliases: Limit = (document) => {
  const value = counted(document, Kind.FIELD, ({ alias }) => alias !== undefined);
  return value > MOST_ALIASES
    ? new Refusal('QUERY_TOO_MANY_ALIASES', { value, allowed: MOST_ALIASES })
    : null;
};

const MOST_ALIASES = 100;
