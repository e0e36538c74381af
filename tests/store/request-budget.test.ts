import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';
import type { Store } from '../../services/store/create-store.ts';
import { StoreUnavailable } from '../../services/store/faults.ts';
import { nothingConsumed, timeLeft, withinBudget } from '../../services/store/request-budget.ts';
import { intercept, serviceError } from '../testkit/dynamodb-faults.ts';
import { startStore } from '../testkit/store.ts';

const FOR_EVER = Number.POSITIVE_INFINITY;
const REGION: JurisdictionRecord = {
  id: 'region_1',
  code: '1',
  level: 'COUNTRY',
  name: { zh: '国家' },
  parent: null,
  effectiveFrom: '2020-01-01',
};
const revision = () => ({
  id: randomUUID(),
  actor: 'x',
  time: '2026-01-01T00:00:00Z',
  action: 'X',
  reason: 'x',
});

test('a request is told what it had of the table: what was sent, read and written', async () => {
  const { store, another, ownClient } = await startStore();
  await store.appendToRegister(null, revision(), { jurisdictions: [REGION] });
  const client = ownClient();
  const sent: string[] = [];
  intercept(client, ({ name }, send) => {
    sent.push(name);
    return send();
  });
  const cost = async (work: (store: Store) => Promise<unknown>) => {
    sent.length = 0;
    const consumed = nothingConsumed();
    const own = another({ client });
    await withinBudget({ until: FOR_EVER, consumed }, () => work(own));
    expect(consumed.requests).toBe(sent.length);
    return consumed;
  };
  const now = await cost((own) => own.readRegister({ consistent: true }));
  const recently = await cost((own) => own.readRegister());
  // The newest revision for twice the price; the blobs that it names are never read consistently.
  expect([now.readUnits - recently.readUnits, now.writeUnits]).toEqual([0.5, 0]);
  const { head } = await store.readRegister();
  const append = await cost((own) => own.appendToRegister(head, revision(), {}));
  // Each of these items is below a kilobyte.
  expect(append.writeUnits).toBe(sent.filter((name) => name === 'PutItemCommand').length);
});

test('every attempt counts, and those that were turned away by themselves', async () => {
  const { another, ownClient } = await startStore();
  const client = ownClient();
  intercept(client, ({ count }, send) => {
    if (count === 1) throw serviceError('ThrottlingException');
    if (count === 2) throw serviceError('InternalServerError', 500);
    return send();
  });
  const consumed = nothingConsumed();
  await withinBudget({ until: FOR_EVER, consumed }, () => another({ client }).readRegister());
  expect(consumed).toEqual({ requests: 3, throttled: 1, readUnits: expect.any(Number), writeUnits: 0 });
});

test('what two requests at once take is counted apart', async () => {
  const { another } = await startStore();
  const counts = [nothingConsumed(), nothingConsumed(), nothingConsumed()];
  await Promise.all(
    counts.map((consumed, reads) =>
      withinBudget({ until: FOR_EVER, consumed }, async () => {
        for (let read = 0; read < reads; read++) await another().readRegister({ consistent: true });
      }),
    ),
  );
  expect(counts.map(({ requests }) => requests)).toEqual([0, 1, 2]);
});

test('the store gives up when the time of the request is up, however long it would wait itself', async () => {
  const { another, ownClient } = await startStore();
  const client = ownClient();
  const until = performance.now() + 200;
  intercept(client, () => {
    throw serviceError('InternalServerError', 500);
  });
  const store = another({ client, deadlineMs: 3_600_000 });
  await expect(
    withinBudget({ until, consumed: nothingConsumed() }, () => store.readRegister()),
  ).rejects.toThrow(StoreUnavailable);
});

test('nothing is sent for a request whose time is up', async () => {
  const { another, ownClient } = await startStore();
  const client = ownClient();
  intercept(client, () => {
    throw new Error('something was sent');
  });
  const consumed = nothingConsumed();
  await expect(
    withinBudget({ until: performance.now(), consumed }, () => another({ client }).readRegister()),
  ).rejects.toThrow('the time of the request is up');
  expect(consumed).toEqual(nothingConsumed());
});

test('outside of requests there is all the time in the world', () => {
  expect(timeLeft()).toBe(FOR_EVER);
});
