import type { Revision } from '../../domain/chain/revision.ts';
import type { Page, Paging } from '../../store/paging.ts';

/** Some of the steps that are looked for in a history: it may hold fewer than asked for and yet have a next page. */
export interface StepsPage<Step> extends Page<Step> {
  /** Where to go on, if that is not behind the last item. */
  readonly endCursor: string | null;
}

/**
 * Looks for steps in a history, newest first, and only through so much of it that it is answered in time.
 *
 * @param steps for each of these revisions in their order the step, or null where it is not looked for
 */
export async function stepsPage<Step>(
  { first, after }: Paging,
  batchSize: number,
  history: (paging: Paging) => Promise<Page<Revision>>,
  steps: (revisions: readonly Revision[]) => AsyncIterable<Step | null>,
): Promise<StepsPage<Step>> {
  const items: { cursor: string; value: Step }[] = [];
  let endCursor = after ?? null;
  for (let batches = 0; batches < MAX_BATCHES; batches++) {
    const page = await history({ first: batchSize, after: endCursor });
    const cursors = page.items.values();
    for await (const step of steps(page.items.map(({ value }) => value))) {
      if (step && items.length === first) return { items, hasNextPage: true, endCursor };
      endCursor = cursors.next().value!.cursor;
      if (step) items.push({ cursor: endCursor, value: step });
    }
    if (!page.hasNextPage) return { items, hasNextPage: false, endCursor };
  }
  return { items, hasNextPage: true, endCursor };
}

const MAX_BATCHES = 10;
