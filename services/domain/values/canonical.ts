import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The canonical JSON (RFC 8785) of a value: one text for one meaning, so that it can be hashed and compared. */
export function canonicalJson(value: object | string | number | boolean | null): string {
  return canonicalize(value)!;
}

/**
 * Reads canonical JSON; undefined for any other text: were a field given twice, a person could read one value and a
 * program the other.
 */
export function readCanonical(text: string): unknown {
  try {
    const written = text.trim();
    const value = JSON.parse(written);
    return canonicalJson(value) === written ? value : undefined;
  } catch {
    return undefined;
  }
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

/** Whether two values have the same canonical JSON: unset and null are one, everything else counts. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a == null || b == null) return a == null && b == null;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, place) => sameValue(item, b[place]))
    );
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  return (
    Object.keys(left).every((name) => sameValue(left[name], right[name])) &&
    Object.keys(right).every((name) => right[name] == null || left[name] != null)
  );
}
