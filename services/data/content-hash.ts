import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 over the canonical JSON (RFC 8785) of reference data: which edition a decision rested on. */
export function contentHash(content: object): string {
  return createHash('sha256').update(canonicalize(content)!).digest('hex');
}
