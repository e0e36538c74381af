import { verificationText } from '../../services/domain/chain/history-text.ts';
import { headOf } from '../../services/domain/chain/revision.ts';
import { standingText } from '../../services/domain/chain/standing.ts';
import { catalogId, proposalId } from '../../services/domain/ids.ts';
import type { RecordItem, RegisterItem } from '../../services/domain/register/register-change.ts';
import {
  registerFieldChanges,
  registerItemText,
  registerStepText,
} from '../../services/domain/register/register-step-text.ts';
import { canonicalJson } from '../../services/domain/values/canonical.ts';
import {
  type ExportPage,
  exportDecisions,
  exportHistory,
  exportRegister,
} from '../../services/operations/history/export-history.ts';
import type { VerifyInput } from '../../services/operations/history/known-heads.ts';
import { registerHistory } from '../../services/operations/history/register-history.ts';
import { seesWholeRegister } from '../../services/operations/history/register-visibility.ts';
import {
  verifyDecisionsOf,
  verifyHistory,
  verifyRegister,
} from '../../services/operations/history/verify-history.ts';
import { sealOfChain } from '../../services/operations/seals/chain-seal.ts';
import { receiptProof, receiptStanding } from '../../services/operations/seals/receipt-standing.ts';

import { type PageArguments, pageSize, storedConnection } from '../connection.ts';
import { cursorOf, placeOf } from '../cursor.ts';
import { namedCatalog, namedJurisdiction } from '../find.ts';
import type { ChainHeadInput, Resolvers } from '../generated/types.ts';
import { entryStepResolvers } from './entry-step-resolvers.ts';
import { revisionResolvers } from './revision-resolvers.ts';

export const historyResolvers: Resolvers = {
  ...revisionResolvers,
  ...entryStepResolvers,
  HistoryVerification: {
    whole: ({ broken }) => broken === null,
    headsCompared: ({ known }) => known,
    fault: ({ broken }) => broken?.fault ?? null,
    brokenAt: ({ broken }) => broken?.brokenAt ?? null,
    version: ({ broken }) => (broken && 'version' in broken ? broken.version : null),
    decision: ({ broken }) => (broken && 'decision' in broken ? broken.decision : null),
    pending: ({ pending = null }) => pending,
    text: (verified, { locale }) => verificationText(verified, locale),
  },
  RegisterChange: {
    jurisdiction: (item, _, context) => {
      const record = recordOf(item);
      return record && namedJurisdiction(record.record.id, context);
    },
    catalog: (item, _, context) => ('catalog' in item ? namedCatalog(item.catalog.key, context) : null),
    proposal: (item) => ('proposal' in item ? proposalId('register', item.proposal.number) : null),
    effectiveFrom: (item) => recordOf(item)?.record.effectiveFrom ?? null,
    fields: async (item, { locale }, { reads }) => {
      const record = recordOf(item);
      return record ? registerFieldChanges(record, await reads.placeNames(), locale) : [];
    },
    text: async (item, { locale }, { reads }) => registerItemText(item, await reads.placeNames(), locale),
  },
  RegisterRevision: {
    number: ({ revision }) => revision.seq,
    at: ({ revision }) => revision.time,
    by: ({ revision }) => revision.actor,
    reason: ({ revision }) => revision.reason,
    hash: ({ revision }) => revision.hash,
    previousHash: ({ revision }) => revision.previousHash,
    changes: ({ items }) => items,
    changeText: async ({ items }, { locale }, { reads }) =>
      registerStepText(items, await reads.placeNames(), locale),
  },
  Catalog: {
    ...entryStepResolvers.Catalog,
    seal: async ({ key }, _, { deps, reads }) =>
      (await reads.seesHistory(key)) ? sealOfChain(deps, catalogId(key)) : null,
  },
  ChainSeal: { at: ({ time }) => time },
  Decision: {
    record: (decision) => canonicalJson(decision),
    standing: (decision, _, { deps }) => receiptStanding(deps, decision),
    proof: async (decision, _, { deps }) => {
      const proof = await receiptProof(deps, decision);
      return proof && canonicalJson(proof);
    },
  },
  ReceiptStanding: {
    link: (standing) => ('link' in standing ? headOf(standing.link) : null),
    linkedAt: (standing) => ('link' in standing ? standing.link.time : null),
    sealedAt: (standing) => ('seal' in standing ? standing.seal.statement.time : null),
    text: (standing, { locale }) => standingText(standing, locale),
  },
  Query: {
    verifyHistory: (_, { catalog, heads, decision }, { deps, actor }) =>
      verifyHistory(deps, actor, catalog, heldAgainst(heads, decision)),
    verifyRegister: (_, { heads, decision }, { deps, actor }) =>
      verifyRegister(deps, actor, heldAgainst(heads, decision)),
    exportHistory: (_, { catalog, ...page }, { deps, actor }) =>
      exported(page, ['exportHistory', catalog], (paging) => exportHistory(deps, actor, catalog, paging)),
    verifyDecisions: (_, { zone, heads }, { deps, actor }) =>
      verifyDecisionsOf(deps, actor, zone, heldAgainst(heads, null)),
    exportDecisions: (_, { zone, ...page }, { deps, actor }) =>
      exported(page, ['exportDecisions', zone], (paging) => exportDecisions(deps, actor, zone, paging)),
    exportRegister: (_, page, { deps, actor }) =>
      exported(page, ['exportRegister'], (paging) => exportRegister(deps, actor, paging)),
    registerHistory: (_, { filter, ...page }, { deps, actor }) =>
      storedConnection(page, ['registerHistory', actor?.subject, filter], (paging) =>
        registerHistory(deps, actor, paging, filter ?? {}),
      ),
    registerSeal: async (_, __, { deps, actor }) =>
      (await seesWholeRegister(deps, actor)) ? sealOfChain(deps, 'register') : null,
  },
};

/** What an item says of a jurisdiction; of a proposal, what it is to begin with. */
function recordOf(item: RegisterItem): RecordItem | null {
  if ('record' in item) return item;
  return 'proposal' in item ? (item.items[0] ?? null) : null;
}

const heldAgainst = (
  heads: readonly ChainHeadInput[] | null | undefined,
  decision: string | null | undefined,
): VerifyInput => ({ heads: heads?.map(({ revision, hash }) => ({ seq: revision, hash })), decision });

/**
 * A part of an export, its cursor bound to the query.
 *
 * @throws Refusal INVALID_PAGE_SIZE, INVALID_CURSOR
 */
async function exported(
  page: PageArguments,
  query: unknown,
  read: (paging: { readonly first: number; readonly after: string | null }) => Promise<ExportPage | null>,
): Promise<ExportPage | null> {
  const found = await read({ first: pageSize(page.first, 100), after: placeOf(query, page.after) });
  return found && { ...found, endCursor: found.endCursor === null ? null : cursorOf(query, found.endCursor) };
}
