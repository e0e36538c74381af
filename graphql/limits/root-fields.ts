import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Limit } from './limit.ts';
import { measures } from './measure.ts';

/** Fields asked of `Query` or `Mutation` at once, aliases and fragments included: each may be a whole batch. */
export const rootFields: Limit = (document) => {
  const value = Math.max(0, ...measures(document).map(({ breadth }) => breadth));
  return value > BROADEST ? new Refusal('QUERY_TOO_BROAD', { value, allowed: BROADEST }) : null;
};

const BROADEST = 25;
