import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { contentHashOf } from '../../services/domain/catalog/content-hash.ts';
import { proposalId } from '../../services/domain/ids.ts';
import { startEmbeddedDynamoDb } from '../../services/local/embedded-dynamodb.ts';
import { changeDetails } from '../../services/operations/catalog/change-details.ts';
import { openDraft } from '../../services/operations/catalog/create-catalog.ts';
import { putDefinitions, removeDefinitions } from '../../services/operations/catalog/edit-definitions.ts';
import { removeEntries } from '../../services/operations/catalog/put-entries.ts';
import { discardDraft, returnDraft } from '../../services/operations/catalog/review.ts';
import { proposeRepealReversal, proposeWithdrawal } from '../../services/operations/catalog/withdraw.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { confirmProposal, withdrawProposal } from '../../services/operations/proposals.ts';
import { loadCatalog } from '../../services/operations/read.ts';
import { changeZone } from '../../services/operations/register/changes.ts';
import { registerZone } from '../../services/operations/register/register.ts';
import type { Store } from '../../services/store/create-store.ts';
import { createStore } from '../../services/store/create-store.ts';
import { Killed, killAfterWrites } from '../testkit/dynamodb-faults.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import {
  ADMIN,
  confirm,
  DEPUTY,
  entryInput,
  LI,
  outcome,
  proposed,
  publishedWith,
  QIAN,
  shanxi,
  WANG,
  withdrawal,
  world,
  ZHAO,
} from './world.ts';

const { catalog } = shanxi;
const reason = '办理';
/** Enough that they lie in several pieces. */
const MANY = Array.from({ length: 120 }, (_, place) =>
  entryInput(`${place + 1}`, {
    text: { zh: `禁止事项 ${place}：${'甲乙丙丁戊己庚辛'.repeat(150)}${place * 7919}` },
  }),
);
const FACT = {
  key: 'shanxi.depth',
  type: 'FLAG',
  name: { zh: '埋深' },
  question: { zh: '是否深埋？' },
};

const GRADED = { zone: 'zone_hgyq', effectiveFrom: '2026-12-01', riskGrade: 'A', reason } as const;

const created = async (deps: Deps) => shanxi.create(deps);
const opened = async (deps: Deps) => {
  await created(deps);
  return shanxi.open(deps);
};
const put = async (deps: Deps) => shanxi.put(deps, await opened(deps), [entryInput('1'), entryInput('2')]);
const submitted = async (deps: Deps) => shanxi.submit(deps, await put(deps));
const withVersion = (deps: Deps) => publishedWith(deps, [entryInput('1')]);
const now = async (deps: Deps) => (await loadCatalog(deps, 'shanxi', { consistent: true }))!;
const seen = async (deps: Deps) => ({ catalog, reason, expectedRevision: (await now(deps)).revision });

