import { createHash } from 'node:crypto';

/** A hash that differs where the content does: whoever caches by it must never be misled by a test. */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
