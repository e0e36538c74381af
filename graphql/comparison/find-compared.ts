import { type ParsedId, parseId } from '../../services/domain/ids.ts';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Context } from '../context.ts';
import { versionOfNumber } from '../find.ts';
import type { ComparedModel, ComparisonModel } from '../models.ts';
import { comparedContents } from './compared-contents.ts';

/**
 * The comparison of two ids; null where one of them stands for nothing that the caller may see.
 *
 * @throws Refusal DIFFERENT_CATALOGS, whether or not there is anything under the ids
 */
export async function findComparison(
  from: string,
  to: string,
  context: Context,
): Promise<ComparisonModel | null> {
  const [older, newer] = [parseId(from), parseId(to)];
  if (!isComparable(older) || !isComparable(newer)) return null;
  if (older.key !== newer.key) throw new Refusal('DIFFERENT_CATALOGS', { from, to }, ['to']);
  const [before, after] = await Promise.all([compared(older, context), compared(newer, context)]);
  return before && after ? comparedContents(before, after, context) : null;
}

type Comparable = ParsedId & { readonly kind: 'version' | 'draft' };
const isComparable = (id: ParsedId | undefined): id is Comparable =>
  id?.kind === 'version' || id?.kind === 'draft';

async function compared(id: Comparable, context: Context): Promise<ComparedModel | null> {
  const catalog = id.key;
  if (id.kind === 'draft') {
    const draft = await context.reads.draft(catalog);
    return draft && { catalog, version: null, draft, content: draft.draft };
  }
  const version = await versionOfNumber(catalog, id.number, context);
  return version && comparedVersion(catalog, version.number, context);
}

/** One version as a side of a comparison. */
export async function comparedVersion(
  catalog: string,
  number: number,
  context: Context,
): Promise<ComparedModel> {
  const content = await context.reads.version(catalog, number);
  return { catalog, version: { catalog, number }, draft: null, content };
}