interface Operation {
  readonly name: string;
  /** What has to be there. */
  readonly after: (deps: Deps) => Promise<unknown>;
  /** The intention, made up once, and carried out by one process after the other. */
  readonly intend: (deps: Deps) => Promise<(deps: Deps) => Promise<unknown>>;
  /** What is told to somebody who does it again, because they have had no answer. */
  readonly again: RegExp;
}
const OPERATIONS: readonly Operation[] = [
  {
    name: 'registerZone',
    after: async () => undefined,
    intend: async () => (deps) =>
      registerZone(deps, ADMIN, {
        code: 'xin',
        name: { zh: '新区' },
        parent: 'region_140100',
        kind: 'INDUSTRIAL_PARK',
        zoneLevel: 'OTHER',
        effectiveFrom: '2026-12-01',
        reason,
      }),
    again: /^NO_CHANGE$/,
  },
  {
    name: 'createCatalog',
    after: async () => undefined,
    intend: async () => created,
    again: /^CATALOG_EXISTS$/,
  },
  {
    name: 'openDraft',
    after: created,
    intend: async () => (deps) => openDraft(deps, WANG, { catalog, reason }),
    again: /^DRAFT_EXISTS$/,
  },
  {
    name: 'putEntries',
    after: put,
    intend: async (deps) => {
      const on = await now(deps);
      return (each) => shanxi.put(each, on, MANY, LI);
    },
    again: /^STALE_REVISION( STALE_REVISION)+$/,
  },
  {
    name: 'removeEntries',
    after: put,
    intend: async (deps) => {
      const input = { ...(await seen(deps)), codes: ['1'] };
      return (each) => removeEntries(each, WANG, input);
    },
    again: /^STALE_REVISION$/,
  },
  {
    name: 'putDefinitions',
    after: put,
    intend: async (deps) => {
      const lists = [{ key: 'shanxi.l', name: { zh: '名单' }, members: ['7782-50-5'] }];
      const input = { ...(await seen(deps)), facts: [FACT], lists };
      return (each) => putDefinitions(each, WANG, input);
    },
    again: /^STALE_REVISION STALE_REVISION$/,
  },
  {
    name: 'removeDefinitions',
    after: async (deps) => {
      await put(deps);
      await putDefinitions(deps, WANG, { ...(await seen(deps)), facts: [FACT] });
    },
    intend: async (deps) => {
      const input = { ...(await seen(deps)), facts: [FACT.key] };
      return (each) => removeDefinitions(each, WANG, input);
    },
    again: /^STALE_REVISION$/,
  },
  {
    name: 'changeDetails',
    after: put,
    intend: async (deps) => {
      const input = { ...(await seen(deps)), title: { zh: '新名称' }, issuer: '省政府' };
      return (each) => changeDetails(each, WANG, input);
    },
    again: /^STALE_REVISION STALE_REVISION$/,
  },
  {
    name: 'submitDraft',
    after: put,
    intend: async (deps) => {
      const on = await now(deps);
      return (each) => shanxi.submit(each, on);
    },
    again: /^ALREADY_SUBMITTED$/,
  },
  {
    name: 'returnDraft',
    after: submitted,
    intend: async (deps) => {
      const input = await seen(deps);
      return (each) => returnDraft(each, ZHAO, input);
    },
    again: /^NOT_IN_REVIEW$/,
  },
  {
    name: 'discardDraft',
    after: submitted,
    intend: async (deps) => {
      const input = await seen(deps);
      return (each) => discardDraft(each, WANG, input);
    },
    again: /^NO_DRAFT$/,
  },
  {
    name: 'publishDraft',
    after: submitted,
    intend: async (deps) => {
      const on = await now(deps);
      return (each) => shanxi.publish(each, on);
    },
    again: /^ALREADY_PUBLISHED$/,
  },
  {
    name: 'proposeWithdrawal',
    after: withVersion,
    intend: async () => (deps) => proposeWithdrawal(deps, ZHAO, withdrawal()),
    again: /^ALREADY_PROPOSED$/,
  },
  ...[false, true].map((repeal) => ({
    name: repeal ? 'confirmProposal of a repeal' : 'confirmProposal of a withdrawal',
    after: withVersion,
    intend: async (deps: Deps) => {
      const id = await proposed(deps, { repeal });
      return (each: Deps) => confirm(each, QIAN, id);
    },
    again: /^UNKNOWN_PROPOSAL$/,
  })),
  {
    name: 'proposeRepealReversal',
    after: async (deps) => {
      await withVersion(deps);
      await confirm(deps, QIAN, await proposed(deps, { repeal: true }));
    },
    intend: async () => (deps) => proposeRepealReversal(deps, ZHAO, { catalog, reason }),
    again: /^ALREADY_PROPOSED$/,
  },
  {
    name: 'withdrawProposal',
    after: withVersion,
    intend: async (deps) => {
      const proposal = await proposed(deps);
      return (each) => withdrawProposal(each, WANG, { proposal, reason });
    },
    again: /^UNKNOWN_PROPOSAL$/,
  },
  {
    name: 'changeZone that is proposed',
    after: async () => undefined,
    intend: async () => (deps) => changeZone(deps, ADMIN, GRADED),
    again: /^ALREADY_PROPOSED$/,
  },
  ...(['confirmProposal', 'withdrawProposal'] as const).map((name) => ({
    name: `${name} about the register`,
    after: async () => undefined,
    intend: async (deps: Deps) => {
      const { proposal } = await changeZone(deps, ADMIN, GRADED);
      const input = { proposal: proposalId('register', proposal!.number), reason };
      return (each: Deps) =>
        name === 'confirmProposal'
          ? confirmProposal(each, DEPUTY, input)
          : withdrawProposal(each, ADMIN, input);
    },
    again: /^UNKNOWN_PROPOSAL$/,
  })),
];

