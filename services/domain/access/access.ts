/** A role (角色) held for a jurisdiction and everything below it (DESIGN 8). */
export const ROLES = ['editor', 'publisher', 'officer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. `null` in its place means somebody without a token: may read what is published and assess. */
export interface Actor {
  /** The person, whatever roles the token carries: four eyes compare this. */
  readonly subject: string;
  readonly name?: string | null;
  readonly roles: readonly Grant[];
}
export interface Grant {
  readonly role: Role;
  /** Id of a jurisdiction, `region_140000` or `zone_140881`. */
  readonly jurisdiction: string;
}

/** Every action that is not open to everyone, and the roles that may do it. The one place that says so. */
export const ACCESS = {
  REGISTER_JURISDICTION: ['admin'],
  CREATE_CATALOG: ['admin', 'editor'],
  READ_DRAFT: ['editor', 'publisher', 'admin'],
  READ_HISTORY: ['editor', 'publisher', 'admin', 'officer'],
  READ_REGISTER_HISTORY: ['admin'],
  EDIT_DRAFT: ['editor'],
  SUBMIT_DRAFT: ['editor'],
  RETURN_DRAFT: ['editor', 'publisher'],
  DISCARD_DRAFT: ['editor'],
  PUBLISH_DRAFT: ['publisher'],
  PROPOSE_WITHDRAWAL: ['editor', 'publisher'],
  CONFIRM_WITHDRAWAL: ['publisher'],
  CONFIRM_DISCRETION: ['officer'],
  HANDLE_BATCH: ['officer'],
  DECIDE: ['officer'],
  READ_DECISION: ['officer', 'admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof ACCESS;

/**
 * Whether the actor may do this where `lineage` leads.
 *
 * @param lineage the jurisdiction acted on and its ancestors, any order
 */
export function may(actor: Actor | null, action: Action, lineage: readonly string[]): boolean {
  const roles: readonly Role[] = ACCESS[action];
  return (actor?.roles ?? []).some(
    (grant) => roles.includes(grant.role) && lineage.includes(grant.jurisdiction),
  );
}
