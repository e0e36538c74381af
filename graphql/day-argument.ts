import type { Day } from '../services/domain/vocabulary.ts';
import { dayAsked } from '../services/operations/day-asked.ts';
import type { Context } from './context.ts';

/**
 * The day that an argument `on` names; today where it names none.
 *
 * @throws Refusal INVALID_DATE, DAY_TOO_FAR
 */
export const dayArgument = (on: string | null | undefined, context: Context): Day =>
  on == null ? context.today : dayAsked(on, context.today);
