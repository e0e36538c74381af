import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import type { ProposalStep } from '../domain/access/proposal.ts';
import { PROPOSAL_STEPS } from '../domain/access/proposal.ts';
import type { ChainHead } from '../domain/assessment/decision.ts';
import type { RegisteredCatalog } from '../domain/catalog/catalog.ts';
import type { NewRevision, Revision } from '../domain/chain/revision.ts';
import { headOf } from '../domain/chain/revision.ts';
import type { JurisdictionRecord } from '../domain/register/jurisdiction.ts';
import type { Register } from '../domain/register/register.ts';
import { emptyRegister } from '../domain/register/register.ts';
import type { RegisterAct, RegisterProposal } from '../domain/register/register-act.ts';
import { canonicalJson } from '../domain/values/canonical.ts';
import { createBlobMap } from './blob-map.ts';
import type { BlobKind, Blobs } from './blobs.ts';
import { blobText } from './blobs.ts';
import type { Chains, FoundRevision, ReadOptions, Verification } from './chain.ts';
import { StaleHead } from './faults.ts';
import type { Format } from './format.ts';
import { REGISTER_CHAIN } from './keys.ts';
import type { HistoryPaging, Page } from './paging.ts';
import { registeredCatalog } from './stored-catalog.ts';
import type { RegisterLine } from './stored-register.ts';
import { jurisdictionRecord, registerLine, registerProposal } from './stored-register.ts';

/** The register as a chain of what was entered (DESIGN 4). */
export interface RegisterStore {
  /** The register; null head and nothing in it before the first append. */
  readRegister(options?: ReadOptions): Promise<StoredRegister>;
  /**
   * One append to the register: the commit point of `registerRegion`, `registerZone` and `createCatalog`.
   * @throws StaleHead where somebody else appended first
   */
  appendToRegister(
    expected: ChainHead | null,
    revision: NewRevision,
    change: RegisterChange,
  ): Promise<ChainHead>;
  registerHistory(paging: HistoryPaging): Promise<Page<Revision>>;
  /** Everything in the chain after a place, oldest first, damaged or not. */
  walkRegister(after?: string | null): AsyncIterable<FoundRevision>;
  /** The revision of a number; null where there is none. */
  registerRevision(seq: number): Promise<Revision | null>;
  /** The register after a revision. */
  readRegisterAt(revision: Revision): Promise<StoredRegister>;
  /** The records of a jurisdiction that were in the register after a revision, in the order they were appended. */
  readRecords(revision: Revision, jurisdiction: string): Promise<readonly JurisdictionRecord[]>;
  /** What revisions of the register entered, in their order. */
  readRegisterChanges(revisions: readonly Revision[]): Promise<readonly RegisterChange[]>;
  /** Whether the chain is whole; `known` are heads seen elsewhere, as in decisions, that must be part of it. */
  verifyRegister(known?: readonly ChainHead[]): Promise<Verification>;
}
export interface StoredRegister {
  readonly head: ChainHead | null;
  /** The same object for the same head as long as it is cached. */
  readonly register: Register;
  /** Proposed and neither confirmed nor withdrawn (ADR 0011), in the order in which they were made. */
  readonly proposals: readonly RegisterProposal[];
}
export interface RegisterChange {
  /** Records to append, in this order. */
  readonly jurisdictions?: readonly JurisdictionRecord[];
  readonly catalogs?: readonly RegisteredCatalog[];
  readonly proposal?: ProposalStep<RegisterAct>;
}

/**
 * The register: a chain whose state is a map of its lines, so that 2 500 zones are read in a few batches and one
 * new record writes one bucket.
 */
