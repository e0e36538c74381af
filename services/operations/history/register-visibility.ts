import type { Actor } from '../../domain/access/access.ts';
import { may } from '../../domain/access/access.ts';
import type { Register } from '../../domain/register/register.ts';
import { rootsOf } from '../../domain/register/register.ts';
import { dayOf } from '../../domain/values/day.ts';
import { StoreUnavailable } from '../../store/faults.ts';
import type { RegisterChange } from '../../store/register.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';
import { scopeOf } from '../scope.ts';

/** Whether an actor may see all that was ever done to the register: its chain can only be verified as a whole. */
export async function seesWholeRegister(deps: Deps, actor: Actor | null): Promise<boolean> {
  // Before anything is read: nobody without such a role makes the service walk the whole register.
  if (!isRegistrar(actor)) return false;
  const roots = await readRoots(deps);
  return roots.length > 0 && roots.every((root) => may(actor, 'READ_REGISTER_HISTORY', [root]));
}

/** Whether the actor may see what was done to some jurisdiction at all. */
export const isRegistrar = (actor: Actor | null): actor is Actor =>
  may(
    actor,
    'READ_REGISTER_HISTORY',
    (actor?.roles ?? []).map(({ jurisdiction }) => jurisdiction),
  );

/** Whether an actor may see a step of the register: all that it entered lies, or lay, where the actor has the role. */
export function seesStep(
  deps: Deps,
  actor: Actor,
  register: Register,
  { jurisdictions = [], catalogs = [], proposal }: RegisterChange,
): boolean {
  const today = dayOf(deps.clock());
  const sees = (id: string, day: string) =>
    may(actor, 'READ_REGISTER_HISTORY', [...scopeOf(register, id, today), ...scopeOf(register, id, day)]);
  return (
    [...jurisdictions, ...(proposal?.proposal.act.records ?? [])].every(({ id, effectiveFrom }) =>
      sees(id, effectiveFrom),
    ) && catalogs.every(({ jurisdiction }) => sees(jurisdiction, today))
  );
}

/** Ids of the jurisdictions that lie in no other. A damaged register must still tell who may find out where. */
async function readRoots(deps: Deps): Promise<readonly string[]> {
  try {
    const { register } = await loadRegister(deps, { consistent: true });
    return rootsOf(register);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return rootsInChanges(deps);
  }
}

async function rootsInChanges(deps: Deps): Promise<readonly string[]> {
  const parents = new Map<string, string | null>();
  for await (const { found } of deps.store.walkRegister()) {
    if ('unreadable' in found) continue;
    const [change] = await deps.store.readRegisterChanges([found]).catch(() => []);
    for (const { id, parent } of change?.jurisdictions ?? []) parents.set(id, parent);
  }
  return [...parents].flatMap(([id, parent]) => (parent === null ? [id] : []));
}
