import type { CatalogRead } from '../../services/operations/read.ts';
import type { Context } from '../context.ts';
import type { DraftModel } from '../models.ts';
import { draftId } from '../request-record.ts';
import { attempt, type Operation } from '../user-errors.ts';

/** The payload of a change of a draft: the draft after it, or why it was refused. */
export async function draftPayload<Input>(
  context: Context,
  operation: Operation<Input, CatalogRead>,
  input: Input,
) {
  const { result, userErrors } = await attempt(context, operation, input);
  if (result) context.record.accessed(draftId(result.state.key));
  return { draft: result && draftAfter(result), userErrors };
}

function draftAfter(read: CatalogRead): DraftModel {
  if (!read.state.draft) throw new Error(`catalog ${read.state.key} has no draft after an edit of it`);
  return { ...read, draft: read.state.draft };
}
