import type { CatalogRead } from '../../services/operations/read.ts';
import type { Context } from '../context.ts';
import type { DraftModel } from '../models.ts';
import { attempt } from '../user-errors.ts';

/** A step of a draft: what it came to, and the draft after it. */
export async function drafted<Input>(
  context: Context,
  step: (deps: Context['deps'], actor: Context['actor'], input: Input) => Promise<CatalogRead>,
  input: Input,
) {
  const { result, userErrors } = await attempt(context, () => step(context.deps, context.actor, input));
  return { draft: result && draftAfter(result), userErrors };
}

function draftAfter(read: CatalogRead): DraftModel {
  if (!read.state.draft) throw new Error(`catalog ${read.state.key} has no draft after an edit of it`);
  return { ...read, draft: read.state.draft };
}
