/**
 * Run as a process of its own: takes a catalog through its life, from wherever the one before it was killed, and prints
 * each step that was answered with the revision it came to.
 */
import { randomUUID } from 'node:crypto';
import { reference } from '../../services/data/reference.ts';
import type { Actor, Role } from '../../services/domain/access/access.ts';
import { proposalId } from '../../services/domain/ids.ts';
import { startEmbeddedDynamoDb } from '../../services/local/embedded-dynamodb.ts';
import { createCatalog, openDraft } from '../../services/operations/catalog/create-catalog.ts';
import { publishDraft } from '../../services/operations/catalog/publish.ts';
import { putEntries } from '../../services/operations/catalog/put-entries.ts';
import { discardDraft, returnDraft, submitDraft } from '../../services/operations/catalog/review.ts';
import { proposeWithdrawal } from '../../services/operations/catalog/withdraw.ts';
import { confirmProposal } from '../../services/operations/proposals.ts';
import type { CatalogRead } from '../../services/operations/read.ts';
import { loadCatalog, loadRegister } from '../../services/operations/read.ts';
import { registerRegion } from '../../services/operations/register/register.ts';
import { createStore } from '../../services/store/create-store.ts';

const { client, tableName } = await startEmbeddedDynamoDb({ folder: process.argv[2]! });
const deps = {
  store: createStore({ client, tableName }),
  reference,
  clock: () => new Date(),
  newId: randomUUID,
};
const person = (role: Role, subject: string = role): Actor => ({
  subject,
  roles: [{ role, jurisdiction: 'region_100000' }],
});
const catalog = 'catalog_shanxi';
const reason = '办理';
const TODAY = '2026-01-01';

for (;;) {
  const { name, step } = await nextStep();
  await step();
  const read = await loadCatalog(deps, 'shanxi', { consistent: true });
  process.stdout.write(`${name} ${read?.revision ?? 0}\n`);
}

async function nextStep(): Promise<{ readonly name: string; readonly step: () => Promise<unknown> }> {
  const { register } = await loadRegister(deps, { consistent: true });
  if (!register.jurisdictions.has('region_100000')) {
    const country = {
      code: '100000',
      level: 'COUNTRY',
      name: { zh: '中国' },
      effectiveFrom: TODAY,
      reason,
    } as const;
    return { name: 'registerRegion', step: () => registerRegion(deps, person('admin'), country) };
  }
  const read = await loadCatalog(deps, 'shanxi', { consistent: true });
  if (!read) {
    const title = { zh: '示范目录' };
    const input = { jurisdiction: 'region_100000', key: 'shanxi', title, reason };
    return { name: 'createCatalog', step: () => createCatalog(deps, person('editor'), input) };
  }
  return stepOf(read);
}

function stepOf({ revision, state }: CatalogRead): {
  readonly name: string;
  readonly step: () => Promise<unknown>;
} {
  const { draft, versions } = state;
  const seen = { catalog, reason, expectedRevision: revision };
  const newest = versions.at(-1);
  if (!draft) {
    const withdrawal = { catalog, reason, number: newest?.number ?? 0, effectiveFrom: '2999-01-01' };
    const [proposal] = state.proposals ?? [];
    if (proposal) {
      const input = { proposal: proposalId(catalog, proposal.number), reason };
      return {
        name: 'confirmProposal',
        step: () => confirmProposal(deps, person('publisher', 'chief'), input),
      };
    }
    return newest && !newest.withdrawals && newest.number % 2 === 0
      ? { name: 'proposeWithdrawal', step: () => proposeWithdrawal(deps, person('publisher'), withdrawal) }
      : { name: 'openDraft', step: () => openDraft(deps, person('editor'), { catalog, reason }) };
  }
  if (draft.status === 'EDITING' && !draft.changed) {
    const entry = {
      code: `${revision}`,
      measure: 'PROHIBITED',
      text: { zh: '禁止' },
      // An investment of its own, so that every entry adds something to the others.
      when: {
        number: {
          fact: 'totalInvestment',
          unit: '万元',
          atLeast: `${revision}`,
          lessThan: `${revision + 1}`,
        },
      },
      basis: [{ document: '目录' }],
    };
    const input = { ...seen, entries: [entry] };
    return { name: 'putEntries', step: () => putEntries(deps, person('editor'), input) };
  }
  if (draft.status === 'EDITING')
    return { name: 'submitDraft', step: () => submitDraft(deps, person('editor'), seen) };
  if (revision % 7 === 5)
    return { name: 'returnDraft', step: () => returnDraft(deps, person('publisher'), seen) };
  if (revision % 11 === 4)
    return { name: 'discardDraft', step: () => discardDraft(deps, person('editor'), seen) };
  const { contentHash } = draft;
  const publication = { catalog, reason, contentHash, effectiveFrom: '2999-01-01' };
  return { name: 'publishDraft', step: () => publishDraft(deps, person('publisher'), publication) };
}
