import type { Actor } from '../../domain/access/access.ts';
import { withdrawVersion as withdrawn } from '../../domain/catalog-life/withdraw-version.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import type { OfCatalog } from './change-catalog.ts';
import { changeCatalog } from './change-catalog.ts';
import { rejectInvalidDates } from './reject-invalid-dates.ts';

export interface WithdrawVersionInput extends OfCatalog {
  /** Of the version. */
  readonly number: number;
  readonly effectiveFrom: string;
  /** Whether the whole catalog ends with it. */
  readonly repeal?: boolean | null;
  readonly retroactiveReason?: string | null;
}

/**
 * Withdraws a version from a day on, or repeals the catalog with it.
 *
 * @throws Refusal UNKNOWN_VERSION, CATALOG_REPEALED, NOTHING_TO_REPEAL, WRONG_VERSION_TO_REPEAL, ALREADY_WITHDRAWN,
 * REASON_REQUIRED, INVALID_DATE
 */
export async function withdrawVersion(
  deps: Deps,
  actor: Actor | null,
  input: WithdrawVersionInput,
): Promise<CatalogRead> {
  const { catalog, reason, number, effectiveFrom } = input;
  rejectInvalidDates({ effectiveFrom });
  const repeal = input.repeal ?? false;
  const retroactiveReason = input.retroactiveReason ?? null;
  const action = repeal ? 'REPEAL_CATALOG' : 'WITHDRAW_VERSION';
  const intention = { catalog, reason, access: 'WITHDRAW_VERSION', action } as const;
  return changeCatalog(deps, actor, intention, async ({ state, by }) => {
    const now = deps.clock();
    const said = { number, effectiveFrom, repeal, retroactiveReason };
    return {
      state: withdrawn(state, { ...said, reason, by, at: now.toISOString(), today: dayOf(now) }),
      change: { kind: 'VERSION_WITHDRAWN', ...said },
      result: null,
    };
  });
}
