import { expect, test } from 'vitest';
import { entryHistory } from '../../services/operations/history/entry-history.ts';
import { revisionChange } from '../../services/operations/history/revision-change.ts';
import { intercept } from '../testkit/dynamodb-faults.ts';
import { draftWith, entryInput, shanxi, WANG, world } from './world.ts';

const ENTRIES = 1000;
const EDITS = 40;
/** About as long as real entries are, so that the content falls into many pieces. */
const long = (code: string, said: string) =>
  entryInput(code, { text: { zh: `${said}：${'新建、扩建化工项目应当符合产业政策。'.repeat(30)}` } });

test('an entry is followed through a long history by the pieces in which it lies, not by whole contents', {
  timeout: 240_000,
}, async () => {
  const { deps, testStore } = await world();
  const entries = Array.from({ length: ENTRIES }, (_, place) => long(`1.${place + 1}`, '初稿'));
  let on = await draftWith(deps, entries);
  for (let edit = 1; edit <= EDITS; edit++) {
    // Every eighth edit is of the entry that is asked for, once in vain.
    const code = edit % 8 === 0 ? '1.7' : `1.${100 + edit}`;
    on = await shanxi.put(deps, on, [long(code, edit === 16 ? '第 8 稿' : `第 ${edit} 稿`)]);
  }

  const client = testStore.ownClient();
  const pieces = new Set<string>();
  intercept(client, ({ name, input }, send) => {
    if (name === 'BatchGetItemCommand')
      for (const { PK } of Object.values<{ Keys: { PK: { S: string } }[] }>(input.RequestItems)[0]!.Keys)
        pieces.add(PK.S);
    return send();
  });
  const fresh = { ...deps, store: testStore.another({ client }) };
  const page = await entryHistory(fresh, WANG, 'shanxi', '1.7', { first: 100 });

  expect(page.hasNextPage).toBe(false);
  expect(
    page.items.map(({ value: { entryBefore, entryAfter } }) =>
      [entryBefore, entryAfter].map((entry) => entry?.text.zh.split('：')[0] ?? null),
    ),
  ).toEqual([
    ['第 32 稿', '第 40 稿'],
    ['第 24 稿', '第 32 稿'],
    ['第 8 稿', '第 24 稿'],
    ['初稿', '第 8 稿'],
    [null, '初稿'],
  ]);
  // The changes of all revisions, and of the six that touched it two states, the way to its leaf, and the register.
  const whole = Math.ceil((ENTRIES * 1_600) / (48 * 1024));
  const steps = 6;
  expect(pieces.size).toBeLessThan(EDITS + 3 + steps * (2 + 2 * 4) + 20);
  expect(pieces.size).toBeLessThan(steps * whole);

  // One revision in words takes less still.
  pieces.clear();
  const another = { ...deps, store: testStore.another({ client }) };
  const revision = await another.store.catalogRevision('shanxi', on.revision);
  const { items } = await revisionChange(another, 'shanxi', revision!);
  expect(items).toMatchObject([{ kind: 'ENTRY_CHANGED', changes: [{ path: ['text'] }] }]);
  expect(pieces.size).toBeLessThan(20);
});

test('a long history is searched part by part, and no step is lost or told twice on the way', async () => {
  const { deps } = await world();
  let on = await draftWith(deps, [entryInput('1'), entryInput('2')]);
  for (let edit = 1; edit <= 6; edit++)
    on = await shanxi.put(deps, on, [entryInput(edit % 3 === 0 ? '1' : '2', { remark: { zh: `${edit}` } })]);
  const whole = await entryHistory(deps, WANG, 'shanxi', '1', { first: 100 });
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await entryHistory(deps, WANG, 'shanxi', '1', { first: 1, after });
    found.push(...page.items.map(({ cursor }) => cursor));
    if (!page.hasNextPage) break;
    after = page.endCursor;
  }
  expect(found).toEqual(whole.items.map(({ cursor }) => cursor));
  expect(found).toHaveLength(3);
});