/** All there is, read by a process that knows nothing; fails where anything is half there. */
async function everything(store: Store) {
  expect(await store.verifyRegister()).toMatchObject({ whole: true });
  expect(await store.verifyCatalog('shanxi')).toMatchObject({ whole: true });
  const register = await store.readRegister({ consistent: true });
  const read = await store.readCatalog('shanxi', { consistent: true });
  const { state } = read ?? {};
  for (const { content, contentHash, entryCount } of [
    ...(state?.versions ?? []),
    ...(state?.draft ? [state.draft] : []),
  ]) {
    const said = await store.readContent(content);
    expect(contentHashOf(said)).toBe(contentHash);
    expect(said.entries).toHaveLength(entryCount);
  }
  if (read) expect(await store.readChange(read.revision)).toBeDefined();
  const revisions = (register.head?.seq ?? 0) + (read?.head.seq ?? 0);
  return {
    revisions,
    register: register.head,
    zones: register.register.jurisdictions.size,
    proposals: register.proposals,
    head: read?.head,
    state,
  };
}

describe('a process killed after any write', () => {
  it.each(OPERATIONS)(
    'of $name leaves the old state or the new, and the next attempt works',
    async (operation) => {
      const { deps, testStore, another } = await world();
      await operation.after(deps);
      const step = await operation.intend(deps);
      const before = await everything(testStore.another());
      let writes = 0;
      for (; ; writes++) {
        const client = testStore.ownClient();
        killAfterWrites(client, writes);
        await expect(step({ ...deps, store: testStore.another({ client }) })).rejects.toThrow(Killed);
        const after = await everything(testStore.another());
        if (after.revisions > before.revisions) {
          expect(after.revisions).toBe(before.revisions + 1);
          break;
        }
        expect(after).toEqual(before);
      }
      // The change, the state after it and the revision itself are three writes at least.
      expect(writes).toBeGreaterThanOrEqual(3);
      // The answer was lost, so it is tried again.
      expect(await outcome(step(another()))).toMatch(operation.again);
      await everything(testStore.another());
    },
  );
});

describe('kill -9', () => {
  let folder: string;
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  it('at any moment of the life of a catalog loses nothing that was answered', {
    timeout: 180_000,
  }, async () => {
    folder = await mkdtemp(join(tmpdir(), 'killed-'));
    const answered = new Set<string>();
    let head = 0;
    for (const goal of [3, 14, 9]) {
      const worker = spawn(
        process.execPath,
        [...TYPESCRIPT, join(import.meta.dirname, 'work-until-killed.ts'), folder],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const closed = once(worker, 'close');
      let output = '';
      worker.stdout.setEncoding('utf8');
      for await (const chunk of worker.stdout) {
        output += chunk;
        // A little after an answer, wherever the next step is by then.
        if (output.split('\n').length > goal) setTimeout(() => worker.kill('SIGKILL'), goal);
      }
      await closed;
      const lines = output.split('\n').slice(0, -1);
      expect(lines.length).toBeGreaterThanOrEqual(goal);
      for (const line of lines) answered.add(line.split(' ')[0]!);
      const running = await startEmbeddedDynamoDb({ folder });
      const now = await everything(createStore(running));
      await running.stop();
      // One more may have landed without its answer.
      const [, last = '0'] = lines.at(-1)!.split(' ');
      expect([Number(last), Number(last) + 1]).toContain(now.head?.seq ?? 0);
      expect(now.head?.seq ?? 0).toBeGreaterThanOrEqual(head);
      head = now.head?.seq ?? 0;
    }
    expect([...answered]).toEqual(
      expect.arrayContaining(['openDraft', 'putEntries', 'submitDraft', 'publishDraft']),
    );
  });
});
