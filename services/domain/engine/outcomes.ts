import { NOTHING_FIXED, prepare } from './search.ts';
import type { Ask, Severity, Stake } from './stakes.ts';
import { allBelow, SEVERITIES } from './stakes.ts';

/** The outcomes over all completions; a superset where a question stayed unanswered (DESIGN 2.6). */
export interface PossibleOutcomes {
  /** Mildest first, never empty. */
  readonly severities: readonly Severity[];
  readonly exact: boolean;
}

/**
 * @param floor a lower bound that holds whatever the unknown facts are
 */
export function possibleOutcomes(stakes: readonly Stake[], floor: Severity, ask: Ask): PossibleOutcomes {
  let exact = true;
  const severities = SEVERITIES.filter((severity) => {
    const possible = canBe(severity, stakes, floor, ask);
    if (possible === undefined) exact = false;
    return possible !== false;
  });
  return { severities, exact };
}

/** Zones run a negative list: what nothing catches is permitted, so ADMITTED is when nothing reaches further. */
function canBe(severity: Severity, stakes: readonly Stake[], floor: Severity, ask: Ask): boolean | undefined {
  if (severity < floor) return false;
  const nothingGraver = prepare(
    severity === 3 ? [] : allBelow(stakes, (severity + 1) as Severity),
    NOTHING_FIXED,
  );
  if (!nothingGraver) return false;
  let unanswered = false;
  const reaches = severity === floor ? [true] : stakes.map((stake) => stake.atLeast[severity]);
  for (const reach of reaches) {
    if (reach === false) continue;
    const answer = ask([reach, ...nothingGraver.open], nothingGraver.fixed);
    if (answer) return true;
    if (answer === undefined) unanswered = true;
  }
  return unanswered ? undefined : false;
}
