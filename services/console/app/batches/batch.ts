import type { OneBatchQuery } from '../generated/queries.ts';

/** A batch as its page has it. */
export type Batch = NonNullable<OneBatchQuery['batch']>;
