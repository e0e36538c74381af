import type { Ask, Severity, Stake } from './stakes.ts';
import { SEVERITIES } from './stakes.ts';

/**
 * The outcomes over all completions, mildest first; a superset where a question stays unanswered (DESIGN 2.6).
 *
 * @param floor a lower bound that holds whatever the unknown facts are
 * @param below asks among the completions in which nothing makes the outcome as grave as this
 */
export function possibleOutcomes(
  stakes: readonly Stake[],
  floor: Severity,
  below: (severity: number) => Ask,
): readonly Severity[] {
  const least = Math.max(floor, ...SEVERITIES.filter((severity) => isCertain(severity, stakes)));
  return SEVERITIES.filter((severity) => canBe(severity, stakes, least, below));
}

const isCertain = (severity: Severity, stakes: readonly Stake[]): boolean =>
  severity > 0 && stakes.some(({ atLeast }) => atLeast[severity] === true);

/** Zones run a negative list: what nothing catches is permitted, so ADMITTED is when nothing reaches further. */
function canBe(
  severity: Severity,
  stakes: readonly Stake[],
  least: number,
  below: (severity: number) => Ask,
): boolean {
  if (severity < least) return false;
  // The unknown facts turn out somehow, and nothing is graver.
  if (severity === least && severity === GRAVEST) return true;
  const reaches = severity === least ? [true] : stakes.map((stake) => stake.atLeast[severity]);
  return reaches.some((reach) => reach !== false && below(severity + 1)([reach]) !== false);
}
const GRAVEST = 3;
