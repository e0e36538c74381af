import type { RevisionItem } from '../../services/domain/comparison/revision-items.ts';
import { revisionChange } from '../../services/operations/history/revision-change.ts';
import type { Context } from '../context.ts';
import type { RevisionModel, Tell } from '../models.ts';
import { tellingOf } from './telling-of.ts';

interface ToldChange {
  readonly items: readonly RevisionItem[];
  readonly telling: Tell;
}

/** What a revision did, read once however many fields of it are asked for. */
export function changeOf(revision: RevisionModel, context: Context): Promise<ToldChange> {
  const found = known.get(revision) ?? read(revision, context);
  known.set(revision, found);
  return found;
}

async function read(revision: RevisionModel, context: Context): Promise<ToldChange> {
  const { catalog } = revision;
  const { items, before, after } = await revisionChange(context.deps, catalog, revision);
  return { items, telling: tellingOf(catalog, before, after, context) };
}

const known = new WeakMap<RevisionModel, Promise<ToldChange>>();
