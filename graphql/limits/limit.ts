import type { DocumentNode } from 'graphql';
import type { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Tally } from './tally.ts';

/**
 * Something that no client needs and that would tie up the service (DESIGN 6).
 *
 * It sees the query as written, before anything else has looked at it: names may not exist, fragments may go round in
 * circles. So it takes time in proportion to the text, whatever the text is.
 */
export type Limit = (document: DocumentNode, tally: Tally) => Refusal | null;
