import type { ChainHead } from '../../domain/assessment/decision.ts';
import type { LinkState } from '../../domain/chain/decision-link.ts';
import type { HeadOfChain, Seal, SealBreak, SealStatement } from '../../domain/chain/seal.ts';
import { readSeal, SEALS, sealShape, sealStatement, signedText } from '../../domain/chain/seal.ts';
import { catalogId, decisionsChain } from '../../domain/ids.ts';
import { canonicalJson } from '../../domain/values/canonical.ts';
import { StaleHead, StoreFault, StoreUnavailable } from '../../store/faults.ts';
import { revisionOf } from '../append.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';
import { LINKER, zonesOf } from './link-decisions.ts';

/** Where seals are kept apart from the table. What is there is never replaced. */
export interface SealVault {
  /** The seal whose name comes last; null where none is kept. */
  newest(): Promise<KeptSeal | null>;
  /** False where something is kept under the name already. */
  keep(name: string, text: string): Promise<boolean>;
}
export interface KeptSeal {
  readonly name: string;
  readonly text: string;
}
/** Who signs: a key that nothing else uses. */
export interface Signer {
  /** PEM. */
  publicKey(): Promise<string>;
  /** ECDSA P-256 with SHA-256: DER in base64. */
  sign(text: string): Promise<string>;
}
export interface Sealing {
  readonly vault: SealVault;
  readonly signer: Signer;
}

export interface SealOutcome {
  /** Empty where every chain is whole and goes on from the seal before. */
  readonly broken: readonly SealBreak[];
  /** The statement made now; null where nothing was sealed: something is broken, nothing has changed, or another was faster. */
  readonly sealed: SealStatement | null;
}

/**
 * Verifies the links of all chains against the seal before and, where all are whole, seals their heads (签封).
 *
 * The seal is kept apart before the table hears of it: what is in the table alone could be written anew with it.
 */
export async function sealHeads(deps: Deps, sealing: Sealing): Promise<SealOutcome> {
  const { vault, signer } = sealing;
  const time = deps.clock().toISOString();
  const { seal: before, broken: ofSeals } = await newestSeal(deps, sealing);
  if (ofSeals) return { broken: [ofSeals], sealed: null };
  const { heads, broken } = await verifyChains(deps, before);
  if (broken.length > 0 || sameButSeals(heads, before?.heads)) return { broken, sealed: null };

  const statement = sealStatement(heads, before?.statement ?? null, time);
  const seal: Seal = { statement, signature: await signer.sign(signedText(statement)), heads };
  if (!(await vault.keep(nameOf(statement), canonicalJson({ ...seal })))) return { broken: [], sealed: null };
  await noteInTable(deps, seal);
  return { broken: [], sealed: statement };
}

/**
 * The newest seal that is kept, or what is wrong with it: an old one does not pass for it, neither under a later name nor
 * because those after it are gone.
 */
export async function newestSeal(
  deps: Deps,
  { vault, signer }: Sealing,
): Promise<{ readonly seal: Seal | null; readonly broken?: SealBreak }> {
  // Read first: whoever seals at the same time keeps a seal before the table hears of it.
  const noted = await newestNoted(deps);
  const kept = await vault.newest();
  const seal = kept && readSeal(kept.text, await signer.publicKey());
  if (kept && (!seal || kept.name !== nameOf(seal.statement)))
    return { seal: null, broken: { chain: SEALS, fault: 'SEAL_FORGED' } };
  if (noted > (seal?.statement.number ?? 0))
    return { seal: null, broken: { chain: SEALS, fault: 'SEALS_MISSING' } };
  return { seal: seal ?? null };
}

/** The number of the newest seal that the table knows of; where its chain is damaged, verifying that chain tells. */
async function newestNoted(deps: Deps): Promise<number> {
  try {
    const head = await deps.store.readLink(SEALS);
    return head ? (await deps.store.readLeaves(head, sealShape)).statement.number : 0;
  } catch (error) {
    if (error instanceof StoreFault && !(error instanceof StoreUnavailable)) return 0;
    throw error;
  }
}

const nameOf = ({ number }: SealStatement): string => `seal-${String(number).padStart(12, '0')}.json`;

/** Another who notes a seal at the same time leaves this one out: the next will do for whoever looks for one. */
async function noteInTable(deps: Deps, seal: Seal): Promise<void> {
  const { count, root } = seal.statement;
  const head = await deps.store.readLink(SEALS);
  const state: LinkState = { root, count, total: (head?.state.total ?? 0) + count };
  try {
    await deps.store.appendLink(
      SEALS,
      head?.revision ?? null,
      revisionOf(deps, LINKER, 'SEAL', ''),
      seal,
      state,
    );
  } catch (error) {
    if (!(error instanceof StaleHead)) throw error;
  }
}

async function verifyChains(
  deps: Deps,
  before: Seal | null,
): Promise<{ readonly heads: readonly HeadOfChain[]; readonly broken: SealBreak[] }> {
  const known = new Map<string, ChainHead>(before?.heads.map(({ chain, ...head }) => [chain, head]));
  const heads: HeadOfChain[] = [];
  const broken: SealBreak[] = [];
  // Those sealed before too: a register that was written anew might not name them any more.
  for (const chain of [...new Set([...(await chainsNow(deps)), ...known.keys()])].sort()) {
    const head = known.get(chain);
    const { whole, ...found } = await deps.store.verifyChain(chain, head ? [head] : []);
    if ('fault' in found) broken.push({ chain, ...found });
    else if (found.head) heads.push({ chain, ...found.head });
  }
  return { heads, broken };
}

/** All chains that there can be. Those that a damaged register names are not known; the register itself is. */
async function chainsNow(deps: Deps): Promise<readonly string[]> {
  try {
    const { register } = await loadRegister(deps, { consistent: true });
    const zones = await zonesOf(deps);
    return ['register', SEALS, ...[...register.catalogs.keys()].map(catalogId), ...zones.map(decisionsChain)];
  } catch (error) {
    if (error instanceof StoreFault && !(error instanceof StoreUnavailable)) return ['register', SEALS];
    throw error;
  }
}

/** Every seal is noted in the chain of seals: that alone is no reason for another. */
function sameButSeals(heads: readonly HeadOfChain[], before: readonly HeadOfChain[] = []): boolean {
  const text = (all: readonly HeadOfChain[]) =>
    canonicalJson(all.filter(({ chain }) => chain !== SEALS).map((head) => ({ ...head })));
  return text(heads) === text(before);
}
