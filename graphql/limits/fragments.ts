import { Kind } from 'graphql';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Limit } from './limit.ts';

/** Spreads of fragments, and fragments themselves: used or not, each is compared with each. */
export const fragments: Limit = (document, { spreads }) => {
  const defined = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length;
  const value = Math.max(defined, spreads);
  return value > MOST_FRAGMENTS
    ? new Refusal('QUERY_TOO_MANY_FRAGMENTS', { value, allowed: MOST_FRAGMENTS })
    : null;
};

const MOST_FRAGMENTS = 100;