export function createRegisterStore(chains: Chains, blobs: Blobs, format: Format): RegisterStore {
  const lines = createBlobMap(blobs, 'register', registerLine);
  /** By root: assessments under the same head get the same register. */
  const registers = new LRUCache<string, Omit<StoredRegister, 'head'>>({
    max: 8,
    fetchMethod: async (root) => registerOf(await lines.readAll(root)),
    ignoreFetchAbort: true,
  });

  return {
    async readRegister(options) {
      const head = await chains.readHead(REGISTER_CHAIN, options);
      if (!head) return { head: null, register: emptyRegister, proposals: [] };
      return { head: headOf(head), ...(await registers.forceFetch(head.state)) };
    },

    async appendToRegister(expected, revision, change): Promise<ChainHead> {
      const before = await chains.readHead(REGISTER_CHAIN, { consistent: true });
      // An attempt before this one got through, and only its answer was lost.
      if (before?.id === revision.id) return headOf(before);
      if (before?.hash !== expected?.hash) throw new StaleHead(REGISTER_CHAIN, expected);
      if (!before) await format.mark();
      const register = before ? (await registers.forceFetch(before.state)).register : emptyRegister;
      const state = await lines.apply(before?.state ?? null, linesOf(register, change));
      const changeBlob = blobText(changeRecord(change));
      await blobs.write(registerChange, [changeBlob]);
      return headOf(await chains.append(REGISTER_CHAIN, expected, revision, changeBlob.hash, state));
    },

    registerHistory: (paging) => chains.history(REGISTER_CHAIN, paging),
    walkRegister: (after) => chains.walk(REGISTER_CHAIN, after),
    registerRevision: (seq) => chains.readRevision(REGISTER_CHAIN, seq),

    readRegisterAt: async (revision) => ({
      head: headOf(revision),
      ...(await registers.forceFetch(revision.state)),
    }),

    async readRecords({ state }, jurisdiction) {
      const records: JurisdictionRecord[] = [];
      for (let from = 0; ; from += RECORDS_AT_ONCE) {
        const keys = Array.from({ length: RECORDS_AT_ONCE }, (_, place) =>
          recordKey(jurisdiction, from + place),
        );
        const found = await lines.getMany(state, keys);
        for (const key of keys) {
          const line = found.get(key);
          // Records stand without a gap, in the order in which they were appended.
          if (!line || !('jurisdiction' in line)) return records;
          records.push(line.jurisdiction);
        }
      }
    },

    async readRegisterChanges(revisions) {
      const bodies = await blobs.readMany(
        registerChange,
        revisions.map(({ change }) => change),
      );
      return revisions.map(({ change }) => bodies.get(change)!);
    },
    verifyRegister: (known) => chains.verify(REGISTER_CHAIN, known),
  };
}

const RECORDS_AT_ONCE = 16;

const recordKey = (id: string, place: number): string =>
  `jurisdiction/${id}/${String(place).padStart(6, '0')}`;
const catalogKey = (key: string): string => `catalog/${key}`;
const proposalKey = (number: number): string => `proposal/${String(number).padStart(12, '0')}`;

/** Null for a line that goes: a proposal that was confirmed or withdrawn. */
function linesOf(register: Register, change: RegisterChange): ReadonlyMap<string, RegisterLine | null> {
  const lines = new Map<string, RegisterLine | null>();
  const count = new Map<string, number>();
  for (const jurisdiction of change.jurisdictions ?? []) {
    const { id } = jurisdiction;
    const place = count.get(id) ?? register.jurisdictions.get(id)?.length ?? 0;
    count.set(id, place + 1);
    lines.set(recordKey(id, place), { jurisdiction });
  }
  for (const catalog of change.catalogs ?? []) {
    const there = register.catalogs.get(catalog.key);
    // INVARIANT: what the register says once it says for ever; a second record stands beside the first.
    if (there && canonicalJson(there) !== canonicalJson(catalog))
      throw new Error(`the catalog ${catalog.key} is registered already`);
    lines.set(catalogKey(catalog.key), { catalog });
  }
  if (change.proposal) {
    const { kind, proposal } = change.proposal;
    lines.set(proposalKey(proposal.number), kind === 'PROPOSED' ? { proposal } : null);
  }
  return lines;
}

/** Lines come in the order of their keys, and so the records of a jurisdiction in the order they were appended. */
function registerOf(lines: ReadonlyMap<string, RegisterLine>): Omit<StoredRegister, 'head'> {
  const jurisdictions = new Map<string, JurisdictionRecord[]>();
  const catalogs = new Map<string, RegisteredCatalog>();
  const proposals: RegisterProposal[] = [];
  for (const line of lines.values()) {
    if ('catalog' in line) {
      catalogs.set(line.catalog.key, line.catalog);
    } else if ('proposal' in line) {
      proposals.push(line.proposal);
    } else {
      const record = line.jurisdiction;
      const records = jurisdictions.get(record.id);
      if (records) records.push(record);
      else jurisdictions.set(record.id, [record]);
    }
  }
  return { register: { jurisdictions, catalogs }, proposals };
}

const changeRecord = ({ jurisdictions = [], catalogs = [], proposal }: RegisterChange) => ({
  jurisdictions,
  catalogs,
  ...(proposal && { proposal }),
});

const registerChange: BlobKind<RegisterChange> = {
  name: 'register change',
  schema: z.strictObject({
    jurisdictions: z.array(jurisdictionRecord),
    catalogs: z.array(registeredCatalog),
    proposal: z.strictObject({ kind: z.enum(PROPOSAL_STEPS), proposal: registerProposal }).optional(),
  }),
};
