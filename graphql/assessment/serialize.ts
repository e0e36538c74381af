import type { Work } from '../../services/domain/solver/budget.ts';
import { memoize } from '../../services/domain/values/memoize.ts';

/**
 * Serializes the assessments that one request asks for, in the order in which it writes them.
 *
 * Fields of a query run side by side, and which of them came first would decide which projects there is work left for.
 */
export function serialize<T>(work: Work, assess: () => Promise<T>): Promise<T> {
  const queue = queueOf(work);
  const answer = queue.last.then(assess);
  queue.last = answer.catch(() => {});
  return answer;
}

const queueOf = memoize((_: Work): { last: Promise<unknown> } => ({ last: Promise.resolve() }));
