import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../services/domain/values/canonical.ts';
import { createKeeper } from '../../services/local/keeper.ts';
import { openSealFolder } from '../../services/local/seal-folder.ts';
import { decideAdmission } from '../../services/operations/decisions/decide.ts';
import { exportDecisions } from '../../services/operations/history/export-history.ts';
import { receiptProof, receiptStanding } from '../../services/operations/seals/receipt-standing.ts';
import { OFFICER, world } from '../operations/world.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { temporaryFolder } from './local-server.ts';

const PATIENCE = { timeout: 120_000 };

/** A local server's keeper whose time goes by when it is told so. */
async function keeping() {
  const folder = await temporaryFolder();
  const { deps } = await world();
  const seals = join(folder, 'seals');
  const open = () => openSealFolder(seals, join(folder, 'seal-key.json'));
  const due: { readonly work: () => void; readonly ms: number }[] = [];
  const reported: string[] = [];
  const keeper = createKeeper(
    deps,
    await open(),
    (line) => reported.push(line),
    (work, ms) => due.push({ work, ms }),
  );
  const decide = (key: string) =>
    decideAdmission(keeper.deps, OFFICER, { project: { zone: 'zone_kfq' }, idempotencyKey: key });
  return { folder, seals, deps, open, due, reported, keeper, decide };
}

test('what is decided is linked a second later and sealed a minute after that, several at once', async () => {
  const { seals, deps, due, reported, keeper, decide } = await keeping();
  const made = [await decide('a'), await decide('b')];
  expect(due.map(({ ms }) => ms)).toEqual([1_000]);
  expect(await receiptStanding(deps, made[0]!)).toEqual({ state: 'PENDING' });
  due.shift()!.work();
  await expect.poll(() => due.map(({ ms }) => ms)).toEqual([60_000]);
  for (const decision of made)
    expect(await receiptStanding(deps, decision)).toMatchObject({ state: 'LINKED' });
  due.shift()!.work();
  await keeper.stop();
  for (const decision of made)
    expect(await receiptStanding(deps, decision)).toMatchObject({ state: 'SEALED' });
  expect(await readdir(seals)).toEqual(['public-key.pem', 'seal-000000000001.json']);
  expect(reported).toEqual([]);
});

test('what an earlier process left is linked and sealed at the start, with the key that it had', async () => {
  const { seals, deps, due, keeper, decide, open } = await keeping();
  const decision = await decide('a');
  due.length = 0;
  keeper.begin();
  due.shift()!.work();
  await expect.poll(() => due.map(({ ms }) => ms)).toEqual([3_600_000]);
  expect(await receiptStanding(deps, decision)).toMatchObject({ state: 'SEALED' });
  const key = await readFile(join(seals, 'public-key.pem'), 'utf8');
  expect(await (await open()).signer.publicKey()).toBe(key);
  expect(await (await open()).vault.keep('seal-000000000001.json', 'another')).toBe(false);
});

test('what stands against sealing is reported in both languages', async () => {
  const { seals, due, reported, keeper, decide } = await keeping();
  await decide('a');
  due.length = 0;
  await writeFile(join(seals, 'seal-000000000001.json'), '{}');
  keeper.begin();
  due.shift()!.work();
  await expect
    .poll(() => reported)
    .toEqual([
      expect.stringMatching(/^seals: 最近一次签封不是以本系统的密钥签署的/),
      expect.stringMatching(/^seals: The newest seal that is kept was not signed by the key/),
    ]);
});

test('a receipt and a chain are verified with files alone', PATIENCE, async () => {
  const { folder, seals, deps, due, keeper, decide } = await keeping();
  const decision = await decide('a');
  due.length = 0;
  keeper.begin();
  due.shift()!.work();
  await expect.poll(() => due).toHaveLength(1);
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const [key, seal] = [join(seals, 'public-key.pem'), join(seals, 'seal-000000000001.json')];
  const proof = canonicalJson((await receiptProof(deps, decision))!);
  const proven = await run('verify-receipt', await file('proof.json', proof), '--key', key);
  expect(proven).toMatchObject({ code: 0, stderr: '' });
  expect(proven.stdout).toMatch(
    new RegExp(
      `核对无误.*结论“.+”.*回执 ${decision.receipt}.*\\nProven: decision ${decision.id}.*outcome ".+"`,
    ),
  );
  const forged = await file('forged.json', proof.replace('"decidedBy":"officer"', '"decidedBy":"chen"'));
  expect(await run('verify-receipt', forged, '--key', key)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^不能证明：文件所载的决定与入链记录不符/),
  });
  expect(
    await run('verify-receipt', await file('proof.json', proof), '--key', key, '--receipt', 'f'),
  ).toMatchObject({ code: 1 });
  expect(await run('verify-receipt', forged)).toMatchObject({ code: 2 });

  const { lines } = (await exportDecisions(deps, OFFICER, 'zone_kfq', { first: 9 }))!;
  const chain = await file('chain.jsonl', lines.join('\n'));
  expect(await run('verify-history', chain, '--seal', seal, '--key', key)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^decisions_zone_kfq\n.*与另行留存的 1 个链头一致。/),
  });
  const changed = await file('seal.json', (await readFile(seal, 'utf8')).replace('"seq":1', '"seq":2'));
  expect(await run('verify-history', chain, '--seal', changed, '--key', key)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/is no seal that this key signed, or it was changed/),
  });
});

function run(command: string, ...args: readonly string[]) {
  return new Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>(
    (resolve) => {
      const script = [`services/local/${command}.ts`, ...args];
      execFile(process.execPath, [...TYPESCRIPT, ...script], (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
      );
    },
  );
}
