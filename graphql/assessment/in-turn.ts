import type { Work } from '../../services/domain/solver/work.ts';

/**
 * Lets the assessments that one request asks for go one after the other, as written.
 *
 * Fields of a query run side by side, and which of them came first would decide which projects there is work left for.
 */
export function inTurn<T>(work: Work, assess: () => Promise<T>): Promise<T> {
  const turn = (LAST.get(work) ?? Promise.resolve()).then(assess);
  LAST.set(
    work,
    turn.catch(() => {}),
  );
  return turn;
}

const LAST = new WeakMap<Work, Promise<unknown>>();
