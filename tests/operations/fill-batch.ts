import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { addToBatch } from '../../services/operations/batches/add-to-batch.ts';
import { closeBatch } from '../../services/operations/batches/close-batch.ts';
import { createBatch } from '../../services/operations/batches/create-batch.ts';
import { type DecidedRows, decideBatch } from '../../services/operations/batches/decide-batch.ts';
import type { Deps } from '../../services/operations/deps.ts';
import type { Store } from '../../services/store/create-store.ts';
import { entryInput, OFFICER, publishedWith } from './world.ts';

/** A catalog that admits some of the rows, refuses some and asks about others. */
export const publishForBatch = (deps: Deps) =>
  publishedWith(deps, [
    entryInput('1'),
    entryInput('2', {
      industries: { include: ['2631'] },
      when: { flag: { fact: 'hazardousChemicalProject', is: true } },
    }),
    entryInput('3', {
      industries: { include: ['2614'] },
      when: { number: { fact: 'totalInvestment', unit: '万元', lessThan: '5000' } },
    }),
  ]);

/** Rows as an office has them: no two the same, some incomplete, some wrong. */
export function chunkOf(index: number, rows: number): readonly ProjectInput[] {
  const industries = ['2511', '2631', '2614', '2710', '9999'];
  return Array.from({ length: rows }, (_, row) => {
    const number = index * rows + row;
    return {
      zone: 'zone_kfq',
      ref: `${number}`,
      name: `项目${number}`,
      industries: [industries[number % industries.length]!],
      natures: ['NEW_BUILD'],
      facts: number % 3 === 0 ? { totalInvestment: `${number * 7}` } : {},
    };
  });
}

export interface Filling {
  readonly chunks: number;
  readonly rows: number;
}

/**
 * Does what a client does that knows nothing of those before it: makes the batch, sends what is not there, four chunks at
 * a time, closes it and has every row decided; after an outage it asks again.
 *
 * @param say told of everything that was answered
 */
export async function fillBatch(
  deps: Deps,
  { chunks, rows }: Filling,
  say: (answered: string) => void = () => {},
): Promise<string> {
  const input = { label: '批次', jurisdiction: 'region_140100', idempotencyKey: 'k' };
  const { batch } = await persistently(() => createBatch(deps, OFFICER, input));
  const progress = await persistently(() => deps.store.readProgress(batch.id));
  const there = new Set(progress.chunks.map(({ chunk }) => chunk.index));
  const missing = Array.from({ length: chunks }, (_, index) => index).filter((index) => !there.has(index));
  const sender = async (): Promise<void> => {
    for (let index = missing.pop(); index !== undefined; index = missing.pop()) {
      const sent = chunkOf(index, rows).map((project) => ({ project }));
      const chunk = { batch: batch.id, index, rows: sent };
      await persistently(() => addToBatch(deps, OFFICER, chunk));
      say(`chunk ${index}`);
    }
  };
  await Promise.all([sender(), sender(), sender(), sender()]);
  await persistently(() => closeBatch(deps, OFFICER, { batch: batch.id, chunks, rows: chunks * rows }));
  say('closed');
  let after: string | null = null;
  do {
    const from: string | null = after;
    const call = { batch: batch.id, first: rows, after: from };
    const { rows: decided, next }: DecidedRows = await persistently(
      (): Promise<DecidedRows> => decideBatch(deps, OFFICER, call),
    );
    for (const { row, ...made } of decided)
      if ('decision' in made) say(`decision ${row.chunk.chunk.index}:${row.row} ${made.decision.receipt}`);
    after = next;
  } while (after !== null);
  say('done');
  return batch.id;
}

/** As a client does: what did not succeed for an outage is sent again, unchanged. */
async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const passes = error instanceof Refusal ? error.code === 'SERVICE_UNAVAILABLE' : isOutage(error);
      if (!passes) throw error;
    }
  }
}
const isOutage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'STORE_UNAVAILABLE';

/** All that a batch came to, whoever added it and when. */
export async function outcomeOf(store: Store, batch: string): Promise<object> {
  const { chunks, closing } = await store.readProgress(batch);
  const { items } = await store.listDecisions({ zone: 'zone_kfq' }, { first: 100_000 });
  const decisions = items.flatMap(({ value }) => ('decision' in value ? [value.decision] : []));
  if (decisions.length < items.length) throw new Error('a decision is damaged');
  return {
    chunks: chunks.map(({ chunk: { index, rows, outcomes }, body, results }) => ({
      index,
      rows,
      outcomes,
      body,
      results,
    })),
    closed: closing && [closing.chunks, closing.rows],
    decisions: decisions
      .map(
        ({ batch, assessment, project }) =>
          `${batch?.chunk}:${batch?.row} ${project.ref} ${assessment.outcome}`,
      )
      .sort(),
  };
}
