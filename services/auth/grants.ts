import type { Grant, Role } from '../domain/access/access.ts';
import { ROLES } from '../domain/access/access.ts';

/**
 * The roles that a claim grants: `<role>:<jurisdiction id>`, as a list or as one string with spaces between.
 *
 * Issuers put roles of other systems into the same claim, so what does not
 * read as one of ours is passed over; it never grants anything.
 */
export function grantsOf(claim: unknown): Grant[] {
  const written = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  return [...new Set(written)].flatMap((role) => (typeof role === 'string' ? (grantOf(role) ?? []) : []));
}

/** One role string read; `null` where it is not one of ours. */
export function grantOf(written: string): Grant | null {
  const [, role, jurisdiction] = ROLE_STRING.exec(written) ?? [];
  return role === undefined || jurisdiction === undefined ? null : { role: role as Role, jurisdiction };
}

const ROLE_STRING = new RegExp(`^(${ROLES.join('|')}):((?:region|zone)_[A-Za-z0-9._-]{1,64})$`);
