import type { DocumentNode } from 'graphql';
import { Refusal } from '../../services/domain/messages/refusal.ts';

/**
 * Something that no client needs and that would tie up the service (DESIGN 6).
 *
 * It sees the query as written, before anything else has looked at it: names may not exist, fragments may contain
 * themselves. So it takes time in proportion to the text, whatever the text is.
 */
export type Limit = (document: DocumentNode) => Refusal | null;

/** Limits what can be counted in a query. */
export const atMost =
  (allowed: number, code: CountedCode, count: (document: DocumentNode) => number): Limit =>
  (document) => {
    const value = count(document);
    return value > allowed ? new Refusal(code, { value, allowed }) : null;
  };

type CountedCode =
  | 'QUERY_TOO_MANY_OPERATIONS'
  | 'QUERY_TOO_MANY_DIRECTIVES'
  | 'QUERY_TOO_MANY_ALIASES'
  | 'QUERY_TOO_MANY_FRAGMENTS'
  | 'QUERY_TOO_LONG'
  | 'QUERY_TOO_COSTLY'
  | 'QUERY_TOO_DEEP'
  | 'QUERY_TOO_BROAD';
