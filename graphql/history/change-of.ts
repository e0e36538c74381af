import type { RevisionItem } from '../../services/domain/comparison/revision-items.ts';
import { memoize } from '../../services/domain/values/memoize.ts';
import { revisionChange } from '../../services/operations/history/revision-change.ts';
import { wordingBetween } from '../comparison/wording-between.ts';
import type { Context } from '../context.ts';
import type { RevisionModel, WordingIn } from '../models.ts';

interface RevisionItems {
  readonly items: readonly RevisionItem[];
  readonly wording: WordingIn;
}

/** What a revision did, read once however many fields of it are asked for. */
export const changeOf = (revision: RevisionModel, context: Context): Promise<RevisionItems> =>
  changesIn(context)(revision);

const changesIn = memoize((context: Context) =>
  memoize(async (revision: RevisionModel): Promise<RevisionItems> => {
    const { catalog } = revision;
    const { items, before, after } = await revisionChange(context.deps, catalog, revision);
    return { items, wording: wordingBetween(catalog, before, after, context) };
  }),
);
