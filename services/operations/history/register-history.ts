import type { Actor } from '../../domain/access/access.ts';
import type { Revision } from '../../domain/chain/revision.ts';
import type { JurisdictionRecord } from '../../domain/register/jurisdiction.ts';
import type { RegisterItem } from '../../domain/register/register-change.ts';
import { recordItems } from '../../domain/register/register-change.ts';
import type { Paging } from '../../store/paging.ts';
import type { RegisterChange } from '../../store/register.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';
import type { StepFilter } from './catalog-history.ts';
import { stepPasses } from './catalog-history.ts';
import { isRegistrar, seesStep } from './register-visibility.ts';
import type { StepsPage } from './steps-page.ts';
import { stepsPage } from './steps-page.ts';

/** A step of the register: who, when, why, and what it entered. */
export interface RegisterStep {
  readonly revision: Revision;
  readonly items: readonly RegisterItem[];
}
/**
 * What was done to the register, newest first: the steps that concern nothing but places where the actor keeps it.
 * A page may hold fewer steps than asked for, even none, and yet have a next one.
 *
 * @returns null where the actor keeps no part of the register
 * @throws Refusals INVALID_DATE
 */
export async function registerHistory(
  deps: Deps,
  actor: Actor | null,
  paging: Paging,
  filter: RegisterStepFilter = {},
): Promise<StepsPage<RegisterStep> | null> {
  if (!isRegistrar(actor)) return null;
  const passes = stepPasses(filter);
  const { register } = await loadRegister(deps);
  return stepsPage(
    paging,
    BATCH,
    (part) => deps.store.registerHistory(part),
    async function* (revisions) {
      const changes = await deps.store.readRegisterChanges(revisions);
      for (const [place, revision] of revisions.entries()) {
        const change = changes[place]!;
        const isLookedFor = passes(revision) && names(change, filter.jurisdiction);
        yield isLookedFor && seesStep(deps, actor, register, change) ? stepOf(deps, revision, change) : null;
      }
    },
  );
}

export interface RegisterStepFilter extends StepFilter {
  /** Id of a jurisdiction that it says something of. */
  readonly jurisdiction?: string | null;
}

const names = (
  { jurisdictions = [], catalogs = [], proposal }: RegisterChange,
  jurisdiction: string | null | undefined,
): boolean =>
  jurisdiction == null ||
  [...jurisdictions, ...(proposal?.proposal.act.records ?? [])].some(({ id }) => id === jurisdiction) ||
  catalogs.some((catalog) => catalog.jurisdiction === jurisdiction);

const BATCH = 100;

async function stepOf(deps: Deps, revision: Revision, change: RegisterChange): Promise<RegisterStep> {
  const records = change.jurisdictions ?? [];
  const proposed = change.proposal?.proposal.act.records ?? [];
  const earlier = await recordsBefore(deps, revision, new Set([...records, ...proposed].map(({ id }) => id)));
  return {
    revision,
    items: [
      ...recordItems(records, earlier),
      ...(change.catalogs ?? []).map((catalog): RegisterItem => ({ kind: 'CATALOG_CREATED', catalog })),
      ...(change.proposal ? [{ ...change.proposal, items: recordItems(proposed, earlier) }] : []),
    ],
  };
}

/** The records of each jurisdiction before a revision. */
async function recordsBefore(
  deps: Deps,
  { seq }: Revision,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly JurisdictionRecord[]>> {
  const before = seq === 1 || ids.size === 0 ? null : await deps.store.registerRevision(seq - 1);
  if (!before) return new Map();
  return new Map(
    await Promise.all([...ids].map(async (id) => [id, await deps.store.readRecords(before, id)] as const)),
  );
}
