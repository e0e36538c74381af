import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Limit } from './limit.ts';
import { measures } from './measure.ts';

/** Levels of fields, those in fragments counted. */
export const depth: Limit = (document) => {
  const value = Math.max(0, ...measures(document).map((operation) => operation.depth));
  return value > DEEPEST ? new Refusal('QUERY_TOO_DEEP', { value, allowed: DEEPEST }) : null;
};

/** The deepest introspection that tools send has 14 levels. */
const DEEPEST = 16;
