import type { Connection } from './connection.ts';
import { StoreFault } from './faults.ts';
import { FORMAT_KEY, REGISTER_CHAIN, revisionKey } from './keys.ts';

/**
 * The version of the form in which everything is stored, one higher whenever what was written before can no longer be
 * read. Nothing is converted: a store of another version is refused, so that nobody decides by what he half understands.
 */
export const STORE_FORMAT = 1;

/** The store was written by software of another format. */
export class OtherFormat extends StoreFault {
  override readonly name = 'OtherFormat';
  readonly code = 'STORE_FORMAT';
  /** Null where the store does not say. */
  readonly found: number | null;

  constructor(found: number | null) {
    super(
      `the store is ${found === null ? 'of a format before all that have a version' : `of format ${found}`}, and this version of the software reads and writes format ${STORE_FORMAT} alone`,
    );
    this.found = found;
  }
}

export interface Format {
  /** @throws OtherFormat */
  check(): Promise<void>;
  /** Says of an empty store which format it is of. @throws OtherFormat where it is one already */
  mark(): Promise<void>;
}

/** The format of the store. Everything begins with the register, so its first revision is preceded by the mark. */
export function createFormat(connection: Connection): Format {
  async function found(): Promise<number | null> {
    const item = await connection.get(FORMAT_KEY, true);
    return typeof item?.format === 'number' ? item.format : null;
  }
  async function check(): Promise<void> {
    const format = await found();
    if (format === STORE_FORMAT) return;
    const isEmpty = format === null && !(await connection.get(revisionKey(REGISTER_CHAIN, 1), true));
    if (!isEmpty) throw new OtherFormat(format);
  }
  return {
    check,
    async mark() {
      if (!(await connection.putIfAbsent({ ...FORMAT_KEY, format: STORE_FORMAT }))) await check();
    },
  };
}
