import type { ExportPage } from '../../services/operations/history/export-history.ts';
import { type PageArguments, pageSize } from '../connection.ts';
import { cursorOf, placeOf } from '../cursor.ts';

/**
 * A part of an export, its cursor bound to the query.
 *
 * @throws Refusal INVALID_PAGE_SIZE, INVALID_CURSOR
 */
export async function exported(
  page: PageArguments,
  query: unknown,
  read: (paging: { readonly first: number; readonly after: string | null }) => Promise<ExportPage | null>,
): Promise<ExportPage | null> {
  const found = await read({ first: pageSize(page.first, 100), after: placeOf(query, page.after) });
  return found && { ...found, endCursor: found.endCursor === null ? null : cursorOf(query, found.endCursor) };
}
