import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Context } from '../context.ts';
import { parseCatalogId, versionOfNumber } from '../find.ts';
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
  const [older, newer] = [parseCatalogId(from), parseCatalogId(to)];
  if (older?.of === undefined || newer?.of === undefined) return null;
  if (older.key !== newer.key) throw new Refusal('DIFFERENT_CATALOGS', { from, to }, ['to']);
  const [before, after] = await Promise.all([compared(older, context), compared(newer, context)]);
  return before && after ? comparedContents(before, after, context) : null;
}

async function compared(
  { key: catalog, of }: NonNullable<ReturnType<typeof parseCatalogId>>,
  context: Context,
): Promise<ComparedModel | null> {
  if (of === 'draft') {
    const draft = await context.reads.draft(catalog);
    return draft && { catalog, version: null, draft, content: draft.draft };
  }
  const version = of === undefined ? null : await versionOfNumber(catalog, of, context);
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
