import type { Entered } from '../../services/operations/register/enter-records.ts';
import type { Context } from '../context.ts';
import { attempt, type Operation } from '../user-errors.ts';

/** What came of a change of the register: the record, or the proposal where it takes two persons. */
export async function entered<Input>(context: Context, operation: Operation<Input, Entered>, input: Input) {
  const { result, userErrors } = await attempt(context, operation, input);
  const proposal = result?.proposal ? ({ catalog: null, proposal: result.proposal } as const) : null;
  return { record: result?.record ?? null, proposal, userErrors };
}
