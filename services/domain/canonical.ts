import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The canonical JSON (RFC 8785) of a value: one text for one meaning, so that it can be hashed and compared. */
export function canonicalJson(value: object | string | number | boolean | null): string {
  return canonicalize(value)!;
}

/** SHA-256 over the canonical JSON, in hex. */
export function hashOf(value: object): string {
  return sha256(canonicalJson(value));
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The same without properties that are null: unset and null mean the same and must not differ in a hash. */
export function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNulls) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part != null)
      .map(([name, part]) => [name, withoutNulls(part)]),
  ) as T;
}
