import type { Ask, Severity, Stake } from './stakes.ts';
import { SEVERITIES } from './stakes.ts';

/**
 * The outcomes over all completions, mildest first; a superset where a question stays unanswered (DESIGN 2.6).
 *
 * @param floor a lower bound that holds whatever the unknown facts are
 * @param below asks among the completions in which nothing makes the outcome as grave as this
 */
export const possibleOutcomes = (
  stakes: readonly Stake[],
  floor: Severity,
  below: (severity: number) => Ask,
): readonly Severity[] =>
  SEVERITIES.filter((severity) => canBe(severity, stakes, floor, below(severity + 1)));

/** Zones run a negative list: what nothing catches is permitted, so ADMITTED is when nothing reaches further. */
function canBe(severity: Severity, stakes: readonly Stake[], floor: Severity, beside: Ask): boolean {
  if (severity < floor) return false;
  const reaches = severity === floor ? [true] : stakes.map((stake) => stake.atLeast[severity]);
  return reaches.some((reach) => reach !== false && beside([reach]) !== false);
}
