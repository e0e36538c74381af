import type { Receipt } from '../../domain/chain/decision-link.ts';
import { decisionLink, linkStateOf } from '../../domain/chain/decision-link.ts';
import { decisionsChain } from '../../domain/ids.ts';
import { StaleHead } from '../../store/faults.ts';
import type { StoredLink } from '../../store/links.ts';
import { revisionOf } from '../append.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';

/**
 * Links what was decided in a zone and is not linked yet: one link for all of it. Nobody who records a decision waits for
 * this, and of two who link at once one does it all.
 *
 * @returns how many decisions were linked
 */
export async function linkDecisions(deps: Deps, zone: string): Promise<number> {
  const chain = decisionsChain(zone);
  const head = await deps.store.readLink(chain);
  const from = head ? lookBack(earlier(head.revision.time, deps.clock().toISOString())) : BEGINNING;
  const recorded = await deps.store.receiptsSince(zone, from);
  if (recorded.length === 0) return 0;
  const linked = await linkedSince(deps, chain, head, lookBack(from));
  const decisions = recorded
    .filter(({ id }) => !linked.has(id))
    .map(({ id, receipt }): Receipt => ({ id, receipt }));
  if (decisions.length === 0) return 0;
  const link = { decisions };
  const revision = revisionOf(deps, LINKER, 'LINK_DECISIONS', '');
  try {
    const state = linkStateOf(link, head?.state ?? null);
    await deps.store.appendLink(chain, head?.revision ?? null, revision, link, state);
    return decisions.length;
  } catch (error) {
    if (error instanceof StaleHead) return 0;
    throw error;
  }
}

/** The same of every zone that was ever registered, one after the other. */
export async function linkAllDecisions(deps: Deps): Promise<number> {
  let linked = 0;
  for (const zone of await zonesOf(deps)) linked += await linkDecisions(deps, zone);
  return linked;
}

export async function zonesOf(deps: Deps): Promise<readonly string[]> {
  const { register } = await loadRegister(deps, { consistent: true });
  return [...register.jurisdictions].flatMap(([id, [record]]) => (record?.level === 'ZONE' ? [id] : []));
}

/** Ids of the decisions that the links of an instant and later have. */
async function linkedSince(
  deps: Deps,
  chain: string,
  head: StoredLink | null,
  from: string,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let link = head; link && link.revision.time >= from; ) {
    for (const { id } of (await deps.store.readLeaves(link, decisionLink)).decisions) found.add(id);
    link = link.revision.seq > 1 ? await deps.store.linkAt(chain, link.revision.seq - 1) : null;
  }
  return found;
}

/**
 * How far a link looks back beyond the one before, in case something has come late: longer than a request may last, than
 * an index lags and than clocks of one region differ.
 */
const LOOK_BACK_MS = 15 * 60 * 1000;
export const lookBack = (time: string): string => new Date(Date.parse(time) - LOOK_BACK_MS).toISOString();

const earlier = (a: string, b: string): string => (a < b ? a : b);
const BEGINNING = '1970-01-01T00:00:00.000Z';
/** Not a person: nobody decides what is linked. */
export const LINKER = 'system';
