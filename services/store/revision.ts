import type { ChainHead } from '../domain/decision.ts';
import type { Revision } from './store.ts';

/** What is remembered of a revision to name it: where it stands, and all that led to it. */
export const headOf = ({ seq, hash }: Revision): ChainHead => ({ seq, hash });
