import { gzipSync } from 'node:zlib';
import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../services/domain/assessment/decision.ts';
import { readSeal } from '../../services/domain/chain/seal.ts';
import { canonicalJson, hashOf } from '../../services/domain/values/canonical.ts';
import { decideAdmission } from '../../services/operations/decisions/decide.ts';
import { readDecision } from '../../services/operations/decisions/decisions.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { verifyAll } from '../../services/operations/history/verify-all.ts';
import { verifyDecisions } from '../../services/operations/history/verify-decisions.ts';
import { linkAllDecisions, linkDecisions } from '../../services/operations/seals/link-decisions.ts';
import {
  receiptHolds,
  receiptProof,
  receiptStanding,
} from '../../services/operations/seals/receipt-standing.ts';
import { sealHeads } from '../../services/operations/seals/seal-heads.ts';
import { sampleDecision } from '../store/samples.ts';
import { Killed, killAfterWrites } from '../testkit/dynamodb-faults.ts';
import type { TestStore } from '../testkit/store.ts';
import { PUBLIC_KEY, sealing, verified } from './sealing.ts';
import { entryInput, OFFICER, person, publishedWith, world } from './world.ts';

const ZONE = 'zone_kfq';
const CHAIN = `decisions_${ZONE}`;
const decide = (deps: Deps, key: string, zone = ZONE, actor = OFFICER) =>
  decideAdmission(deps, actor, { project: { zone, industries: ['2511'] }, idempotencyKey: key });
const decideSeveral = async (deps: Deps, ...keys: string[]): Promise<Decision[]> => {
  const made: Decision[] = [];
  for (const key of keys) made.push(await decide(deps, key));
  return made;
};
const linksOf = async (deps: Deps, chain = CHAIN) => (await deps.store.readLink(chain))?.revision.seq ?? 0;

const keyOf = (id: string) => ({ PK: { S: `DECISION#${id}` }, SK: { S: 'META' } });
const revisionKey = (chain: string, seq: number) => ({
  PK: { S: `CHAIN#${chain}` },
  SK: { S: `REV#${String(seq).padStart(12, '0')}` },
});
type Key = ReturnType<typeof keyOf>;
const remove = ({ client, tableName }: TestStore, key: Key) =>
  client.send(new DeleteItemCommand({ TableName: tableName, Key: key }));
/** Whoever can write the table, and knows how hashes are made. */
async function rewrite({ client, tableName }: TestStore, chain: string, seq: number) {
  const found = await client.send(new GetItemCommand({ TableName: tableName, Key: revisionKey(chain, seq) }));
  const { PK: _, SK: __, hash: ___, ...said } = found.Item!;
  const said2 = Object.fromEntries(
    Object.entries({ ...said, actor: { S: '别人' } }).map(([name, value]) => [name, value.S ?? null]),
  );
  const hash = hashOf({ chain, seq, ...said2 });
  const item = { ...found.Item!, actor: { S: '别人' }, hash: { S: hash } };
  await client.send(new PutItemCommand({ TableName: tableName, Item: item }));
}
async function rewriteDecision({ client, tableName }: TestStore, decision: Decision, decidedAt?: string) {
  const { receipt: _, ...record } = decision;
  const forged = { ...record, decidedBy: '别人', decidedAt: decidedAt ?? record.decidedAt };
  const body = { S: hashOf(forged) };
  const blob = {
    PK: { S: `BLOB#${body.S}` },
    SK: { S: 'BLOB' },
    bytes: { B: gzipSync(canonicalJson(forged)) },
  };
  await client.send(new PutItemCommand({ TableName: tableName, Item: blob }));
  const timeKey = { S: `${forged.decidedAt}#${decision.id}` };
  const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: keyOf(decision.id) }));
  await client.send(new PutItemCommand({ TableName: tableName, Item: { ...Item, body, timeKey } }));
}

