import type { Actor } from '../../domain/access/access.ts';
import { may } from '../../domain/access/access.ts';
import type { Decision } from '../../domain/assessment/decision.ts';
import { everAbove } from '../../domain/register/register.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';
import { scopeOf } from '../scope.ts';

/** Which decisions an actor may see. */
export interface Sight {
  readonly sees: (decision: Decision) => boolean;
  /** Whether any decision of this zone, whenever made, can be among them. */
  readonly reaches: (zone: string) => boolean;
}

/**
 * The sight of an actor: decisions of zones that lie, or lay on the day of the decision, where the actor has a role.
 * Null where no role of the actor's shows any decision at all.
 */
export async function sightOf(deps: Deps, actor: Actor | null): Promise<Sight | null> {
  if (!actor || !may(actor, 'READ_DECISION', grantedTo(actor))) return null;
  const { register } = await loadRegister(deps);
  const today = dayOf(deps.clock());
  return {
    sees: ({ project, evidence }) =>
      may(actor, 'READ_DECISION', [
        ...scopeOf(register, project.zone, today),
        ...evidence.lineage.map((record) => record.id),
      ]),
    reaches: (zone) => may(actor, 'READ_DECISION', [...everAbove(register, zone)]),
  };
}

const grantedTo = (actor: Actor): readonly string[] => actor.roles.map((grant) => grant.jurisdiction);
