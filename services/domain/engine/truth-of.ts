import type { Expression, Test } from '../condition/tests.ts';
import { factOf } from '../condition/tests.ts';
import { unreachable } from '../values/unreachable.ts';
import type { FactDomain, Settled } from './domains/domain.ts';
import { FACT_DOMAINS } from './domains/table.ts';
import type { Facts } from './facts.ts';

/** What the known facts say of a test by themselves. */
export function truthOf(test: Test, facts: Facts): Settled {
  // DESIGN 2.6: a ZONE fact that the register does not state is FALSE here and a lower bound elsewhere.
  if (facts.unstated.size > 0 && facts.unstated.has(factOf(test))) return false;
  return (FACT_DOMAINS[test.kind] as FactDomain<Test>).truth(test, facts);
}

/** Kleene's reading of an expression: settled where the known facts alone settle it. */
export function settle(expression: Expression, truth: (test: Test) => Settled): Settled {
  switch (expression.kind) {
    case 'test':
      return truth(expression.test);
    case 'not': {
      const inner = settle(expression.part, truth);
      return inner === undefined ? undefined : !inner;
    }
    case 'and':
    case 'or': {
      const absorbing = expression.kind === 'or';
      let unsettled = false;
      for (const part of expression.parts) {
        const inner = settle(part, truth);
        if (inner === absorbing) return absorbing;
        if (inner === undefined) unsettled = true;
      }
      return unsettled ? undefined : !absorbing;
    }
    default:
      return unreachable(expression);
  }
}