describe('linking', () => {
  it('makes no officer wait: fifty at once in one zone all succeed, and one link has them all', async () => {
    const { deps, another } = await world();
    const processes = [another(), another()];
    const made = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        decide(processes[n % 2]!, `${n}`, ZONE, person(`o${n}`, 'officer:region_140100')),
      ),
    );
    expect(await linksOf(deps)).toBe(0);
    expect(await receiptStanding(deps, made[0]!)).toEqual({ state: 'PENDING' });
    expect(await verifyDecisions(deps, ZONE, [])).toMatchObject({ broken: null, pending: 50 });
    expect(await linkAllDecisions(deps)).toBe(50);
    expect(await linksOf(deps)).toBe(1);
    for (const decision of made)
      expect(await receiptStanding(deps, decision)).toMatchObject({ state: 'LINKED' });
    expect(await verifyDecisions(deps, ZONE, [])).toMatchObject({
      broken: null,
      pending: 0,
      head: { seq: 1 },
    });
    expect(await linkAllDecisions(deps)).toBe(0);
  });

  it('takes a thousand in one link', { timeout: 120_000 }, async () => {
    const { deps } = await world();
    for (let at = 0; at < 1_000; at += 50)
      await Promise.all(
        Array.from({ length: 50 }, (_, n) => deps.store.recordDecision(sampleDecision(at + n), 'p')),
      );
    expect(await linkDecisions(deps, 'zone_1')).toBe(1_000);
    expect(await linksOf(deps, 'decisions_zone_1')).toBe(1);
    expect(await verifyDecisions(deps, 'zone_1', [])).toMatchObject({ broken: null, pending: 0 });
  });

  it('by many at once links each decision once', async () => {
    const { deps, another } = await world();
    await decideSeveral(deps, 'a', 'b', 'c');
    const linked = await Promise.all(Array.from({ length: 8 }, () => linkDecisions(another(), ZONE)));
    expect(linked.filter((count) => count > 0)).toEqual([3]);
    expect((await deps.store.readLink(CHAIN))!.state).toMatchObject({ count: 3, total: 3 });
  });

  it('finds what comes late, from a slow request or a clock that was set back', async () => {
    const { deps, at } = await world();
    at('2026-11-23T03:00:00.000Z');
    await decide(deps, 'a');
    await linkDecisions(deps, ZONE);
    at('2026-11-23T02:50:00.000Z');
    const late = await decide(deps, 'b');
    at('2026-11-20T00:00:00.000Z');
    const back = await decide(deps, 'c');
    expect(await linkDecisions(deps, ZONE)).toBe(2);
    for (const decision of [late, back])
      expect(await receiptStanding(deps, decision)).toMatchObject({ state: 'LINKED' });
  });

  it('cut off after any write is nothing or all, and the next links the rest', async () => {
    const { deps, testStore } = await world();
    await decideSeveral(deps, 'a', 'b');
    for (let writes = 0; ; writes++) {
      const client = testStore.ownClient();
      killAfterWrites(client, writes);
      const attempt = linkDecisions({ ...deps, store: testStore.another({ client }) }, ZONE);
      await expect(attempt).rejects.toThrow(Killed);
      if ((await linksOf({ ...deps, store: testStore.another() })) > 0) break;
      expect(writes).toBeLessThan(5);
    }
    await decide(deps, 'c');
    const fresh = { ...deps, store: testStore.another() };
    expect(await linkDecisions(fresh, ZONE)).toBe(1);
    expect(await verifyDecisions(fresh, ZONE, [])).toMatchObject({
      broken: null,
      pending: 0,
      head: { seq: 2 },
    });
  });
});

describe('decisions that were changed behind our back', () => {
  async function linked() {
    const made = await world();
    const decisions = await decideSeveral(made.deps, 'a', 'b', 'c');
    await linkDecisions(made.deps, ZONE);
    const faultOf = async () => (await verifyDecisions(made.another(), ZONE, [])).broken;
    return { ...made, decisions, faultOf };
  }

  it('are told: one that was removed', async () => {
    const { testStore, decisions, faultOf } = await linked();
    await remove(testStore, keyOf(decisions[1]!.id));
    expect(await faultOf()).toEqual({
      fault: 'DECISION',
      brokenAt: 1,
      decision: decisions[1]!.id,
      why: 'REMOVED',
    });
  });

  it('are told: one whose officer was rewritten, with every hash in the table right', async () => {
    const { another, testStore, decisions, faultOf } = await linked();
    const [decision] = decisions;
    await rewriteDecision(testStore, decision!);
    const now = (await readDecision(another(), OFFICER, decision!.id))!;
    expect(now.decidedBy).toBe('别人');
    expect(await receiptHolds(another(), now)).toBe(false);
    expect(await receiptStanding(another(), now)).toMatchObject({ state: 'CHANGED' });
    expect(await receiptProof(another(), now)).toBeNull();
    expect(await faultOf()).toEqual({
      fault: 'DECISION',
      brokenAt: 1,
      decision: decision!.id,
      why: 'REWRITTEN',
    });
  });

  it('are told: one whose officer and time were rewritten, before and after the next link', async () => {
    const { deps, another, at, testStore, decisions, faultOf } = await linked();
    const [decision] = decisions;
    at('2026-11-25T02:00:00.000Z');
    await rewriteDecision(testStore, decision!, '2026-11-25T01:59:59.000Z');
    for (const once of ['before', 'after']) {
      const now = (await readDecision(another(), OFFICER, decision!.id))!;
      expect(now.decidedBy).toBe('别人');
      expect(await receiptHolds(another(), now), once).toBe(false);
      expect(await receiptStanding(another(), now), once).toMatchObject({ state: 'CHANGED' });
      expect(await receiptProof(another(), now), once).toBeNull();
      expect(await faultOf()).toMatchObject({ brokenAt: 1, decision: decision!.id, why: 'REWRITTEN' });
      await linkDecisions(deps, ZONE);
      await sealHeads(deps, sealing());
    }
  });

  it('are told: one put in afterwards under an earlier day', async () => {
    const { deps, at, faultOf } = await linked();
    at('2026-11-01T00:00:00.000Z');
    const forged = await decide(deps, 'forged');
    expect(await faultOf()).toEqual({ fault: 'DECISION', brokenAt: 1, decision: forged.id, why: 'INSERTED' });
  });
});

