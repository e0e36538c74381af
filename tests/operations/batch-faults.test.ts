import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, inject, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { memoize } from '../../services/domain/values/memoize.ts';
import { startEmbeddedDynamoDb } from '../../services/local/embedded-dynamodb.ts';
import { createStore } from '../../services/store/create-store.ts';
import { connectionReset, intercept, serviceError } from '../testkit/dynamodb-faults.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { noWaiting } from '../testkit/waiting.ts';
import { type Filling, fillBatch, outcomeOf, publishForBatch } from './fill-batch.ts';
import { registerAll, world } from './world.ts';

const long = inject('long');

const FILLING: Filling = long ? { chunks: 40, rows: 500 } : { chunks: 10, rows: 20 };

/** What the same rows come to where nothing goes wrong. */
const undisturbed = memoize(async (filling: Filling): Promise<object> => {
  const { deps } = await world();
  await publishForBatch(deps);
  return outcomeOf(deps.store, await fillBatch(deps, filling));
});

test('one command in twenty is throttled, fails or loses its answer: no row is lost or doubled, and all come out the same', {
  timeout: 600_000,
}, async () => {
  const { deps, testStore } = await world();
  await publishForBatch(deps);
  const client = testStore.ownClient();
  let [seed, faults] = [7, 0];
  const dice = (): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % 60;
  };
  intercept(client, async (_, send) => {
    const fault = dice();
    if (fault > 2) return send();
    faults++;
    if (fault === 0) throw serviceError('ProvisionedThroughputExceededException');
    if (fault === 1) throw serviceError('InternalServerError', 500);
    await send();
    throw connectionReset();
  });
  const store = testStore.another({ client, waiting: noWaiting() });
  const batch = await fillBatch({ ...deps, store }, FILLING);
  expect(faults).toBeGreaterThan(20);
  expect(await outcomeOf(deps.store, batch)).toEqual(await undisturbed(FILLING));
});

let folder: string | undefined;
afterEach(async () => folder && rm(folder, { recursive: true, force: true }));

test('kill -9 at any moment loses nothing that was answered, doubles nothing, and all comes out the same', {
  timeout: 1_200_000,
}, async () => {
  folder = await mkdtemp(join(tmpdir(), 'batch-'));
  const running = await startEmbeddedDynamoDb({ folder });
  const clock = () => new Date('2026-11-23T02:00:00.000Z');
  const deps = { store: createStore(running), reference, clock, newId: randomUUID };
  await registerAll(deps);
  await publishForBatch(deps);
  await running.stop();

  const answered = new Map<string, string>();
  const kills = long ? 20 : 2;
  for (let process = 0; process <= kills; process++) {
    for (const line of await fillUntilKilled(
      folder,
      FILLING,
      process < kills ? 3 + process * 7 : Number.POSITIVE_INFINITY,
    )) {
      const [what, place = '', receipt = ''] = line.split(' ');
      // What one process was told another is told too.
      expect(answered.get(`${what} ${place}`) ?? receipt).toBe(receipt);
      answered.set(`${what} ${place}`, receipt);
    }
    expect(answered.has('done ')).toBe(process === kills);
  }

  const after = await startEmbeddedDynamoDb({ folder });
  const store = createStore(after);
  const { batch } = (await store.listBatches('region_140100', { first: 10 })).items[0]!.value;
  const outcome = await outcomeOf(store, batch.id);
  await after.stop();
  expect(outcome).toEqual(await undisturbed(FILLING));
  const decisions = [...answered.keys()].filter((line) => line.startsWith('decision'));
  // One row in five has an industry that there is not.
  expect(decisions).toHaveLength((FILLING.chunks * FILLING.rows * 4) / 5);
});

/** What a process was answered, until it was killed a little after so many lines. */
async function fillUntilKilled(
  folder: string,
  { chunks, rows }: Filling,
  lines: number,
): Promise<readonly string[]> {
  const program = join(import.meta.dirname, 'fill-batch-until-killed.ts');
  const worker = spawn(process.execPath, [...TYPESCRIPT, program, folder, `${chunks}`, `${rows}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(worker, 'close');
  let output = '';
  worker.stdout.setEncoding('utf8');
  for await (const chunk of worker.stdout) {
    output += chunk;
    if (output.split('\n').length > lines) worker.kill('SIGKILL');
  }
  await closed;
  return output.split('\n').slice(0, -1);
}
