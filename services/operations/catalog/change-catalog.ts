import type { Action, Actor } from '../../domain/access/access.ts';
import type { CatalogState } from '../../domain/catalog/catalog.ts';
import type { CatalogChange } from '../../domain/catalog/change.ts';
import { catalogKeyIn } from '../../domain/ids.ts';
import { shown } from '../../domain/messages/read-input.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { Register } from '../../domain/register/register.ts';
import { dayOf } from '../../domain/values/day.ts';
import { reasonFor, revisionOf, untilAppended } from '../append.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import { loadCatalog, loadRegister } from '../read.ts';
import { allowed, scopeOf } from '../scope.ts';

/** Every input about a catalog names it by id, `catalog_<key>`, and says why. */
export interface OfCatalog {
  readonly catalog: string;
  readonly reason: string;
}
/** What is to happen to a catalog. */
export interface CatalogIntention extends OfCatalog {
  readonly access: Action;
  /** As the history shows it, where the step does not say it. */
  readonly action: string;
}
/** What is there when the intention is carried out, read strongly. */
export interface CatalogNow extends CatalogRead {
  readonly register: Register;
  /** Subject of the actor. */
  readonly by: string;
}
export interface CatalogStep<Result> {
  readonly state: CatalogState;
  readonly change: CatalogChange;
  readonly result: Result;
  /** As the history shows it, where only what is read says it. */
  readonly action?: string;
}

/**
 * Changes a catalog by exactly one revision: `step` says what comes of the catalog as it is now, and is asked again
 * where somebody else was faster.
 *
 * @throws Refusal UNKNOWN_CATALOG, NOT_ALLOWED, REQUIRED (no reason), BUSY, and what `step` throws
 */
export async function changeCatalog<Result>(
  deps: Deps,
  actor: Actor | null,
  { catalog, access, action, reason }: CatalogIntention,
  step: (now: CatalogNow) => Promise<CatalogStep<Result>>,
): Promise<CatalogRead & { readonly result: Result }> {
  const key = keyOf(catalog);
  const why = reasonFor(reason);
  return untilAppended(deps, catalog, async () => {
    const { register } = await loadRegister(deps, { consistent: true });
    const read = await loadCatalog(deps, key, { consistent: true });
    if (!read) throw unknownCatalog(catalog);
    const { jurisdiction } = read.state;
    const scope = scopeOf(register, jurisdiction, dayOf(deps.clock()));
    const by = allowed(actor, access, jurisdiction, scope);
    const { state, change, result, action: done = action } = await step({ ...read, register, by });
    const revision = revisionOf(deps, by, done, why);
    const head = await deps.store.appendToCatalog(key, read.head, revision, change, state);
    return { head, revision: head.seq, state, result };
  });
}

/** The key in the id of a catalog. @throws Refusal UNKNOWN_CATALOG */
export function keyOf(catalog: string): string {
  const key = catalogKeyIn(catalog);
  if (key === undefined) throw unknownCatalog(catalog);
  return key;
}

export const unknownCatalog = (catalog: unknown): Refusal =>
  new Refusal('UNKNOWN_CATALOG', { value: shown(catalog) }, ['catalog']);