describe('sealing', () => {
  /** A catalog, three decisions, linked and sealed. */
  async function sealed() {
    const made = await world();
    await publishedWith(made.deps, [entryInput('1')]);
    const decisions = await decideSeveral(made.deps, 'a', 'b', 'c');
    await linkAllDecisions(made.deps);
    const keeping = sealing();
    const seal = async () => {
      const { broken, sealed } = await sealHeads(made.another(), keeping);
      return { broken, sealed: sealed?.number ?? null };
    };
    expect(await seal()).toEqual({ broken: [], sealed: 1 });
    return { ...made, decisions, keeping, seal };
  }

  it('names the heads of all chains, is verifiable with the public key, and is made again only after a change', async () => {
    const { deps, keeping, seal, at } = await sealed();
    const first = readSeal((await keeping.vault.newest())!.text, PUBLIC_KEY)!;
    expect(first.heads.map(({ chain, seq }) => [chain, seq])).toEqual([
      ['catalog_shanxi', 4],
      [CHAIN, 1],
      ['register', 2],
    ]);
    expect(await seal()).toEqual({ broken: [], sealed: null });
    at('2026-11-23T04:00:00.000Z');
    await decide(deps, 'd');
    await linkAllDecisions(deps);
    expect(await seal()).toEqual({ broken: [], sealed: 2 });
    const second = readSeal((await keeping.vault.newest())!.text, PUBLIC_KEY)!;
    expect(second.statement.previous).toBe(hashOf(first.statement));
    expect(second.heads.map(({ chain }) => chain)).toContain('seals');
    const forged = { ...second, heads: second.heads.slice(1) };
    expect(readSeal(JSON.stringify(forged), PUBLIC_KEY)).toBeUndefined();
  });

  it('finds a tail that was cut off or written anew, in whatever chain, and seals no such thing', async () => {
    const attacks: readonly [string, (store: TestStore) => Promise<unknown>, object][] = [
      ['register', (store) => remove(store, revisionKey('register', 2)), { fault: 'GAP', brokenAt: 2 }],
      ['register', (store) => rewrite(store, 'register', 2), { fault: 'FORK', brokenAt: 2 }],
      ['catalog_shanxi', (store) => remove(store, revisionKey('catalog_shanxi', 4)), { fault: 'GAP' }],
      ['catalog_shanxi', (store) => rewrite(store, 'catalog_shanxi', 4), { fault: 'FORK' }],
      [CHAIN, (store) => remove(store, revisionKey(CHAIN, 1)), { fault: 'GAP', brokenAt: 1 }],
      [CHAIN, (store) => rewrite(store, CHAIN, 1), { fault: 'FORK', brokenAt: 1 }],
    ];
    for (const [chain, attack, found] of attacks) {
      const { testStore, seal, keeping } = await sealed();
      await attack(testStore);
      expect(await seal()).toMatchObject({ broken: [{ chain, ...found }], sealed: null });
      expect(keeping.kept.size).toBe(1);
    }
  });

  it('finds a seal that was forged, and seals that are gone', async () => {
    const { keeping, seal } = await sealed();
    const [[name, text]] = [...keeping.kept] as [[string, string]];
    keeping.kept.set(name, text.replace('"number":1', '"number":7'));
    expect(await seal()).toEqual({ broken: [{ chain: 'seals', fault: 'SEAL_FORGED' }], sealed: null });
    keeping.kept.clear();
    expect(await seal()).toEqual({ broken: [{ chain: 'seals', fault: 'SEALS_MISSING' }], sealed: null });
  });

  it('takes no old seal for the newest, under a later name or with those after it gone', async () => {
    const { deps, keeping, seal, another } = await sealed();
    const [[first, text]] = [...keeping.kept] as [[string, string]];
    await decide(deps, 'd');
    await linkAllDecisions(deps);
    expect(await seal()).toEqual({ broken: [], sealed: 2 });
    const last = 'seal-999999999999.json';
    keeping.kept.set(last, text);
    const forged = [{ chain: 'seals', fault: 'SEAL_FORGED' }];
    expect(await seal()).toEqual({ broken: forged, sealed: null });
    expect(await verifyAll(another(), keeping)).toEqual(forged);
    for (const name of keeping.kept.keys()) if (name !== first) keeping.kept.delete(name);
    const missing = [{ chain: 'seals', fault: 'SEALS_MISSING' }];
    expect(await seal()).toEqual({ broken: missing, sealed: null });
    expect(await verifyAll(another(), keeping)).toEqual(missing);
  });

  it('by many at once is one seal of each number', async () => {
    const { deps, another, keeping } = await sealed();
    await decide(deps, 'd');
    await linkAllDecisions(deps);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => sealHeads(another(), keeping)));
    expect(outcomes.flatMap(({ broken }) => broken)).toEqual([]);
    expect(outcomes.filter(({ sealed }) => sealed)).toHaveLength(1);
    expect(keeping.kept.size).toBe(2);
  });

  it('cut off after any write leaves what the next can go on from', async () => {
    for (let writes = 0; writes < 4; writes++) {
      const { deps, testStore, keeping, seal } = await sealed();
      const decision = await decide(deps, 'd');
      await linkAllDecisions(deps);
      const client = testStore.ownClient();
      killAfterWrites(client, writes);
      const attempt = sealHeads({ ...deps, store: testStore.another({ client }) }, keeping);
      await expect(attempt).rejects.toThrow(Killed);
      await decide(deps, 'e');
      await linkAllDecisions(deps);
      expect(await seal()).toEqual({ broken: [], sealed: 3 });
      const proof = await receiptProof(deps, decision);
      expect(verified(canonicalJson(proof!))).toMatchObject({ holds: true });
    }
  });

  it('lets an applicant prove a decision with a file and the public key alone', async () => {
    const { deps, decisions, seal, at } = await sealed();
    // Links after it, and a seal after those: its own seal still is the first.
    at('2026-11-23T05:00:00.000Z');
    await decide(deps, 'd');
    await linkAllDecisions(deps);
    await seal();
    for (const decision of decisions) {
      expect(await receiptStanding(deps, decision)).toMatchObject({
        state: 'SEALED',
        seal: { statement: { number: 1 } },
      });
      const file = canonicalJson((await receiptProof(deps, decision))!);
      expect(verified(file)).toEqual({
        holds: true,
        decision: decision.id,
        receipt: decision.receipt,
        zone: ZONE,
        outcome: decision.assessment.outcome,
        linkedAt: '2026-11-23T02:00:00.000Z',
        sealedAt: '2026-11-23T02:00:00.000Z',
      });
    }
  });

  it('proves nothing that a person could read otherwise in the file', async () => {
    const { deps, decisions } = await sealed();
    const file = canonicalJson((await receiptProof(deps, decisions[0]!))!);
    const { outcome } = decisions[0]!.assessment;
    const twice = file.replace(`"outcome":"${outcome}"`, `"outcome":"REFUSED","outcome":"${outcome}"`);
    expect(JSON.parse(twice)).toEqual(JSON.parse(file));
    expect(twice).not.toBe(file);
    expect(verified(twice)).toEqual({ holds: false, fault: 'UNREADABLE' });
  });

  it('proves nothing else: a change of any value of the file is told', async () => {
    const { deps, decisions, seal } = await sealed();
    const later = [await decide(deps, 'd'), await decide(deps, 'e')];
    await linkAllDecisions(deps);
    await decide(deps, 'f');
    await linkAllDecisions(deps);
    await seal();
    const proof = (await receiptProof(deps, later[0]!))!;
    expect(proof.following).toHaveLength(1);
    expect(verified(canonicalJson(proof))).toMatchObject({ holds: true });
    const paths = leavesIn(proof);
    expect(paths.length).toBeGreaterThan(50);
    for (const path of paths)
      expect(verified(canonicalJson(changedAt(proof, path) as object)), path.join('.')).toMatchObject({
        holds: false,
      });
    const other = (await receiptProof(deps, decisions[0]!))!;
    for (const part of ['record', 'link', 'following', 'seal'] as const)
      expect(verified(canonicalJson({ ...proof, [part]: other[part] })), part).toMatchObject({
        holds: false,
      });
  });
});

/** The ways to all values of a file that are no lists or objects. */
function leavesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, part]) => leavesIn(part, [...path, name]));
}
function changedAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined)
    return typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value}0` : 'x';
  const part = (value as Record<string, unknown>)[name];
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === name ? changedAt(item, rest) : item));
  return { ...(value as object), [name]: changedAt(part, rest) };
}
