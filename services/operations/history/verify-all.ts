import type { HistoryBreak } from '../../domain/chain/follow-history.ts';
import type { Seal, SealBreak } from '../../domain/chain/seal.ts';
import { catalogId, decisionsChain } from '../../domain/ids.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';
import { zonesOf } from '../seals/link-decisions.ts';
import type { Sealing } from '../seals/seal-heads.ts';
import { newestSeal } from '../seals/seal-heads.ts';
import { verifyDecisions } from './verify-decisions.ts';
import { verifyChain } from './verify-history.ts';

export type BrokenHistory = (HistoryBreak & { readonly chain: string }) | SealBreak;

/**
 * Verifies all there is, down to the last word and the last decision, against the newest seal. Sealing looks at the links
 * alone; this reads everything that they name.
 */
export async function verifyAll(deps: Deps, sealing: Sealing): Promise<readonly BrokenHistory[]> {
  const { seal, broken: ofSeals } = await newestSeal(deps, sealing);
  const register = await verifyChain(deps, 'register', { heads: headsOf(seal, 'register'), read: [] });
  const broken: BrokenHistory[] = ofSeals ? [ofSeals] : [];
  // Nothing that a broken register names could be relied upon.
  if (register.broken) return [...broken, { chain: 'register', ...register.broken }];
  const { register: found } = await loadRegister(deps, { consistent: true });
  for (const chain of [...found.catalogs.keys()].map(catalogId)) {
    const verified = await verifyChain(deps, chain, { heads: headsOf(seal, chain), read: [] });
    if (verified.broken) broken.push({ chain, ...verified.broken });
  }
  for (const zone of await zonesOf(deps)) {
    const chain = decisionsChain(zone);
    const verified = await verifyDecisions(deps, zone, headsOf(seal, chain));
    if (verified.broken) broken.push({ chain, ...verified.broken });
  }
  return broken;
}

const headsOf = (seal: Seal | null, chain: string) =>
  (seal?.heads ?? []).filter((head) => head.chain === chain).map(({ seq, hash }) => ({ seq, hash }));
