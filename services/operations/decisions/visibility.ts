import type { Actor } from '../../domain/access/access.ts';
import { may } from '../../domain/access/access.ts';
import type { Decision } from '../../domain/assessment/decision.ts';
import { everAbove } from '../../domain/register/register.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';
import { scopeOf } from '../scope.ts';

/** Which decisions an actor may see. */
export interface DecisionVisibility {
  readonly sees: (decision: Decision) => boolean;
  /** Whether all decisions of this zone are, by where it lies today: of one that is damaged no more is certain. */
  readonly seesZone: (zone: string) => boolean;
  /** Whether any decision of this zone, whenever made, can be among them. */
  readonly reaches: (zone: string) => boolean;
}

/**
 * What an actor may see: decisions on zones that lie, or lay on the day of the decision, where the actor has a role.
 * Null where none of the actor's roles shows any decision at all.
 */
export async function visibilityOf(deps: Deps, actor: Actor | null): Promise<DecisionVisibility | null> {
  if (!actor || !may(actor, 'READ_DECISION', grantedTo(actor))) return null;
  const { register } = await loadRegister(deps);
  const today = dayOf(deps.clock());
  return {
    sees: ({ project, evidence }) =>
      may(actor, 'READ_DECISION', [
        ...scopeOf(register, project.zone, today),
        ...evidence.lineage.map((record) => record.id),
      ]),
    seesZone: (zone) => may(actor, 'READ_DECISION', scopeOf(register, zone, today)),
    reaches: (zone) => may(actor, 'READ_DECISION', [...everAbove(register, zone)]),
  };
}

const grantedTo = (actor: Actor): readonly string[] => actor.roles.map((grant) => grant.jurisdiction);
