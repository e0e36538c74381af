import { createHash } from 'node:crypto';
import { Refusal } from '../services/domain/messages/refusal.ts';

/** The cursor of an item: opaque, and good only for the very query that gave it. */
export function cursorOf(query: unknown, place: string): string {
  return Buffer.from(JSON.stringify([fingerprint(query), place])).toString('base64url');
}

/**
 * The place that a cursor stands for; null where there is no cursor.
 *
 * @throws Refusal INVALID_CURSOR where it is none, or that of another query
 */
export function placeOf(query: unknown, cursor: string | null | undefined): string | null {
  if (cursor == null) return null;
  const [of, place] = read(cursor);
  if (of !== fingerprint(query) || typeof place !== 'string') throw invalidCursor(cursor);
  return place;
}

export const invalidCursor = (cursor: string): Refusal =>
  new Refusal('INVALID_CURSOR', { value: cursor.slice(0, 80) }, ['after']);

function read(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const fingerprint = (query: unknown): string =>
  createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 12);
