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
    const answer = canBe(severity, stakes, floor, ask);
    if (answer === undefined) exact = false;
    return answer !== false;
  });
  return { severities, exact };
}

/** Zones run a negative list: what nothing catches is permitted, so ADMITTED is when nothing reaches further. */
function canBe(severity: Severity, stakes: readonly Stake[], floor: Severity, ask: Ask): boolean | undefined {
  if (severity < floor) return false;
  const nothingGraver = severity === 3 ? [] : allBelow(stakes, (severity + 1) as Severity);
  if (severity === floor) return ask(nothingGraver);
  let open = false;
  for (const stake of stakes) {
    const reaches = stake.atLeast[severity];
    if (reaches === false) continue;
    const answer = ask([reaches, ...nothingGraver]);
    if (answer) return true;
    if (answer === undefined) open = true;
  }
  return open ? undefined : false;
}
