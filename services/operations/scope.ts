import type { Action, Actor } from '../domain/access/access.ts';
import { ACCESS, may } from '../domain/access/access.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import type { Register } from '../domain/register/register.ts';
import { lineageOn } from '../domain/register/register.ts';
import type { Day } from '../domain/vocabulary.ts';

/**
 * The ids whose grants hold for a jurisdiction: its own and its ancestors'. What begins later than the day is looked
 * up on its newest record, so that it can be prepared before.
 */
export function scopeOf(register: Register, id: string, day: Day): readonly string[] {
  const begins = register.jurisdictions.get(id)?.at(-1)?.effectiveFrom;
  const lineage = lineageOn(register, id, day) ?? (begins && lineageOn(register, id, begins));
  return lineage ? lineage.map((record) => record.id) : [id];
}

/** Who may do this: the actor's subject. @throws Refusal NOT_ALLOWED */
export function allowed(
  actor: Actor | null,
  action: Action,
  jurisdiction: string,
  scope: readonly string[],
): string {
  if (actor && may(actor, action, scope)) return actor.subject;
  throw new Refusal('NOT_ALLOWED', { jurisdiction, roles: [...ACCESS[action]] });
}
