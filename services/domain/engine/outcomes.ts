import { NOTHING_FIXED, prepare } from '../solver/search.ts';
import type { Ask, Severity, Stake } from './stakes.ts';
import { allBelow, SEVERITIES } from './stakes.ts';

/**
 * The outcomes over all completions, mildest first; a superset where a question stays unanswered (DESIGN 2.6).
 *
 * @param floor a lower bound that holds whatever the unknown facts are
 */
export const possibleOutcomes = (stakes: readonly Stake[], floor: Severity, ask: Ask): readonly Severity[] =>
  SEVERITIES.filter((severity) => canBe(severity, stakes, floor, ask));

/** Zones run a negative list: what nothing catches is permitted, so ADMITTED is when nothing reaches further. */
function canBe(severity: Severity, stakes: readonly Stake[], floor: Severity, ask: Ask): boolean {
  if (severity < floor) return false;
  const nothingGraver = prepare(
    severity === 3 ? [] : allBelow(stakes, (severity + 1) as Severity),
    NOTHING_FIXED,
  );
  if (!nothingGraver) return false;
  const reaches = severity === floor ? [true] : stakes.map((stake) => stake.atLeast[severity]);
  return reaches.some(
    (reach) => reach !== false && ask([reach, ...nothingGraver.open], nothingGraver.fixed) !== null,
  );
}
